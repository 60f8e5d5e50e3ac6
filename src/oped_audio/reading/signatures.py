"""The first bytes of a file -> which kind of file it is, for those that are no article. Pure."""

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "a Rich Text document"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office document"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a Windows program"),
    (b"\xcf\xfa\xed\xfe", "a macOS program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"ID3\x02", "an MP3 sound file"),
    (b"ID3\x03", "an MP3 sound file"),
    (b"ID3\x04", "an MP3 sound file"),
    (b"\xff\xfb", "an MP3 sound file"),
    (b"\xff\xfa", "an MP3 sound file"),
    (b"\xff\xf3", "an MP3 sound file"),
    (b"\xff\xf2", "an MP3 sound file"),
    (b"\xff\xf1", "an AAC sound file"),
    (b"\xff\xf9", "an AAC sound file"),
    (b"#!AMR", "an AMR sound file"),
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "a Windows Media file"),
    (b"\x1a\x45\xdf\xa3", "a Matroska or WebM file"),
    (b"OggS\x00", "an Ogg sound file"),
    (b"fLaC\x00", "a FLAC sound file"),
    (b"wOFF\x00", "a font"),
    (b"wOF2\x00", "a font"),
)
_ZIPPED: tuple[tuple[bytes, str], ...] = (
    (b"mimetypeapplication/epub+zip", "an EPUB"),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text"),
    (b"word/", "a Word document"),
    (b"[Content_Types].xml", "a Microsoft Office document"),
)
_RECORDINGS = ("sound file", "film", "an MP4 file", "a Windows Media file", "WebM file")
_RIFF = {b"WAVE": "a WAV sound file", b"WEBP": "a WebP picture", b"AVI ": "an AVI film"}
_MARKUP = (
    (b"<!doctype html", "an HTML page"),
    (b"<html", "an HTML page"),
    (b"<?xml", "an XML document"),
)


def kind_of(data: bytes) -> str | None:
    """Such as ``a PDF``; None for what may be text."""
    if data.startswith(b"PK\x03\x04"):
        return _first_within(data[:4096], _ZIPPED) or "a ZIP archive"
    if data.startswith(b"RIFF"):
        return _RIFF.get(data[8:12])
    if data.startswith(b"FORM") and data[8:12] in {b"AIFF", b"AIFC"}:
        return "an AIFF sound file"
    if data[4:8] == b"ftyp" and data[:2] == b"\x00\x00":
        return "an MP4 file"
    start = data[:64].lstrip().lower()
    markup = (kind for signature, kind in _MARKUP if start.startswith(signature))
    binary = (kind for signature, kind in _SIGNATURES if data.startswith(signature))
    return next(binary, None) or next(markup, None)


def is_recording(kind: str) -> bool:
    """Whether files of a kind are to be heard."""
    return kind.endswith(_RECORDINGS)


def _first_within(data: bytes, table: tuple[tuple[bytes, str], ...]) -> str | None:
    return next((kind for marker, kind in table if marker in data), None)
