"""``table`` -> a table piece, or its content where the table only lays the page out."""

from typing import TYPE_CHECKING

from oped_audio.model.document import Span
from oped_audio.reading.draft import Field, Piece
from oped_audio.reading.html.tree import name_of, number, types_of

if TYPE_CHECKING:
    from lxml.etree import _Element

    from oped_audio.reading.html.elements import Walker

_MOST_SPANNED = 100
_LAYOUT = frozenset(
    ("table", "h1", "h2", "h3", "h4", "blockquote", "figure", "article", "section", "form")
)


def take(walker: "Walker", element: "_Element", style: Span) -> None:
    """The table with its caption."""
    rows = [node for node in element.iter("{*}tr", "tr") if _table_of(node) is element]
    cells = [[node for node in row if name_of(node) in {"td", "th"}] for row in rows]
    if _lays_out(element, cells):
        with walker.as_kind(walker.mode):
            walker.walk(element, style)
        return
    walker.flush()
    place = walker.around.place(element)
    caption: tuple[Span, ...] = ()
    for node in element:
        if name_of(node) == "caption":
            caption, others = content(walker, node, style)
            walker.pieces += others
    found = []
    after: list[Piece] = []
    for row in cells:
        in_head = bool(row) and name_of(_parent(row[0], 2)) == "thead"
        fields = []
        for cell in row:
            text, others = content(walker, cell, walker.styled(cell, style))
            after += others
            is_header = name_of(cell) == "th" or in_head
            fields.append(Field(text, is_header, _spanned(cell, "col"), _spanned(cell, "row")))
        if fields:
            found.append(tuple(fields))
    if caption or any(field.spans for row in found for field in row):
        walker.pieces.append(Piece("table", caption, place, "is a table", rows=tuple(found)))
    walker.pieces += after


def content(
    walker: "Walker", element: "_Element", style: Span
) -> tuple[tuple[Span, ...], list[Piece]]:
    """The text of a cell or caption, a line a paragraph; and what in it is no text."""
    inner = walker.inner()
    inner.walk(element, style)
    inner.flush()
    walker.findings += inner.findings
    text: tuple[Span, ...] = ()
    others = []
    for piece in inner.pieces:
        if piece.kind in {"figure", "left out", "note", "table"}:
            others.append(piece)
            continue
        for spans in [piece.spans, *(entry.spans for entry in piece.entries)]:
            if spans:
                text += (Span("\n"), *spans) if text else spans
    return text, others


def _lays_out(element: "_Element", cells: list[list["_Element"]]) -> bool:
    if types_of(element) & {"presentation", "none"} or max(map(len, cells), default=0) < 2:
        return True
    return any(name_of(node) in _LAYOUT for row in cells for cell in row for node in cell.iter("*"))


def _spanned(cell: "_Element", axis: str) -> int:
    return max(1, min(number(cell.get(f"{axis}span")) or 1, _MOST_SPANNED))


def _table_of(row: "_Element") -> "_Element | None":
    node = row.getparent()
    while node is not None and name_of(node) != "table":
        node = node.getparent()
    return node


def _parent(element: "_Element", up: int) -> "_Element":
    for _ in range(up):
        above = element.getparent()
        element = above if above is not None else element
    return element
