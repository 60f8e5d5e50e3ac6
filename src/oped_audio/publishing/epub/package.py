"""Publication -> what the EPUB holds, and that -> its container, poured into a stream.

The one module that imports ebooklib. The stock writer rebuilds documents, stamps zip entries with
the time and holds all audio in memory; the subclasses below write what they are given.
"""

import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from ebooklib import epub  # noqa: TID253 - subclassed below; this module is itself imported lazily

from oped_audio.model.publication import Publication
from oped_audio.publishing.epub.content import content_document, cover_page
from oped_audio.publishing.epub.language import direction
from oped_audio.publishing.epub.links import links
from oped_audio.publishing.epub.markup import allowed
from oped_audio.publishing.epub.metadata import IDENTIFIER_ID, DublinCore, Entry, Link, entries
from oped_audio.publishing.epub.navigation import navigation
from oped_audio.publishing.epub.overlay import overlay
from oped_audio.publishing.epub.pages import (
    COVER,
    IN_ARTICLE,
    STYLESHEET,
    Highlight,
    Page,
    image_href,
    pages,
)
from oped_audio.publishing.epub.pronunciation import LEXICON_TYPE, pronunciations
from oped_audio.publishing.epub.timing import duration_ms
from oped_audio.publishing.pls import pls

if TYPE_CHECKING:
    from lxml import etree

_XHTML_TYPE = "application/xhtml+xml"
_SMIL_TYPE = "application/smil+xml"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_PERMISSIONS = 0o100644 << 16
_UNIX = 3
_CHUNK = 1 << 20


class _Item(epub.EpubItem):  # type: ignore[misc]  # ebooklib has no types
    """A file of the book, from bytes that stay as they are or from a path that is streamed."""

    def __init__(self, uid: str, href: str, media_type: str, source: bytes | Path) -> None:
        super().__init__(uid, href, media_type)
        self.source = source
        self.properties: Sequence[str] = ()
        self.media_overlay: str | None = None


class _Archive(ZipFile):
    """A zip whose entries have fixed dates and attributes."""

    def writestr(  # type: ignore[override]  # what ebooklib calls, no more
        self, name: str, data: str | bytes, compress_type: int = ZIP_DEFLATED
    ) -> None:
        super().writestr(_entry(name, compress_type), data)

    def stream(self, name: str, source: Path) -> None:
        """Add a file as it is, without holding it in memory."""
        entry = _entry(name, ZIP_STORED)
        entry.file_size = source.stat().st_size
        with source.open("rb") as incoming, self.open(entry, "w") as outgoing:
            shutil.copyfileobj(incoming, outgoing, _CHUNK)


class _Writer(epub.EpubWriter):  # type: ignore[misc]  # ebooklib has no types
    """Writes into a stream, lets items be, and completes the package document."""

    def write(self) -> None:
        with _Archive(self.file_name, "w") as self.out:
            self.out.writestr("mimetype", "application/epub+zip", ZIP_STORED)
            self._write_container()
            self._write_opf()
            self._write_items()

    def _write_items(self) -> None:
        for item in self.book.get_items():
            name = f"{self.book.FOLDER_NAME}/{item.file_name}"
            if isinstance(item.source, Path):
                self.out.stream(name, item.source)
            else:
                self.out.writestr(name, item.source)

    def _write_opf_file(self, root: "etree._Element") -> None:
        root.set(_XML_LANG, self.book.language)
        del root.attrib["prefix"]  # declares again what is reserved
        del root.find("spine").attrib["toc"]  # there is no NCX
        super()._write_opf_file(root)


def pour(book: epub.EpubBook, modified: datetime, stream: BinaryIO) -> None:
    """Write the whole EPUB into an open, seekable stream."""
    options = {"mtime": modified.astimezone(UTC), "package_direction": True}
    _Writer(stream, book, options).write()


def assembled(publication: Publication, highlight: Highlight) -> epub.EpubBook:
    """All that is in the EPUB; its audio is read when it is poured."""
    parts = pages(publication)
    metadata = publication.metadata
    book = epub.EpubBook()
    book.metadata = {}
    book.IDENTIFIER_ID = IDENTIFIER_ID
    book.language = metadata.language
    book.direction = direction(metadata.language)
    durations_ms = {page.overlay_id: duration_ms(page) for page in parts}
    for entry in entries(publication, durations_ms, highlight):
        _add_metadata(book, entry)
    for item in _items(publication, parts, highlight):
        book.add_item(item)
    linear = {True: "yes", False: "no"}
    book.spine = [(page.text_id, linear[page.section.role in IN_ARTICLE]) for page in parts]
    _require_unique([item.id for item in book.items])
    _require_unique([item.file_name for item in book.items])
    return book


def _add_metadata(book: epub.EpubBook, entry: Entry) -> None:
    if isinstance(entry, Link):
        attributes = {"rel": entry.relation, "href": allowed(entry.address)}
        book.add_metadata(None, "link", None, attributes)
        return
    value = allowed(entry.value)  # ebooklib drops what lxml refuses
    if isinstance(entry, DublinCore):
        book.add_metadata("DC", entry.name, value, {"id": entry.id} if entry.id else {})
        return
    refined = {
        "property": entry.name,
        "refines": f"#{entry.refines}" if entry.refines else None,
        "scheme": entry.scheme,
        _XML_LANG: entry.language,
    }
    present = {name: value for name, value in refined.items() if value}
    book.add_metadata(None, "meta", value, present)


def _items(publication: Publication, parts: Sequence[Page], highlight: Highlight) -> list[_Item]:
    """Every file of the book, each kind in the order of the spine."""
    language = publication.metadata.language
    style = files("oped_audio.publishing") / "templates" / "style.css"
    told = pronunciations(publication.script)
    references = links(parts)

    def document(page: Page) -> bytes:
        if page.section.role == "cover":
            return cover_page(page, language)
        if page.section.role == "contents":
            return navigation(parts, language, highlight, told.hrefs)
        return content_document(page, language, highlight, references, told)

    cover = _Item("cover", COVER, "image/jpeg", publication.cover)
    cover.properties = ("cover-image",)
    items = [_Item("style", STYLESHEET, "text/css", style.read_bytes()), cover]
    for page in parts:
        text = _Item(page.text_id, page.text_href, _XHTML_TYPE, document(page))
        text.media_overlay = page.overlay_id
        if page.section.role == "contents":
            text.properties = ("nav",)
        items.append(text)
    for page in parts:
        smil = overlay(page, highlight)
        items.append(_Item(page.overlay_id, page.overlay_href, _SMIL_TYPE, smil))
    for tag, href in told.hrefs.items():
        lexicon = pls(told.lexicons[tag], tag)
        items.append(_Item(f"lexicon-{tag}", href, LEXICON_TYPE, lexicon))
    pictures = {image_href(image): image for image in publication.document.images}
    for href, image in pictures.items():
        items.append(_Item(f"image-{image.digest[:16]}", href, image.media_type, image.path))
    for page in parts:
        track = page.track
        items.append(_Item(page.audio_id, page.audio_href, track.media_type, track.encoded))
    return items


def _require_unique(names: Sequence[str]) -> None:
    """ebooklib writes two files under one name without a word."""
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        raise ValueError(f"twice in one book: {', '.join(sorted(twice))}")


def _entry(name: str, compress_type: int) -> ZipInfo:
    entry = ZipInfo(name, _EARLIEST)
    entry.compress_type = compress_type
    entry.create_system = _UNIX
    entry.external_attr = _PERMISSIONS
    return entry
