"""Tables of contents that stand in the text as lists of links. Pure."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from oped_audio.reading.draft import Piece
from oped_audio.reading.epub.contents import Contents, key
from oped_audio.reading.html.tree import heading_level, name_of, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

CONTENTS = "is a table of contents"
_OWN_NAMES = """
    Contents; Table of contents; Inhalt; Inhaltsverzeichnis; Sommaire; Table des matières; Índice;
    Contenido; 目次; 目录; 目錄; المحتويات
"""
_NAMES = frozenset(map(key, _OWN_NAMES.split(";")))
"""What tables of contents call themselves, in the languages that are known best."""
_HOLDERS = frozenset(("body", "div", "section", "ul", "ol", "dl", "table", "p"))
_FEWEST = 3
_MOST_BESIDE = 40
"""Letters beside the links, as of a heading."""
_SHARE = 0.3
"""Of the letters in links, that may stand beside them."""


def lists_contents(element: "_Element", contents: Contents) -> bool:
    """Whether it is little more than links that are named as the table of contents names places.

    What has a heading that is such a place itself, as the page of a part, is more than that.
    """
    if name_of(element) not in _HOLDERS:
        return False
    labels = [text_of(node) for node in element.iter("{*}a", "a") if _leads_on(node)]
    if len(labels) < _FEWEST:
        return False
    linked = sum(map(_letters, labels))
    beside = _letters(text_of(element)) - linked
    if beside > max(_MOST_BESIDE, linked * _SHARE):
        return False
    known = contents.names
    headings = filter(heading_level, element.iter("*"))
    if any(key(text_of(node)) in known - _NAMES for node in headings):
        return False
    named = sum(any(_agree(key(label), other) for other in known) for label in labels)
    return named * 2 >= len(labels)


def without_headings(pieces: Iterable[Piece], contents: Contents) -> list[Piece]:
    """The pieces; a heading over nothing but a list of contents is left out with it."""
    found = list(pieces)
    places = contents.names - _NAMES
    for index, (piece, following) in enumerate(pairwise(found)):
        after = found[index + 2] if index + 2 < len(found) else None
        is_alone = following.reason == CONTENTS and (after is None or after.kind == "heading")
        if piece.kind == "heading" and is_alone and key(piece.text) not in places:
            found[index] = replace(piece, kind="left out", reason=CONTENTS)
    return found


def _leads_on(node: "_Element") -> bool:
    href = node.get("href") or ""
    inside = bool(href) and not re.match(r"[a-zA-Z][\w+.-]*:|//", href)
    return inside and any(map(str.isalpha, text_of(node)))


def _agree(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) > 2 and (one in other or other in one))


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))
