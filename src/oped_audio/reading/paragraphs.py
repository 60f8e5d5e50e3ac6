"""Lines that stand between blank lines -> paragraphs. Pure.

Lines are joined where one ends because the next word did not fit on it. Lines that are too long to
have been wrapped are paragraphs of their own; shorter ones, as of verse or of an address, stay
lines of one paragraph.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from oped_audio.reading.dates import date_of

_WIDEST_WRAP = 120
"""Characters; nobody wraps lines to more."""
_NARROWEST_WRAP = 50
_WIDEST_VERSE = 80
_MOST_FILLED_IN_VERSE = 0.5
_MOST_LOW_IN_VERSE = 0.4
"""Of its lines, those that begin with a small letter."""
_WHITE = re.compile("[^\\S\n\xa0\u202f][^\\S\n]*|[\xa0\u202f][^\\S\n]+")
"""White space that becomes one space: all but a no-break space that stands alone."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Lines without a blank one between them."""

    line: int
    """Number of the first in its file, from 1."""
    lines: tuple[str, ...]
    """With the white space before each, without that after it."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text that stands for itself."""

    text: str
    """Without white space around it; ``\\n`` in it is a line break that its author meant."""
    lines: int = 1
    """That it was written on."""
    line: int = 1
    """Number of the first."""


def chunks(text: str) -> tuple[Chunk, ...]:
    """The runs of lines between blank lines, without indentation that all of them share."""
    lines = [line.expandtabs(4).rstrip() for line in text.split("\n")]
    margin = min((indentation(line) for line in lines if line), default=0)
    numbered = enumerate((line[margin:] for line in lines), 1)
    groups = (
        list(group) for filled, group in groupby(numbered, key=lambda n: bool(n[1])) if filled
    )
    return tuple(Chunk(group[0][0], tuple(line for _, line in group)) for group in groups)


def indentation(line: str) -> int:
    """Characters of white space that the line begins with."""
    return len(line) - len(line.lstrip())


def paragraphs(chunk: Chunk, *, alone: bool, wrap: int = 0) -> tuple[Paragraph, ...]:
    """The paragraphs of a chunk; together they hold every visible character of it.

    ``alone`` says that the text has no blank line at all, ``wrap`` to how many characters its
    other lines are wrapped (0: they are not).
    """
    result = []
    line = chunk.line
    for part in _parts(list(chunk.lines), alone=alone):
        stripped = [piece.strip() for piece in part]
        broken = (line > 1 or len(part) > 2) and breaks_are_meant(stripped, wrap)
        broken = broken or (len(part) == 2 and _is_dated(stripped[1]))
        text = "\n".join(stripped) if broken else _join(stripped)
        result.append(Paragraph(squeeze(text), len(part), line))
        line += len(part)
    return tuple(result)


def _is_dated(line: str) -> bool:
    """Whether it is short and says when, as below a title."""
    return len(line) < _NARROWEST_WRAP and line[0].isupper() and date_of(line) is not None


def squeeze(text: str) -> str:
    """The text with one space for each run of white space, and its line breaks."""
    return _WHITE.sub(" ", text)


def wrap_width(all_chunks: Sequence[Chunk]) -> int:
    """To how many characters the lines of a text are wrapped; 0 if they are not."""
    widths = [
        max(map(len, chunk.lines))
        for chunk in all_chunks
        if len(chunk.lines) > 2 and is_wrapped(chunk.lines)
    ]
    return sorted(widths)[len(widths) // 2] if widths else 0


def _parts(lines: list[str], *, alone: bool) -> list[list[str]]:
    stripped = [line.strip() for line in lines]
    if len(lines) == 1:
        return [lines]
    starts = _indented_starts(lines)
    if max(map(len, stripped)) > _WIDEST_WRAP or (
        alone and not starts and not is_wrapped(stripped)
    ):
        return [[line] for line in lines]
    if starts:
        return [lines[a:b] for a, b in pairwise([*starts, len(lines)])]
    goes_on = stripped[1][0].islower()
    if len(lines) > 2 and not goes_on and not is_wrapped(stripped) and is_wrapped(stripped[1:]):
        return [lines[:1], lines[1:]]
    if max(map(len, stripped)) > _WIDEST_VERSE and not _mostly_wrapped(stripped):
        return [[line] for line in lines]
    return [lines]


def _indented_starts(lines: list[str]) -> list[int]:
    """Where paragraphs begin that are told apart by an indented first line; empty if none are."""
    depths = [indentation(line) for line in lines]
    starts = [index for index, depth in enumerate(depths) if index == 0 or depth >= 2]
    flush = [depth for index, depth in enumerate(depths) if index not in starts]
    long = max(map(len, lines)) >= _NARROWEST_WRAP
    return starts if len(starts) > 1 and flush and not any(flush) and long else []


def is_wrapped(lines: Sequence[str]) -> bool:
    """Whether each line ends because the next one's first word did not fit on it."""
    width = max(map(len, lines))
    return width >= _NARROWEST_WRAP and all(is_filled(a, b, width) for a, b in pairwise(lines))


def _mostly_wrapped(lines: Sequence[str]) -> bool:
    width = max(map(len, lines))
    filled = [is_filled(a, b, width) for a, b in pairwise(lines)]
    return sum(filled) >= _MOST_FILLED_IN_VERSE * len(filled)


def breaks_are_meant(lines: Sequence[str], wrap: int = 0) -> bool:
    """Whether the lines end before they are full and begin high, as in verse or an address."""
    width = max(map(len, lines))
    low = sum(line[0].islower() for line in lines[1:])
    if len(lines) < 2 or width > _WIDEST_VERSE or low > _MOST_LOW_IN_VERSE * (len(lines) - 1):
        return False
    full = max(width, wrap, _NARROWEST_WRAP)
    filled = sum(is_filled(a, b, full) for a, b in pairwise(lines))
    return filled < _MOST_FILLED_IN_VERSE * (len(lines) - 1)


def is_filled(line: str, following: str, width: int) -> bool:
    """Whether the first word of the following line did not fit on this one."""
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width


def _join(lines: list[str]) -> str:
    """The lines as one; a word that was broken at its hyphen is whole again."""
    joined = re.sub(r"(?<=\w[-—])\n(?=\w)", "", "\n".join(lines))
    return joined.replace("\n", " ")
