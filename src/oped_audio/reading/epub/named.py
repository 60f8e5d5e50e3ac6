"""The pieces of a document, and what the table of contents calls its places -> headings. Pure.

Many tools write headings as paragraphs that only a style tells from others. Then the contents know
which they are, and how deep.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from oped_audio.model.document import Span
from oped_audio.reading.draft import Piece
from oped_audio.reading.epub.contents import Place, key
from oped_audio.reading.headings import is_number

_LONGEST = 200
"""Characters of a paragraph that may be a heading or a part of one."""
_MOST_PARTS = 4
_NAMED = "is named so in the table of contents"
_TEXT = frozenset({"paragraph", "quotation", "verse", "list", "table"})


def headed(
    found: Sequence[Piece], file: str, places: Sequence[Place], unseen: Collection[str | None]
) -> list[Piece]:
    """Headings at the depth that the contents give the document, and those that only they know.

    One without a heading takes what the contents call it, unless that is an ``unseen`` label.
    """
    levels = [piece.level for piece in found if piece.kind == "heading"]
    by = places[0].depth - min(levels) if levels and places else 0
    pieces = [
        replace(piece, level=max(1, piece.level + by)) if piece.kind == "heading" else piece
        for piece in found
    ]
    if len(pieces) > 1 and _is_number_over(pieces[0], pieces[1]):
        pieces[:2] = [replace(pieces[1], spans=(*pieces[0].spans, Span("\n"), *pieces[1].spans))]
    pieces = _numbers_joined(pieces)
    known = {key(piece.text) for piece in pieces if piece.kind == "heading"}
    at = 0
    for place in places:
        run = None if key(place.label) in known else _run(pieces, at, key(place.label))
        if run:
            pieces[run[0] : run[1]] = [_heading(pieces[run[0] : run[1]], place.depth)]
            at = run[0] + 1
    kinds = {piece.kind for piece in pieces}
    is_headless = "heading" not in kinds and bool(kinds & _TEXT)
    if is_headless and places and places[0].label not in {"", *unseen}:
        name = (Span(places[0].label),)
        return [Piece("heading", name, file, _NAMED, level=places[0].depth), *pieces]
    return pieces


def _run(pieces: Sequence[Piece], begin: int, name: str) -> tuple[int, int] | None:
    """Where paragraphs that follow each other say the same, with the numeral above them."""
    for first in range(begin, len(pieces)):
        said = ""
        for end in range(first, min(first + _MOST_PARTS, len(pieces))):
            if not name or not _may_be_part(pieces[end]):
                break
            said += key(pieces[end].text)
            if said == name:
                above = pieces[first - 1] if first > begin else None
                with_numeral = above and _may_be_part(above) and is_number(above.text)
                return first - bool(with_numeral), end + 1
    return None


def _numbers_joined(pieces: Sequence[Piece]) -> list[Piece]:
    """A heading that is but a number belongs to the higher one that follows it."""
    result: list[Piece] = []
    for piece in pieces:
        above = result[-1] if result else None
        is_heading = piece.kind == "heading" and not is_number(piece.text)
        is_numbered = above is not None and above.kind == "heading" and is_number(above.text)
        if above is not None and is_heading and is_numbered and above.level > piece.level:
            result[-1] = replace(piece, spans=(*above.spans, Span("\n"), *piece.spans))
        else:
            result.append(piece)
    return result


def _is_number_over(piece: Piece, following: Piece) -> bool:
    """Whether a document begins with a number, in an element of its own, over a heading."""
    is_over = _may_be_part(piece) and is_number(piece.text)
    return is_over and following.kind == "heading" and not is_number(following.text)


def _may_be_part(piece: Piece) -> bool:
    return piece.kind == "paragraph" and not piece.reason and len(piece.text) <= _LONGEST


def _heading(parts: Sequence[Piece], level: int) -> Piece:
    spans: tuple[Span, ...] = ()
    for part in parts:
        spans += (Span("\n"), *part.spans) if spans else part.spans
    return replace(parts[0], kind="heading", spans=spans, reason=_NAMED, level=level)
