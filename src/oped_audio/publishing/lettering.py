"""Text and a box -> lines in the largest size that fits, in the one font that covers are set in."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

_FONT = "SourceSerifPro-Bold.otf"
_UNASSIGNED = "\U0010fffe"
"""Every font draws its "missing" sign for it."""
_PROBE_SIZE = 24
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Box:
    """Where a text may go, and the sizes to try; all in pixels."""

    width: int
    height: int
    sizes: range
    """Falling."""
    leading: float
    """Line height in ems."""
    longest: int
    """Characters, more of which never fit."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """Text broken into lines of one size."""

    lines: tuple[str, ...]
    font: "FreeTypeFont"
    leading: int
    """Pixels from line to line."""

    @property
    def height(self) -> int:
        """Pixels."""
        return self.leading * len(self.lines)


def fit(text: str, box: Box) -> Lettering:
    """The text in the largest size that fits without breaking words; else cut in the smallest."""
    shown = text if len(text) <= box.longest else f"{text[: box.longest].rstrip()}{_ELLIPSIS}"
    words = shown.split()
    for size in box.sizes:
        font = _font(size)
        leading = round(size * box.leading)
        widest = max((font.getlength(word) for word in words), default=0)
        lines = _wrap(words, font, box.width)
        if widest <= box.width and leading * len(lines) <= box.height:
            return Lettering(_balanced(words, font, lines, (widest, box.width)), font, leading)
    return Lettering(_cut(lines, font, box.width, box.height // leading), font, leading)


def drawable(text: str) -> str:
    """The text on one line, without the signs that the font lacks.

    Empty if the font lacks a letter or digit of it: half a word is worse than none.
    """
    kept = []
    for character in unicodedata.normalize("NFC", " ".join(text.split())):
        if _draws(character):
            kept.append(character)
        elif unicodedata.category(character) in ("Lu", "Ll", "Lt", "Lo", "Mc", "Nd"):
            return ""
    return " ".join("".join(kept).split())


@cache
def _font(size: int) -> "FreeTypeFont":
    from PIL import ImageFont

    with as_file(files("font_source_serif_pro") / "files" / _FONT) as path:
        return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _draws(character: str) -> bool:
    if unicodedata.category(character).startswith("C"):
        return False
    return _picture(character) != _picture(_UNASSIGNED)


def _picture(character: str) -> tuple[tuple[int, int], bytes]:
    mask = _font(_PROBE_SIZE).getmask(character)
    return mask.size, bytes(mask)


def _wrap(words: Sequence[str], font: "FreeTypeFont", width: float) -> list[str]:
    """Lines no wider than this; a word that is wider is broken."""
    lines: list[str] = []
    line = ""
    for word in words:
        candidate = f"{line} {word}" if line else word
        if font.getlength(candidate) <= width:
            line = candidate
            continue
        if line:
            lines.append(line)
        *full, line = _broken(word, font, width)
        lines.extend(full)
    return [*lines, line] if line else lines


def _broken(word: str, font: "FreeTypeFont", width: float) -> list[str]:
    pieces = [""]
    for character in word:
        if pieces[-1] and font.getlength(pieces[-1] + character) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces


def _balanced(
    words: Sequence[str], font: "FreeTypeFont", lines: Sequence[str], widths: tuple[float, float]
) -> tuple[str, ...]:
    """As many lines, as even as they get: set in the narrowest column that holds them."""
    narrow, wide = widths
    best = lines
    while wide - narrow > font.size / 4:
        middle = (narrow + wide) / 2
        tried = _wrap(words, font, middle)
        if len(tried) == len(lines):
            best, wide = tried, middle
        else:
            narrow = middle
    return tuple(best)


def _cut(lines: Sequence[str], font: "FreeTypeFont", width: float, room: int) -> tuple[str, ...]:
    if len(lines) <= room:
        return tuple(lines)
    *kept, last = lines[:room]
    while last and font.getlength(last + _ELLIPSIS) > width:
        last = last[:-1]
    return (*kept, last.rstrip(" ,;:.–—-") + _ELLIPSIS)
