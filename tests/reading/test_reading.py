"""Which reader reads what: by the name, by the content, and what contradicts itself."""

import io
import sys
from types import SimpleNamespace

import pytest

from oped_audio import reading as module
from oped_audio.errors import InputMissingError, RecordingError, TooLargeError, UnreadableFileError
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


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.mp3", b"", "a sound file, by its name"),
        ("a.wav", bytes(30_000_000), "a sound file, by its name"),
        ("a.txt", b"RIFF\x24\x00\x00\x00WAVEfmt ", "a WAV sound file"),
        ("a.mp4", b"\x00\x00\x00\x20ftypM4A ", "an MP4 file"),
    ],
)
def test_recordings_are_no_articles(tmp_path, name, content, kind):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(RecordingError, match=f"is no article.*{kind}.*give the text alone"):
        open_source(tmp_path / name)
    with pytest.raises(InputMissingError):
        open_source(tmp_path / "none.mp3")


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
