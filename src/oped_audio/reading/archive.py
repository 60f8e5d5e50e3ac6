"""ZIP archives from anyone, opened without trusting what they say of themselves."""

import re
import struct
import unicodedata
import zlib
from collections import Counter
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile, ZipInfo

from oped_audio.errors import UnreadableFileError
from oped_audio.reading.source import Source

if TYPE_CHECKING:
    from lxml.etree import XMLParser, _Element

_MOST_ENTRIES = 20_000
_MOST_BYTES = 400_000_000
"""Of all entries that are read."""
_MOST_XML_BYTES = 30_000_000
_SMALL = 20_000_000
"""Bytes below which an entry may be compressed as well as it likes."""
_MOST_TIMES = 100
"""How much larger a large entry may become."""
_CHUNK = 1 << 18
_HEAD = 1_000_000
"""Bytes in which a document type must end."""
_SYMBOLIC_LINK = 0o120000
_ENCRYPTED = 1
_DAMAGED = "it is damaged; get the file again from where it came from"
_UNSAFE = "do not open it; ask whoever made it for a clean one"


@dataclass(slots=True)
class Archive:
    """The entries of a ZIP file; each is read only when it is asked for."""

    name: str
    """The source, as errors call it."""
    kind: str
    """What it should be, such as ``an EPUB``."""
    _zip: ZipFile
    _entries: dict[str, ZipInfo]
    _alike: dict[str, str]
    """Names by what is left of them without case and form, where that is of one entry only."""
    _left: int = _MOST_BYTES

    @classmethod
    def open(cls, source: Source, kind: str) -> "Archive":
        """Look at the directory of the archive. Raises UnreadableFileError."""

        def refuse(reason: str, advice: str) -> UnreadableFileError:
            return UnreadableFileError(source.name, kind, reason, advice)

        try:
            opened = ZipFile(BytesIO(source.content))
            found = opened.infolist()
        except (BadZipFile, struct.error, ValueError, OSError, EOFError, NotImplementedError):
            raise refuse("it is no complete ZIP archive", _DAMAGED) from None
        if len(found) > _MOST_ENTRIES:
            raise refuse(f"it has {len(found):,} entries, the limit is {_MOST_ENTRIES:,}", _UNSAFE)
        entries: dict[str, ZipInfo] = {}
        for entry in found:
            shown = repr(entry.orig_filename[:80])
            if _leads_out(entry):
                raise refuse(f"its entry {shown} leads out of it", _UNSAFE)
            if entry.filename in entries:
                raise refuse(f"it has two entries {shown}", _UNSAFE)
            if not entry.is_dir():
                entries[entry.filename] = entry
        if _overlap(found):
            raise refuse("its entries overlap", _UNSAFE)
        counts = Counter(map(folded, entries))
        alike = {folded(name): name for name in entries if counts[folded(name)] == 1}
        return cls(source.name, kind, opened, entries, alike)

    @property
    def names(self) -> tuple[str, ...]:
        """Of all entries that are files, in the order of the archive."""
        return tuple(self._entries)

    def __contains__(self, name: object) -> bool:
        return name in self._entries

    def named(self, name: str) -> str:
        """The entry that a name means: itself, or the only one that is written nearly so.

        Systems differ in whether case counts and how accents are stored (UAX 15).
        """
        return name if name in self._entries else self._alike.get(folded(name), name)

    def refuse(self, reason: str, advice: str = _DAMAGED) -> UnreadableFileError:
        """The error that says why this archive is not read."""
        return UnreadableFileError(self.name, self.kind, reason, advice)

    def read(self, name: str, limit: int = _MOST_BYTES) -> bytes:
        """All bytes of an entry. Raises UnreadableFileError."""
        entry = self._entries.get(name)
        if entry is None:
            raise self.refuse(f"{name} is missing in it")
        if entry.flag_bits & _ENCRYPTED:
            raise self.refuse(f"{name} is encrypted", "save it without a password")
        most = min(limit, self._left, max(_SMALL, entry.compress_size * _MOST_TIMES))
        content = bytearray()
        try:
            with self._zip.open(entry) as stream:
                while chunk := stream.read(_CHUNK):
                    content += chunk
                    if len(content) > most:
                        raise self.refuse(f"{name} becomes too large when unpacked", _UNSAFE)
        except (BadZipFile, zlib.error, struct.error, OSError, EOFError, ValueError) as error:
            raise self.refuse(f"{name} is damaged") from error
        except (NotImplementedError, RuntimeError) as error:
            raise self.refuse(f"{name} is packed in an unknown way") from error
        self._left -= len(content)
        return bytes(content)

    def xml(self, name: str) -> "_Element":
        """The root of an XML entry, without entities of its own. Raises UnreadableFileError."""
        from lxml import etree

        content = self.read(name, _MOST_XML_BYTES)
        if has_entities(content):
            raise self.refuse(f"{name} defines entities", _UNSAFE)
        try:
            return etree.fromstring(content, xml_parser())
        except (etree.XMLSyntaxError, ValueError) as error:
            line = getattr(error, "lineno", None)
            where = f" at line {line}" if line else ""
            raise self.refuse(f"{name} is no well-formed XML{where}") from error


def folded(name: str) -> str:
    """A file's name without case, in Unicode's composed form."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def xml_parser() -> "XMLParser":
    """One that opens nothing and resolves nothing."""
    from lxml import etree

    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
    )


def has_entities(content: bytes) -> bool:
    """Whether a document type declares entities, in whatever encoding."""
    head = content[:_HEAD].replace(b"\0", b"")
    return bool(re.search(rb"<!DOCTYPE[^>]*\[.*?<!ENTITY", head, re.DOTALL | re.IGNORECASE))


def _leads_out(entry: ZipInfo) -> bool:
    name = entry.orig_filename
    return (
        "\0" in name
        or "\\" in name
        or name.startswith("/")
        or bool(re.match(r"[A-Za-z]:", name))
        or ".." in name.split("/")
        or entry.external_attr >> 16 & 0o170000 == _SYMBOLIC_LINK
    )


def _overlap(entries: list[ZipInfo]) -> bool:
    """Whether one entry's data lies within another's, as in a bomb without nesting."""
    ends = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < ends:
            return True
        ends = entry.header_offset + len(entry.orig_filename.encode("utf-8", "replace")) // 2
        ends += entry.compress_size
    return False
