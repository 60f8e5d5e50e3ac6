"""What a listener is told that a reader sees: that this is a picture, a note, a column. Pure.

DAISY talking books announce what the eye takes from the layout; here the words are said before the
first word of what they announce, and nothing is added to the text.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from oped_audio.model.document import Block, Cell, Figure, ItemList, Note, Table
from oped_audio.model.language import primary


@dataclass(frozen=True, slots=True)
class Words:
    """The announcements in one language."""

    image: str
    caption: str
    table: str
    note: str
    pull_quote: str


_WORDS = {
    "ar": Words("صورة", "تعليق الصورة", "جدول", "ملاحظة", "اقتباس"),
    "de": Words("Bild", "Bildunterschrift", "Tabelle", "Anmerkung", "Zitat"),
    "en": Words("Image", "Caption", "Table", "Note", "Pull quote"),
    "es": Words("Imagen", "Pie de foto", "Tabla", "Nota", "Cita destacada"),
    "fr": Words("Image", "Légende", "Tableau", "Note", "Citation"),
    "it": Words("Immagine", "Didascalia", "Tabella", "Nota", "Citazione"),
    "nl": Words("Afbeelding", "Bijschrift", "Tabel", "Noot", "Citaat"),
    "pt": Words("Imagem", "Legenda", "Tabela", "Nota", "Citação"),
    "zh": Words("图片", "图片说明", "表格", "注释", "引文"),
}


def announcements(blocks: Sequence[Block], language: str) -> Mapping[str, str]:
    """What is said before each leaf, by the leaf's id; a language without words announces less."""
    words = _WORDS.get(primary(language))
    return {leaf: text for block in blocks for leaf, text in _of_block(block, words) if text}


def _of_block(block: Block, words: Words | None) -> Iterator[tuple[str, str]]:
    if isinstance(block, ItemList):
        for item in block.items:
            yield item.id, item.label and f"{item.label.strip('().')}:"
    elif isinstance(block, Table):
        yield from column_headers(block)
    if words is None:
        return
    if isinstance(block, Figure):
        described = block.image is not None and block.image.is_described
        yield block.alternative_id, f"{words.image}:" if described else ""
        yield block.id, f"{words.caption}:"
    elif isinstance(block, Table):
        yield block.caption_block.id, f"{words.table}:"
    elif isinstance(block, Note):
        yield block.id, block.label and f"{words.note} {block.label}:"
    elif block.kind == "pullquote":
        yield block.id, f"{words.pull_quote}:"


def column_headers(table: Table) -> Iterator[tuple[str, str]]:
    """Before each cell below the header rows, the header of its column."""
    headers: dict[int, str] = {}
    split = table.header_rows
    for cell, row, columns in _placed(table):
        if row < split:
            for column in columns:
                above = headers.get(column)
                headers[column] = f"{above} {cell.text}" if above else cell.text
        elif not cell.is_header and (header := headers.get(columns[0], "").strip()):
            yield cell.id, f"{header}:"


def _placed(table: Table) -> Iterator[tuple[Cell, int, range]]:
    """Each cell with its row and its columns, counted from 0 with regard to spans."""
    taken: dict[tuple[int, int], bool] = {}
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while taken.get((row, column)):
                column += 1
            columns = range(column, column + cell.columns)
            for below in range(1, cell.rows):
                taken.update(dict.fromkeys(((row + below, c) for c in columns), True))
            yield cell, row, columns
            column = columns.stop
