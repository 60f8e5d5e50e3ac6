"""What the author wrote: Document > Section > Block > Span."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

BlockKind = Literal[
    "kicker",
    "standfirst",
    "byline",
    "dateline",
    "paragraph",
    "verse",
    "figure",
    "alternative",
    "list",
    "item",
    "quotation",
    "pullquote",
    "note",
    "table",
    "cell",
    "cover",
    "entry",
    "subheading",
]
"""``alternative``, ``item`` and ``cell`` stand inside figures, lists and tables only; the last
three on pages that a book adds to the article."""
SectionRole = Literal[
    "title",
    "introduction",
    "section",
    "about-author",
    "notes",
    "cover",
    "statement",
    "contents",
]
"""The last three are pages that a book adds to the article: its cover, what it says of its
accessibility, and its table of contents."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one language and one style; ``\\n`` in it is a line break that is seen."""

    text: str
    language: str | None = None
    """BCP 47 tag where it differs from the document's language."""
    emphasis: Literal["none", "emphasis", "strong"] = "none"
    note: str | None = None
    """Id of the Note that this run, such as ``1`` or ``[1]``, refers to."""
    link: str | None = None
    """Absolute http, https or mailto address that it leads to."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or what stands in the place of one."""

    id: str
    """Made from position: section id, then p and the number of the block in it (``s03-p02``)."""
    kind: BlockKind
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """What the reader sees of this block, complete and in order."""
        return "".join(span.text for span in self.spans)

    @property
    def leaves(self) -> tuple["Block", ...]:
        """The blocks in it whose spans hold its text, in the order in which they are narrated."""
        return (self,) if self.spans else ()


@dataclass(frozen=True, slots=True)
class Image:
    """A picture that came with the article."""

    digest: str
    """SHA-256 of the file, in hexadecimal: the picture's identity."""
    media_type: str
    """An EPUB core media type (EPUB 3.3, 3.2), such as ``image/jpeg``."""
    width: int
    """Pixels."""
    height: int
    path: Path
    """Where the file lies until it is shipped."""
    alternative: str | None
    """Its text alternative; empty for one that only decorates. None until segmentation, where the
    source has none: then it is said that there is none, and ``is_described`` is False."""
    is_described: bool = True


@dataclass(frozen=True, slots=True)
class Figure(Block):
    """A picture, if it came along, with its caption and credit: ``text`` is both, as written."""

    caption: str
    credit: str | None = None
    """Who made the picture, without brackets, as in ``Photo/Xinhua``."""
    image: Image | None = None

    @property
    def leaves(self) -> tuple[Block, ...]:
        """The text alternative, whose block has the id of the ``img``; then the caption."""
        described = self.image is not None and bool(self.image.alternative)
        alternative = (self.alternative_block,) if described else ()
        return (*alternative, self) if self.spans else alternative

    @property
    def alternative_block(self) -> Block:
        """The image's text alternative as a block; the figure must have one."""
        words = self.image.alternative if self.image else None
        return Block(self.alternative_id, "alternative", (Span(words or ""),))

    @property
    def alternative_id(self) -> str:
        """Of the ``img`` and of the block with its text alternative."""
        return f"{self.id}-a"


@dataclass(frozen=True, slots=True)
class Item(Block):
    """An item of a list, ``s03-p02-i1``."""

    label: str = ""
    """What an ordered list puts before it, as written: ``1.``, ``b)``; empty for a bullet."""
    depth: int = 0
    """0 for the list's own items, 1 for those of a list in one of them, and so on."""


@dataclass(frozen=True, slots=True)
class ItemList(Block):
    """A list; it has no spans of its own."""

    items: tuple[Item, ...]

    @property
    def text(self) -> str:
        """All items, a line each."""
        return "\n".join(item.text for item in self.items)

    @property
    def leaves(self) -> tuple[Block, ...]:
        """The items that have text."""
        return tuple(item for item in self.items if item.spans)


