"""What can be said of an element of HTML or XHTML by looking at its name and attributes. Pure."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_OPS_TYPE = "{http://www.idpf.org/2007/ops}type"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_HIDDEN_STYLE = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE
)
_FOR_SCREEN_READERS = frozenset(
    ("sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screenreader-only")
)
_MARGINAL = frozenset(
    ("pagenum", "pageno", "pagenumber", "page-number", "page-num", "linenos", "lineno")
)
_LONGEST_PAGE = 12
"""Characters, as of ``[Pg 123]``."""
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")


def name_of(element: "_Element") -> str:
    """Of the tag, in lower case and without namespace; empty for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def types_of(element: "_Element") -> frozenset[str]:
    """The words of ``epub:type`` and ``role``, those of DPUB-ARIA without their prefix."""
    said = f"{element.get(_OPS_TYPE) or element.get('epub:type') or ''} {element.get('role') or ''}"
    return frozenset(word.removeprefix("doc-") for word in said.lower().split())


def language_of(element: "_Element") -> str | None:
    """The BCP 47 tag that it gives."""
    said = element.get(_XML_LANG) or element.get("xml:lang") or element.get("lang")
    found = (said or "").strip().replace("_", "-")
    return found if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*", found) else None


def classes_of(element: "_Element") -> frozenset[str]:
    """Its classes as they are written, in lower case."""
    return frozenset((element.get("class") or "").lower().split())


def heading_level(element: "_Element") -> int:
    """1 to 6 of ``h1`` to ``h6``; 0 of what is no heading."""
    name = name_of(element)
    return int(name[1]) if len(name) == 2 and name[0] == "h" and name[1] in "123456" else 0


def words_of(element: "_Element") -> frozenset[str]:
    """The words that its class and id are made of: ``relatedLinks`` gives related and links."""
    said = f"{element.get('class') or ''} {element.get('id') or ''}"
    return frozenset(word.lower() for word in _WORD.findall(said[:500]))


def is_marginal_number(element: "_Element") -> bool:
    """Whether it says which page of the printed book or line of code begins, and nothing else."""
    numbered = bool(classes_of(element) & _MARGINAL) and len(text_of(element)) <= _LONGEST_PAGE
    return numbered or "pagebreak" in types_of(element)


def hidden_as(element: "_Element") -> str | None:
    """Why it is not seen; None if it is."""
    if element.get("hidden") is not None or _HIDDEN_STYLE.search(element.get("style") or ""):
        return "is hidden on the page"
    if (element.get("aria-hidden") or "").lower() == "true" and name_of(element) != "img":
        return "is hidden from screen readers"
    if classes_of(element) & _FOR_SCREEN_READERS and not _stands_for_hidden(element):
        return "is not seen on the page"
    return None


def _stands_for_hidden(element: "_Element") -> bool:
    """Whether a large initial beside it is shown for the eye, and this is the same for the ear."""
    beside = (element.getprevious(), element.getnext())
    hidden = [node for node in beside if node is not None and node.get("aria-hidden") == "true"]
    said = text_of(element)
    return any(text_of(node).isalnum() and said.startswith(text_of(node)) for node in hidden)


def text_of(element: "_Element") -> str:
    """All its text but that of scripts, on one line."""
    return " ".join("".join(_texts(element)).split())


def _texts(element: "_Element") -> Iterator[str]:
    silent = frozenset(("script", "style", "template"))
    for node in element.iter():
        name = name_of(node)
        if name and name not in silent and node.text:
            yield node.text
        if node is not element and node.tail:
            yield node.tail
        elif name == "br":
            yield " "
        if name in _APART:
            yield " "


_APART = frozenset(
    ("p", "div", "li", "td", "th", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article")
) | {"header", "footer", "br", "option", "button"}


def number(value: str | None) -> int | None:
    """The whole number at the start of an attribute."""
    found = re.match(r"\s*(\d{1,6})", value or "")
    return int(found[1]) if found else None
