"""Pieces of known kinds -> Sections, with ids, and notes where they are wanted. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from oped_audio.model.document import (
    Block,
    BlockKind,
    Cell,
    Figure,
    Item,
    ItemList,
    Note,
    Section,
    SectionRole,
    Span,
    Table,
)
from oped_audio.reading.captions import read_caption
from oped_audio.reading.draft import Piece
from oped_audio.reading.segmentation.overrules import first_meant, spaced
from oped_audio.reading.settings import DEEPEST, ReadingChoices
from oped_audio.reading.vocabulary import Vocabulary
from oped_audio.reading.wording import plain

_Leaf = TypeVar("_Leaf", Item, Cell)
_PLAIN: dict[str, BlockKind] = {
    "paragraph": "paragraph",
    "about-author": "paragraph",
    "verse": "verse",
    "quotation": "quotation",
    "pullquote": "pullquote",
}
_OUTSIDE = frozenset({"title", "kicker", "standfirst", "byline", "dateline", "left out", "break"})


@dataclass(slots=True)
class _Part:
    """A section that is being filled."""

    role: SectionRole
    heading: Piece | None
    pieces: list[Piece] = field(default_factory=list)


def sections(
    pieces: Sequence[Piece], words: Vocabulary, choices: ReadingChoices
) -> tuple[Section, ...]:
    """The article's sections in reading order; every span's note is the id of its block."""
    notes_at_end = choices.notes == "end"
    body = [piece for piece in pieces if piece.kind not in _OUTSIDE]
    tied = [piece for piece in body if piece.kind == "note" and piece.key]
    body = [piece for piece in body if not (piece.kind == "note" and piece.key)]
    if not notes_at_end:
        body = _with_notes(body, tied)
        tied = []
    parts = _heard(list(_parts(body, words)))
    parts = _with_notes_section(parts, tied, words)
    levels = _chosen(parts, _levels(parts), choices.levels)
    ids: dict[str, str] = {}
    made = [
        _section(number, part, level, words, ids)
        for number, (part, level) in enumerate(zip(parts, levels, strict=True), 1)
    ]
    return tuple(_resolved(section, ids) for section in made)


def _with_notes(body: Sequence[Piece], notes: Sequence[Piece]) -> list[Piece]:
    """Each note after the piece that refers to it first; the others at the end."""
    left = list(notes)
    result = []
    for piece in body:
        result.append(piece)
        keys = {span.note for span in piece.all_spans}
        result += [note for note in left if note.key in keys]
        left = [note for note in left if note.key not in keys]
    return [*result, *left]


def _parts(body: Sequence[Piece], words: Vocabulary) -> Iterator[_Part]:
    part = _Part("introduction", None)
    for piece in body:
        about = piece.kind == "about-author"
        if piece.kind == "heading":
            yield from _finished(part)
            about = plain(piece.text) in words.about_author_headings
            part = _Part("about-author" if about else "section", piece)
        elif about and part.role != "about-author":
            yield from _finished(part)
            heading = Piece("heading", (Span(words.about_author),), level=0)
            part = _Part("about-author", heading, [piece])
        else:
            part.pieces.append(piece)
    yield from _finished(part)


def _finished(part: _Part) -> Iterator[_Part]:
    if part.pieces or part.heading:
        yield part


def _heard(parts: list[_Part]) -> list[_Part]:
    """Decoration alone makes no introduction: it goes to the begin of the section behind it."""
    if len(parts) < 2 or parts[0].heading or not all(map(_is_decoration, parts[0].pieces)):
        return parts
    first, *others = parts
    others[0].pieces[:0] = first.pieces
    return others


def _is_decoration(piece: Piece) -> bool:
    image = piece.image
    return image is not None and image.alternative == "" and not (piece.text or piece.credit)


def _with_notes_section(
    parts: list[_Part], notes: Sequence[Piece], words: Vocabulary
) -> list[_Part]:
    """The notes in a section of their own, under the source's heading for them if it has one."""
    if not notes:
        return parts
    headed = [
        part
        for part in parts
        if part.heading and not part.pieces and plain(part.heading.text) in words.notes_headings
    ]
    heading = headed[0].heading if headed else Piece("heading", (Span(words.notes),), level=0)
    others = [part for part in parts if part not in headed]
    return [*others, _Part("notes", heading, list(notes))]


