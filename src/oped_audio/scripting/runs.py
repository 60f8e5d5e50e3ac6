"""Which sentences a listener hears as one quotation, one caption, one note: as a run. Pure."""

from collections.abc import Iterable
from typing import NamedTuple

from oped_audio.model.document import Block, Note
from oped_audio.model.roles import VOICE_ROLE_OF
from oped_audio.model.script import UtteranceRole


class Piece(NamedTuple):
    """What is known of a sentence before it is one."""

    section: str
    role: UtteranceRole
    leaf: Block


def run_numbers(pieces: Iterable[Piece]) -> list[int]:
    """For each piece the number of its run, counted from 0.

    A run goes on as long as section and voice role do. Each caption, text alternative, pull quote
    and note is a run of its own; a note's further paragraphs belong to it.
    """
    numbers: list[int] = []
    before: tuple[str, str, str] | None = None
    for piece in pieces:
        same = before[2] if before else ""
        key = (piece.section, VOICE_ROLE_OF[piece.role], _thing(piece, same))
        last = numbers[-1] if numbers else -1
        numbers.append(last if key == before else last + 1)
        before = key
    return numbers


def _thing(piece: Piece, before: str) -> str:
    """Id of what the sentence is part of; empty where only the role counts."""
    leaf = piece.leaf
    if isinstance(leaf, Note) and not leaf.label:
        return before
    alone = leaf.kind == "pullquote" or VOICE_ROLE_OF[piece.role] in {"caption", "note"}
    return leaf.id if alone else ""
