"""Documents: titles, headings, languages, ids, links, and contents that list everything."""

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING

from oped_audio.checking.book import XHTML
from oped_audio.checking.document import OPS, XML, Document, types
from oped_audio.checking.elements import is_elsewhere, local, resolved, text
from oped_audio.checking.rules.rule import Amiss, Evidence, rule, short
from oped_audio.checking.tags import is_valid

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LINKS = ("href", "src", "poster", "data")
_APART = frozenset(("META-INF", "mimetype"))
_NAMED = frozenset(("cover", "toc"))


@rule("title-missing", "error", "A-6; WCAG 2.2, 2.4.2", "give the document a title")
def title_missing(evidence: Evidence) -> Iterator[Amiss]:
    """Every document has a title."""
    for document in evidence.book.documents:
        if not document.title:
            yield Amiss(document.name, "has no title")


@rule(
    "heading-skipped",
    "warning",
    "A-6; WCAG 2.2, 1.3.1",
    "use the heading of the next level",
)
def heading_skipped(evidence: Evidence) -> Iterator[Amiss]:
    """Headings in a document go down one level at a time."""
    for document in evidence.book.documents:
        before = 0
        for node in document.root.iter("*"):
            if local(node) in _HEADINGS and node.get("hidden") is None:
                level = int(local(node)[1])
                if before and level > before + 1:
                    yield Amiss(document.at(node), f"h{level} follows h{before}")
                before = level


@rule(
    "language-missing",
    "error",
    "A-7; A-6; WCAG 2.2, 3.1.1",
    "say the language with xml:lang on the root",
)
def language_missing(evidence: Evidence) -> Iterator[Amiss]:
    """The package and every document say their language."""
    book = evidence.book
    if not book.root.get(f"{XML}lang"):
        yield Amiss(book.name, "the package has no xml:lang")
    for document in book.documents:
        root = document.root
        if not (root.get(f"{XML}lang") or root.get("lang")):
            yield Amiss(document.name, "has no xml:lang")


@rule("language-invalid", "error", "A-6; BCP 47; WCAG 2.2, 3.1.1 and 3.1.2", "write it as en-GB")
def language_invalid(evidence: Evidence) -> Iterator[Amiss]:
    """Languages are named by valid tags."""
    book = evidence.book
    for meta in book.metas:
        if meta.name == "dc:language" and not is_valid(meta.value):
            yield Amiss(f"{book.name}:{meta.line}", f"{short(meta.value)} is no language tag")
    roots = [(book.name, book.root), *((one.name, one.root) for one in book.documents)]
    for name, root in roots:
        for node in root.iter("*"):
            tags = {node.get(key) or "" for key in (f"{XML}lang", "lang", "hreflang")} - {""}
            for tag in sorted(tag for tag in tags if not is_valid(tag)):
                yield Amiss(f"{name}:{node.sourceline}", f"{short(tag)} is no language tag")


@rule("language-contradicts", "error", "A-6; EPUB 3.3, 6.1", "write the same in lang and xml:lang")
def language_contradicts(evidence: Evidence) -> Iterator[Amiss]:
    """``lang`` and ``xml:lang`` of an element agree."""
    for document in evidence.book.documents:
        for node in document.root.iter("*"):
            one, other = node.get("lang"), node.get(f"{XML}lang")
            if one and other and one.lower() != other.lower():
                yield Amiss(document.at(node), f"lang is {short(one)}, xml:lang {short(other)}")


@rule("id-duplicate", "error", "MO-5; EPUB 3.3, 6.1; WCAG 2.2, 4.1.2", "give each its own id")
def id_duplicate(evidence: Evidence) -> Iterator[Amiss]:
    """An id stands once in a file."""
    book = evidence.book
    files = [Document(book.name, book.root), *book.documents]
    files += [Document(overlay.name, overlay.root) for overlay in book.overlays]
    for file in files:
        for node in file.duplicates:
            yield Amiss(file.at(node), f"#{node.get('id')} is also another element's id")


@rule("file-missing", "error", "EPUB 3.3, 5.6.1", "add the file, or take it out of the manifest")
def file_missing(evidence: Evidence) -> Iterator[Amiss]:
    """What the manifest lists is in the book."""
    book = evidence.book
    for item in book.items:
        if not is_elsewhere(item.name) and item.name not in book.container:
            yield Amiss(f"{book.name}:{item.line}", f"{item.name} is not in the book")


