"""Pages -> navigation document: the table of contents, which is read aloud, and the landmarks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from oped_audio.model.document import ItemList
from oped_audio.publishing.epub.language import Labels, labels
from oped_audio.publishing.epub.links import Links
from oped_audio.publishing.epub.markup import Markup, element, lines, text
from oped_audio.publishing.epub.nesting import Listed, Node, nested
from oped_audio.publishing.epub.pages import NAVIGATION, Highlight, Page
from oped_audio.publishing.epub.text import Setting, leaf_text, shared_language, within
from oped_audio.publishing.epub.xhtml import language_attributes, part_attributes, xhtml


@dataclass(frozen=True, slots=True)
class _Contents:
    """What the entries are written with."""

    setting: Setting
    hrefs: Mapping[str, str]
    """Where an entry leads, by its item's id."""


def navigation(
    pages: Sequence[Page], language: str, highlight: Highlight, lexicons: Mapping[str, str]
) -> bytes:
    """The XHTML (EPUB 3.3, 7); ``language`` is the book's, ``lexicons`` as ``xhtml`` has them.

    ``pages`` are all of the book; the page of the contents has an entry for each of the others but
    the cover, in the order of the spine.
    """
    words = labels(language)
    foreign = words.language != language
    added = language_attributes(words.language if foreign else None)
    parts = (_toc(pages, language, highlight), _landmarks(pages, words, added))
    return xhtml(words.contents, language, "", element("body", {}, lines(parts)), lexicons)


def _toc(pages: Sequence[Page], language: str, highlight: Highlight) -> Markup:
    page = next(page for page in pages if page.section.role == "contents")
    section = page.section
    setting = Setting(page.by_block(), highlight, Links(), language, {})
    items = [leaf for block in section.blocks for leaf in block.leaves]
    listed = [other.text_href for other in pages if other.section.role not in {"cover", "contents"}]
    hrefs = {item.id: href for item, href in zip(items, listed, strict=True)}
    contents = _Contents(setting, hrefs)
    own = shared_language([section.heading_block])
    named = {"id": section.heading_id, **part_attributes(own, language)}
    heading = element("h1", named, leaf_text(section.heading_block, within(setting, own)))
    attributes = {
        "epub:type": page.semantics.type,
        "role": page.semantics.role,
        "id": section.id,
        "aria-labelledby": section.heading_id,
    }
    lists = (
        _list(one, contents)
        for block in section.blocks
        if isinstance(block, ItemList)
        for one in nested(block)
    )
    return element("nav", attributes, lines((heading, *lists)))


def _list(listed: Listed, contents: _Contents) -> Markup:
    return element("ol", {"id": listed.id}, lines(_item(node, contents) for node in listed.nodes))


def _item(node: Node, contents: _Contents) -> Markup:
    item, setting = node.item, contents.setting
    language = shared_language([item])
    attributes = {
        "id": item.id,
        "href": contents.hrefs[item.id],
        **part_attributes(language, setting.language),
    }
    link = element("a", attributes, leaf_text(item, within(setting, language)))
    return element("li", {"id": node.id}, link, *(_list(one, contents) for one in node.inner))


def _landmarks(pages: Sequence[Page], words: Labels, added: Mapping[str, str | None]) -> Markup:
    """For reading systems alone, and so hidden (EPUB 3.3, 7.4.3)."""
    entries = [
        element("li", {}, element("a", {"epub:type": kind, "href": href, **added}, text(label)))
        for kind, href, label in _places(pages, words)
    ]
    heading = element("h2", {"id": "landmarks-heading", **added}, text(words.landmarks))
    attributes = {
        "epub:type": "landmarks",
        "id": "landmarks",
        "aria-labelledby": "landmarks-heading",
        "hidden": "hidden",
    }
    return element("nav", attributes, lines((heading, element("ol", {}, lines(entries)))))


def _places(pages: Sequence[Page], words: Labels) -> Iterator[tuple[str, str, str]]:
    hrefs = {page.section.role: page.text_href for page in reversed(pages)}
    yield "cover", hrefs["cover"], words.cover
    yield "titlepage", hrefs["title"], words.title
    yield "toc", f"{NAVIGATION}#toc", words.contents
    start = next((p for p in pages if p.semantics.partition == "bodymatter"), None)
    yield "bodymatter", start.text_href if start else hrefs["title"], words.start
