"""Articles on a shelf, made of a few bytes a file."""

import hashlib
import runpy
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from oped_audio.model.listening import Passage
from oped_audio.model.shelf import (
    Accessibility,
    BuiltArticle,
    BuiltFile,
    Chapter,
    Narrated,
    OnShelf,
)
from oped_audio.model.shelf_settings import ShelfSettings

HOSTILE = '</script><script>alert(1)</script> & "quoted" \u202emirrored\u202c ../../etc/passwd'
FILES = {
    "accessibility.html": "epub",
    "storks.epub": "epub",
    "audio/00-title.mp3": "audio",
    "audio/01-introduction.mp3": "audio",
    "audio/02-the-marsh.mp3": "audio",
    "captions/00-title.vtt": "captions",
    "captions/01-introduction.vtt": "captions",
    "captions/02-the-marsh.vtt": "captions",
    "captions/storks.srt": "captions",
    "captions/storks.vtt": "captions",
    "daisy/ncc.html": "daisy",
    "daisy/s0001.mp3": "daisy",
    "report.html": "report",
    "storks.m4b": "m4b",
    "storks.mp3": "mp3-book",
}
CHAPTERS = (
    Chapter("s00", "title", 1, "Title page", "00-title", 0, 3_420),
    Chapter("s01", "introduction", 1, "Introduction", "01-introduction", 3_420, 61_000),
    Chapter("s02", "section", 2, "What the marsh remembers", "02-the-marsh", 64_420, 3_600_000),
)
CLAIMED = Accessibility(
    modes=("textual", "visual"),
    sufficient=("textual", "auditory"),
    features=("synchronizedAudioText", "tableOfContents", "alternativeText", "ttsMarkup"),
    hazards=("none",),
    conforms_to="EPUB Accessibility 1.1 - WCAG 2.2 Level AA",
    summary="The whole text is read aloud.",
    summary_language="en",
    certified_by="Example Certifiers",
    certifier_report="https://certifier.example/report",
)


SCHEMAS = runpy.run_path(str(Path(__file__).with_name("schemas.py")))


@pytest.fixture
def wrong() -> Callable[[Any, str], list[str]]:
    """Where JSON is not as one of the schemas says, which stands in ``schemas.py``."""
    return lambda content, name: SCHEMAS["wrong"](content, SCHEMAS[name])


@pytest.fixture
def hostile(article) -> BuiltArticle:
    """With texts that would be markup, addresses and more, if they were not taken for text."""
    chapters = (replace(CHAPTERS[0], label=HOSTILE), *CHAPTERS[1:])
    return replace(
        article,
        title=HOSTILE,
        author=f"{HOSTILE}\N{REPLACEMENT CHARACTER}",
        description=HOSTILE * 40,
        language="ar",
        publisher=HOSTILE,
        rights=HOSTILE,
        published_at="javascript:alert(1)",
        narrators=(HOSTILE,),
        chapters=chapters,
    )


@pytest.fixture
def article(tmp_path) -> BuiltArticle:
    """With every file that a build can make."""
    found = []
    for path, format_ in FILES.items():
        content = f"{format_} {path}".encode()
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
        digest = hashlib.sha256(content).hexdigest()
        found.append(BuiltFile(path, format_, len(content), digest))
    return BuiltArticle(
        name="storks",
        folder=tmp_path,
        digest="0" * 64,
        title="The return of the storks",
        author="Ada Byron",
        language="en",
        identifier="urn:uuid:ccdcc099-76b2-576b-8bbb-c8e341e1d5ef",
        duration_ms=3_664_420,
        modified=datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC),
        files=tuple(found),
        chapters=CHAPTERS,
        narrators=("Joe (synthetic voice, piper)",),
        date="2026-01-05",
        publisher="The Daily Example",
        rights="© The Daily Example",
        published_at="https://paper.example/storks",
        description="They came back in the spring.",
        accessibility=CLAIMED,
    )


@pytest.fixture
def bare(article) -> BuiltArticle:
    """One of which nothing is known but what has to be."""
    files = tuple(file for file in article.files if file.path in ("storks.epub", "storks.mp3"))
    return replace(
        article,
        author=None,
        publisher=None,
        rights=None,
        published_at=None,
        description=None,
        date=None,
        narrators=(),
        files=files,
    )


@pytest.fixture
def on_web() -> ShelfSettings:
    return ShelfSettings(title="Read aloud", base_url="https://paper.example/listen/")


@pytest.fixture
def without() -> Callable[..., BuiltArticle]:
    """An article without the files of some formats."""

    def take_away(article: BuiltArticle, *formats: str) -> BuiltArticle:
        kept = tuple(file for file in article.files if file.format not in formats)
        return replace(article, files=kept)

    return take_away


@pytest.fixture
def item(article, on_web) -> OnShelf:
    narrated = tuple(
        Narrated(
            chapter.audio,
            "en",
            (Passage("s-u1", "One.", 0, 1_500), Passage("s-u2", "Two.", 1_500, 3_420)),
        )
        for chapter in CHAPTERS
    )
    return OnShelf(article, on_web, picture(), narrated)


@cache
def picture() -> bytes:
    stream = BytesIO()
    Image.new("RGB", (1600, 2560), (18, 32, 58)).save(stream, "JPEG")
    return stream.getvalue()


@pytest.fixture
def saved() -> Callable[..., Path]:
    """Writes files into a folder."""

    def write(folder: Path, files) -> Path:
        for file in files:
            target = folder / file.path
            target.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(file.content, bytes):
                target.write_bytes(file.content)
            else:
                with target.open("w+b") as stream:
                    file.content(stream)
        return folder

    return write
