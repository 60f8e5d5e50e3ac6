"""A container -> the whole publication, as it describes itself. Documents are read when asked for.

Nothing here says what is right: what cannot be read is remembered, and rules tell of it.
"""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote

from oped_audio.checking.container import Container
from oped_audio.checking.document import Document
from oped_audio.checking.elements import local, resolved, text
from oped_audio.checking.overlays import Overlay
from oped_audio.checking.sheets import sheets, unseen
from oped_audio.checking.styles import Style, styles
from oped_audio.errors import UnreadableFileError
from oped_audio.model.ocf import (
    CONTAINER,
    ENCRYPTION,
    ENCRYPTION_METHODS,
    PACKAGE_TYPE,
    is_protected,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

XHTML = "application/xhtml+xml"
SVG = "image/svg+xml"
SMIL = "application/smil+xml"
_MOST_XML_BYTES = 150_000_000
"""In all documents and overlays of a book together: memory is some ten times of it."""
_UNSAFE = "do not open it; ask whoever made it for a clean one"
_PROTECTED = "ask whoever made it for a copy without DRM"


@dataclass(frozen=True, slots=True)
class Item:
    """A resource that the manifest lists."""

    id: str
    name: str
    """In the container; as written where it is an address elsewhere."""
    media_type: str
    properties: frozenset[str]
    overlay: str
    """The id of its overlay; empty if it has none."""
    line: int


@dataclass(frozen=True, slots=True)
class Meta:
    """One statement of the package's metadata."""

    name: str
    """``dc:title``, ``media:duration``, …"""
    value: str
    refines: str
    """The id that it is about; empty for the book."""
    line: int


@dataclass
class Book:
    """A publication in its container.

    Making one raises UnreadableFileError where it has no package document that can be read, or DRM
    protects it.
    """

    container: Container
    unreadable: dict[str, str] = field(default_factory=dict)
    """Why, by the name of the file."""
    _spent: int = 0

    def __post_init__(self) -> None:
        if _is_protected(self.container):
            raise self.container.refuse("it is protected by DRM", _PROTECTED)
        self.name = _package_name(self.container)
        self.root = self._parsed(self.name)
        self._documents: dict[str, Document | None] = {}
        self._sheets: dict[str, tuple[Style, ...]] = {}
        self._overlays: dict[str, Overlay | None] = {}

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All of the manifest, in its order."""
        folder = posixpath.dirname(self.name)
        return tuple(_item(node, folder) for node in self.root.iter("*") if local(node) == "item")

    @cached_property
    def by_id(self) -> dict[str, Item]:
        """The items by id."""
        return {item.id: item for item in reversed(self.items)}

    @cached_property
    def by_name(self) -> dict[str, Item]:
        """The items by the name of their file."""
        return {item.name: item for item in reversed(self.items)}

    @cached_property
    def others(self) -> frozenset[str]:
        """The files of the other renditions, which the container names beside this one."""
        found = {name for name, _ in _rootfiles(self.container) if name in self.container}
        packages = {name for name, kind in _rootfiles(self.container) if kind == PACKAGE_TYPE}
        for name in sorted((found & packages) - {self.name}):
            root = self._root(name)
            folder = posixpath.dirname(name)
            for node in root.iter("*") if root is not None else ():
                if local(node) == "item":
                    found.add(_item(node, folder).name)
        return frozenset(found - {self.name})

    @cached_property
    def spine(self) -> tuple[tuple[Item, bool], ...]:
        """The items in reading order; whether each is in the linear order."""
        found = []
        for node in self.root.iter("*"):
            item = self.by_id.get(node.get("idref") or "") if local(node) == "itemref" else None
            if item is not None:
                found.append((item, node.get("linear") != "no"))
        return tuple(found)

    @cached_property
    def metas(self) -> tuple[Meta, ...]:
        """All metadata, in order."""
        return tuple(_metas(self.root))

    def values(self, name: str) -> list[str]:
        """What the metadata say of the book under this name."""
        return [meta.value for meta in self.metas if meta.name == name and not meta.refines]

    @property
    def title(self) -> str:
        """Its first title; the name of its file where it has none."""
        return next(filter(None, self.values("dc:title")), "") or self.container.name

    @property
    def language(self) -> str:
        """BCP 47 tag; ``und`` where it says none."""
        return next(filter(None, self.values("dc:language")), "und")

    def document(self, name: str) -> Document | None:
        """A content document; None if it cannot be read."""
        if name not in self._documents:
            root = self._root(name)
            self._documents[name] = None if root is None else self._document(name, root)
        return self._documents[name]

    def styles_of(self, document: Document) -> tuple[Style, ...]:
        """All styles that a document has, in order."""
        return tuple(self._styles(document.name, document.root))

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """All XHTML documents that can be read: the spine's in its order, then the others."""
        ordered = [item for item, _ in self.spine] + list(self.items)
        names = dict.fromkeys(item.name for item in ordered if item.media_type == XHTML)
        return tuple(one for name in names if (one := self.document(name)) is not None)

    @property
    def navigation(self) -> Document | None:
        """The navigation document."""
        found = next((item for item in self.items if "nav" in item.properties), None)
        return self.document(found.name) if found else None

    def overlay(self, name: str) -> Overlay | None:
        """An overlay; None if it cannot be read."""
        if name not in self._overlays:
            root = self._root(name)
            self._overlays[name] = None if root is None else Overlay(name, root)
        return self._overlays[name]

    @cached_property
    def overlays(self) -> tuple[Overlay, ...]:
        """All overlays of the manifest that can be read, in its order."""
        names = dict.fromkeys(item.name for item in self.items if item.media_type == SMIL)
        return tuple(one for name in names if (one := self.overlay(name)) is not None)

    @cached_property
    def narrated(self) -> tuple[tuple[Document, Overlay], ...]:
        """The documents that have an overlay, in the order of the spine, then of the manifest."""
        ordered = dict.fromkeys([item for item, _ in self.spine] + list(self.items))
        return tuple(self._pairs(list(ordered)))

    def _pairs(self, items: list[Item]) -> Iterator[tuple[Document, Overlay]]:
        for item in items:
            overlay = self.by_id.get(item.overlay)
            if overlay is None or overlay.media_type != SMIL or item.media_type not in {XHTML, SVG}:
                continue
            document, found = self.document(item.name), self.overlay(overlay.name)
            if document is not None and found is not None:
                yield document, found

    def _document(self, name: str, root: "_Element") -> Document:
        return Document(name, root, unseen(self._styles(name, root)))

    def _styles(self, name: str, root: "_Element") -> Iterator[Style]:
        for key, sheet in sheets(self.container, name, root):
            if key not in self._sheets:
                self._sheets[key] = tuple(styles(sheet))
            yield from self._sheets[key]

    def _root(self, name: str) -> "_Element | None":
        if name not in self.container:
            return None  # a rule tells of all that is listed and missing
        try:
            return self._parsed(name)
        except UnreadableFileError as error:
            if self._spent > _MOST_XML_BYTES:
                raise
            self.unreadable[name] = error.reason
            return None

    def _parsed(self, name: str) -> "_Element":
        self._spent += self.container.size(name)
        if self._spent > _MOST_XML_BYTES:
            raise self.container.refuse("its documents are too large together", _UNSAFE)
        return self.container.xml(name)


def _package_name(container: Container) -> str:
    """The first package; or the first file that is there, where none is called one."""
    found = [(name, kind) for name, kind in _rootfiles(container) if name in container]
    packages = [name for name, kind in found if kind == PACKAGE_TYPE]
    if not found:
        raise container.refuse("there is no package document in it")
    return packages[0] if packages else found[0][0]


def _rootfiles(container: Container) -> Iterator[tuple[str, str]]:
    """The renditions of the container, with their media types."""
    for node in container.xml(CONTAINER).iter("*"):
        if local(node) == "rootfile":
            path = node.get("full-path") or ""
            yield path if path in container else unquote(path), (node.get("media-type") or "")


def _is_protected(container: Container) -> bool:
    if ENCRYPTION not in container:
        return False
    methods = container.xml(ENCRYPTION).iterfind(ENCRYPTION_METHODS)
    return is_protected(method.get("Algorithm") for method in methods)


def _item(node: "_Element", folder: str) -> Item:
    href = node.get("href") or ""
    return Item(
        id=node.get("id") or "",
        name=resolved(folder, href)[0],
        media_type=(node.get("media-type") or "").split(";")[0].strip().lower(),
        properties=frozenset((node.get("properties") or "").split()),
        overlay=node.get("media-overlay") or "",
        line=node.sourceline or 0,
    )


def _metas(root: "_Element") -> Iterator[Meta]:
    metadata = next((node for node in root if local(node) == "metadata"), None)
    for node in metadata if metadata is not None else ():
        line = node.sourceline or 0
        if local(node) == "meta":
            name = node.get("property") or node.get("name") or ""
            value = text(node) or (node.get("content") or "").strip()
            yield Meta(name, value, (node.get("refines") or "").lstrip("#"), line)
        elif local(node) == "link":
            for name in (node.get("rel") or "").split():
                yield Meta(name, node.get("href") or "", "", line)
        else:
            yield Meta(f"dc:{local(node)}", text(node), "", line)
