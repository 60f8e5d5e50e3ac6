"""Paragraphs that tools cut in two, where a file or a line ends -> whole again. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from oped_audio.model.document import Span
from oped_audio.reading.draft import Piece
from oped_audio.reading.wording import terminal


def joined(before: Sequence[Piece], after: Sequence[Piece]) -> list[Piece]:
    """The pieces of two documents; a sentence that goes on in the second is one paragraph."""
    if before and after and _goes_on(before[-1], after[0]):
        return [*before[:-1], _one(before[-1], after[0]), *after[1:]]
    return [*before, *after]


def _goes_on(piece: Piece, following: Piece) -> bool:
    return (
        piece.kind == following.kind == "paragraph"
        and not piece.reason
        and not following.reason
        and not terminal(piece.text.rstrip())
        and not piece.text.rstrip().endswith((":", "—", "…"))
        and following.text[:1].islower()
    )


def _one(piece: Piece, following: Piece) -> Piece:
    return replace(piece, spans=(*piece.spans, Span(" "), *following.spans))