@rule("file-unlisted", "warning", "EPUB 3.3, 5.6.1", "list the file, or take it out of the book")
def file_unlisted(evidence: Evidence) -> Iterator[Amiss]:
    """What is in the book is listed in its manifest, or in that of another rendition."""
    book = evidence.book
    listed = {book.name, *book.by_name, *book.others}
    for name in book.container:
        if name.split("/")[0] not in _APART and name not in listed:
            yield Amiss(name, "is not in the manifest")


@rule("link-broken", "error", "A-6; EPUB 3.3, 3.4", "point at what is in the book")
def link_broken(evidence: Evidence) -> Iterator[Amiss]:
    """Links, pictures and style sheets lead to what is in the book."""
    book = evidence.book
    for document in book.documents:
        folder = posixpath.dirname(document.name)
        for node, href in _links(document):
            name, fragment = resolved(folder, href)
            if name and name not in book.container:
                yield Amiss(document.at(node), f"{short(href)} is not in the book")
                continue
            item = book.by_name.get(name or document.name)
            if not fragment or "=" in fragment or item is None or item.media_type != XHTML:
                continue
            found = book.document(item.name)
            if found is not None and fragment not in found.goals:
                yield Amiss(document.at(node), f"{short(href)} is not in the document")


@rule("toc-missing", "error", "A-7; EPUB 3.3, 7", "add a navigation document with a toc")
def toc_missing(evidence: Evidence) -> Iterator[Amiss]:
    """There is a table of contents."""
    book = evidence.book
    if book.navigation is None or next(_toc(book.navigation), None) is None:
        yield Amiss(book.name, "there is no navigation document with a table of contents")


@rule("toc-incomplete", "error", "A-7; EPUB Accessibility 1.1; WCAG 2.2, 2.4.5", "list the section")
def toc_incomplete(evidence: Evidence) -> Iterator[Amiss]:
    """The table of contents lists every document of the linear spine that has a heading."""
    book = evidence.book
    navigation = book.navigation
    toc = next(_toc(navigation), None) if navigation else None
    if navigation is None or toc is None:
        return
    folder = posixpath.dirname(navigation.name)
    listed = {resolved(folder, node.get("href") or "")[0] for node in toc.iter("*")}
    for item, is_linear in book.spine:
        document = book.document(item.name)
        if not is_linear or document is None or item.name == navigation.name:
            continue
        if item.name not in listed and not _is_passed_over(document):
            yield Amiss(item.name, f"{short(document.title)} is not in the table of contents")


@rule("landmarks-missing", "warning", "A-7; EPUB Accessibility 1.1", "add a landmarks nav")
def landmarks_missing(evidence: Evidence) -> Iterator[Amiss]:
    """There are landmarks."""
    navigation = evidence.book.navigation
    if navigation is not None and next(_navs(navigation, "landmarks"), None) is None:
        yield Amiss(navigation.name, "has no landmarks")


def _links(document: Document) -> Iterator[tuple["_Element", str]]:
    for node in document.root.iter("*"):
        for key in _LINKS:
            href = (node.get(key) or "").strip()
            scheme = href.partition(":")[0] if ":" in href.split("/")[0] else ""
            if href and not scheme and not href.startswith("//"):
                yield node, href


def _navs(document: Document, kind: str) -> Iterator["_Element"]:
    for node in document.root.iter("*"):
        if local(node) == "nav" and kind in (node.get(f"{OPS}type") or "").split():
            yield node


def _toc(document: Document) -> Iterator["_Element"]:
    return _navs(document, "toc")


def _is_passed_over(document: Document) -> bool:
    """Whether it is a cover, or goes on with what the document before it began."""
    nodes = list(document.root.iter("*"))
    kinds = {kind for node in nodes for kind in types(node)}
    headings = any(local(node) in _HEADINGS and text(node) for node in nodes)
    return not kinds.isdisjoint(_NAMED) or not (headings or "heading" in kinds)


RULES = (
    title_missing,
    heading_skipped,
    language_missing,
    language_invalid,
    language_contradicts,
    id_duplicate,
    file_missing,
    file_unlisted,
    link_broken,
    toc_missing,
    toc_incomplete,
    landmarks_missing,
)
