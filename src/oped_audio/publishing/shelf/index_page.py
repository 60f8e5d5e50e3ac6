"""Shelf -> its first page: every article, the newest first, to search and to sort. Pure.

Without JavaScript it is a plain list under headings.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from oped_audio.model.publication import OutputFile
from oped_audio.model.shelf import BuiltArticle, Shelf, place_of
from oped_audio.publishing.epub.markup import Markup, element, lines, text
from oped_audio.publishing.shelf.covers import THUMBNAIL_HEIGHT, THUMBNAIL_WIDTH
from oped_audio.publishing.shelf.dates import day, month
from oped_audio.publishing.shelf.frame import FEEDS, Frame, own_words, picture
from oped_audio.publishing.shelf.media import in_words, iso_duration

_UNDATED = "Without a date"
_SEEN_AT_ONCE = 6
"""Covers that are loaded at once."""
_SORTS = (
    ("date", "Newest first"),
    ("title", "Title"),
    ("author", "Author"),
    ("length", "Shortest first"),
)


def write(shelf: Shelf) -> Iterator[OutputFile]:
    """Yield ``index.html``."""
    settings = shelf.settings
    frame = Frame(settings.title, "", shelf.description, settings, script=True)
    yield OutputFile("index.html", frame.page(_body(shelf)))


def _body(shelf: Shelf) -> Iterator[Markup]:
    yield element("a", {"class": "skip", "href": "#articles"}, text("Skip to the articles"))
    yield element("header", {"class": "site"}, lines(_heading(shelf)))
    yield element("main", {"id": "articles", "tabindex": "-1"}, lines(_main(shelf)))
    if shelf.settings.base_url:
        yield element("footer", {}, lines(_subscribe(shelf)))


def _heading(shelf: Shelf) -> Iterator[Markup]:
    yield element("h1", {}, text(shelf.settings.title))
    if shelf.settings.description:
        yield element("p", {}, text(shelf.settings.description))
    total = sum(article.duration_ms for article in shelf.articles)
    count = len(shelf.articles)
    articles = "1 article" if count == 1 else f"{count:,} articles"
    yield element("p", {"class": "quiet"}, text(f"{articles}, {in_words(total)} of listening"))


def _main(shelf: Shelf) -> Iterator[Markup]:
    if len(shelf.articles) > 1:
        languages = sorted({article.language for article in shelf.articles})
        yield element("search", {}, _form(languages))
    if not shelf.articles:
        yield element("p", {}, text("There are no articles yet."))
    yield element("div", {"id": "groups"}, lines(_groups(shelf.articles)))


def _form(languages: Sequence[str]) -> Markup:
    """Hidden until the script that serves it is there."""
    search = {"id": "query", "type": "search", "autocomplete": "off", "spellcheck": "false"}
    field = element("input", search)
    parts = [_labelled("query", "Search titles, authors and descriptions", field, "wide")]
    sorts = [element("option", {"value": value}, text(name)) for value, name in _SORTS]
    parts.append(_labelled("sort", "Sort by", element("select", {"id": "sort"}, *sorts)))
    if len(languages) > 1:
        tags = [element("option", {"value": tag, "lang": tag}, text(tag)) for tag in languages]
        every = element("option", {"value": ""}, text("All languages"))
        select = element("select", {"id": "language"}, every, *tags)
        parts.append(_labelled("language", "Language", select))
    status = element("p", {"id": "status", "role": "status", "class": "quiet"}, Markup(""))
    form = element("form", {"id": "find", "hidden": ""}, lines(parts))
    return lines([form, status])


def _labelled(name: str, label: str, control: Markup, kind: str | None = None) -> Markup:
    return element("p", {"class": kind}, element("label", {"for": name}, text(label)), control)


def _groups(articles: Sequence[BuiltArticle]) -> Iterator[Markup]:
    numbered = enumerate(articles)
    for number, (name, members) in enumerate(groupby(numbered, lambda pair: _month(pair[1])), 1):
        items = [_item(article, is_late=at >= _SEEN_AT_ONCE) for at, article in members]
        heading = element("h2", {"id": f"g{number}"}, text(name))
        listed = element("ul", {"class": "articles", "aria-labelledby": f"g{number}"}, lines(items))
        yield element("section", {}, lines([heading, listed]))


def _month(article: BuiltArticle) -> str:
    return month(article.date) if article.date else _UNDATED


def _item(article: BuiltArticle, *, is_late: bool) -> Markup:
    own = own_words(article.language)
    place = place_of(article)
    page = f"{place}index.html"
    cover = picture(f"{place}thumbnail.jpg", THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT, is_late=is_late)
    told = [element("h3", {}, element("a", {"href": page, **own}, text(article.title)))]
    if article.author:
        name = element("span", {"class": "author", "dir": "auto"}, text(article.author))
        told.append(element("p", {"class": "by"}, Markup(f"By {name}")))
    if article.description:
        told.append(element("p", {"class": "about", **own}, text(article.description)))
    told.append(element("p", {"class": "quiet"}, Markup(" · ".join(_facts(article)))))
    attributes: dict[str, str | None] = {
        "data-date": article.published.date().isoformat(),
        "data-month": _month(article),
        "data-length": str(article.duration_ms),
        "data-language": article.language,
    }
    return element("li", attributes, cover, element("div", {}, lines(told)))


def _facts(article: BuiltArticle) -> Iterator[Markup]:
    if article.date:
        yield element("time", {"datetime": article.date}, text(day(article.date)))
    length = text(in_words(article.duration_ms))
    yield element("time", {"datetime": iso_duration(article.duration_ms)}, length)
    names = [
        name
        for format_, name in (
            ("epub", "EPUB"),
            ("mp3-book", "MP3"),
            ("m4b", "M4B"),
            ("daisy", "DAISY"),
        )
        if article.of(format_)
    ]
    if names:
        yield text(", ".join(names))


def _subscribe(shelf: Shelf) -> Iterator[Markup]:
    yield element("h2", {}, text("Subscribe"))
    said = "Paste one of these addresses into a reading app such as Thorium, or into a podcast app."
    yield element("p", {}, text(said))
    items = [
        element(
            "li",
            {},
            text(f"{name}: "),
            element("a", {"href": path}, text(shelf.settings.url(path))),
        )
        for path, _, name in FEEDS
    ]
    yield element("ul", {}, lines(items))
