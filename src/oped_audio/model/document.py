"""What the author wrote: Document > Section > Block > Span."""

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal[
    "standfirst", "byline", "paragraph", "figure", "list", "quotation", "note", "table"
]
SectionRole = Literal["title", "introduction", "section", "about-author"]


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one language and one style."""

    text: str
    language: str | None = None
    """BCP 47 tag where it differs from the document's language."""
    emphasis: Literal["none", "emphasis", "strong"] = "none"


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


@dataclass(frozen=True, slots=True)
class Figure(Block):
    """A picture's caption and credit; ``text`` is both, as the source writes them."""

    caption: str
    credit: str | None = None
    """Who made the picture, without brackets, as in ``Photo/Xinhua``."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the article that has one document, one audio file and one overlay."""

    id: str
    """``s`` and two or more digits; ``s00`` is the title page."""
    role: SectionRole
    heading: str | None
    """None for an introduction that the author left without one."""
    blocks: tuple[Block, ...]

    @property
    def heading_id(self) -> str:
        """The id that the heading has in place of a block id."""
        return f"{self.id}-h"


@dataclass(frozen=True, slots=True)
class Document:
    """One article."""

    title: str
    standfirst: str | None
    byline: str | None
    language: str
    """BCP 47 tag."""
    sections: tuple[Section, ...]

    @property
    def title_page(self) -> Section:
        """Title, standfirst and byline as the section ``s00``, narrated like every other."""
        lines: list[tuple[BlockKind, str]] = []
        if self.standfirst:
            lines.append(("standfirst", self.standfirst))
        if self.byline:
            lines.append(("byline", self.byline))
        blocks = tuple(
            Block(f"s00-p{number:02}", kind, (Span(text),))
            for number, (kind, text) in enumerate(lines, 1)
        )
        return Section("s00", "title", self.title, blocks)

    @property
    def pages(self) -> tuple[Section, ...]:
        """The title page and all sections, in reading order."""
        return (self.title_page, *self.sections)
