from datetime import UTC, datetime

import pytest

from oped_audio.mixing.tags import book_tags, tags
from oped_audio.model.audio import Voice
from oped_audio.model.publication import Metadata

VOICE = Voice("pyttsx3", "en-us", "English (America)", ("en-US",))


def metadata(language: str = "en", **more: str) -> Metadata:
    modified = datetime(2026, 1, 5, tzinfo=UTC)
    return Metadata("Storks", "Ada", language, "urn:x", modified, VOICE, **more)


def test_what_is_known_is_tagged_and_nothing_else():
    assert tags(metadata(), "Introduction", 2, 8) == {
        "title": "Introduction",
        "album": "Storks",
        "artist": "Ada",
        "album_artist": "Ada",
        "composer": "English (America) (synthetic voice)",
        "narrator": "English (America) (synthetic voice)",
        "track": "2/8",
        "language": "eng",
        "genre": "Speech",
    }
    more = tags(metadata(date="2026", publisher="P", rights="R"), "x", 1, 1)
    assert (more["date"], more["publisher"], more["copyright"]) == ("2026", "P", "R")


@pytest.mark.parametrize(
    ("language", "tagged"), [("de-AT", "deu"), ("yue", "yue"), ("xx", "und"), ("zh-Hant", "zho")]
)
def test_the_language_has_three_letters(language, tagged):
    assert tags(metadata(language), "x", 1, 1)["language"] == tagged


def test_a_whole_article_is_tagged_with_its_title_and_what_it_is_about():
    found = book_tags(metadata(), "What the marsh remembers")
    assert (found["title"], found["album"], found["genre"]) == ("Storks", "Storks", "Audiobook")
    assert found["description"] == found["comment"] == "What the marsh remembers"
    assert "track" not in found
    assert book_tags(metadata(), None)["description"] == "Storks, Ada"
