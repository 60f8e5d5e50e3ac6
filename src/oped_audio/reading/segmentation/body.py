"""A body's open paragraphs -> captions, headings, the note about the author, standfirst. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from oped_audio.model.document import Span
from oped_audio.reading.biography import find_biography
from oped_audio.reading.captions import read_caption
from oped_audio.reading.draft import Piece, PieceKind
from oped_audio.reading.frontmatter import is_standfirst
from oped_audio.reading.headings import find_headings, is_numeral, objection, over_lists
from oped_audio.reading.names import is_name
from oped_audio.reading.paragraphs import Paragraph
from oped_audio.reading.segmentation.front import MORE_THAN_NAME, Front, open_paragraph
from oped_audio.reading.segmentation.overrules import ADDED, OVERRULED, SAID
from oped_audio.reading.vocabulary import Vocabulary
from oped_audio.reading.wording import is_prose, plain, word_count

_MOST_BOLD_WORDS = 15


@dataclass(frozen=True, slots=True)
class Body:
    """The body as it was understood."""

    pieces: tuple[Piece, ...]
    """All with their final kinds, those of the front among them."""
    author: str | None
    """As a byline names them, or else the note about them."""


def read_body(front: Front, words: Vocabulary) -> Body:
    """Tell what each open paragraph is."""
    pieces = _with_numerals(front.pieces, words)
    author = front.author
    _mark_captions(pieces, words)
    found = _mark_biography(pieces, author, words)
    author = author or found
    if front.byline is None and author:
        _mark_author_line(pieces, author)
    if front.title and not any(piece.kind == "standfirst" for piece in pieces):
        _mark_standfirst(pieces, _headings(pieces, author, words), front, words)
    for index, reason in _headings(pieces, author, words).items():
        _mark(pieces, index, "heading", reason)
    for index, piece in enumerate(pieces):
        if open_paragraph(piece):
            reason = objection(_line(piece), words) or "does not stand where a heading does"
            pieces[index] = replace(piece, reason=f"no heading: {reason}")
    return Body(tuple(pieces), author)


def _with_numerals(pieces: Sequence[Piece], words: Vocabulary) -> list[Piece]:
    """``II.`` on a line above ``Of Companions`` is one heading with it."""
    result: list[Piece] = []
    for piece in pieces:
        above = result[-1] if result else None
        if (
            above is not None
            and open_paragraph(above)
            and open_paragraph(piece)
            and is_numeral(above.text)
            and not is_numeral(piece.text)
            and objection(_line(piece), words) is None
        ):
            spans = (Span(f"{above.text} "), *piece.spans)
            result[-1] = replace(piece, spans=spans, place=above.place)
        else:
            result.append(piece)
    return result


def _line(piece: Piece) -> Paragraph:
    return Paragraph(piece.unnoted, piece.lines)


def _open(pieces: Sequence[Piece]) -> list[int]:
    return [index for index, piece in enumerate(pieces) if open_paragraph(piece)]


def _mark(pieces: list[Piece], index: int, kind: PieceKind, reason: str) -> None:
    above = (piece.level for piece in reversed(pieces[:index]) if piece.kind == "heading")
    level = next(above, 2) if kind == "heading" else 0
    pieces[index] = replace(pieces[index], kind=kind, reason=reason, level=level)


def _mark_captions(pieces: list[Piece], words: Vocabulary) -> None:
    for index in reversed(_open(pieces)):
        if read_caption(pieces[index].text, words) is None:
            continue
        above = pieces[index - 1] if index else None
        if above and above.kind == "figure" and above.image and not above.spans:
            pieces[index - 1] = replace(above, spans=pieces[index].spans)
            del pieces[index]
        else:
            _mark(pieces, index, "figure", "has a picture's credit")


def _mark_biography(pieces: list[Piece], author: str | None, words: Vocabulary) -> str | None:
    """Mark the note about the author; return the name it gives."""
    if any(piece.kind == "about-author" for piece in pieces):
        return None
    candidates = [
        index
        for index, piece in enumerate(pieces)
        if open_paragraph(piece) or piece.kind in {"heading", "quotation", "list", "verse"}
    ]
    texts = [pieces[index].text for index in candidates]
    found = find_biography(texts, author, words)
    if found is None:
        return None
    if found.heading is not None and open_paragraph(pieces[candidates[found.begin - 1]]):
        _mark(pieces, candidates[found.begin - 1], "heading", "announces the note about the author")
    for index in candidates[found.begin :]:
        if open_paragraph(pieces[index]):
            _mark(pieces, index, "about-author", "stands at the end and says who the author is")
    return found.author


def _mark_author_line(pieces: list[Piece], author: str) -> None:
    """The author's name alone, after the title."""
    first = next(iter(_open(pieces)), None)
    if first is not None and plain(pieces[first].text) == plain(author):
        _mark(pieces, first, "byline", "is the name of the author")


