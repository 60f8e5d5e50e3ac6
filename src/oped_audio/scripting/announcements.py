"""What a listener is told that a reader sees: that this is a picture, a note, a column. Pure.

DAISY talking books announce what the eye takes from the layout; here the words are said with the
first word of what they announce, or the last one, and nothing is added to the text.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from unicodedata import category

from oped_audio.model.document import Block, BlockKind, Cell, Figure, ItemList, Note, Span, Table
from oped_audio.model.language import primary
from oped_audio.model.script import Token
from oped_audio.scripting.references import reference_stretches
from oped_audio.scripting.settings import RoleSpeech

_LABEL = "{label}"
"""Stands in a phrase for a note's label."""
_ANNOUNCED_AS_THEY_ARE = frozenset[BlockKind]({"alternative", "pullquote"})
_DASHES = " -–—"
_QUOTATIONS = frozenset[BlockKind]({"quotation", "pullquote"})


@dataclass(frozen=True, slots=True)
class Words:
    """The announcements in one language."""

    image: str
    caption: str
    table: str
    note: str
    pull_quote: str
    quotation: str
    quotation_end: str


_WORDS = {
    "ar": Words("صورة", "تعليق الصورة", "جدول", "ملاحظة", "اقتباس", "اقتباس", "نهاية الاقتباس"),
    "de": Words(
        "Bild", "Bildunterschrift", "Tabelle", "Anmerkung", "Zitat", "Zitat", "Ende des Zitats"
    ),
    "en": Words("Image", "Caption", "Table", "Note", "Pull quote", "Quotation", "End of quotation"),
    "es": Words(
        "Imagen", "Pie de foto", "Tabla", "Nota", "Cita destacada", "Cita", "Fin de la cita"
    ),
    "fr": Words(
        "Image", "Légende", "Tableau", "Note", "Citation", "Citation", "Fin de la citation"
    ),
    "it": Words(
        "Immagine",
        "Didascalia",
        "Tabella",
        "Nota",
        "Citazione",
        "Citazione",
        "Fine della citazione",
    ),
    "nl": Words(
        "Afbeelding", "Bijschrift", "Tabel", "Noot", "Citaat", "Citaat", "Einde van het citaat"
    ),
    "pt": Words("Imagem", "Legenda", "Tabela", "Nota", "Citação", "Citação", "Fim da citação"),
    "zh": Words("图片", "图片说明", "表格", "注释", "引文", "引文", "引文结束"),
}


def announcements(blocks: Sequence[Block], language: str) -> Mapping[str, str]:
    """What is said before each leaf whatever its role, by the leaf's id.

    A language without words announces less.
    """
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
    elif isinstance(block, Table):
        yield block.caption_block.id, f"{words.table}:"
    elif block.kind == "pullquote":
        yield block.id, f"{words.pull_quote}:"


def opening(leaf: Block, speech: RoleSpeech, language: str) -> str:
    """What is said before a run that begins with this leaf; empty for nothing.

    A text alternative and a pull quote are announced as what they are, whatever is set.
    """
    if leaf.kind in _ANNOUNCED_AS_THEY_ARE:
        return ""
    label = leaf.label if isinstance(leaf, Note) else ""
    if speech.announce is not None:
        return " ".join(speech.announce.replace(_LABEL, label).split())
    words = _WORDS.get(primary(language))
    if words is None:
        return ""
    if isinstance(leaf, Figure):
        return f"{words.caption}:"
    if isinstance(leaf, Note):
        return label and f"{words.note} {label}:"
    return f"{words.quotation}:" if leaf.kind == "quotation" else ""


def closing(leaf: Block, sentences: int, speech: RoleSpeech, language: str) -> str:
    """What is said after a run of so many sentences that ends with this leaf; empty for nothing."""
    if leaf.kind == "alternative":
        return ""
    if speech.announce_end is not None:
        return " ".join(speech.announce_end.split())
    words = _WORDS.get(primary(language))
    if words is None or leaf.kind not in _QUOTATIONS or sentences < 2:
        return ""
    return f"{words.quotation_end}."


def said_before(tokens: Sequence[Token], announcement: str) -> tuple[Token, ...]:
    """The tokens, the first that is said with the announcement before it."""
    first = next((number for number, token in enumerate(tokens) if token.spoken), None)
    if not announcement or first is None:
        return tuple(tokens)
    token = tokens[first]
    added = len(announcement) + 1
    said = replace(
        token,
        spoken=f"{announcement} {token.spoken}",
        pronunciations=tuple(one.moved(added) for one in token.pronunciations),
        announces=added + token.announces,
    )
    return (*tokens[:first], said, *tokens[first + 1 :])


def said_after(tokens: Sequence[Token], announcement: str) -> tuple[Token, ...]:
    """The tokens, the last that is said with the announcement after it, as a sentence."""
    last = max((number for number, token in enumerate(tokens) if token.spoken), default=None)
    if not announcement or last is None:
        return tuple(tokens)
    token = tokens[last]
    word = token.spoken.rstrip(_DASHES) or token.spoken
    stop = "" if category(word[-1]).startswith("P") else "."
    said = replace(token, spoken=f"{word}{stop} {announcement}", announces_end=len(announcement))
    return (*tokens[:last], said, *tokens[last + 1 :])


def with_references(
    tokens: Sequence[Token], spans: Sequence[Span], begin: int, language: str
) -> tuple[Token, ...]:
    """The tokens of a sentence that begins there, with references to notes said as such."""
    words = _WORDS.get(primary(language))
    places = [(first - begin, last - begin) for first, last in reference_stretches(spans)]
    text = "".join(span.text for span in spans)
    result = list(tokens)
    for number, token in enumerate(tokens):
        if any(first <= token.begin and token.end <= last for first, last in places):
            shown = text[begin + token.begin : begin + token.end]
            label = "".join(sign for sign in shown if sign.isalnum())
            said = " ".join(filter(None, (words.note if words else "", label)))
            result[number] = replace(token, spoken=f" {said}" if said and number else said)
    return tuple(result)


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
