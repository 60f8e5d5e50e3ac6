"""What the reader of a format yields: the source's pieces in order, and what it says of itself.

A reader says only what the source's own markup says. What unmarked paragraphs are (a heading, a
caption, a byline), which heading is the title, and where notes go, is decided by
``segmentation`` for all formats alike.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from oped_audio.model.document import Image, Span
from oped_audio.model.finding import Finding

PieceKind = Literal[
    "title",
    "heading",
    "kicker",
    "standfirst",
    "byline",
    "dateline",
    "paragraph",
    "verse",
    "figure",
    "list",
    "quotation",
    "pullquote",
    "note",
    "table",
    "about-author",
    "break",
    "left out",
]


@dataclass(frozen=True, slots=True)
class Entry:
    """An item of a list piece."""

    spans: tuple[Span, ...]
    label: str = ""
    """What an ordered list puts before it, as written; empty for a bullet."""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Field:
    """A cell of a table piece."""

    spans: tuple[Span, ...]
    is_header: bool = False
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, heading, figure, list, table or note of the source.

    A plain ``paragraph`` may still turn out to be a heading, caption, byline or page furniture;
    every other kind is what the markup says. A ``Span.note`` holds the *key* of the note that is
    referred to; its block id is put there when sections are made.
    """

    kind: PieceKind
    spans: tuple[Span, ...] = ()
    """The text; of a figure: caption and credit; of a table: its caption; of a list: empty."""
    place: str = ""
    """Where it begins in the source: ``line 12``, ``paragraph 7``, ``chapter-2.xhtml``."""
    reason: str = ""
    """Why it is of this kind, such as ``underlined with ===``; empty for an open paragraph."""
    level: int = 0
    """Of a heading: 1 for the highest."""
    key: str = ""
    """Of a note: what ``Span.note`` of its references holds; unique in the source."""
    label: str = ""
    """Of a note: what its references show, without brackets, such as ``1``; a note's second and
    later paragraphs are pieces with the same key and no label."""
    image: Image | None = None
    credit: str | None = None
    """Of a figure, where the markup tells it from the caption."""
    entries: tuple[Entry, ...] = ()
    rows: tuple[tuple[Field, ...], ...] = ()
    lines: int = 1
    """That a paragraph of plain text was written on."""

    @property
    def text(self) -> str:
        """Of the spans."""
        return "".join(span.text for span in self.spans)

    @property
    def unnoted(self) -> str:
        """Of the spans, without references to notes: what its shape is judged by."""
        return "".join(span.text for span in self.spans if span.note is None)

    @property
    def all_spans(self) -> Iterator[Span]:
        """Its own, those of its entries and those of its cells."""
        yield from self.spans
        for entry in self.entries:
            yield from entry.spans
        for row in self.rows:
            for cell in row:
                yield from cell.spans

    def mapped(self, change: Callable[[Span], Span]) -> "Piece":
        """The piece with each of its spans changed."""

        def changed(spans: tuple[Span, ...]) -> tuple[Span, ...]:
            return tuple(map(change, spans))

        return replace(
            self,
            spans=changed(self.spans),
            entries=tuple(replace(entry, spans=changed(entry.spans)) for entry in self.entries),
            rows=tuple(
                tuple(replace(cell, spans=changed(cell.spans)) for cell in row) for row in self.rows
            ),
        )


@dataclass(frozen=True, slots=True)
class Facts:
    """What the source says of itself outside its text, as in front matter or meta elements."""

    title: str | None = None
    kicker: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    """The authors' names, as ``Jane Doe and J. P. Marsh``."""
    language: str | None = None
    """BCP 47 tag."""
    date: str | None = None
    """When it was published: ``2026``, ``2026-01`` or ``2026-01-05``."""
    publisher: str | None = None
    rights: str | None = None
    source: str | None = None
    """The address it was published at."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as its format has it."""

    pieces: tuple[Piece, ...]
    facts: Facts = Facts()
    findings: tuple[Finding, ...] = ()
