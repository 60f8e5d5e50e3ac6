"""A document of an EPUB -> its body, and what of the book it is."""

from typing import TYPE_CHECKING

from oped_audio.errors import UnreadableFileError
from oped_audio.model.finding import Finding
from oped_audio.reading.archive import Archive, has_entities, xml_parser
from oped_audio.reading.epub.contents import Contents, key
from oped_audio.reading.epub.listing import CONTENTS, lists_contents
from oped_audio.reading.epub.package import Entry, Package
from oped_audio.reading.html.page import check_depth, decoded, parse_text
from oped_audio.reading.html.tree import name_of, text_of, types_of
from oped_audio.reading.wording import is_prose

if TYPE_CHECKING:
    from lxml.etree import _Element

_LIMIT = 30_000_000
_XHTML = frozenset(("application/xhtml+xml", "text/html", "text/x-oeb1-document"))
_SUFFIXES = (".xhtml", ".html", ".htm", ".xht")
TITLE_PAGE = "is the title page"
_LONGEST_ABOUT_BOOK = 4000
"""Characters."""
_LINE = 90


def _keys(names: str) -> frozenset[str]:
    return frozenset(map(key, names.split(";")))


_INDEX = _keys("Index; Register; Sachregister; Índice alfabético; 索引")
_NAMES = {
    "is the cover": _keys("""
        Cover; Cover page; Front cover; Umschlag; Titelbild; Couverture; Cubierta; 封面; 表紙;
        الغلاف
    """),
    TITLE_PAGE: _keys("""
        Title page; Titelseite; Titelblatt; Page de titre; Portada; 扉; 扉页; 书名页; صفحة العنوان
    """),
    "is the half title": _keys(
        "Half title; Half title page; Schmutztitel; Faux-titre; Anteportada"
    ),
    "is about copyright": _keys("""
        Copyright; Copyright page; Copyright notice; Copyright information; Legal notice; Créditos;
        Mentions légales; Derechos de autor; 版权; 版权页; 版权信息; 版權; 版權頁; حقوق النشر;
        حقوق الطبع
    """),
    "is the colophon": _keys("Colophon; Imprint; Impressum; Achevé d’imprimer; Colofón; 奥付"),
}
"""What tables of contents call documents about the book, in the languages that are known best."""
_ABOUT_THE_BOOK = {
    "cover": "is the cover",
    "titlepage": TITLE_PAGE,
    "title-page": TITLE_PAGE,
    "toc": CONTENTS,
    "landmarks": "is a list of landmarks",
    "page-list": "is a list of pages",
    "copyright-page": "is about copyright",
    "colophon": "is the colophon",
    "imprint": "is the imprint",
    "index": "is an index",
    "loi": "is a list of pictures",
    "lot": "is a list of tables",
    "halftitlepage": "is the half title",
    "halftitle": "is the half title",
}


def is_text(entry: Entry) -> bool:
    """Whether a file of the spine is a document to read."""
    return entry.media_type in _XHTML or entry.file.lower().endswith(_SUFFIXES)


def body_of(archive: Archive, file: str) -> tuple["_Element", "_Element", Finding | None]:
    """The ``html`` and ``body`` elements; as HTML, with a finding, where XML fails.

    Raises UnreadableFileError.
    """
    from lxml import etree

    content = archive.read(file, _LIMIT)
    if has_entities(content):
        raise archive.refuse(f"{file} defines entities", "ask whoever made it for a clean one")
    finding = None
    try:
        root = etree.fromstring(content, xml_parser())
        if any(name_of(node) == "" and not isinstance(node.tag, str) for node in root.iter()):
            root = parse_text(decoded(content, None), archive.name)  # HTML's named characters
    except (etree.XMLSyntaxError, ValueError):
        finding = Finding(
            "document-not-well-formed",
            "warning",
            file,
            "the document is no well-formed XML; it was read as HTML",
            "have EPUBCheck look at the book",
            archive.name,
        )
        try:
            root = parse_text(decoded(content, None), archive.name)
        except UnreadableFileError as error:
            raise archive.refuse(f"{file}: {error.reason}") from None
    check_depth(root, archive.name)
    body = next((node for node in root if name_of(node) == "body"), root)
    return root, body, finding


def reason_out(entry: Entry, body: "_Element", package: Package, contents: Contents) -> str | None:
    """Why a whole document is no part of the text; None if it is one."""
    if not entry.linear:
        return "is outside the reading order"
    if entry == package.spine[0] and not text_of(body) and not _is_described(body):
        return "is the cover"
    if entry.file == package.nav or lists_contents(body, contents):
        return CONTENTS
    holders = [body, *(node for node in body if name_of(node))][:3]
    alone = [node for node in body if name_of(node)]
    types = types_of(body)
    if len(alone) == 1:
        types |= types_of(holders[1])
    types |= {kind for file, kind in contents.landmarks if file == entry.file}
    types |= {package.guide.get(entry.file, "")}
    reason = next((reason for kind, reason in _ABOUT_THE_BOOK.items() if kind in types), None)
    return reason or _named_as(entry, body, contents)


def _named_as(entry: Entry, body: "_Element", contents: Contents) -> str | None:
    """What the table of contents says, of a short document, that it is of the book."""
    names = {key(place.label) for place in contents.within(entry.file)}
    if len(names) != 1:
        return None
    name = names.pop()
    if name in _INDEX and _is_index(body):
        return "is an index"
    if len(text_of(body)) > _LONGEST_ABOUT_BOOK:
        return None
    return next((reason for reason, known in _NAMES.items() if name in known), None)


def _is_index(body: "_Element") -> bool:
    """Whether links stand in it, and no prose."""
    paragraphs = (text_of(node) for node in body.iter("*") if name_of(node) == "p")
    has_links = any(name_of(node) == "a" and node.get("href") for node in body.iter("*"))
    return has_links and not any(len(text) > _LINE and is_prose(text) for text in paragraphs)


def _is_described(body: "_Element") -> bool:
    """Whether a page without text has a picture that says more than that it is the cover."""
    return any(is_prose(node.get("alt") or "") for node in body.iter("*") if name_of(node) == "img")
