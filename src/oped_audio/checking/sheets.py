"""A content document -> the style sheets that it has, with those that they import."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from oped_audio.checking.container import Container
from oped_audio.checking.elements import local, resolved
from oped_audio.checking.styles import Style
from oped_audio.errors import UnreadableFileError

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_CSS_BYTES = 2_000_000
_MOST_SHEETS = 50
_IMPORT = re.compile(r"@import\s+(?:url\(\s*)?[\"']?([^\"')\s;]+)")
_CLASS = re.compile(r"[a-z0-9]*\.[\w-]+")
_UNSEEN = {"display": "none", "visibility": "hidden"}


def sheets(container: Container, name: str, root: "_Element") -> Iterator[tuple[str, str]]:
    """What tells each sheet of a document from the others, and the sheet; in their order."""
    folder = posixpath.dirname(name)
    for node in root.iter("*"):
        if local(node) == "style":
            content = "".join(map(str, node.itertext()))
            yield content, content
        elif local(node) == "link" and "stylesheet" in (node.get("rel") or "").lower().split():
            yield from _linked(container, resolved(folder, node.get("href") or "")[0], set())


def unseen(styles: Iterable[Style]) -> frozenset[str]:
    """The selectors, such as ``.x`` and ``p.x``, of elements that are nowhere shown."""
    found: dict[str, set[str]] = {}
    for style in styles:
        for name, value in _UNSEEN.items():
            said = style.declarations.get(name, "").lower() if style.scheme == "any" else ""
            for selector in filter(_CLASS.fullmatch, style.selectors if said else ()):
                hides = found.setdefault(selector, set())
                (hides.add if said == value else hides.discard)(name)
    return frozenset(selector for selector, hides in found.items() if hides)


def _linked(container: Container, name: str, seen: set[str]) -> Iterator[tuple[str, str]]:
    if name in seen or len(seen) >= _MOST_SHEETS or name not in container:
        return
    seen.add(name)
    try:
        content = b"".join(container.pieces(name, _MOST_CSS_BYTES))
    except UnreadableFileError:
        return  # EPUBCheck tells of what cannot be unpacked, as does whoever opens it
    sheet = content.decode("utf-8", "replace")
    for href in _IMPORT.findall(sheet):
        yield from _linked(container, resolved(posixpath.dirname(name), href)[0], seen)
    yield name, sheet
