"""A body's open paragraphs -> captions, headings, the note about the author, standfirst. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from oped_audio.model.document import Span
from oped_audio.reading.biography import find_biography
from oped_audio.reading.captions import read_caption
from oped_audio.reading.draft import Piece, PieceKind
from oped_audio.reading.frontmatter import is_standfirst
from oped_audio.reading.headings import (
    asks_somebody,
    find_headings,
    is_numeral,
    is_turn,
    objection,
    over_lists,
)
from oped_audio.reading.names import is_name, without_titles
from oped_audio.reading.paragraphs import Paragraph
from oped_audio.reading.segmentation.front import MORE_THAN_NAME, Front, open_paragraph
from oped_audio.reading.segmentation.overrules import ADDED, OVERRULED, SAID
from oped_audio.reading.vocabulary import Vocabulary
from oped_audio.reading.wording import is_prose, plain, word_count

_MOST_STANDFIRST_WORDS = 60
_AUTHOR_AMONG = 2
"""Paragraphs at the top of which one may be the author's name."""
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
        _mark_author_line(pieces, author, words)
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
    _unlist_notes(pieces, author, words)
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


def _unlist_notes(pieces: list[Piece], author: str | None, words: Vocabulary) -> None:
    """A list at the end whose items are all notes about authors, as some pages have them."""
    index = next((i for i in reversed(range(len(pieces))) if pieces[i].kind in _OF_BODY), None)
    if index is None or pieces[index].kind != "list" or not pieces[index].entries:
        return
    entries = pieces[index].entries
    texts = ["".join(span.text for span in entry.spans) for entry in entries]
    before = [piece.text for piece in pieces[:index] if piece.kind in _OF_BODY]
    found = find_biography([*before, *texts], author, words)
    if found is None or found.begin != len(before) or any(entry.label for entry in entries):
        return
    place = pieces[index].place
    pieces[index : index + 1] = [Piece("paragraph", entry.spans, place=place) for entry in entries]


def _mark_author_line(pieces: list[Piece], author: str, words: Vocabulary) -> None:
    """The author's name alone, after the title."""
    name = plain(without_titles(author, words))
    top = _open(pieces)[:_AUTHOR_AMONG]
    for index in top:
        if plain(without_titles(pieces[index].text, words)) == name:
            _mark(pieces, index, "byline", "is the name of the author")
            above = pieces[top[0]]
            summed_up = any(piece.kind == "standfirst" for piece in pieces)
            short = word_count(above.text) <= _MOST_STANDFIRST_WORDS
            if index != top[0] and short and not summed_up:
                _mark(pieces, top[0], "standfirst", "stands over the name of the author")
            return


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
            and not is_turn(pieces[index].text, pieces[following[index]].text)
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
        and not asks_somebody(piece.text)
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
