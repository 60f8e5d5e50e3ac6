"""A tiny publication, complete and with audio that plays, made without an engine."""

import re
import subprocess
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import imageio_ffmpeg
import pytest

from oped_audio.model.audio import (
    AudioFile,
    MarksFrom,
    TimedUtterance,
    TimedWord,
    Timeline,
    Track,
    Voice,
)
from oped_audio.model.document import Block, Document, Figure, Section, Span
from oped_audio.model.publication import Matter, Metadata, Publication
from oped_audio.model.script import Script, Token, Utterance, UtteranceRole
from oped_audio.publishing.cover import cover
from oped_audio.publishing.epub.matter import matter

RATE = 22050
LEAD = 551
"""Samples of silence before the first word of a clip, 25 ms; so are all measures below."""
LETTER = 1433
"""65 ms."""
GAP = 221
"""Between words, 10 ms."""
PAUSE = 8820
"""After a sentence, 400 ms."""

LONG = (
    "Every morning, long before the market opens, the boats leave the harbour one after another, "
    "and nobody in the town is awake to count them."
)
DATED = "On Jan. 5 — a Monday — only three came back."
FIGURE = Figure(
    "s01-p02",
    "figure",
    (Span("Fishing boats wait for the tide. (Photo/Example)"),),
    caption="Fishing boats wait for the tide.",
    credit="Photo/Example",
)
DOCUMENT = Document(
    title="Harbours & tides",
    standfirst="What a small port teaches.",
    byline="By Ada Byron",
    language="en",
    sections=(
        Section(
            "s01",
            "introduction",
            None,
            (
                Block("s01-p01", "paragraph", (Span(f"{LONG} {DATED}"),)),
                FIGURE,
            ),
        ),
        Section(
            "s02",
            "section",
            "What lasts",
            (Block("s02-p01", "paragraph", (Span("The quay is old; the ropes are new."),)),),
        ),
        Section(
            "s03",
            "about-author",
            "About the author",
            (Block("s03-p01", "paragraph", (Span("Ada Byron counts boats."),)),),
        ),
    ),
)
NAMES = ("00-title", "01-introduction", "02-what-lasts", "03-about-the-author")
PARTS: tuple[tuple[str, str, UtteranceRole, tuple[str, ...]], ...] = (
    ("s00", "s00-h", "title", ("Harbours & tides",)),
    ("s00", "s00-p01", "standfirst", ("What a small port teaches.",)),
    ("s00", "s00-p02", "byline", ("By Ada Byron",)),
    ("s01", "s01-p01", "body", (LONG, DATED)),
    ("s01", "s01-p02", "caption", ("Fishing boats wait for the tide.",)),
    ("s01", "s01-p02", "credit", ("(Photo/Example)",)),
    ("s02", "s02-h", "heading", ("What lasts",)),
    ("s02", "s02-p01", "body", ("The quay is old; the ropes are new.",)),
    ("s03", "s03-h", "heading", ("About the author",)),
    ("s03", "s03-p01", "body", ("Ada Byron counts boats.",)),
)


def _script() -> Script:
    return Script(tuple(_utterances()))


def _utterances() -> Iterator[Utterance]:
    number: dict[str, int] = {}
    at: dict[str, int] = {}
    for section, block, role, sentences in PARTS:
        for written in sentences:
            number[block] = number.get(block, 0) + 1
            begin = at.get(block, 0)
            at[block] = begin + len(written) + 1
            name = f"{block}-u{number[block]}"
            yield Utterance(name, section, block, role, begin, written, _tokens(written), 400, "en")


def _tokens(written: str) -> tuple[Token, ...]:
    return tuple(
        Token(word.start(), word.end(), "".join(re.findall(r"[\w'/-]", word[0])))
        for word in re.finditer(r"\S+", written)
    )


def _timeline(utterances: Sequence[Utterance]) -> Timeline:
    """A word takes a time by its length; a sentence is followed by its pause."""
    entries = []
    begin = 0
    for utterance in utterances:
        at = begin + LEAD
        words = []
        for index, token in enumerate(utterance.tokens):
            if token.spoken:
                words.append(TimedWord(index, at, at + LETTER * len(token.spoken)))
                at = words[-1].end + GAP
        entries.append(TimedUtterance(utterance.id, begin, at, at + PAUSE, tuple(words)))
        begin = at + PAUSE
    return Timeline(RATE, tuple(entries))


def _encode(samples: int, target: Path) -> Path:
    """A quiet tone of exactly this many samples as MP3 of constant bit rate."""
    tone = f"sine=frequency=220:sample_rate={RATE},volume=0.1,atrim=end_sample={samples}"
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-f", "lavfi", "-i", tone]
    subprocess.run([*command, "-ac", "1", "-b:a", "64k", str(target)], check=True)
    return target


def mp3(path: Path) -> AudioFile:
    return AudioFile("mp3", "mp3", "audio/mpeg", path)


@pytest.fixture(scope="session")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """A title page, an introduction with a picture, a section with a heading, and the author."""
    folder = tmp_path_factory.mktemp("tracks")
    script = _script()
    tracks = []
    for page, name in zip(DOCUMENT.pages, NAMES, strict=True):
        timeline = _timeline(script.of_section(page.id))
        encoded = _encode(timeline.length, folder / f"{name}.mp3")
        tracks.append(Track(page.id, name, (mp3(encoded),), timeline))
    metadata = Metadata(
        title=DOCUMENT.title,
        author="Ada Byron",
        language="en",
        identifier="urn:sha256:0123456789abcdef",
        modified=datetime(2026, 1, 5, 12, 30, tzinfo=UTC),
        narrator=Voice("tone", "beep", "Beep", ("en",)),
        date="2026-01-05",
    )
    added = []
    for page in matter(DOCUMENT, metadata, "sentence", script):
        leaves = [leaf for block in page.blocks for leaf in block.leaves]
        if page.heading:
            leaves.insert(0, page.heading_block)
        said = tuple(
            Utterance(f"{leaf.id}-u1", page.id, leaf.id, "body", 0, leaf.text, tokens, 400, "en")
            for leaf, tokens in ((leaf, _tokens(leaf.text)) for leaf in leaves)
        )
        timeline = _timeline(said)
        encoded = _encode(timeline.length, folder / f"{page.role}.mp3")
        track = Track(page.id, page.role, (mp3(encoded),), timeline)
        added.append(Matter(page, said, track))
    picture = cover(DOCUMENT.title, metadata.author)
    return Publication(
        slug="harbours-tides",
        metadata=metadata,
        document=DOCUMENT,
        script=script,
        tracks=tuple(tracks),
        cover=picture,
        marks_from=MarksFrom.ENGINE,
        matter=tuple(added),
    )
