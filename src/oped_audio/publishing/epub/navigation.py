"""Pages -> navigation document: the table of contents and the landmarks."""

from collections.abc import Mapping, Sequence

from oped_audio.publishing.epub.language import Labels, labels
from oped_audio.publishing.epub.markup import Markup, element, lines, text
from oped_audio.publishing.epub.pages import COVER_PAGE, NAVIGATION, Page
from oped_audio.publishing.epub.text import shared_language
from oped_audio.publishing.epub.xhtml import language_attributes, xhtml


def navigation(pages: Sequence[Page], language: str, lexicons: Mapping[str, str]) -> bytes:
    """The XHTML (EPUB 3.3, 7); ``language`` is the book's, ``lexicons`` as ``xhtml`` has them.

    The table of contents lists every page in the order of the spine.
    """
    words = labels(language)
    foreign = words.language != language
    added = language_attributes(words.language if foreign else None)
    body = element(
        "body", {}, lines((_contents(pages, words, added), _landmarks(pages, words, added)))
    )
    return xhtml(words.contents, language, "", body, lexicons)


def _contents(pages: Sequence[Page], words: Labels, added: Mapping[str, str | None]) -> Markup:
    entries = _nested([(page.section.level, _link(page, words, added)) for page in pages])
    heading = element("h1", {"id": "toc-heading", **added}, text(words.contents))
    attributes = {
        "epub:type": "toc",
        "role": "doc-toc",
        "id": "toc",
        "aria-labelledby": "toc-heading",
    }
    return element("nav", attributes, lines((heading, entries)))


def _link(page: Page, words: Labels, added: Mapping[str, str | None]) -> Markup:
    section = page.section
    label = words.of(section)
    if label != section.heading:
        return element("a", {"href": page.text_href, **added}, text(label))
    language = shared_language([section.heading_block])
    return element("a", {"href": page.text_href, **language_attributes(language)}, text(label))


def _nested(entries: Sequence[tuple[int, Markup]]) -> Markup:
    """An ``ol`` in which each entry holds those after it that are of a lower level."""
    top = entries[0][0]
    starts = [index for index, (level, _) in enumerate(entries) if level <= top]
    items = []
    for begin, end in zip(starts, [*starts[1:], len(entries)], strict=True):
        _, link = entries[begin]
        inner = [_nested(entries[begin + 1 : end])] if end > begin + 1 else []
        items.append(element("li", {}, link, *inner))
    return element("ol", {}, lines(items))


def _landmarks(pages: Sequence[Page], words: Labels, added: Mapping[str, str | None]) -> Markup:
    """For reading systems alone, and so hidden (EPUB 3.3, 7.4.3)."""
    start = next((p for p in pages if p.semantics.partition == "bodymatter"), pages[-1])
    places = (
        ("cover", COVER_PAGE, words.cover),
        ("titlepage", pages[0].text_href, words.title),
        ("toc", f"{NAVIGATION}#toc", words.contents),
        ("bodymatter", start.text_href, words.start),
    )
    entries = [
        element("li", {}, element("a", {"epub:type": kind, "href": href, **added}, text(label)))
        for kind, href, label in places
    ]
    heading = element("h2", {"id": "landmarks-heading", **added}, text(words.landmarks))
    attributes = {
        "epub:type": "landmarks",
        "id": "landmarks",
        "aria-labelledby": "landmarks-heading",
        "hidden": "hidden",
    }
    return element("nav", attributes, lines((heading, element("ol", {}, lines(entries)))))
