"""Which reader reads what: by the name, by the content, and what contradicts itself."""

import io
import sys
from types import SimpleNamespace

import pytest

from oped_audio import reading as module
from oped_audio.errors import TooLargeError, UnreadableFileError
from oped_audio.reading import is_address, open_source, read
from oped_audio.reading.settings import ReadingSettings

PROSE = "The first pair came in March, on a cold morning when no one was looking up at the roofs."
PAGE = f"<!DOCTYPE html><html><body><h1>Storks</h1><p>{PROSE}</p></body></html>"


@pytest.fixture
def typed(monkeypatch):
    def type_in(content: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(content)))

    return type_in


@pytest.mark.parametrize("content", [f"Storks\n\n{PROSE}\n", PAGE])
def test_standard_input_is_known_by_its_content(typed, pictures, content):
    typed(content.encode())
    source = open_source("-")
    assert (source.name, source.folder) == ("standard input", None)
    document = read(source, ReadingSettings(), pictures).document
    assert document.title == "Storks"
    assert document.sections[0].blocks[0].text == PROSE


def test_standard_input_has_an_end(typed, monkeypatch):
    monkeypatch.setattr(module, "_ARCHIVE_LIMIT", 10)
    typed(bytes(11))
    with pytest.raises(TooLargeError, match="standard input"):
        open_source("-")


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.docx", PAGE.encode(), "an HTML page.*ends in .html"),
        ("a.html", b"PK\x03\x04....word/document.xml", "a Word document.*ends in .docx"),
        ("a.md", b"PK\x03\x04mimetypeapplication/epub+zip", "an EPUB.*ends in .epub"),
    ],
)
def test_a_name_that_the_content_belies_is_an_error(reading, name, content, kind):
    with pytest.raises(UnreadableFileError, match=kind):
        reading(content, name)


def test_an_article_without_a_title_is_named_after_its_file(reading):
    assert reading(f"{PROSE}\n\n{PROSE} Again.\n", "spring-storks.txt").document.title == (
        "Spring storks"
    )


def test_addresses():
    assert is_address("HTTPS://paper.example/a")
    assert not is_address("paper.example/a.txt")
