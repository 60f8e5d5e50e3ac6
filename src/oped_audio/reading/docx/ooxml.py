"""Elements of Office Open XML by their local names: transitional and strict files alike. Pure."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element


def name_of(element: "_Element") -> str:
    """Of the tag, without namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def said(element: "_Element | None", name: str = "val") -> str | None:
    """An attribute by its local name."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def whole(text: str | None) -> int | None:
    """The number of an attribute; None for what is none, or greater than any in a document."""
    return int(text) if text and re.fullmatch(r"[0-9]{1,6}", text) else None


def child(element: "_Element | None", *path: str) -> "_Element | None":
    """The first element at a path of local names."""
    for name in path:
        if element is None:
            return None
        element = next((node for node in element if name_of(node) == name), None)
    return element


def children(element: "_Element | None", name: str) -> Iterator["_Element"]:
    """The elements of this local name directly within."""
    if element is not None:
        yield from (node for node in element if name_of(node) == name)


def is_on(element: "_Element | None") -> bool:
    """Whether a property such as ``w:b`` is there and not switched off (ECMA-376, 17.17.4)."""
    return element is not None and (said(element) or "true") not in {"0", "false", "off", "none"}
