"""``numbering.xml`` -> the labels that Word shows before the items of its lists."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from oped_audio.reading.docx.ooxml import child, children, said, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

_BULLETS = frozenset(("bullet", "none", "picture"))
_DEEPEST = 9
_HIGHEST = 9999


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    text: str
    """Such as ``%1.``, ``(%2)`` or ``%1.%2``."""
    start: int


@dataclass(slots=True)
class Numbering:
    """The lists of a document, counted as their items are met."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    """By the list's id."""
    kinds: dict[str, str] = field(default_factory=dict)
    """Lists of one kind count on."""
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def label(self, name: str, depth: int) -> str | None:
        """Of the next item; empty for a bullet; None if there is no such list."""
        levels = self.levels.get(name)
        depth = min(depth, _DEEPEST - 1)
        if levels is None:
            return None
        level = levels.get(depth, _Level("bullet", "", 1))
        counts = self.counts.setdefault(self.kinds.get(name, name), {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [known for known in counts if known > depth]:
            del counts[deeper]
        if level.format in _BULLETS:
            return ""
        return re.sub(r"%([1-9])", lambda found: _shown(found, levels, counts), level.text).strip()


def _shown(found: re.Match[str], levels: dict[int, _Level], counts: dict[int, int]) -> str:
    depth = int(found[1]) - 1
    level = levels.get(depth, _Level("decimal", "", 1))
    return numeral(counts.get(depth, level.start), level.format)


def read_numbering(root: "_Element | None") -> Numbering:
    """The lists; none for a document without them."""
    numbering = Numbering()
    abstract = {
        said(node, "abstractNumId") or "": dict(map(_level, children(node, "lvl")))
        for node in children(root, "abstractNum")
    }
    for node in children(root, "num"):
        name = said(node, "numId") or ""
        kind = said(child(node, "abstractNumId")) or ""
        levels = dict(abstract.get(kind, {}))
        overridden = False
        for override in children(node, "lvlOverride"):
            depth = _whole(said(override, "ilvl"))
            start = said(child(override, "startOverride"))
            own = child(override, "lvl")
            if own is not None:
                levels[depth] = _level(own)[1]
            if start is not None and depth in levels:
                old = levels[depth]
                levels[depth] = _Level(old.format, old.text, _whole(start))
                overridden = True
        numbering.levels[name] = levels
        numbering.kinds[name] = f"{kind} {name}" if overridden else kind
    return numbering


def _level(node: "_Element") -> tuple[int, _Level]:
    level = _Level(
        said(child(node, "numFmt")) or "decimal",
        said(child(node, "lvlText")) or "",
        _whole(said(child(node, "start")) or "1"),
    )
    return _whole(said(node, "ilvl")), level


def _whole(text: str | None) -> int:
    return min(whole(text) or 0, _HIGHEST)


def numeral(value: int, kind: str) -> str:
    """A number as Word's formats write it (ECMA-376, 17.18.59); plain where one is not known."""
    letters = {"lowerLetter": "a", "upperLetter": "A"}
    if kind in letters and value > 0:
        repeated, letter = divmod(value - 1, 26)
        return chr(ord(letters[kind]) + letter) * min(repeated + 1, 9)
    if kind in {"lowerRoman", "upperRoman"} and 0 < value < 4000:
        found = _roman(value)
        return found.upper() if kind == "upperRoman" else found
    return str(value)


def _roman(value: int) -> str:
    parts = []
    for place, (one, five, ten) in ((100, "cdm"), (10, "xlc"), (1, "ivx")):
        digit, value = divmod(value, place)
        if place == 100:
            parts.append("m" * (digit // 10))
            digit %= 10
        forms = ("", one, one * 2, one * 3, one + five, five, five + one)
        parts.append((*forms, five + one * 2, five + one * 3, one + ten)[digit])
    return "".join(parts)
