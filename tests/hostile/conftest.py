"""Books of hostile articles, and what a reader of each of their files sees there."""

import html
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings
from lxml import etree

import oped_audio

settings.register_profile("thorough", max_examples=5000, deadline=None)

ALL = ("audio", "captions", "daisy", "epub", "m4b", "mp3-book")
XHTML = "{http://www.w3.org/1999/xhtml}"
CUE = re.compile(r"(?:.+\n)?[\d:.,]+ --> [\d:.,]+\n((?:.+\n?)+)")


@dataclass(frozen=True, slots=True)
class Built:
    """A finished book."""

    folder: Path
    told: tuple[str, ...]
    """What an editor was told, in lines."""

    @property
    def epub(self) -> Path:
        return self.folder / f"{self.folder.name}.epub"

    @property
    def pages(self) -> dict[str, str]:
        """The text of the article's documents in the EPUB, by their names, but for its labels."""
        with zipfile.ZipFile(self.epub) as book:
            names = [name for name in book.namelist() if re.search(r"text/\d\d-", name)]
            return {name: "".join(_root(book.read(name)).itertext()) for name in names}

    def text(self, name: str) -> str:
        """The text of an XHTML file of the book, scripts and styles included."""
        return "".join(_root((self.folder / name).read_bytes()).itertext())

    def captions(self, name: str) -> str:
        """What a player shows of a file of captions."""
        path = self.folder / "captions" / name
        cues = "\n".join(found[1] for found in CUE.finditer(path.read_text("utf-8")))
        if path.suffix == ".srt":
            return re.sub(r"</?[A-Za-z][^>]*>", "", cues).replace("\u2060", "")
        return html.unescape(re.sub(r"<[^>]*>", "", cues))


def _root(content: bytes) -> etree._Element:
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


@pytest.fixture(scope="session")
def build(tmp_path_factory) -> Callable[..., Built]:
    """Build an article in a folder of its own, by default with tones and in every format."""
    cache = tmp_path_factory.mktemp("cache")

    def run(
        name: str, content: str | bytes, formats: Sequence[str] = ALL, engine: str = "tone"
    ) -> Built:
        folder = tmp_path_factory.mktemp("hostile")
        raw = content if isinstance(content, bytes) else content.encode()
        (folder / name).write_bytes(raw)
        told: list[str] = []
        options = {
            "voice": {"engine": engine},
            "cache": {"folder": str(cache)},
            "build": {"formats": formats, "jobs": 1},
            "audio": {"formats": ("mp3", "opus", "m4a", "flac", "wav")},
        }
        report = oped_audio.build(
            [folder / name], folder / "out", options, lambda event: told.append(str(event))
        )
        assert not report.failures, report.failures
        return Built(report.books[0].folder, tuple(told))

    return run


@pytest.fixture(scope="session")
def bare() -> Callable[[str], str]:
    """A text without its white space, which markup and lines of captions may change."""
    return lambda text: "".join(text.split())
