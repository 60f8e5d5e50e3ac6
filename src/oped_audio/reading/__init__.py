"""A file, an address or standard input -> the article in it, as a Reading.

To read a new format: write one module with a function ``read`` that takes a Source, ReadingSettings
and Pictures, returns a Draft and raises InputError, and add a line to ``_FORMATS``.
"""

import sys
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import cast

from oped_audio.errors import RecordingError, TooLargeError, UnreadableFileError
from oped_audio.model.reading import Reading
from oped_audio.reading.draft import Draft
from oped_audio.reading.pictures import Pictures
from oped_audio.reading.settings import ReadingSettings
from oped_audio.reading.signatures import is_recording, kind_of
from oped_audio.reading.source import SIZE_LIMIT, Source, load

STANDARD_INPUT = "-"
_ARCHIVE_LIMIT = 150_000_000
"""Bytes of a file that holds pictures too."""


@dataclass(frozen=True, slots=True)
class _Format:
    """A kind of file that articles come in."""

    name: str
    """As errors call a file of it."""
    module: str
    suffixes: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    """What its first bytes look like, if they are a giveaway."""
    limit: int = SIZE_LIMIT
    """Bytes."""


_PLAIN_TEXT = _Format("a plain text", "plaintext", (".txt", ".text"))
_WEB_SUFFIXES = (".html", ".htm", ".xhtml", ".mhtml", ".mht")
_FORMATS = (
    _PLAIN_TEXT,
    _Format("a Markdown text", "markdown", (".md", ".markdown")),
    _Format("a web page", "html", _WEB_SUFFIXES, ("an HTML page",)),
    _Format("a Word document", "docx", (".docx", ".docm"), ("a Word document",), _ARCHIVE_LIMIT),
    _Format("an EPUB", "epub", (".epub",), ("an EPUB",), _ARCHIVE_LIMIT),
)
_BY_SUFFIX = {suffix: form for form in _FORMATS for suffix in form.suffixes}
_BY_KIND = {kind: form for form in _FORMATS for kind in form.kinds}

_SOUNDS = frozenset((".mp3", ".m4a", ".m4b", ".aac", ".opus", ".ogg", ".flac", ".wav", ".wma"))

INPUT_SUFFIXES = frozenset(_BY_SUFFIX)
"""Lower-case suffixes of the files in a folder that are articles."""


def open_source(given: Path | str) -> Source:
    """The bytes of a file, of what an address leads to, or of standard input (``-``).

    Raises InputMissingError, TooLargeError, RecordingError, AddressError.
    """
    text = str(given)
    if text == STANDARD_INPUT:
        content = sys.stdin.buffer.read(_ARCHIVE_LIMIT + 1)
        if len(content) > _ARCHIVE_LIMIT:
            raise TooLargeError("standard input", len(content), _ARCHIVE_LIMIT, "bytes")
        return Source("standard input", content)
    if is_address(text):
        from oped_audio.reading.web import fetch  # noqa: PLC0415 - it brings the network

        return fetch(text)
    path = Path(given)
    suffix = path.suffix.lower()
    limit = _BY_SUFFIX.get(suffix, _PLAIN_TEXT).limit
    if suffix in _SOUNDS and path.is_file():  # most are larger than articles may be
        raise RecordingError(text, "a sound file, by its name")
    content = load(path, limit)
    kind = kind_of(content)
    if kind and is_recording(kind):
        raise RecordingError(text, kind)
    return Source(text, content, path.parent, suffix=suffix)


def is_address(text: str) -> bool:
    """Whether it is one of the web, not a file's name."""
    return text.lower().startswith(("http://", "https://"))


def read(source: Source, settings: ReadingSettings, pictures: Pictures) -> Reading:
    """The article; one without a title is named after its source.

    Raises InputError: what it is taken for cannot be read, or holds nothing to narrate.
    """
    from oped_audio.reading.segmentation import segment  # noqa: PLC0415 - not for ``--help``

    reader = import_module(f"{__name__}.{_format(source).module}")
    draft = cast("Draft", reader.read(source, settings, pictures))
    reading = segment(draft, settings, source.name)
    if reading.document.title:
        return reading
    return replace(reading, document=replace(reading.document, title=source.title))


def _format(source: Source) -> _Format:
    """By the suffix, which the content must not belie; by the content where there is none."""
    kind = kind_of(source.content)
    shown = _BY_KIND.get(kind) if kind else None
    named = _BY_SUFFIX.get(source.suffix)
    if named is None or shown in {None, named}:
        return named or shown or _PLAIN_TEXT
    advice = f"rename it so that it ends in {shown.suffixes[0]}" if shown else ""
    raise UnreadableFileError(source.name, named.name, f"it is {kind}", advice)
