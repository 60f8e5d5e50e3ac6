"""Elements of any XML document: their names and texts, and where their links lead."""

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from lxml.etree import _Element


def resolved(folder: str, href: str) -> tuple[str, str]:
    """A link from a file in a folder -> the file that it leads to, and the fragment.

    An address elsewhere stays as it is.
    """
    path, _, fragment = href.partition("#")
    if is_elsewhere(path):
        return path, unquote(fragment)
    joined = posixpath.normpath(posixpath.join(folder, unquote(path))) if path else ""
    return joined.lstrip("/"), unquote(fragment)


def is_elsewhere(href: str) -> bool:
    """Whether a link leads out of the book, as to ``https://…``."""
    return "://" in href.partition("?")[0]


def local(node: "_Element") -> str:
    """The name of an element without its namespace, in lower case; empty for what is none."""
    return node.tag.rpartition("}")[2].lower() if isinstance(node.tag, str) else ""


def text(node: "_Element") -> str:
    """All text in an element, white space as single spaces."""
    return " ".join("".join(map(str, node.itertext())).split())