def _headings(pieces: Sequence[Piece], author: str | None, words: Vocabulary) -> dict[int, str]:
    """Indexes of open paragraphs that are headings, and why.

    Where headings are marked, only those that editors made bold instead are taken for more.
    """
    indexes = [index for index in _looked_at(pieces) if pieces[index].kind != "figure"]
    bold = [index for index in indexes if _is_bold_heading(pieces[index], words)]
    if any(_is_marked_heading(piece, words) for piece in pieces):
        following = dict(pairwise(indexes))
        bold = [
            index
            for index in bold
            if objection(_line(pieces[index]), words) is None
            and index in following
            and is_prose(pieces[following[index]].text)
            and not _is_bold(pieces[following[index]])
        ]
        return dict.fromkeys(bold, "is wholly bold and short")
    if bold:
        return dict.fromkeys(bold, "is wholly bold and short")
    prose = [_line(pieces[index]) for index in indexes]
    found = find_headings(prose, words)
    lists = {number for number, index in enumerate(indexes) if pieces[index].kind == "list"}
    found |= over_lists(prose, found, lists, words)
    unnamed = author is None and bool(prose) and is_name(prose[0].text, words)
    headings = (indexes[number] for number in (found - {0} if unnamed else found))
    reason = "is short, unpunctuated and stands over prose"
    return {index: reason for index in headings if open_paragraph(pieces[index])}


def _looked_at(pieces: Sequence[Piece]) -> list[int]:
    """As ``_body``, of the article as it was before the settings had a say."""
    body = set(_body(pieces))
    return [
        index
        for index, piece in enumerate(pieces)
        if piece.reason != ADDED
        and (index in body or (piece.reason == SAID and piece.kind == "left out"))
    ]


def _is_marked_heading(piece: Piece, words: Vocabulary) -> bool:
    """Whether the source marks it, so that it would mark others too."""
    is_marked = piece.kind == "heading" and piece.reason not in OVERRULED
    return is_marked and not _announces(piece, words)


def _announces(piece: Piece, words: Vocabulary) -> bool:
    return plain(piece.text) in words.about_author_headings | words.notes_headings


def _body(pieces: Sequence[Piece]) -> list[int]:
    """Indexes of what stands between title and author's note, and says anything."""
    return [
        index
        for index, piece in enumerate(pieces)
        if piece.kind in _OF_BODY and piece.reason != MORE_THAN_NAME
    ]


_OF_BODY = frozenset(
    {"paragraph", "verse", "figure", "list", "quotation", "table", "heading", "pullquote"}
)


def _is_bold(piece: Piece) -> bool:
    letters = [span for span in piece.spans if span.text.strip()]
    return bool(letters) and all(span.emphasis == "strong" for span in letters)


def _is_bold_heading(piece: Piece, words: Vocabulary) -> bool:
    objections = {None, "asks or exclaims", "begins small", "ends like a sentence"}
    return (
        open_paragraph(piece)
        and _is_bold(piece)
        and word_count(piece.text) <= _MOST_BOLD_WORDS
        and objection(_line(piece), words) in objections
    )


def _mark_standfirst(
    pieces: list[Piece], headings: Collection[int], front: Front, words: Vocabulary
) -> None:
    indexes = [index for index in _body(pieces) if pieces[index].kind != "figure"]
    first = next(iter(_body(pieces)), None)
    if first is None or first not in indexes or not open_paragraph(pieces[first]):
        return
    if any(span.note for span in pieces[first].spans):
        return
    prose = [_line(pieces[index]) for index in indexes]
    marked = {index for index in indexes if pieces[index].kind == "heading"}
    numbers = {n for n, index in enumerate(indexes) if index in marked or index in headings}
    if is_standfirst(prose, numbers, front.byline, words):
        _mark(pieces, first, "standfirst", "sums the article up before it begins")
