"""The words that are expected and those that were heard -> which belongs to which. Pure.

Levenshtein's alignment with two changes: words that sound alike cost less to put in each other's
place, and beginning a gap costs more than widening it (Gotoh 1982), so that words that were left
out together are found together.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from oped_audio.checking.sounds import alike, is_same, key

_OPEN = 0.5
_WIDEN = 0.75
_OTHER = 1.4
"""A word in the place of one that sounds wholly otherwise."""
_NEVER = float("inf")


@dataclass(frozen=True, slots=True)
class Pair:
    """A word that is expected with the one that was heard for it."""

    expected: int | None
    """Index; None for a word that is heard only."""
    heard: int | None
    """Index; None for a word that is left out."""
    is_same: bool = False
    """Whether the two are the same word, or sound the same."""


def align(expected: Sequence[str], heard: Sequence[str]) -> list[Pair]:
    """Every word of both, in order, in one pair each."""
    came_from, state = _table(expected, heard)
    at, other = len(expected), len(heard)
    pairs: list[Pair] = []
    while at or other:
        before = came_from[at][other][state]
        if state == _BOTH:
            at, other = at - 1, other - 1
            pairs.append(Pair(at, other, is_same(expected[at], heard[other])))
        elif state == _LEFT_OUT:
            at -= 1
            pairs.append(Pair(at, None))
        else:
            other -= 1
            pairs.append(Pair(None, other))
        state = before
    return pairs[::-1]


_BOTH, _LEFT_OUT, _ADDED = range(3)
_STATES = (_BOTH, _LEFT_OUT, _ADDED)
_Origins = tuple[int, int, int]


def _table(expected: Sequence[str], heard: Sequence[str]) -> tuple[list[list[_Origins]], int]:
    """For each cell and state the state that it is best reached from; and the best last state."""
    costs: list[tuple[float, ...]] = [(0.0, _NEVER, _NEVER)]
    came_from: list[list[_Origins]] = [[(_BOTH, _BOTH, _BOTH)]]
    for _ in heard:
        _step(costs, came_from[0], None, None, costs[-1])
    for word in expected:
        above, costs = costs, []
        row: list[_Origins] = []
        _step(costs, row, None, above[0], None)
        for column, against in enumerate(heard):
            diagonal = tuple(cost + _cost(word, against) for cost in above[column])
            _step(costs, row, diagonal, above[column + 1], costs[-1])
        came_from.append(row)
    return came_from, min(_STATES, key=costs[-1].__getitem__)


def _step(
    costs: list[tuple[float, ...]],
    row: list[_Origins],
    diagonal: Sequence[float] | None,
    above: Sequence[float] | None,
    before: Sequence[float] | None,
) -> None:
    """Append a cell, reached from the cells that are given."""
    both, both_from = _best(diagonal, None)
    left_out, left_out_from = _best(above, _LEFT_OUT)
    added, added_from = _best(before, _ADDED)
    costs.append((both, left_out + _WIDEN, added + _WIDEN))
    row.append((both_from, left_out_from, added_from))


def _best(cell: Sequence[float] | None, stays: int | None) -> tuple[float, int]:
    """The least cost with which a cell is left, and its state; a gap that begins costs more."""
    if cell is None:
        return _NEVER, _BOTH
    opening = 0.0 if stays is None else _OPEN
    entered = [cost + (opening if state != stays else 0.0) for state, cost in enumerate(cell)]
    state = min(_STATES, key=entered.__getitem__)
    return entered[state], state


def _cost(one: str, other: str) -> float:
    if is_same(one, other):
        return 0.0
    return _OTHER - (_OTHER - 0.3) * alike(key(one), key(other))
