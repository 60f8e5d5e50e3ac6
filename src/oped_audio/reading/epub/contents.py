"""The table of contents of an EPUB 3 or 2 -> what each document is called, and how deep it is."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from oped_audio.errors import UnreadableFileError
from oped_audio.reading.archive import Archive
from oped_audio.reading.epub.package import Package, find
from oped_audio.reading.html.tree import name_of, text_of, types_of
from oped_audio.reading.normalise import normalise

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of the table of contents."""

    file: str
    fragment: str
    label: str
    depth: int
    """1 for the outermost."""


@dataclass(frozen=True)
class Contents:
    """The table of contents and the landmarks."""

    places: tuple[Place, ...] = ()
    landmarks: tuple[tuple[str, str], ...] = ()
    """Files with their types."""

    @cached_property
    def names(self) -> frozenset[str]:
        """What it calls the places, each as its ``key``."""
        return frozenset(key(place.label) for place in self.places) - {""}

    def within(self, file: str) -> tuple[Place, ...]:
        """The entries that lead into a document, in their order."""
        return tuple(place for place in self.places if place.file == file)


def key(text: str) -> str:
    """Letters and digits alone: spaces, dots and case differ between a place and its name."""
    return "".join(filter(str.isalnum, normalise(text).casefold()))


def read_contents(archive: Archive, package: Package) -> Contents:
    """Of the navigation document, or else of the NCX; nothing where neither can be read."""
    try:
        if package.nav and package.nav in archive:
            folder = posixpath.dirname(package.nav)
            return _of_nav(archive.xml(package.nav), archive, folder)
        if package.ncx and package.ncx in archive:
            root = archive.xml(package.ncx)
            folder = posixpath.dirname(package.ncx)
            found = [node for node in root.iter("*") if name_of(node) == "navmap"]
            return Contents(tuple(_points(found[0], archive, folder, 1))) if found else Contents()
    except UnreadableFileError:
        return Contents()
    return Contents()


def _of_nav(root: "_Element", archive: Archive, folder: str) -> Contents:
    places: list[Place] = []
    landmarks: list[tuple[str, str]] = []
    for nav in root.iter("{*}nav"):
        types = types_of(nav)
        if "toc" in types or not (places or types):
            places += _entries(nav, archive, folder, 0)
        elif "landmarks" in types:
            for link in nav.iter("{*}a"):
                file, _ = find(archive, folder, link.get("href") or "")
                landmarks += [(file, kind) for kind in types_of(link)]
    return Contents(tuple(places), tuple(landmarks))


def _entries(element: "_Element", archive: Archive, folder: str, depth: int) -> Iterator[Place]:
    for node in element:
        name = name_of(node)
        deeper = depth + 1 if name == "ol" else depth
        if name == "a" and node.get("href"):
            yield Place(
                *find(archive, folder, node.get("href") or ""), text_of(node), max(depth, 1)
            )
        elif name and deeper <= _DEEPEST:
            yield from _entries(node, archive, folder, deeper)


def _points(element: "_Element", archive: Archive, folder: str, depth: int) -> Iterator[Place]:
    for node in element:
        if name_of(node) != "navpoint" or depth > _DEEPEST:
            continue
        parts = {name_of(part): part for part in node if name_of(part)}
        label = normalise(text_of(parts["navlabel"])) if "navlabel" in parts else ""
        content = parts.get("content")
        if content is not None:
            yield Place(*find(archive, folder, content.get("src") or ""), label, depth)
        yield from _points(node, archive, folder, depth + 1)
