"""Levels of sections -> ranks of their headings, where all are in one document. Pure."""

from collections.abc import Sequence

_DEEPEST = 6


def ranks(levels: Sequence[int]) -> tuple[int, ...]:
    """The ranks of headings of these levels, without gaps: what is deeper becomes one deeper."""
    found = []
    open_levels: list[int] = []
    for level in levels:
        while open_levels and open_levels[-1] >= level:
            open_levels.pop()
        open_levels.append(level)
        found.append(min(len(open_levels), _DEEPEST))
    return tuple(found)
