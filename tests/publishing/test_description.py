from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from oped_audio.model.audio import Voice
from oped_audio.publishing.description import UNDATED, describe, settle
from oped_audio.publishing.settings import BookSettings

VOICE = Voice("pyttsx3", "en-us", "English (America)", ("en-US",))


def test_what_the_settings_do_not_say_comes_from_the_article(publication):
    document = publication.document
    assert settle(document, BookSettings()) == document
    metadata = describe(document, BookSettings(), VOICE)
    assert (metadata.title, metadata.author) == (document.title, document.byline)
    assert (metadata.date, metadata.source, metadata.rights, metadata.publisher) == (None,) * 4
    assert metadata.certified_by is None
    assert metadata.modified == UNDATED


def test_what_they_say_is_shown_on_the_title_page_too(publication):
    book = BookSettings(title="Storks", author="Ada", date="2026-01", rights="CC0")
    settled = settle(publication.document, book)
    assert (settled.title, settled.byline) == ("Storks", "Ada")
    metadata = describe(settled, book, VOICE)
    assert (metadata.title, metadata.author, metadata.date) == ("Storks", "Ada", "2026-01")
    assert metadata.rights == "CC0"


def test_a_report_of_a_certifier_is_an_address(publication):
    report = "https://example.org/report"
    book = BookSettings(certified_by="A Library", certifier_report=report)
    assert describe(publication.document, book, VOICE).certifier_report == report
    with pytest.raises(ValueError, match="certifier_report must be an address"):
        BookSettings(certifier_report="report.pdf")


def test_the_date_of_change_is_utc(publication):
    summer = datetime(2026, 7, 1, 12, tzinfo=timezone(timedelta(hours=2)))
    metadata = describe(publication.document, BookSettings(modified=summer), VOICE)
    assert metadata.modified == datetime(2026, 7, 1, 10, tzinfo=UTC)


def test_the_identifier_is_made_from_what_is_written(publication):
    document = publication.document

    def identifier(document=document, voice=VOICE) -> str:
        return describe(document, BookSettings(), voice).identifier

    assert identifier().startswith("urn:uuid:")
    assert identifier() == identifier(voice=replace(VOICE, id="en-gb"))
    others = {
        identifier(replace(document, title="Other")),
        identifier(replace(document, sections=document.sections[:1])),
        identifier(replace(document, source="https://example.org/a")),
    }
    assert len({identifier(), *others}) == 4


def test_each_further_voice_that_is_heard_is_named_once(publication):
    other = replace(VOICE, id="en-us+f3")
    heard = (VOICE, other, VOICE, other)
    metadata = describe(publication.document, BookSettings(), VOICE, heard)
    assert (metadata.narrator, metadata.further_narrators) == (VOICE, (other,))
