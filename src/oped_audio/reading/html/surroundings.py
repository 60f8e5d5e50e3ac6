"""What is around the elements that are read: the source, its addresses, its pictures."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from oped_audio.reading.draft import PieceKind
from oped_audio.reading.pictures import NoPictureError, Pictures

if TYPE_CHECKING:
    from lxml.etree import _Element


def _nothing(_: str) -> bytes:
    raise NoPictureError("pictures cannot be read here")


def _stays(_: "_Element") -> str | None:
    return None


def _open(_: "_Element") -> PieceKind | None:
    return None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Of one document of HTML or XHTML."""

    name: str
    """The source, as findings call it."""
    pictures: Pictures
    open_picture: Callable[[str], bytes] = _nothing
    """The bytes that a ``src`` leads to. Raises NoPictureError."""
    language: str | None = None
    """BCP 47 tag of the document."""
    address: str | None = None
    """http or https, to which links are relative."""
    file: str = ""
    """The document's own path in a source of many, to which references to notes are relative."""
    referred: frozenset[str] = field(default_factory=frozenset)
    """Keys of notes that any document of the source refers to."""
    reason_out: Callable[["_Element"], str | None] = _stays
    """Why an element is no part of the article; None if it is one."""
    kind_of: Callable[["_Element"], PieceKind | None] = _open
    """What the paragraphs of an element are, such as a byline, if its attributes say so."""

    def place(self, element: "_Element") -> str:
        """Where the element begins, for people."""
        line = element.get("data-line") or element.sourceline
        where = f"line {line}" if line else ""
        return ", ".join(filter(None, (self.file, where)))
