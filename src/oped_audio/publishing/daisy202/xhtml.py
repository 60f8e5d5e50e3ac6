"""A title, metadata and a body -> an XHTML 1.0 document, and the metadata that all files carry."""

from collections.abc import Iterable
from dataclasses import dataclass

from oped_audio.model.publication import Metadata
from oped_audio.publishing.daisy202.book import FORMAT
from oped_audio.publishing.epub.language import direction
from oped_audio.publishing.epub.markup import XHTML, Markup, element, file, lines, text
from oped_audio.publishing.epub.xhtml import language_attributes
from oped_audio.version import PROGRAM_VERSION

_LIKE_LESS_THAN = "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}"
_DOCTYPE = (
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"'
    ' "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n'
)


@dataclass(frozen=True, slots=True)
class Meta:
    """A ``meta`` element."""

    name: str
    content: str
    scheme: str | None = None
    """How the content is written, such as ``hh:mm:ss``."""

    @property
    def element(self) -> Markup:
        """The element, in XHTML and in SMIL.

        A ``<`` becomes a sign that looks like it: Thorium puts the value into XML as it is, and
        could not open the book.
        """
        content = " ".join(self.content.replace("<", _LIKE_LESS_THAN).split())
        return element("meta", {"name": self.name, "content": content, "scheme": self.scheme})


def common(metadata: Metadata) -> tuple[Meta, ...]:
    """What every file of the book says of it."""
    return (
        Meta("dc:title", metadata.title),
        Meta("dc:identifier", metadata.identifier),
        Meta("dc:format", FORMAT),
        Meta("ncc:generator", f"oped-audio {PROGRAM_VERSION}"),
    )


def xhtml(metadata: Metadata, metas: Iterable[Meta], body: Iterable[Markup]) -> bytes:
    """The file. The direction is only told where it is not the usual one."""
    charset = {"http-equiv": "Content-type", "content": "text/html; charset=utf-8"}
    head = lines(
        (
            element("meta", charset),
            element("title", {}, text(" ".join(metadata.title.split()))),
            *(meta.element for meta in metas),
        )
    )
    turned = direction(metadata.language) == "rtl"
    attributes = {
        "xmlns": XHTML,
        **language_attributes(metadata.language),
        "dir": "rtl" if turned else None,
    }
    parts = lines((element("head", {}, head), element("body", {}, lines(body))))
    return file(element("html", attributes, parts), _DOCTYPE)
