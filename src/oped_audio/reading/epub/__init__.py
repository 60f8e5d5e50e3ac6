"""An EPUB 2 or 3 -> Draft."""

import posixpath
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from oped_audio.model.document import Span
from oped_audio.model.finding import Finding
from oped_audio.reading.archive import Archive
from oped_audio.reading.draft import Draft, Piece, PieceKind
from oped_audio.reading.epub.contents import Contents, key, read_contents
from oped_audio.reading.epub.documents import TITLE_PAGE, body_of, is_text, reason_out
from oped_audio.reading.epub.fixed import paragraphs
from oped_audio.reading.epub.joining import joined
from oped_audio.reading.epub.listing import CONTENTS, lists_contents, without_headings
from oped_audio.reading.epub.named import headed
from oped_audio.reading.epub.package import Entry, Package, find, read_package
from oped_audio.reading.html.article import role_of
from oped_audio.reading.html.elements import pieces
from oped_audio.reading.html.notes import references, tied
from oped_audio.reading.html.open_picture import data_of
from oped_audio.reading.html.surroundings import Surroundings
from oped_audio.reading.html.tree import (
    heading_level,
    language_of,
    name_of,
    text_of,
    types_of,
    words_of,
)
from oped_audio.reading.pictures import SIZE_LIMIT, NoPictureError, Pictures
from oped_audio.reading.settings import ReadingSettings
from oped_audio.reading.source import Source
from oped_audio.reading.wording import is_prose

if TYPE_CHECKING:
    from lxml.etree import _Element

_KIND = "an EPUB"
_LINE = 600
"""Characters of a standfirst at most."""
_AROUND_TITLE = frozenset({"standfirst", "byline", "kicker", "dateline"})


def read(source: Source, settings: ReadingSettings, pictures: Pictures) -> Draft:
    """The book, document by document. Raises UnreadableFileError."""
    archive = Archive.open(source, _KIND)
    package = read_package(archive)
    language = settings.language or package.facts.language
    book = _Book(archive, package, read_contents(archive, package), pictures, language)
    documents = [entry for entry in package.spine if is_text(entry) and entry.file in archive]
    if not documents:
        raise archive.refuse("none of its documents is there")
    for entry in documents:
        book.look_for_references(entry)
    for entry in documents:
        book.take(entry)
    book.tell_of_missing()
    book.tell_of_drawings()
    found = paragraphs(book.pages) if package.is_fixed else joined(book.pages)
    return Draft(tied(found), package.facts, tuple(book.findings))


@dataclass(slots=True)
class _Book:
    """An EPUB that is being read; one document at a time is held."""

    archive: Archive
    package: Package
    contents: Contents
    pictures: Pictures
    language: str | None
    referred: frozenset[str] = frozenset()
    pages: list[list[Piece]] = field(default_factory=list)
    """The pieces of each document."""
    findings: list[Finding] = field(default_factory=list)

    def look_for_references(self, entry: Entry) -> None:
        """Notes may stand before, after or outside what refers to them."""
        _, body, finding = body_of(self.archive, entry.file)
        self.findings += [finding] if finding else []
        self.referred = references(body, entry.file, None, self.referred)

    def take(self, entry: Entry) -> None:
        """The pieces of a document; of one outside the text, its notes only."""
        root, body, _ = body_of(self.archive, entry.file)
        around = Surroundings(
            name=self.archive.name,
            pictures=self.pictures,
            open_picture=self._opener(entry.file),
            language=self.language,
            file=entry.file,
            referred=self.referred,
        )
        language = language_of(root) or language_of(body)
        if language and not body.get("lang"):
            body.set("lang", language)
        reason = reason_out(entry, body, self.package, self.contents)
        if reason:
            self._leave_out(entry, body, around, reason)
            return
        around = replace(around, reason_out=self._reason_out, kind_of=self._top(body))
        found, findings = pieces(body, around)
        self.findings += findings
        found = without_headings(found, self.contents)
        unseen = [node.get("aria-label") for node in (body, *body)]
        more = headed(found, entry.file, self.contents.within(entry.file), unseen)
        self.pages.append(more)

    def _leave_out(self, entry: Entry, body: "_Element", around: Surroundings, reason: str) -> None:
        """Notes that are referred to stay, and what stands around the title."""
        if not entry.linear or reason == TITLE_PAGE:
            found, findings = pieces(body, replace(around, kind_of=role_of))
            kept = [piece for piece in found if piece.kind in (_AROUND_TITLE | {"note"})]
            self.pages.append(kept)
            if any(piece.kind == "note" for piece in kept):
                self.findings += findings
                return
        text = text_of(body)
        if text:
            self.pages.append([Piece("left out", (Span(text),), entry.file, reason)])

    def _reason_out(self, element: "_Element") -> str | None:
        """Why an element is no part of the text."""
        if "navbar" in words_of(element):
            return "is navigation"
        is_list = bool(types_of(element) & {"toc", "landmarks", "page-list"})
        return CONTENTS if is_list or lists_contents(element, self.contents) else None

    def _top(self, body: "_Element") -> Callable[["_Element"], PieceKind | None]:
        """What classes say of the lines above the text of the book."""
        if any(piece.kind != "left out" for page in self.pages for piece in page):
            return lambda _: None
        title = key(self.package.facts.title or "")

        def begins(node: "_Element") -> bool:
            """Whether the text itself begins here."""
            if name_of(node) == "p":
                return role_of(node) is None and is_prose(text_of(node))
            return heading_level(node) > 0 and key(text_of(node)) != title

        top = set(takewhile(lambda node: not begins(node), body.iter("*")))
        return lambda node: role_of(node) if node in top and len(text_of(node)) < _LINE else None

    def _opener(self, file: str) -> Callable[[str], bytes]:
        folder = posixpath.dirname(file)

        def open_picture(src: str) -> bytes:
            if src.strip().lower().startswith("data:"):
                return data_of(src.strip())
            name, _ = find(self.archive, folder, src)
            if name not in self.archive:
                raise NoPictureError("it is not in the book")
            return self.archive.read(name, SIZE_LIMIT)

        return open_picture

    def tell_of_missing(self) -> None:
        """Documents that the spine names and the archive lacks."""
        for entry in self.package.spine:
            if entry.file not in self.archive:
                self.findings.append(
                    Finding(
                        "document-missing",
                        "warning",
                        entry.file,
                        "the document is not in the book",
                        "get the book again from where it came from",
                        self.archive.name,
                    )
                )

    def tell_of_drawings(self) -> None:
        """Pages of the spine that are drawings: what is written in them is not read."""
        for entry in self.package.spine:
            if entry.file in self.archive and entry.linear and not is_text(entry):
                self.findings.append(
                    Finding(
                        "page-not-read",
                        "warning",
                        entry.file,
                        f"the page is {entry.media_type or 'of no type'}, which is not read",
                        "write what it says into the article, if it is to be heard",
                        self.archive.name,
                    )
                )