@dataclass(frozen=True, slots=True)
class Cell(Block):
    """A cell of a table, ``s03-p02-r2c1``; row and column count from 1."""

    is_header: bool = False
    """Of its column if it stands in the first rows, otherwise of its row."""
    columns: int = 1
    """That it spans."""
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Table(Block):
    """A table; ``spans`` are its caption."""

    rows: tuple[tuple[Cell, ...], ...]

    @property
    def text(self) -> str:
        """The caption and all rows, a line each, with a tab between cells."""
        caption = "".join(span.text for span in self.spans)
        lines = ["\t".join(cell.text for cell in row) for row in self.rows]
        return "\n".join([caption, *lines] if caption else lines)

    @property
    def header_rows(self) -> int:
        """How many rows at the top have header cells only; 0 if there is nothing below them."""
        for count, row in enumerate(self.rows):
            if not row or not all(cell.is_header for cell in row):
                return count
        return 0

    def row_id(self, row: int) -> str:
        """Of a row, counted from 0: ``s03-p02-r1`` for the first."""
        return f"{self.id}-r{row + 1}"

    @property
    def caption_block(self) -> Block:
        """The caption as a block of its own, ``s03-p02-c``."""
        return Block(f"{self.id}-c", "paragraph", self.spans)

    @property
    def leaves(self) -> tuple[Block, ...]:
        """The caption, then the cells that have text, row by row."""
        caption = (self.caption_block,) if self.spans else ()
        return (*caption, *(cell for row in self.rows for cell in row if cell.spans))


@dataclass(frozen=True, slots=True)
class Note(Block):
    """A footnote or endnote."""

    label: str = ""
    """As its references show it, without brackets: ``1``, ``*``; empty for a note's second
    paragraph."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the article that has one document, one audio file and one overlay."""

    id: str
    """``s`` and two or more digits; ``s00`` is the title page."""
    role: SectionRole
    heading: str | None
    """None for an introduction that the author left without one."""
    blocks: tuple[Block, ...]
    level: int = 1
    """Depth in the table of contents; a section of level 2 belongs to the last one of level 1."""
    heading_spans: tuple[Span, ...] = ()
    """The heading with its languages and styles, where it has any."""

    @property
    def heading_id(self) -> str:
        """The id that the heading has in place of a block id."""
        return f"{self.id}-h"

    @property
    def heading_block(self) -> Block:
        """The heading as a block; there must be one."""
        spans = self.heading_spans or (Span(self.heading or ""),)
        return Block(self.heading_id, "paragraph", spans)


@dataclass(frozen=True, slots=True)
class Document:
    """One article."""

    title: str
    standfirst: str | None
    byline: str | None
    language: str
    """BCP 47 tag."""
    sections: tuple[Section, ...]
    kicker: str | None = None
    """The line above the title, such as ``Opinion``."""
    dateline: str | None = None
    """The line that says when, and perhaps where, it was published, as written."""
    date: str | None = None
    """When it was published: W3CDTF, ``2026``, ``2026-01`` or ``2026-01-05``."""
    publisher: str | None = None
    rights: str | None = None
    source: str | None = None
    """Where it was published: an address or a name."""
    byline_line: str | None = None
    """The line that names the author, as written: ``By Jane Doe``."""

    @property
    def title_page(self) -> Section:
        """Title and what stands around it as the section ``s00``, narrated like every other."""
        lines: tuple[tuple[BlockKind, str | None], ...] = (
            ("kicker", self.kicker),
            ("standfirst", self.standfirst),
            ("byline", self.byline_line or self.byline),
            ("dateline", self.dateline),
        )
        shown = [(kind, text) for kind, text in lines if text]
        blocks = tuple(
            Block(f"s00-p{number:02}", kind, (Span(text),))
            for number, (kind, text) in enumerate(shown, 1)
        )
        return Section("s00", "title", self.title, blocks)

    @property
    def pages(self) -> tuple[Section, ...]:
        """The title page and all sections, in reading order."""
        return (self.title_page, *self.sections)

    @property
    def images(self) -> tuple[Image, ...]:
        """The pictures that came with the article, in reading order."""
        blocks = (block for section in self.sections for block in section.blocks)
        return tuple(b.image for b in blocks if isinstance(b, Figure) and b.image)
