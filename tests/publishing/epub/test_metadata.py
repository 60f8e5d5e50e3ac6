"""Metadata: exactly what is true of the book."""

from dataclasses import replace

from oped_audio.model.audio import Voice
from oped_audio.publishing.epub.metadata import DublinCore, Link, Property, entries


def described(publication, highlight="sentence"):
    return entries(publication, {"overlay-s00": 1500, "overlay-s01": 3_600_250}, highlight)


def values(publication, name):
    return [e.value for e in described(publication) if isinstance(e, Property) and e.name == name]


def test_accessibility_claims_are_exactly_these(publication):
    claims = [
        (entry.name, entry.value)
        for entry in described(publication)
        if isinstance(entry, Property)
        and entry.name.startswith(("schema:", "dcterms:", "a11y:"))
        and entry.name != "schema:accessibilitySummary"
    ]
    assert claims == [
        ("schema:accessMode", "textual"),
        ("schema:accessModeSufficient", "textual"),
        ("schema:accessModeSufficient", "auditory"),
        ("schema:accessibilityFeature", "synchronizedAudioText"),
        ("schema:accessibilityFeature", "tableOfContents"),
        ("schema:accessibilityFeature", "readingOrder"),
        ("schema:accessibilityFeature", "structuralNavigation"),
        ("schema:accessibilityFeature", "displayTransformability"),
        ("schema:accessibilityHazard", "none"),
        ("dcterms:conformsTo", "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"),
    ]


def test_the_summary_tells_voice_unit_and_pictures(publication):
    (summary,) = values(publication, "schema:accessibilitySummary")
    assert "Beep (synthetic voice, tone)" in summary
    assert "sentence by sentence" in summary
    assert "the pictures themselves are not in the book" in summary
    document = replace(publication.document, sections=publication.document.sections[2:])
    bare = entries(replace(publication, document=document), {}, "word")
    assert "word by word" in bare[-2].value
    assert "no pictures apart from the cover" in bare[-2].value


def test_durations_narrator_and_active_class(publication):
    durations = [
        (entry.refines, entry.value)
        for entry in described(publication)
        if isinstance(entry, Property) and entry.name == "media:duration"
    ]
    assert durations == [
        ("overlay-s00", "0:00:01.500"),
        ("overlay-s01", "1:00:00.250"),
        (None, "1:00:01.750"),
    ]
    assert values(publication, "media:narrator") == ["Beep (synthetic voice, tone)"]
    assert values(publication, "media:active-class") == ["-epub-media-overlay-active"]


def test_bibliographic_entries(publication):
    found = [(e.name, e.value) for e in described(publication) if isinstance(e, DublinCore)]
    assert found == [
        ("identifier", "urn:sha256:0123456789abcdef"),
        ("title", "Small things, well made"),
        ("language", "en"),
        ("creator", "Ada Byron"),
        ("contributor", "Beep (synthetic voice, tone)"),
        ("date", "2026-01-05"),
        ("source", "https://example.org/op-ed"),
        ("rights", "© 2026 Ada Byron"),
        ("publisher", "Example Press"),
    ]
    roles = [(e.refines, e.value) for e in described(publication) if e.name == "role"]
    assert roles == [("author", "aut"), ("narrator", "nrt")]


def test_what_is_unknown_is_left_out(publication):
    metadata = replace(
        publication.metadata, author=None, date=None, source=None, rights=None, publisher=None
    )
    found = entries(replace(publication, metadata=metadata), {}, "sentence")
    assert [e.name for e in found if isinstance(e, DublinCore)] == [
        *("identifier", "title", "language", "contributor")
    ]


def test_a_certifier_is_named_only_if_there_is_one(publication):
    assert values(publication, "a11y:certifiedBy") == []
    metadata = replace(publication.metadata, certified_by="A Library", certifier_credential="Cred")
    certified = replace(publication, metadata=metadata)
    assert values(certified, "a11y:certifiedBy") == ["A Library"]
    assert values(certified, "a11y:certifierCredential") == ["Cred"]
    report = replace(metadata, certifier_report="https://example.org/report")
    found = described(replace(publication, metadata=report))
    assert found[-1] == Link("a11y:certifierReport", "https://example.org/report")


def test_the_summary_is_in_the_language_of_the_book_where_it_is_known(document, narrated):
    def summary(language):
        found = described(narrated(document(language)))
        (one,) = (e for e in found if e.name == "schema:accessibilitySummary")
        return one.language, one.value

    assert summary("de-AT")[0] == "de-AT"
    assert "Satz für Satz" in summary("de-AT")[1]
    assert summary("sw") == ("en", summary("en")[1])


def test_whoever_else_is_heard_is_a_narrator_too(publication):
    other = Voice("tone", "low", "Low", ("en",))
    metadata = replace(publication.metadata, further_narrators=(other,))
    heard = replace(publication, metadata=metadata)
    names = ["Beep (synthetic voice, tone)", "Low (synthetic voice, tone)"]
    assert values(heard, "media:narrator") == names
    found = described(heard)
    assert [(e.id, e.value) for e in found if e.name == "contributor"] == [
        ("narrator", names[0]),
        ("narrator-2", names[1]),
    ]
    assert [e.refines for e in found if e.value == "nrt"] == ["narrator", "narrator-2"]
    (summary,) = values(heard, "schema:accessibilitySummary")
    assert "read aloud by Beep (synthetic voice, tone) and Low (synthetic" in summary