def _levels(parts: Sequence[_Part]) -> list[int]:
    """1 for the highest headings there are, however the source counts; no level is skipped."""
    given = [part.heading.level if part.heading else 0 for part in parts]
    open_levels: list[int] = []
    result = []
    highest = min((level for level in given if level), default=1)
    for level in (level or highest for level in given):
        while open_levels and open_levels[-1] >= level:
            open_levels.pop()
        open_levels.append(level)
        result.append(min(len(open_levels), DEEPEST))
    return result


def _chosen(parts: Sequence[_Part], levels: Sequence[int], chosen: Mapping[str, int]) -> list[int]:
    """The levels with those that the settings give; none is skipped."""
    texts = [spaced(part.heading.text) if part.heading else "" for part in parts]
    result: list[int] = []
    for text, level in zip(texts, levels, strict=True):
        begin = first_meant(chosen, text, texts)
        wanted = level if begin is None else chosen[begin]
        result.append(min(wanted, result[-1] + 1 if result else 1))
    return result


def _section(
    number: int, part: _Part, level: int, words: Vocabulary, ids: dict[str, str]
) -> Section:
    name = f"s{number:02}"
    blocks = []
    for index, piece in enumerate(part.pieces, 1):
        block = _block(f"{name}-p{index:02}", piece, words)
        if piece.kind == "note" and piece.key:
            ids.setdefault(piece.key, block.id)
        blocks.append(block)
    heading = part.heading
    spans = heading.spans if heading and any(_is_special(span) for span in heading.spans) else ()
    text = heading.text.replace("\n", " ") if heading else None
    return Section(name, part.role, text, tuple(blocks), level, spans)


def _is_special(span: Span) -> bool:
    return replace(span, text="") != Span("") or "\n" in span.text


def _block(name: str, piece: Piece, words: Vocabulary) -> Block:
    if piece.kind == "figure":
        return _figure(name, piece, words)
    if piece.kind == "list":
        items = (
            Item(f"{name}-i{number}", "item", entry.spans, entry.label, entry.depth)
            for number, entry in enumerate(piece.entries, 1)
        )
        return ItemList(name, "list", (), tuple(items))
    if piece.kind == "table":
        return _table(name, piece)
    if piece.kind == "note":
        return Note(name, "note", piece.spans, piece.label)
    return Block(name, _PLAIN[piece.kind], piece.spans)


def _figure(name: str, piece: Piece, words: Vocabulary) -> Figure:
    text = piece.text
    image = piece.image
    if image and image.alternative is None:
        image = replace(image, alternative=words.undescribed, is_described=False)
    found = None if piece.credit else read_caption(text, words)
    if found:
        return Figure(name, "figure", piece.spans, found.caption, found.credit or None, image)
    caption = text
    if piece.credit and piece.credit in text:
        caption = text[: text.rindex(piece.credit)].rstrip(" (|/–—-")
    return Figure(name, "figure", piece.spans, caption, piece.credit, image)


def _table(name: str, piece: Piece) -> Table:
    rows = tuple(
        tuple(
            Cell(
                f"{name}-r{row}c{column}",
                "cell",
                cell.spans,
                cell.is_header,
                cell.columns,
                cell.rows,
            )
            for column, cell in enumerate(cells, 1)
        )
        for row, cells in enumerate(piece.rows, 1)
    )
    return Table(name, "table", piece.spans, rows)


def _resolved(section: Section, ids: Mapping[str, str]) -> Section:
    """The section, with the ids of notes in place of their keys."""
    blocks = tuple(_resolved_block(block, ids) for block in section.blocks)
    heading = _resolved_spans(section.heading_spans, ids)
    return replace(section, blocks=blocks, heading_spans=heading)


def _resolved_block(block: Block, ids: Mapping[str, str]) -> Block:
    block = replace(block, spans=_resolved_spans(block.spans, ids))
    if isinstance(block, ItemList):
        return replace(block, items=tuple(_resolved_leaf(item, ids) for item in block.items))
    if isinstance(block, Table):
        rows = tuple(tuple(_resolved_leaf(cell, ids) for cell in row) for row in block.rows)
        return replace(block, rows=rows)
    return block


def _resolved_leaf(leaf: _Leaf, ids: Mapping[str, str]) -> _Leaf:
    return replace(leaf, spans=_resolved_spans(leaf.spans, ids))


def _resolved_spans(spans: Sequence[Span], ids: Mapping[str, str]) -> tuple[Span, ...]:
    return tuple(replace(span, note=ids.get(span.note)) if span.note else span for span in spans)
