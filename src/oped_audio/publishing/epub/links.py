"""Pages -> where references to notes lead, what they are called, and the way back. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from oped_audio.model.document import Block, Note, Span
from oped_audio.publishing.epub.pages import Page


@dataclass(frozen=True, slots=True)
class Links:
    """All references of a book; addresses are relative to its text documents."""

    notes: Mapping[str, str] = field(default_factory=dict)
    """Where a note is found, by its block's id."""
    references: Mapping[tuple[str, int], str] = field(default_factory=dict)
    """The id of a reference, by its leaf and how many characters of it are before it."""
    back: Mapping[str, str] = field(default_factory=dict)
    """Where a note is first referred to, by its block's id."""


def note_target(note: str) -> str:
    """The id of the element that holds a note, its label and its further paragraphs."""
    return f"{note}-n"


def links(pages: Sequence[Page]) -> Links:
    """The references of all pages; one to a note that there is not leads nowhere."""
    notes = {
        block.id: f"{_file(page)}#{note_target(block.id)}"
        for page in pages
        for block in page.section.blocks
        if isinstance(block, Note)
    }
    references: dict[tuple[str, int], str] = {}
    back: dict[str, str] = {}
    counts: dict[str, int] = {}
    for page in pages:
        for leaf in _leaves(page):
            for begin, _, span in anchors(leaf.spans, 0, len(leaf.text)):
                if span.note in notes:
                    counts[span.note] = counts.get(span.note, 0) + 1
                    name = f"{span.note}-r{counts[span.note]}"
                    references[leaf.id, begin] = name
                    back.setdefault(span.note, f"{_file(page)}#{name}")
    return Links(notes, references, back)


def in_one_document(found: Links) -> Links:
    """The same where all pages are one document, so that fragments alone lead there."""
    return Links(
        {note: _fragment(href) for note, href in found.notes.items()},
        found.references,
        {note: _fragment(href) for note, href in found.back.items()},
    )


def anchors(spans: Sequence[Span], begin: int, end: int) -> Iterator[tuple[int, int, Span]]:
    """The longest stretches between two places that lead to one note, one address or nowhere.

    Each comes with its first span.
    """
    at = 0
    first = begin
    current: Span | None = None
    for span in spans:
        stop = at + len(span.text)
        if stop > begin and at < end and span.text:
            if current and (span.note, span.link) != (current.note, current.link):
                yield first, at, current
                first, current = at, span
            current = current or span
        at = stop
    if current and first < end:
        yield first, min(at, end), current


def _leaves(page: Page) -> Iterator[Block]:
    if page.section.heading:
        yield page.section.heading_block
    for block in page.section.blocks:
        yield from block.leaves


def _file(page: Page) -> str:
    return page.text_href.rpartition("/")[2]


def _fragment(href: str) -> str:
    return f"#{href.partition('#')[2]}"
