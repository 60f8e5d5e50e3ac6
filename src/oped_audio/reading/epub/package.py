"""The package document of an EPUB -> its metadata, its files and their order."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote

from oped_audio.model.ocf import (
    CONTAINER,
    ENCRYPTION,
    ENCRYPTION_METHODS,
    PACKAGE_TYPE,
    is_protected,
)
from oped_audio.reading.archive import Archive
from oped_audio.reading.draft import Facts
from oped_audio.reading.html.facts import joined, w3c_date
from oped_audio.reading.html.tree import name_of
from oped_audio.reading.normalise import normalise

if TYPE_CHECKING:
    from lxml.etree import _Element

_LICENCES = ("META-INF/rights.xml", "META-INF/license.lcpl")
_PROTECTED = "buy or borrow a copy without DRM; no program but the shop's own can open this one"


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the manifest."""

    file: str
    """Its name in the archive."""
    media_type: str
    properties: frozenset[str]
    linear: bool = True


@dataclass(frozen=True, slots=True)
class Package:
    """What the package document says."""

    facts: Facts
    spine: tuple[Entry, ...]
    """The documents in reading order."""
    nav: str | None
    """The navigation document (EPUB 3)."""
    ncx: str | None
    """The table of contents of EPUB 2."""
    guide: dict[str, str] = field(default_factory=dict)
    """Types of EPUB 2's guide by file."""
    is_fixed: bool = False
    """Whether its pages are laid out as on paper."""


def read_package(archive: Archive) -> Package:
    """Raises UnreadableFileError: there is none, or DRM protects the book."""
    _check_rights(archive)
    name = _package_name(archive)
    root = archive.xml(name)
    parts = {name_of(node): node for node in root if name_of(node)}
    folder = posixpath.dirname(name)
    items = _items(parts.get("manifest"), archive, folder)
    spine = parts.get("spine")
    entries = tuple(_spine(spine, items))
    if not entries:
        raise archive.refuse("its spine names no document")
    ncx_id = spine.get("toc") if spine is not None else None
    ncx = next((e.file for e in items.values() if e.media_type == "application/x-dtbncx+xml"), None)
    return Package(
        facts=_facts(parts.get("metadata")),
        spine=entries,
        nav=next((e.file for e in items.values() if "nav" in e.properties), None),
        ncx=items[ncx_id].file if ncx_id in items else ncx,
        guide={
            find(archive, folder, node.get("href") or "")[0]: (node.get("type") or "").lower()
            for node in parts.get("guide", ())
            if name_of(node)
        },
        is_fixed=_is_fixed(parts.get("metadata")),
    )


def _is_fixed(metadata: "_Element | None") -> bool:
    """EPUB 3.3, 8.2.2.1; and as Kindle's and Apple's books had it before."""
    for node in metadata.iter("*") if metadata is not None else ():
        if node.get("property") == "rendition:layout" and _text(node) == "pre-paginated":
            return True
        if node.get("name") == "fixed-layout" and node.get("content") == "true":
            return True
    return False


def find(archive: Archive, folder: str, href: str) -> tuple[str, str]:
    """A link from a document in a folder -> the file that it leads to, and the fragment.

    Some tools name the files, too, as links have it: ``a%20b.xhtml``.
    """
    path, _, fragment = href.partition("#")
    names = [
        archive.named(posixpath.normpath(posixpath.join(folder, name)).lstrip("/"))
        for name in (unquote(path), path)
        if path
    ]
    found = next((name for name in names if name in archive), names[0] if names else "")
    return found, unquote(fragment)


def _check_rights(archive: Archive) -> None:
    """EPUB OCF 3.3, 4.2.6.3.2: only fonts may be obfuscated, and readers of text need none."""
    protected = any(name in archive for name in _LICENCES)
    if not protected and ENCRYPTION in archive:
        methods = archive.xml(ENCRYPTION).iterfind(ENCRYPTION_METHODS)
        protected = is_protected(method.get("Algorithm") for method in methods)
    if protected:
        raise archive.refuse("it is protected by DRM", _PROTECTED)


def _package_name(archive: Archive) -> str:
    """The first package of the container; other renditions, as a PDF, may stand before it."""
    if CONTAINER in archive:
        rootfiles = [
            (unquote(node.get("full-path") or ""), node.get("media-type") != PACKAGE_TYPE)
            for node in archive.xml(CONTAINER).iter("*")
            if name_of(node) == "rootfile"
        ]
        present = [(is_other, path) for path, is_other in rootfiles if path in archive]
        if present:
            return min(present, key=lambda one: one[0])[1]
    found = [name for name in archive.names if name.lower().endswith(".opf")]
    if not found:
        raise archive.refuse("there is no package document in it")
    return found[0]


def _items(manifest: "_Element | None", archive: Archive, folder: str) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for node in manifest if manifest is not None else ():
        if name_of(node) == "item" and node.get("href"):
            file, _ = find(archive, folder, node.get("href") or "")
            properties = frozenset((node.get("properties") or "").split())
            entry = Entry(file, (node.get("media-type") or "").lower(), properties)
            found.setdefault(node.get("id") or file, entry)
    return found


def _spine(spine: "_Element | None", items: dict[str, Entry]) -> Iterator[Entry]:
    seen = set()
    for node in spine if spine is not None else ():
        entry = items.get(node.get("idref") or "") if name_of(node) == "itemref" else None
        if entry and entry.file not in seen:
            seen.add(entry.file)
            linear = (node.get("linear") or "yes") != "no"
            yield Entry(entry.file, entry.media_type, entry.properties, linear)


def _facts(metadata: "_Element | None") -> Facts:
    """Dublin Core, with what EPUB 3 refines and EPUB 2 says in attributes."""
    nodes = [node for node in metadata.iter("*") if name_of(node)] if metadata is not None else []
    refined: dict[str, dict[str, str]] = {}
    for node in nodes:
        if name_of(node) == "meta" and (node.get("refines") or "").startswith("#"):
            said_of_it = refined.setdefault((node.get("refines") or "")[1:], {})
            said_of_it[node.get("property") or ""] = _text(node)

    def said(name: str) -> list["_Element"]:
        return [node for node in nodes if name_of(node) == name and _text(node)]

    def about(node: "_Element", name: str) -> str | None:
        return refined.get(node.get("id") or "", {}).get(name)

    titles = said("title")
    main = [node for node in titles if about(node, "title-type") == "main"]
    creators = [
        node for node in said("creator") if (_role(node) or about(node, "role")) in _AUTHORS
    ]
    language = next((_text(node) for node in said("language")), None)
    dates = [node for node in said("date") if _event(node) in {"", "publication"}]
    return Facts(
        title=next((_text(node) for node in (*main, *titles)), None),
        byline=joined([_text(node) for node in creators], language),
        language=language if language and re.match(r"[A-Za-z]{2,3}(-|$)", language) else None,
        date=next((w3c_date(_text(node)) for node in dates), None),
        publisher=next((_text(node) for node in said("publisher")), None),
        rights=next((_text(node) for node in said("rights")), None),
        source=next((_text(node) for node in said("source") if "://" in _text(node)), None),
    )


_AUTHORS = frozenset((None, "", "aut"))


def _role(node: "_Element") -> str | None:
    found = node.get("{http://www.idpf.org/2007/opf}role")
    return None if found is None else str(found)


def _event(node: "_Element") -> str:
    return node.get("{http://www.idpf.org/2007/opf}event") or ""


def _text(node: "_Element") -> str:
    return " ".join(normalise("".join(map(str, node.itertext()))).split())
