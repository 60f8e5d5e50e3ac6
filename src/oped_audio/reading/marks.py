"""Lines that a plain text marks as what they are: headings, lists, quotations, rules. Pure.

These are the marks that people set by hand and that Markdown took over: ``# Heading``, a line of
``===`` under one, ``- item``, ``1. item``, ``> quotation``, ``***`` between parts.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from oped_audio.model.document import Span
from oped_audio.reading.draft import Entry, Piece

_RULE = re.compile(r"(?:[*#~_=•⁂·-] ?){3,}|[#⁂※]|\* ?\*")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,}|~{3,}|\^{3,}|_{3,})")
_HASHES = re.compile(r"(?P<marker>#{1,6})[ \t]+(?P<text>\S.*?)(?:[ \t]+#+)?")
_BULLET = re.compile(r"(?P<marker>[-*+•·‣◦▪■●○])[ \t\xa0]+(?P<text>\S.*)")
_SURE_BULLETS = "•‣◦▪■●○"
_NUMBER = re.compile(r"(?P<marker>\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])[ \t\xa0]+(?P<text>\S.*)")
_QUOTED = re.compile(r"(?P<marker>>)>* ?(?P<text>.*)")
_LONGEST_UNDERLINED = 120
_LEVELS = {"=": 1, "-": 2, "~": 3, "_": 2, "^": 3}

MarkKind = Literal["heading", "rule", "bullet", "number", "quotation"]

_PATTERNS: tuple[tuple[MarkKind, re.Pattern[str]], ...] = (
    ("heading", _HASHES),
    ("quotation", _QUOTED),
    ("bullet", _BULLET),
    ("number", _NUMBER),
)


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line's mark makes of it."""

    kind: MarkKind
    text: str
    """Without the mark."""
    marker: str
    level: int = 0
    lines: int = 1
    """That it takes up, the line of its mark included."""


def mark_of(lines: Sequence[str], index: int) -> Mark | None:
    """The mark of the line with this index; None for one that has none."""
    line = lines[index].strip()
    following = lines[index + 1].strip() if index + 1 < len(lines) else ""
    if _UNDERLINE.fullmatch(following) and _may_be_underlined(line):
        return Mark("heading", line, following[:3], _LEVELS[following[0]], 2)
    if _RULE.fullmatch(line):
        return Mark("rule", line, line[:3])
    for kind, pattern in _PATTERNS:
        if found := pattern.fullmatch(line):
            marker = found["marker"]
            return Mark(kind, found["text"], marker, marker.count("#"))
    return None


def _may_be_underlined(line: str) -> bool:
    return (
        len(line) <= _LONGEST_UNDERLINED
        and any(map(str.isalnum, line))
        and not line.endswith((".", ",", ";"))
        and not (_HASHES.fullmatch(line) or _QUOTED.fullmatch(line))
    )


def join_lists(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Make one list of items that follow each other, and a paragraph of an item without company.

    ``pieces`` has a list piece with one entry for each item, whose ``label`` is its marker.
    """
    run: list[Piece] = []
    for piece in (*pieces, None):
        if piece is not None and piece.kind == "list" and (not run or _goes_on(run[-1], piece)):
            run.append(piece)
            continue
        yield from _list(run)
        run = []
        if piece is not None and piece.kind == "list":
            run = [piece]
        elif piece is not None:
            yield piece


def _goes_on(before: Piece, piece: Piece) -> bool:
    one, other = before.entries[0].label, piece.entries[0].label
    if not one or not other:
        return one == other and before.label == piece.label
    return _successor(one) == other


def _successor(label: str) -> str:
    """``2.`` after ``1.``, ``(c)`` after ``(b)``, ``iv.`` after ``iii.``."""
    bare = label.strip("(.)")
    if bare.isascii() and bare.isdecimal() and len(bare) < 10:
        following = str(int(bare) + 1)
    elif bare in _ROMAN:
        following = _ROMAN[(_ROMAN.index(bare) + 1) % len(_ROMAN)]
    else:
        following = chr(ord(bare[0]) + 1)
    return label.replace(bare, following)


_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def _list(run: Sequence[Piece]) -> Iterator[Piece]:
    if not run:
        return
    first = run[0]
    if len(run) == 1 and first.label not in _SURE_BULLETS:
        entry = first.entries[0]
        spans = (Span(f"{first.label} "), *entry.spans)
        yield replace(first, kind="paragraph", spans=spans, reason="", entries=(), label="")
        return
    entries = tuple(entry for piece in run for entry in piece.entries)
    reason = f"its lines begin with {first.label}"
    yield replace(first, entries=entries, reason=reason, label="")


def item(mark: Mark, spans: tuple[Span, ...], place: str, lines: int) -> Piece:
    """A list piece of one entry, for ``join_lists``."""
    label = mark.marker if mark.kind == "number" else ""
    entry = Entry(spans, label)
    return Piece("list", (), place, "", label=mark.marker, entries=(entry,), lines=lines)
