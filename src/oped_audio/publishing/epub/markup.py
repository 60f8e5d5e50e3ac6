"""Names, attributes and text -> well-formed markup, whatever the text and without added space."""

from collections.abc import Iterable, Mapping
from typing import NewType

Markup = NewType("Markup", str)
"""A piece of XML, escaped already."""

XHTML = "http://www.w3.org/1999/xhtml"
OPS = "http://www.idpf.org/2007/ops"
SMIL = "http://www.w3.org/ns/SMIL"
SSML = "http://www.w3.org/2001/10/synthesis"
PLS = "http://www.w3.org/2005/01/pronunciation-lexicon"

_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'

# XML 1.0, section 2.2: characters that no document may hold, not even as references.
_FORBIDDEN = (*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
_ALLOWED = dict.fromkeys(_FORBIDDEN, "\N{REPLACEMENT CHARACTER}")
_TEXT = _ALLOWED | {
    ord("&"): "&amp;",
    ord("<"): "&lt;",
    ord(">"): "&gt;",
    ord("\r"): "&#13;",
}
_ATTRIBUTE = _TEXT | {ord('"'): "&quot;", ord("\t"): "&#9;", ord("\n"): "&#10;"}


def allowed(characters: str) -> str:
    """The characters with U+FFFD for each that XML forbids."""
    return characters.translate(_ALLOWED)


def text(characters: str) -> Markup:
    """Character data; what XML forbids becomes U+FFFD, one for one."""
    return Markup(characters.translate(_TEXT))


def element(tag: str, attributes: Mapping[str, str | None], *children: Markup) -> Markup:
    """``<tag …>children</tag>``; attributes that are None are left out."""
    opening = tag + "".join(
        f' {name}="{value.translate(_ATTRIBUTE)}"'
        for name, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{opening}>{''.join(children)}</{tag}>" if children else f"<{opening}/>")


def lines(pieces: Iterable[Markup]) -> Markup:
    """Pieces on lines of their own, for places where white space says nothing."""
    return Markup("\n" + "\n".join(pieces) + "\n")


def file(root: Markup, doctype: str = "") -> bytes:
    """A whole XML file, in UTF-8."""
    return f"{_DECLARATION}{doctype}{root}\n".encode()
