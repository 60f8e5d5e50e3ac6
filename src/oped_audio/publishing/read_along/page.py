"""Edition -> the page, in HTML. Pure."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from oped_audio.publishing.epub.language import direction
from oped_audio.publishing.epub.markup import Markup, element, lines, text
from oped_audio.publishing.epub.statement import wording
from oped_audio.publishing.epub.timing import duration_ms
from oped_audio.publishing.epub.xhtml import part_attributes
from oped_audio.publishing.read_along.article import article
from oped_audio.publishing.read_along.controls import help_, player, settings
from oped_audio.publishing.read_along.edition import COVER, Edition
from oped_audio.publishing.read_along.html import html
from oped_audio.publishing.read_along.times import data

_OWN = "'self' file:"
_POLICY = "; ".join(
    (
        "default-src 'none'",
        *(f"{kind}-src {_OWN}" for kind in ("script", "style", "img", "font")),
        f"media-src {_OWN} blob:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    )
)
"""Nothing but what lies in the folder; ``file:`` means something on pages from a disk only."""


def page(edition: Edition) -> bytes:
    """The file."""
    metadata = edition.publication.metadata
    language, words = metadata.language, edition.words
    length_ms = sum(duration_ms(chapter.page) for chapter in edition.heard)
    skip = {"class": "skip", "href": "#player", "hidden": "", **words.attributes(language)}
    body = lines(
        (
            html(element("a", skip, text(words["skip_link"]))),
            element("main", {}, article(edition)),
            html(_about(edition)),
            html(player(words, language, length_ms // 1000)),
            html(settings(words, language)),
            html(help_(words, language)),
            element("script", {"type": "application/json", "id": "read-along-data"}, data(edition)),
        )
    )
    head = html(element("head", {}, lines(_head(edition))))
    attributes = {"lang": language, "dir": direction(language)}
    root = element("html", attributes, lines((head, element("body", {}, body))))
    return f"<!DOCTYPE html>\n{root}\n".encode()


def _head(edition: Edition) -> Iterator[Markup]:
    metadata = edition.publication.metadata
    yield element("meta", {"charset": "utf-8"})
    yield element("meta", {"http-equiv": "Content-Security-Policy", "content": _POLICY})
    yield element("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"})
    yield element("meta", {"name": "color-scheme", "content": "light dark"})
    yield element("meta", {"name": "referrer", "content": "no-referrer"})
    if metadata.author:
        yield element("meta", {"name": "author", "content": metadata.author})
    yield element("title", {}, text(metadata.title))
    yield element("link", {"rel": "icon", "href": COVER, "type": "image/jpeg"})
    yield element("link", {"rel": "stylesheet", "href": "read-along.css"})
    yield element("script", {"src": "read-along.js"}, text(""))


def _about(edition: Edition) -> Markup:
    """Who wrote and who reads, and what the page offers to whom."""
    words = edition.words
    language = edition.publication.metadata.language
    heading = element("h2", {}, text(words["about"]))
    listed = element("dl", {}, lines(_facts(edition)))
    return element("footer", words.attributes(language), lines((heading, listed)))


def _facts(edition: Edition) -> Iterator[Markup]:
    publication = edition.publication
    metadata, words = publication.metadata, edition.words
    stated = wording(metadata.language)
    own = {"lang": metadata.language, "dir": direction(metadata.language)}
    narrators = stated.words["and"].join(stated.narrators(metadata))
    for key, value in (
        ("author", metadata.author),
        ("date", metadata.date),
        ("publisher", metadata.publisher),
        ("source", metadata.source),
        ("rights", metadata.rights),
    ):
        if value:
            shown = _address(value) if key == "source" else text(value)
            yield _fact(words[key], shown, own if key != "date" else {})
    said_in = part_attributes(stated.language, words.language)
    yield _fact(words["narrator"], text(narrators), said_in)
    summary = stated.summary(publication.document, metadata, edition.highlight)
    yield _fact(words["accessibility"], text(summary), said_in)


def _fact(name: str, value: Markup, attributes: dict[str, str | None] | dict[str, str]) -> Markup:
    return element("div", {}, element("dt", {}, text(name)), element("dd", dict(attributes), value))


def _address(value: str) -> Markup:
    """A link, if it is an address of the web."""
    return (
        element("a", {"href": value}, text(value))
        if urlsplit(value).scheme in {"http", "https"}
        else text(value)
    )
