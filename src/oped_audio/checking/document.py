"""An XHTML document -> its ids, and the texts in it that a listener has to hear."""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from oped_audio.checking.elements import local, text

if TYPE_CHECKING:
    from lxml.etree import _Element

OPS = "{http://www.idpf.org/2007/ops}"
XML = "{http://www.w3.org/XML/1998/namespace}"
_UNSEEN = frozenset((
    "head", "script", "style", "template", "rt", "rp", "audio", "video", "object", "iframe",
    "input", "button", "select", "textarea", "datalist",
))  # fmt: skip
_NEED_NOT_BE_HEARD = frozenset(("noteref", "doc-noteref", "pagebreak", "doc-pagebreak"))
_NOT_READ = frozenset(("landmarks", "page-list", "doc-pagelist"))
_BLOCKS = frozenset((
    "p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "caption", "dt", "dd",
    "blockquote", "pre", "div", "section", "aside", "figure", "body", "nav", "header", "footer",
    "article", "main", "address", "table", "ul", "ol", "dl", "math", "svg", "summary", "details",
))  # fmt: skip
_NO_PICTURE = frozenset(("presentation", "none"))


@dataclass(frozen=True, slots=True)
class Unit:
    """A run of text, or the alternative of a picture, that is to be heard."""

    node: "_Element"
    """The element that it is directly in."""
    text: str
    targets: tuple[str, ...]
    """The ids of the narrated elements that it is in, outermost first."""
    is_alternative: bool = False


class Document:
    """A content document."""

    def __init__(self, name: str, root: "_Element", unseen: frozenset[str] = frozenset()) -> None:
        """``unseen`` are selectors of what its style sheets do not show: ``.x``, ``p.x``."""
        self.name = name
        self.root = root
        self.unseen = unseen
        self.ids: dict[str, _Element] = {}
        self.duplicates: list[_Element] = []
        for node in root.iter("*"):
            if identifier := node.get("id"):
                if identifier in self.ids:
                    self.duplicates.append(node)
                self.ids.setdefault(identifier, node)

    @cached_property
    def goals(self) -> frozenset[str]:
        """What links may lead to: ids, and the names that anchors had before."""
        names = (node.get("name") for node in self.root.iter("*") if local(node) == "a")
        return frozenset((*self.ids, *filter(None, names)))

    @property
    def body(self) -> "_Element | None":
        """The body; None if there is none."""
        return next((node for node in self.root if local(node) == "body"), None)

    @cached_property
    def order(self) -> dict[str, int]:
        """Where each id stands, counted in elements from the begin."""
        return {
            identifier: number
            for number, node in enumerate(self.root.iter("*"))
            if (identifier := str(node.get("id"))) in self.ids and self.ids[identifier] is node
        }

    @property
    def title(self) -> str:
        """What its ``title`` says."""
        return next((text(node) for node in self.root.iter("*") if local(node) == "title"), "")

    def at(self, node: "_Element") -> str:
        """A place for people: file and line."""
        return f"{self.name}:{node.sourceline}"

    def units(self, targets: Set[str] = frozenset()) -> Iterator[Unit]:
        """All that is to be heard, in order.

        ``targets`` are the ids that overlays play; the empty one stands for the whole document.
        """
        if self.body is not None:
            whole = ("",) if "" in targets else ()
            yield from _units(self.body, targets - {""}, whole, self.unseen)

    @property
    def pictures(self) -> "Iterator[_Element]":
        """The images that carry meaning, or say nothing of whether they do."""
        for node in self.root.iter("*"):
            if local(node) == "img" and (node.get("role") or "") not in _NO_PICTURE:
                yield node


def types(node: "_Element") -> frozenset[str]:
    """What ``epub:type`` and ``role`` say of an element."""
    return frozenset((*(node.get(f"{OPS}type") or "").split(), *(node.get("role") or "").split()))


def block_of(node: "_Element") -> "_Element":
    """The block that an element is in; itself, if it is one."""
    around = (node, *node.iterancestors())
    return next((one for one in around if local(one) in _BLOCKS), around[-1])


def is_said(words: str) -> bool:
    """Whether there is anything to say in it, and not only signs."""
    return any(map(str.isalnum, words))


def alternative(node: "_Element") -> str:
    """The text alternative of a picture; empty where it has none."""
    if local(node) == "img":
        return (node.get("alt") or node.get("aria-label") or "").strip()
    titles = (text(child) for child in node if local(child) == "title")
    return (node.get("aria-label") or next(titles, "")).strip()


def _units(
    node: "_Element", targets: Set[str], around: tuple[str, ...], unseen: frozenset[str]
) -> Iterator[Unit]:
    if _is_passed_over(node) or (unseen and not unseen.isdisjoint(_selectors(node))):
        return
    identifier = node.get("id") or ""
    inside = (*around, identifier) if identifier in targets else around
    if local(node) in {"img", "svg"}:
        if is_said(alternative(node)) and (node.get("role") or "") not in _NO_PICTURE:
            yield Unit(node, alternative(node), inside, is_alternative=True)
        return
    if is_said(node.text or ""):
        yield Unit(node, " ".join((node.text or "").split()), inside)
    for child in node:
        yield from _units(child, targets, inside, unseen)
        if is_said(child.tail or ""):
            yield Unit(node, " ".join((child.tail or "").split()), inside)


def _selectors(node: "_Element") -> Iterator[str]:
    """Those that fit an element by its class."""
    for name in (node.get("class") or "").split():
        yield f".{name}"
        yield f"{local(node)}.{name}"


def _is_passed_over(node: "_Element") -> bool:
    if local(node) in _UNSEEN or not local(node):
        return True
    style = (node.get("style") or "").replace(" ", "").lower()
    if node.get("hidden") is not None or node.get("aria-hidden") == "true":
        return True
    if "display:none" in style or "visibility:hidden" in style:
        return True
    own = types(node)
    is_listing = local(node) == "nav" and not own.isdisjoint(_NOT_READ)
    return is_listing or not own.isdisjoint(_NEED_NOT_BE_HEARD)
