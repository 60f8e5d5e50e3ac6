"""An EPUB's container, opened without trusting what it says of itself."""

import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from oped_audio.errors import InputMissingError, UnreadableFileError, reason_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_ENTRIES = 20_000
_MOST_XML_BYTES = 30_000_000
_MOST_AUDIO_BYTES = 4_000_000_000
_SMALL = 20_000_000
"""Bytes below which an entry may be compressed as well as it likes."""
_MOST_TIMES = 100
"""How much larger a large entry may become."""
_CHUNK = 1 << 18
_ENTITIES = re.compile(rb"<!DOCTYPE[^>]*\[.*?<!ENTITY", re.DOTALL | re.IGNORECASE)
_ENCRYPTED = 1
_DAMAGED = "it is damaged; get the book again from where it came from"
_OTHER = "give a finished EPUB with Media Overlays"
_ZIP = b"PK"
_UNSAFE = "do not open it; ask whoever made it for a clean one"
_BROKEN = (BadZipFile, zlib.error, struct.error, OSError, EOFError, ValueError)
_UNKNOWN = (NotImplementedError, RuntimeError)


@dataclass(frozen=True, slots=True)
class Container:
    """The entries of an EPUB; each is read only when it is asked for."""

    name: str
    """The file, as errors call it."""
    _zip: ZipFile
    _entries: dict[str, ZipInfo]

    @classmethod
    @contextmanager
    def open(cls, path: Path) -> Iterator["Container"]:
        """Look at the directory of the archive. Raises InputMissingError, UnreadableFileError."""
        try:
            with path.open("rb") as file, _directory(file, str(path)) as opened:
                yield cls(str(path), opened, _entries(opened, str(path)))
        except FileNotFoundError as error:
            raise InputMissingError(str(path), reason_of(error)) from error
        except PermissionError as error:
            raise InputMissingError(str(path), reason_of(error)) from error

    def __contains__(self, name: object) -> bool:
        return name in self._entries

    def __iter__(self) -> Iterator[str]:
        """The names of all entries."""
        return iter(self._entries)

    def size(self, name: str) -> int:
        """Bytes that an entry becomes when it is unpacked, at most; 0 for one that is missing."""
        return self._entries[name].file_size if name in self._entries else 0

    def refuse(self, reason: str, advice: str = _DAMAGED) -> UnreadableFileError:
        """The error that says why this book is not checked."""
        return _refusal(self.name, reason, advice)

    def xml(self, name: str) -> "_Element":
        """The root of an XML entry, without entities of its own. Raises UnreadableFileError."""
        from lxml import etree

        content = b"".join(self.pieces(name, _MOST_XML_BYTES))
        if _ENTITIES.search(content.replace(b"\0", b"")):
            raise self.refuse(f"{name} defines entities", _UNSAFE)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            return etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            line = getattr(error, "lineno", None)
            where = f" at line {line}" if line else ""
            raise self.refuse(f"{name} is no well-formed XML{where}") from error

    def pieces(self, name: str, limit: int = _MOST_AUDIO_BYTES) -> Iterator[bytes]:
        """The bytes of an entry, a piece after the other. Raises UnreadableFileError."""
        entry = self._entries.get(name)
        if entry is None:
            raise self.refuse(f"{name} is missing in it")
        if entry.flag_bits & _ENCRYPTED:
            raise self.refuse(f"{name} is encrypted", "get a copy without DRM")
        left = min(limit, max(_SMALL, entry.compress_size * _MOST_TIMES))
        try:
            with self._zip.open(entry) as stream:
                while chunk := stream.read(_CHUNK):
                    left -= len(chunk)
                    if left < 0:
                        raise self.refuse(f"{name} becomes too large when unpacked", _UNSAFE)
                    yield chunk
        except _BROKEN as error:
            raise self.refuse(f"{name} is damaged") from error
        except _UNKNOWN as error:
            raise self.refuse(f"{name} is packed in an unknown way") from error


def _directory(file: BinaryIO, name: str) -> ZipFile:
    try:
        return ZipFile(file)
    except (*_BROKEN, *_UNKNOWN):
        file.seek(0)
        begins = file.read(2)
    if begins == _ZIP:
        raise _refusal(name, "it is no complete ZIP archive", _DAMAGED)
    if not begins:
        raise _refusal(name, "it is empty", _DAMAGED)
    raise _refusal(name, "it is something else", _OTHER)


def _entries(opened: ZipFile, name: str) -> dict[str, ZipInfo]:
    found = opened.infolist()
    if len(found) > _MOST_ENTRIES:
        reason = f"it has {len(found):,} entries, the limit is {_MOST_ENTRIES:,}"
        raise _refusal(name, reason, _UNSAFE)
    return {entry.filename: entry for entry in found if not entry.is_dir()}


def _refusal(name: str, reason: str, advice: str) -> UnreadableFileError:
    return UnreadableFileError(name, "an EPUB", reason, advice)
