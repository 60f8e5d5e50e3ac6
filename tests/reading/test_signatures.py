"""Files that are known by their first bytes."""

import pytest

from oped_audio.reading.signatures import kind_of


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a PNG picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG picture"),
        (b"PK\x03\x04\x14\x00" + b"\x00" * 20 + b"[Content_Types].xml", "a Microsoft Office doc"),
        (b"PK\x03\x04\x14\x00" + b"\x00" * 20 + b"word/document.xml", "a Word document"),
        (b"PK\x03\x04" + b"\x00" * 26 + b"mimetypeapplication/epub+zip", "an EPUB"),
        (b"PK\x03\x04" + b"\x00" * 26 + b"photo.raw", "a ZIP archive"),
        (b"\x7fELF\x02\x01", "a program"),
        (b"RIFF\x24\x00\x00\x00WAVEfmt ", "a WAV sound file"),
        (b"\x00\x00\x00\x20ftypM4A ", "an MP4 file"),
        (b"\xff\xfb\x90\xc4\x00", "an MP3 sound file"),
        (b"FORM\x00\x00\x10\x00AIFFCOMM", "an AIFF sound file"),
        (b"{\\rtf1\\ansi", "a Rich Text document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "an old Microsoft Office document"),
        (b"\n<!DOCTYPE html><title>", "an HTML page"),
        (b"<?xml version='1.0'?>", "an XML document"),
    ],
)
def test_known_kinds(data: bytes, kind: str) -> None:
    found = kind_of(data)
    assert found is not None
    assert found.startswith(kind)


@pytest.mark.parametrize("text", [b"", b"RIFF raff", b"PDF files", b"GIF87 is old", b"<3 trains"])
def test_text_has_no_kind(text: bytes) -> None:
    assert kind_of(text) is None
