"""Pieces of a sentence -> cues of lines, by dynamic programming. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from oped_audio.publishing.captions.phrases import Piece, columns

_CUE = 500
"""Cost of a cue, and below of a line; in the same unit as Piece.break_cost."""
_LINE = 150
_EMPTY = 600
"""Cost of a line's room left empty, squared: so lines are even and no word stands alone."""
_SHORT = 2500
"""Cost of a cue that is gone before it can be read."""
_FAST = 500
"""Cost of a cue that must be read faster than people like to."""
_CUE_BREAK = 2
"""How much worse a break is between cues than between lines."""

Line = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Limits:
    """Of a cue."""

    columns: int
    """Of a line."""
    lines: int
    longest: int
    """Samples, from the begin of its first word to the end of its last."""
    shortest: int
    """Samples, to the begin of the next cue."""
    reading: int
    """Samples that it takes to read a column."""


class _Path(NamedTuple):
    """The cheapest way to set the text up to some piece; made by the thousand."""

    cost: int
    lines: int
    """In the cue that it ends with."""
    cue: int
    """First piece of that cue."""
    line: int
    """First piece of its last line."""
    before: "_Path | None"
    """Up to that line."""


def lay_out(pieces: Sequence[Piece], limits: Limits) -> list[list[Line]]:
    """Set the pieces in lines and the lines in cues, at the least cost.

    A cue keeps within the limits, but that one spoken piece may take longer than ``longest``, and
    ``shortest`` and ``reading`` are only wished for. The work grows with the pieces times those
    that fit on a line.
    """
    run = _Run(pieces)
    ways: list[list[_Path]] = [[]]
    """For each number of pieces, one for each number of lines in the cue that is still open."""
    closed = [_Path(0, 0, 0, 0, None)]
    """For each number of pieces, the cheapest if the cue ends there."""
    for end in range(1, len(pieces) + 1):
        cheapest: dict[int, _Path] = {}
        for begin in run.line_begins(end, limits):
            for path in _longer(closed[begin], ways[begin], (begin, end), run, limits):
                if path.lines not in cheapest or path.cost < cheapest[path.lines].cost:
                    cheapest[path.lines] = path
        ways.append(list(cheapest.values()))
        ends = [_close(path, end, run, limits) for path in ways[-1]]
        closed.append(min(ends, key=lambda path: path.cost))
    return _unrolled(closed[-1], pieces)


class _Run:
    """Width and time of any run of pieces, each found in constant time."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.break_costs = [piece.break_cost for piece in pieces]
        self._spaces = [columns(piece.space) for piece in pieces]
        widths = (columns(piece.space + piece.text) for piece in pieces)
        self._columns = list(accumulate(widths, initial=0))
        self._spoken = list(accumulate((piece.begin is not None for piece in pieces), initial=0))
        self._begins = [piece.begin for piece in pieces if piece.begin is not None]
        self._ends = [piece.end for piece in pieces if piece.end is not None]

    def width(self, begin: int, end: int) -> int:
        """Columns that the pieces take on a line."""
        return self._columns[end] - self._columns[begin] - self._spaces[begin]

    def duration(self, begin: int, end: int) -> int:
        """Samples from the first word's begin to the last one's end; 0 for a single word."""
        first, last = self._spoken[begin], self._spoken[end] - 1
        return self._ends[last] - self._begins[first] if first < last else 0

    def until_next(self, begin: int, end: int) -> int:
        """Samples from the first word's begin to that of the next run, or the sentence's end."""
        first, following = self._spoken[begin], self._spoken[end]
        if first == len(self._begins):
            return 0
        last = self._begins[following] if following < len(self._begins) else self._ends[-1]
        return last - self._begins[first]

    def line_begins(self, end: int, limits: Limits) -> Iterator[int]:
        """Where a line may begin that ends here; at its last piece if nowhere before."""
        yield end - 1
        for begin in range(end - 2, -1, -1):
            too_wide = self.width(begin, end) > limits.columns
            if too_wide or self.duration(begin, end) > limits.longest:
                return
            yield begin


def _longer(
    closed: _Path, ways: Sequence[_Path], line: tuple[int, int], run: _Run, limits: Limits
) -> Iterator[_Path]:
    """The ways up to a line, with that line: in a cue of its own, and in the open one."""
    begin, end = line
    empty = max(limits.columns - run.width(begin, end), 0)
    cost = _LINE + _EMPTY * empty * empty // (limits.columns * limits.columns)
    break_cost = run.break_costs[begin]
    yield _Path(closed.cost + _CUE + _CUE_BREAK * break_cost + cost, 1, begin, begin, closed)
    for path in ways:
        if path.lines < limits.lines and run.duration(path.cue, end) <= limits.longest:
            yield _Path(path.cost + break_cost + cost, path.lines + 1, path.cue, begin, path)


def _close(path: _Path, end: int, run: _Run, limits: Limits) -> _Path:
    time = run.until_next(path.cue, end)
    cost = path.cost
    if time < limits.shortest:
        cost += _SHORT
    elif time < limits.reading * run.width(path.cue, end):
        cost += _FAST
    return _Path(cost, path.lines, path.cue, path.line, path.before)


def _unrolled(path: _Path, pieces: Sequence[Piece]) -> list[list[Line]]:
    """The cues that a path has taken, from first to last."""
    cues: list[list[Line]] = [[]]
    end = len(pieces)
    while path.before is not None:
        cues[-1].append(tuple(pieces[path.line : end]))
        if path.lines == 1:
            cues.append([])
        end, path = path.line, path.before
    return [cue[::-1] for cue in cues[-2::-1]]
