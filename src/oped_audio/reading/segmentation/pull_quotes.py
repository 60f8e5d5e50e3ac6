"""Paragraphs that repeat the body, as editors pull sentences out of it. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from oped_audio.reading.draft import Piece
from oped_audio.reading.wording import plain

_LEAST_WORDS = 5
_MOST_WORDS = 60
_BODY = frozenset({"paragraph", "quotation"})

_Words = tuple[str, ...]


def find_pull_quotes(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces, in which paragraphs whose every word a longer one has too are pull quotes.

    The first paragraph is none: a standfirst repeats the body too.
    """
    bodies = [plain(piece.text).split() if piece.kind in _BODY else [] for piece in pieces]
    first = next((index for index, words in enumerate(bodies) if words), 0)
    short = {
        index: words
        for index, words in enumerate(bodies)
        if _LEAST_WORDS <= len(words) <= _MOST_WORDS and index > first
    }
    repeated = _repeated(short, bodies)
    return tuple(
        replace(piece, kind="pullquote", reason="repeats words of another paragraph")
        if index in repeated
        else piece
        for index, piece in enumerate(pieces)
    )


def _repeated(short: Mapping[int, list[str]], bodies: Sequence[list[str]]) -> set[int]:
    """Indexes of the short bodies that lie in a longer one, found by their opening words."""
    indexes: dict[_Words, list[int]] = {}
    lengths: dict[_Words, set[int]] = {}
    for index, words in short.items():
        indexes.setdefault(tuple(words), []).append(index)
        lengths.setdefault(tuple(words[:_LEAST_WORDS]), set()).add(len(words))
    found: set[_Words] = set()
    for body in bodies:
        for at in range(len(body) - _LEAST_WORDS + 1):
            for length in lengths.get(tuple(body[at : at + _LEAST_WORDS]), ()):
                if length < len(body):
                    found.add(tuple(body[at : at + length]))
    return {index for words in found for index in indexes.get(words, ())}
