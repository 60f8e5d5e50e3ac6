"""Normalised text -> its paragraphs. Pure.

Paragraphs are separated by blank lines. Within one, lines are joined, for they are a wrapped
paragraph or verse; unless the lines are too long to have been wrapped, or the text has no blank
line at all: then each line is a paragraph.
"""

import re
from dataclasses import dataclass
from itertools import groupby, pairwise

_WIDEST_WRAP = 120
"""Characters; nobody wraps lines to more."""
_NARROWEST_WRAP = 50
_WHITE = re.compile("[^\\S\xa0\u202f]\\s*|[\xa0\u202f]\\s+")
"""White space that becomes one space: all but a no-break space that stands alone."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text that stands between blank lines."""

    text: str
    """On one line, without white space around it."""
    lines: int = 1
    """That it was written on."""


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """All paragraphs in order; together they hold every visible character of the text."""
    lines = (line.strip() for line in text.split("\n"))
    chunks = [list(group) for filled, group in groupby(lines, key=bool) if filled]
    return tuple(
        Paragraph(_WHITE.sub(" ", _join(part)), len(part))
        for chunk in chunks
        for part in _parts(chunk, alone=len(chunks) == 1)
    )


def _parts(chunk: list[str], *, alone: bool) -> list[list[str]]:
    if len(chunk) == 1:
        return [chunk]
    unwrapped = max(map(len, chunk)) > _WIDEST_WRAP
    if unwrapped or (alone and not _is_wrapped(chunk)):
        return [[line] for line in chunk]
    if len(chunk) > 2 and not _is_wrapped(chunk) and _is_wrapped(chunk[1:]):
        return [chunk[:1], chunk[1:]]
    return [chunk]


def _is_wrapped(lines: list[str]) -> bool:
    """Whether each line ends because the next one's first word did not fit on it."""
    width = max(map(len, lines))
    return width >= _NARROWEST_WRAP and all(
        len(line) + 1 + len(following.split(maxsplit=1)[0]) > width
        for line, following in pairwise(lines)
    )


def _join(lines: list[str]) -> str:
    """The lines as one; a word that was broken at its hyphen is whole again."""
    joined = re.sub(r"(?<=\w[-—])\n(?=\w)", "", "\n".join(lines))
    return joined.replace("\n", " ")
