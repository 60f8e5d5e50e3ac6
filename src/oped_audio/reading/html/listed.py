"""``ul``, ``ol`` and ``dl`` -> list pieces."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from oped_audio.model.document import Span
from oped_audio.reading.draft import Entry, Piece
from oped_audio.reading.html.tree import name_of, number

if TYPE_CHECKING:
    from lxml.etree import _Element

    from oped_audio.reading.html.elements import Walker

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_KIX = re.compile(r"\blst-kix_(?P<name>\w+)-(?P<depth>\d)\b")
_DEEPEST = 10


def take(walker: "Walker", element: "_Element", style: Span) -> None:
    """The list; what is no item's text, such as a picture or a table, comes after it.

    A list whose items are notes or hold headings, and one in a note, is read as its content.
    """
    holds_notes = any(node in walker.notes for node in element.iter("*"))
    if holds_notes or walker.mode.kind == "note" or _holds_headings(element):
        walker.flush()
        for item in element:
            if name_of(item):
                with walker.as_kind(walker.mode):
                    walker.take(item, style)
        return
    entries, others = _entries(walker, element, style)
    walker.flush()
    depth = _depth_below(element)
    if entries and depth is not None and walker.pieces and walker.pieces[-1].kind == "list":
        before = walker.pieces[-1]
        deeper = tuple(_lowered(entry, depth) for entry in entries)
        walker.pieces[-1] = replace(before, entries=(*before.entries, *deeper))
    elif entries:
        place = walker.around.place(element)
        walker.pieces.append(Piece("list", (), place, "is a list", entries=tuple(entries)))
    walker.pieces += others


def _depth_below(element: "_Element") -> int | None:
    """How deep a list of Google Docs is, if it goes on with the one before it.

    It writes the lists within a list beside it, and their depth into a class.
    """
    before = element.getprevious()
    own, other = (_KIX.search(node.get("class") or "") if node is not None else None
                  for node in (element, before))  # fmt: skip
    return int(own["depth"]) if own and other and own["name"] == other["name"] else None


def _holds_headings(element: "_Element") -> bool:
    return any(name_of(node) in {"h1", "h2", "h3", "h4"} for node in element.iter("*"))


def _entries(walker: "Walker", element: "_Element", style: Span) -> tuple[list[Entry], list[Piece]]:
    entries: list[Entry] = []
    others: list[Piece] = []
    for item, label, depth in _items(element):
        inner = walker.inner()
        inner.take(item, style)
        inner.flush()
        walker.findings += inner.findings
        text: tuple[Span, ...] = ()
        deeper: list[Entry] = []
        for piece in inner.pieces:
            if piece.kind == "list":
                deeper += [_lowered(entry, depth + 1) for entry in piece.entries]
            elif piece.kind in {"figure", "table", "left out", "note"}:
                others.append(piece)
            else:
                text += (Span("\n"), *piece.spans) if text else piece.spans
        if text or deeper:
            entries += [Entry(text, label, depth)] if text else []
            entries += deeper
    return entries, others


def _lowered(entry: Entry, by: int) -> Entry:
    return replace(entry, depth=min(entry.depth + by, _DEEPEST))


def _items(element: "_Element") -> Iterator[tuple["_Element", str, int]]:
    """Each item with its label and depth; a definition is below its term."""
    children = [child for child in element if name_of(child)]
    if name_of(element) == "dl":
        for child in children:
            group = [child] if name_of(child) in {"dt", "dd"} else [*child]
            for node in group:
                yield node, "", int(name_of(node) == "dd")
        return
    ordered = name_of(element) == "ol"
    count = sum(name_of(child) == "li" for child in children)
    backwards = element.get("reversed") is not None
    start = number(element.get("start"))
    value = start if start is not None else count if backwards else 1
    for child in children:
        given = number(child.get("value"))
        value = value if given is None else given
        yield child, _label(value, element.get("type") or "1") if ordered else "", 0
        if name_of(child) == "li":
            value += -1 if backwards else 1


def _label(value: int, kind: str) -> str:
    if kind in {"a", "A"} and value > 0:
        letters = ""
        while value:
            value, rest = divmod(value - 1, 26)
            letters = chr(ord("a") + rest) + letters
        return f"{letters.upper() if kind == 'A' else letters}."
    if kind in {"i", "I"} and 0 < value < 4000:
        numeral = ""
        for size, sign in _ROMAN:
            while value >= size:
                numeral, value = numeral + sign, value - size
        return f"{numeral.upper() if kind == 'I' else numeral}."
    return f"{value}."
