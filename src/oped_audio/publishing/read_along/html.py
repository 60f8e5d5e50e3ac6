"""XHTML of the EPUB -> the same as HTML. Pure."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from oped_audio.publishing.epub.markup import Markup

_TAG = re.compile(r"<([a-z][a-z0-9]*)((?: [\w:-]+=\"[^\"]*\")*)(/?)>")
"""Text and attributes have their ``<`` and ``>`` escaped, and attributes their quotes."""
_ATTRIBUTE = re.compile(r' ([\w:-]+)="([^"]*)"')
_VOID = frozenset(("br", "hr", "img", "input", "link", "meta", "track"))
_NONE: Mapping[str, Mapping[str, str]] = MappingProxyType({})


def html(markup: Markup, images: Mapping[str, Mapping[str, str]] = _NONE) -> Markup:
    """Void elements have no slash, others an end tag; attributes of XML's namespaces are gone.

    What led from a folder of documents to its neighbours leads there from above. ``images`` are
    further attributes by ``src``.
    """

    def opening(tag: re.Match[str]) -> str:
        name, written, closed = tag.groups()
        attributes = {key: value for key, value in _ATTRIBUTE.findall(written) if ":" not in key}
        if name == "img":
            attributes["src"] = attributes["src"].removeprefix("../")
            attributes |= images.get(attributes["src"], {})
        shown = "".join(f' {key}="{value}"' for key, value in attributes.items())
        end = f"</{name}>" if closed and name not in _VOID else ""
        return f"<{name}{shown}>{end}"

    return Markup(_TAG.sub(opening, markup))
