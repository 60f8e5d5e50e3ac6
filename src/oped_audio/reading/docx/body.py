"""The body of a Word document -> Pieces, in order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from oped_audio.model.document import Span
from oped_audio.model.finding import Finding
from oped_audio.reading.archive import Archive
from oped_audio.reading.docx.numbering import Numbering
from oped_audio.reading.docx.ooxml import child, name_of, said, whole
from oped_audio.reading.docx.pictures import figures
from oped_audio.reading.docx.runs import RunReader
from oped_audio.reading.docx.styles import Style, Styles, is_style, list_of
from oped_audio.reading.draft import Entry, Field, Piece, PieceKind
from oped_audio.reading.pictures import Pictures

if TYPE_CHECKING:
    from lxml.etree import _Element

_STYLED: tuple[tuple[tuple[str, ...], PieceKind], ...] = (
    (("title",), "title"),
    (("subtitle",), "standfirst"),
    (("quote", "block text", "quotations"), "quotation"),
    (("byline", "author"), "byline"),
    (("standfirst", "dek"), "standfirst"),
    (("kicker",), "kicker"),
)
_TRANSPARENT = frozenset(
    ("sdt", "sdtContent", "smartTag", "customXml", "ins", "moveTo", "body", "Choice")
)
_MOST_SPANNED = 100


@dataclass(slots=True)
class BodyReader:
    """Reads paragraphs and tables, and keeps what it has found so far."""

    archive: Archive
    pictures: Pictures
    styles: Styles
    numbering: Numbering
    runs: RunReader
    files: Mapping[str, str]
    """Entries of the archive by relationship id."""
    pieces: list[Piece] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    count: int = 0
    """Paragraphs so far."""

    def walk(self, element: "_Element") -> None:
        """Take in all paragraphs and tables directly in an element."""
        for node in element:
            name = name_of(node)
            if name == "p":
                self._paragraph(node)
            elif name == "tbl":
                self._table(node)
            elif name in _TRANSPARENT:
                self.walk(node)
            elif name == "AlternateContent":
                chosen = child(node, "Choice")
                chosen = chosen if chosen is not None else child(node, "Fallback")
                if chosen is not None:
                    self.walk(chosen)

    def note(self, element: "_Element", key: str, label: str) -> None:
        """Take in a footnote or endnote, whose paragraphs have one key."""
        before = len(self.pieces)
        self.walk(element)
        place = f"note {label}"
        for index in range(before, len(self.pieces)):
            piece = self.pieces[index]
            if piece.spans and piece.kind not in {"figure", "table", "list"}:
                self.pieces[index] = Piece(
                    "note", piece.spans, place, "is a note of the document", key=key, label=label
                )
                label = ""

    def _paragraph(self, element: "_Element") -> None:
        self.count += 1
        place = f"paragraph {self.count}"
        properties = child(element, "pPr")
        style = self.styles.of(said(child(properties, "pStyle")))
        found = self.runs.paragraph(element, style)
        spans = tuple(found.spans)
        for drawing in found.pictures:
            pieces, findings = figures(drawing, self.files, self.archive, self.pictures, place)
            self.pieces += pieces
            self.findings += findings
        if spans:
            self._add(spans, properties, style, place)
        for box in found.boxes:
            self.walk(box)

    def _add(
        self, spans: tuple[Span, ...], properties: "_Element | None", style: Style, place: str
    ) -> None:
        level = whole(said(child(properties, "outlineLvl")))
        depth = level + 1 if level is not None and level < 9 else style.level
        if depth:
            reason = f"has the style {style.name or 'of a heading'}"
            self._label_heading(properties, style)
            self.pieces.append(Piece("heading", spans, place, reason, level=depth))
            return
        if is_style(style, "caption") and self._is_caption(spans):
            return
        listed = list_of(properties) or style.numbering
        label = self.numbering.label(*listed) if listed and listed[0] not in {"", "0"} else None
        if listed and label is not None:
            self._item(Entry(spans, label, listed[1]), place)
            return
        for names, kind in _STYLED:
            if is_style(style, *names):
                reason = f"has the style {style.name}"
                self.pieces.append(Piece(kind, spans, place, reason))
                return
        self.pieces.append(Piece("paragraph", spans, place))

    def _label_heading(self, properties: "_Element | None", style: Style) -> None:
        """A heading that is counted takes part in the count; its number is not its text."""
        listed = list_of(properties) or style.numbering
        if listed and listed[0] not in {"", "0"}:
            self.numbering.label(*listed)

    def _is_caption(self, spans: tuple[Span, ...]) -> bool:
        """Give the caption to the picture or table before it, if that has none."""
        last = self.pieces[-1] if self.pieces else None
        if last is None or last.kind not in {"figure", "table"} or last.spans:
            return False
        self.pieces[-1] = replace(last, spans=spans)
        return True

    def _item(self, entry: Entry, place: str) -> None:
        last = self.pieces[-1] if self.pieces else None
        top = [each for each in last.entries if each.depth == 0] if last else []
        counts_alike = entry.depth > 0 or not top or bool(top[0].label) == bool(entry.label)
        if last is not None and last.kind == "list" and counts_alike:
            self.pieces[-1] = replace(last, entries=(*last.entries, entry))
        else:
            self.pieces.append(Piece("list", (), place, "is a list", entries=(entry,)))

    def _table(self, element: "_Element") -> None:
        """A table; one with a single column is there for its frame, and is read as its content."""
        rows = [list(_cells(row)) for row in _rows(element)]
        if max(map(len, rows), default=0) < 2:
            for row in rows:
                for cell, _ in row:
                    self.walk(cell)
            return
        place = f"paragraph {self.count + 1}"
        outer, self.pieces = self.pieces, []
        heads = [said(child(row, "trPr", "tblHeader"), "val") for row in _rows(element)]
        marked = [child(row, "trPr", "tblHeader") is not None for row in _rows(element)]
        look = child(element, "tblPr", "tblLook")
        first = said(look, "firstRow") == "1" or _bit(said(look), 0x20)
        made: list[list[Field]] = []
        open_cells: dict[int, tuple[int, int]] = {}
        for number, row in enumerate(rows):
            is_head = (marked[number] and heads[number] not in {"0", "false"}) or (
                first and number == 0
            )
            made.append([])
            column = 0
            for cell, columns in row:
                merged = child(cell, "tcPr", "vMerge")
                if merged is not None and said(merged) != "restart" and column in open_cells:
                    self._span_row(made, *open_cells[column])
                    self.walk(cell)
                else:
                    spans = self._content(cell)
                    made[-1].append(Field(spans, is_head, columns))
                    open_cells[column] = (number, len(made[-1]) - 1)
                column += columns
        inner, self.pieces = self.pieces, outer
        table = tuple(tuple(row) for row in made if row)
        if any(cell.spans for row in table for cell in row):
            self.pieces.append(Piece("table", (), place, "is a table", rows=table))
        self.pieces += inner

    def _span_row(self, made: list[list[Field]], row: int, index: int) -> None:
        cell = made[row][index]
        made[row][index] = replace(cell, rows=min(len(made) - row, _MOST_SPANNED))

    def _content(self, cell: "_Element") -> tuple[Span, ...]:
        """The text of a cell, a line a paragraph; pictures and inner tables stay behind it."""
        before, self.pieces = self.pieces, []
        self.walk(cell)
        found, self.pieces = self.pieces, before
        text: tuple[Span, ...] = ()
        for piece in found:
            if piece.kind in {"figure", "table"}:
                self.pieces.append(piece)
                continue
            for spans in [piece.spans, *(entry.spans for entry in piece.entries)]:
                if spans:
                    text += (Span("\n"), *spans) if text else spans
        return text


def _rows(element: "_Element") -> Iterator["_Element"]:
    for node in element:
        if name_of(node) == "tr":
            yield node
        elif name_of(node) in _TRANSPARENT:
            yield from _rows(node)


def _cells(row: "_Element") -> Iterator[tuple["_Element", int]]:
    """Each cell with the columns that it spans."""
    for node in row:
        if name_of(node) == "tc":
            columns = whole(said(child(node, "tcPr", "gridSpan"))) or 1
            yield node, min(columns, _MOST_SPANNED)
        elif name_of(node) in _TRANSPARENT:
            yield from _cells(node)


def _bit(value: str | None, mask: int) -> bool:
    try:
        return bool(int(value or "0", 16) & mask)
    except ValueError:
        return False
