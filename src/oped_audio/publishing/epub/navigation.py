"""Pages -> navigation document: the table of contents and the landmarks."""

from collections.abc import Mapping, Sequence

from oped_audio.publishing.epub.language import Labels, labels
from oped_audio.publishing.epub.markup import Markup, element, lines, text
from oped_audio.publishing.epub.pages import COVER_PAGE, NAVIGATION, STYLESHEET, Page
from oped_audio.publishing.epub.xhtml import language_attributes, xhtml


def navigation(pages: Sequence[Page], language: str) -> bytes:
    """The XHTML (EPUB 3.3, 7); ``language`` is the book's.

    The table of contents lists every page in the order of the spine.
    """
    words = labels(language)
    foreign = words.language != language
    added = language_attributes(words.language if foreign else None)
    body = element(
        "body", {}, lines((_contents(pages, words, added), _landmarks(pages, words, added)))
    )
    return xhtml(words.contents, language, STYLESHEET, body)


def _contents(pages: Sequence[Page], words: Labels, added: Mapping[str, str | None]) -> Markup:
    entries = []
    for page in pages:
        label = words.of(page.section)
        language = {} if label == page.section.heading else added
        entries.append(_entry({"href": page.text_href, **language}, label))
    heading = element("h1", {"id": "toc-heading", **added}, text(words.contents))
    attributes = {
        "epub:type": "toc",
        "role": "doc-toc",
        "id": "toc",
        "aria-labelledby": "toc-heading",
    }
    return element("nav", attributes, lines((heading, element("ol", {}, lines(entries)))))


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
        _entry({"epub:type": kind, "href": href, **added}, label) for kind, href, label in places
    ]
    heading = element("h2", {"id": "landmarks-heading", **added}, text(words.landmarks))
    attributes = {
        "epub:type": "landmarks",
        "id": "landmarks",
        "aria-labelledby": "landmarks-heading",
        "hidden": "hidden",
    }
    return element("nav", attributes, lines((heading, element("ol", {}, lines(entries)))))


def _entry(attributes: Mapping[str, str | None], label: str) -> Markup:
    return element("li", {}, element("a", attributes, text(label)))
