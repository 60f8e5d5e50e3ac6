"""A container -> the documents that it narrates, in reading order, each with its overlay."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from oped_audio.checking.container import Container

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTAINER = "META-INF/container.xml"


@dataclass(frozen=True, slots=True)
class Package:
    """What the package document says."""

    title: str
    language: str
    """BCP 47 tag; ``und`` where it says none."""
    narrators: tuple[str, ...]
    """``media:narrator``, as given."""
    narrated: tuple[tuple[str, str], ...]
    """Document and overlay, by their names in the container, in the order of the spine."""


def read_package(container: Container) -> Package:
    """Raises UnreadableFileError: there is no package document."""
    name = package_name(container)
    folder = posixpath.dirname(name)
    nodes = [node for node in container.xml(name).iter("*") if isinstance(node.tag, str)]
    items = {node.get("id") or "": node for node in nodes if local(node) == "item"}
    spine = [node.get("idref") or "" for node in nodes if local(node) == "itemref"]
    return Package(
        title=next((text(node) for node in nodes if local(node) == "title"), "") or container.name,
        language=next((text(node) for node in nodes if local(node) == "language"), "") or "und",
        narrators=tuple(
            text(node)
            for node in nodes
            if local(node) == "meta" and node.get("property") == "media:narrator"
        ),
        narrated=tuple(_narrated(spine, items, folder)),
    )


def resolved(folder: str, href: str) -> tuple[str, str]:
    """A link from a file in a folder -> the file that it leads to, and the fragment."""
    path, _, fragment = href.partition("#")
    joined = posixpath.normpath(posixpath.join(folder, unquote(path))) if path else ""
    return joined.lstrip("/"), unquote(fragment)


def local(node: "_Element") -> str:
    """The name of an element without its namespace, in lower case; empty for what is none."""
    return node.tag.rpartition("}")[2].lower() if isinstance(node.tag, str) else ""


def text(node: "_Element") -> str:
    """All text in an element, white space as single spaces."""
    return " ".join("".join(map(str, node.itertext())).split())


def package_name(container: Container) -> str:
    """The name of the package document. Raises UnreadableFileError: there is none."""
    for node in container.xml(_CONTAINER).iter("*"):
        path = unquote(node.get("full-path") or "")
        if local(node) == "rootfile" and path in container:
            return path
    raise container.refuse("there is no package document in it")


def _narrated(
    spine: list[str], items: dict[str, "_Element"], folder: str
) -> Iterator[tuple[str, str]]:
    seen = set()
    for reference in spine:
        item = items.get(reference)
        overlay = items.get(item.get("media-overlay") or "") if item is not None else None
        if item is None or overlay is None or reference in seen:
            continue
        seen.add(reference)
        yield (
            resolved(folder, item.get("href") or "")[0],
            resolved(folder, overlay.get("href") or "")[0],
        )
