"""Paragraphs that tools cut in two, where a file or a line ends -> whole again. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from oped_audio.model.document import Span
from oped_audio.reading.draft import Piece
from oped_audio.reading.wording import terminal


def joined(documents: Iterable[Sequence[Piece]]) -> list[Piece]:
    """All pieces; a sentence that goes on in the next document is in one paragraph."""
    pieces: list[Piece] = []
    for document in documents:
        last, first = _seen(reversed(pieces)), _seen(document)
        if last is None or first is None or not _goes_over(pieces[-1 - last], document[first]):
            pieces += document
            continue
        pieces[-1 - last] = as_one(pieces[-1 - last], document[first])
        pieces += [*document[:first], *document[first + 1 :]]
    return pieces


def _seen(pieces: Iterable[Piece]) -> int | None:
    """Index of the first piece that is not left out."""
    return next((at for at, piece in enumerate(pieces) if piece.kind != "left out"), None)


def _goes_over(piece: Piece, following: Piece) -> bool:
    """Whether a sentence goes on in another document."""
    return goes_on(piece, following) and not piece.text.rstrip().endswith((":", "—", "…"))


def goes_on(piece: Piece, following: Piece) -> bool:
    """Whether a paragraph ends in mid-sentence, and another begins in lower case."""
    return (
        piece.kind == following.kind == "paragraph"
        and not piece.reason
        and not following.reason
        and not terminal(piece.text.rstrip())
        and following.text[:1].islower()
    )


def as_one(piece: Piece, following: Piece) -> Piece:
    """Both as one paragraph; a word that is divided at the end of a line is whole again."""
    text = piece.spans[-1].text.rstrip()
    if re.search(r"[^\W\d_][-\u2010]$", text):
        last = replace(piece.spans[-1], text=text[:-1])
        return replace(piece, spans=(*piece.spans[:-1], last, *following.spans))
    return replace(piece, spans=(*piece.spans, Span(" "), *following.spans))
