import json
from dataclasses import replace

import pytest

from oped_audio.model.document import Block, Document, Section, Span
from oped_audio.publishing.manifest import description, manifest


def test_says_what_was_made_from_what_and_how_long_it_is(publication):
    told = manifest(publication, "storks.txt", "abc", {"voice": {"pitch": 50}})
    assert json.loads(json.dumps(told)) == told
    assert told["source"] == {"name": "storks.txt", "sha256": "abc"}
    assert told["settings"] == {"voice": {"pitch": 50}}
    assert told["word_times"] == publication.marks_from
    assert [section["id"] for section in told["sections"]] == ["s00", "s01", "s02", "s03"]
    assert told["sections"][1]["audio"] == "audio/01-introduction.mp3"
    assert told["sections"][1]["heading"] is None
    length = sum(track.timeline.length for track in publication.tracks)
    assert abs(told["duration"] - length / 22_050) < 0.001


def test_says_what_a_shelf_tells_of_the_article(publication):
    told = manifest(publication, "storks.txt", "abc", {})
    assert told["date"] == "2026-01-05"
    assert told["standfirst"] == told["description"] == "What a small port teaches."
    assert told["narrators"] == ["Beep (synthetic voice, tone)"]
    assert [section["role"] for section in told["sections"]] == [
        "title",
        "introduction",
        "section",
        "about-author",
    ]
    assert [section["label"] for section in told["sections"]] == [
        "Title page",
        "Introduction",
        "What lasts",
        "About the author",
    ]
    claimed = told["accessibility"]
    assert claimed["sufficient"] == ["textual", "auditory"]
    assert claimed["summary"].startswith("The whole text is read aloud by Beep")
    assert "sentence by sentence" in claimed["summary"]
    by_word = manifest(publication, "storks.txt", "abc", {"epub": {"highlight": "word"}})
    assert "word by word" in by_word["accessibility"]["summary"]


def article(*blocks):
    section = Section("s01", "introduction", None, blocks)
    return Document("Title", None, None, "en", (section,))


def paragraph(*spans):
    return Block("s01-p01", "paragraph", spans)


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (article(paragraph(Span("It  began\nso."), Span("1", note="n1"))), "It began so."),
        (article(Block("s01-p01", "quotation", (Span("No."),))), None),
        (article(paragraph(Span("word " * 80))), f"{'word ' * 59}word…"),
        (article(paragraph(Span("x" * 400))), f"{'x' * 300}…"),
        (replace(article(paragraph(Span("So."))), standfirst="Why so."), "Why so."),
    ],
)
def test_an_article_without_standfirst_is_described_by_its_beginning(document, said):
    assert description(document) == said
