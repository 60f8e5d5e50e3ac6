"""An XHTML document -> the text of its elements, by their ids."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from oped_audio.checking.elements import local

if TYPE_CHECKING:
    from lxml.etree import _Element

_INLINE = frozenset((
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "i", "ins", "kbd", "mark", "q", "ruby",
    "rb", "s", "samp", "small", "span", "strong", "sub", "sup", "u", "var",
))  # fmt: skip
_SET_OFF = frozenset((
    "li", "td", "th", "caption", "figure", "figcaption", "img", "aside", "blockquote", "dt", "dd",
    "svg", "math",
))  # fmt: skip
_UNSPOKEN = frozenset(("rt", "rp", "script", "style", "template"))
_NOTE_REFERENCES = frozenset(("noteref", "doc-noteref"))
_TYPE = "{http://www.idpf.org/2007/ops}type"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


class Texts:
    """The elements of one document that have an id."""

    def __init__(self, root: "_Element") -> None:
        self._nodes: dict[str, _Element] = {}
        for node in root.iter("*"):
            if identifier := node.get("id"):
                self._nodes.setdefault(identifier, node)
        self.language = root.get(_LANGUAGE) or root.get("lang") or ""
        """BCP 47 tag of the document; empty where it says none."""

    def __contains__(self, identifier: object) -> bool:
        return identifier in self._nodes

    def of(self, identifier: str) -> str:
        """What is read of an element; references to notes in it, which are only seen, are not."""
        return self.spoken(self._nodes[identifier])

    @staticmethod
    def spoken(node: "_Element") -> str:
        """What is read of any element."""
        return " ".join("".join(_spoken(node)).split())

    def block_of(self, identifier: str) -> str:
        """Path of the block that the element is in; itself, if it is one."""
        block = next(node for node in self._around(identifier) if local(node) not in _INLINE)
        return str(block.getroottree().getpath(block))

    def is_set_off(self, identifier: str) -> bool:
        """Whether the element is in a list, table, figure, note or quotation."""
        return any(local(node) in _SET_OFF for node in self._around(identifier))

    def _around(self, identifier: str) -> "Iterator[_Element]":
        node = self._nodes[identifier]
        yield node
        yield from node.iterancestors()


def _spoken(top: "_Element") -> Iterator[str]:
    if local(top) == "img":
        yield top.get("alt") or ""
    yield top.text or ""
    for child in top:
        if local(child) not in _UNSPOKEN and not _is_note_reference(child):
            yield from _spoken(child)
        yield child.tail or ""


def _is_note_reference(node: "_Element") -> bool:
    kinds = {*(node.get(_TYPE) or "").split(), *(node.get("role") or "").split()}
    return not kinds.isdisjoint(_NOTE_REFERENCES)
