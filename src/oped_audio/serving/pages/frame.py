"""What is in the middle of a page -> the whole page. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from oped_audio.serving.pages.markup import Child, Html, joined, tag

_KEYS = (
    ("J or ↓ on a sentence", "next sentence"),
    ("K or ↑ on a sentence", "sentence before"),
    ("Enter or Space on a sentence", "hear it"),
    ("P", "hear from this sentence on"),
    ("Escape", "stop"),
    ("W", "how this sentence is said, word by word"),
    ("C", "change this paragraph or heading"),
    ("U", "undo the last change"),
    ("?", "this list"),
)


@dataclass(frozen=True, slots=True)
class Told:
    """What came of the last thing that the editor did."""

    message: str = ""
    focus: str = ""
    """Id of what is to have the focus then."""
    is_error: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page is: in an article, or in none."""

    article: str = ""
    """Its name."""
    title: str = ""
    page: str = ""
    """Such as ``voices``; empty for the outline."""
    has_book: bool = False
    has_read_along: bool = False
    has_shelf: bool = False

    def url(self, page: str = "") -> str:
        """Of a page of the article."""
        return f"/a/{quote(self.article, safe='')}/{page}"


_PAGES = (
    ("", "Outline"),
    ("words", "Words to hear"),
    ("voices", "Voices"),
    ("findings", "Findings"),
    ("build", "Build"),
)


def frame(heading: str, place: Place, told: Told, *middle: Child) -> Html:
    """The whole page; ``heading`` is its title."""
    title = " — ".join(filter(None, (told.message, heading, place.title, "oped-audio")))
    status = tag(
        "p",
        told.message,
        id="status",
        role="status",
        class_="wrong" if told.is_error else None,
    )
    main = tag(
        "main",
        tag("p", place.title, class_="of") if place.title and place.page else None,
        *middle,
        id="main",
        tabindex="-1",
        data_focus=told.focus or None,
    )
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", title),
        tag("link", rel="icon", href="/static/icon.svg"),
        tag("link", rel="stylesheet", href="/static/proof.css"),
        tag("script", type="module", src="/static/proof.js"),
    )
    body = tag(
        "body",
        tag("a", "Skip to the page", href="#main", class_="skip"),
        tag("header", _navigation(place)),
        status,
        main,
        _shortcuts(),
    )
    return Html(f"<!doctype html>\n{tag('html', head, body, lang='en')}\n")


def _navigation(place: Place) -> Html:
    links = [_link("/", "Articles", not place.article)]
    if place.article:
        links += [_link(place.url(page), name, page == place.page) for page, name in _PAGES]
    if place.has_read_along:
        links.append(_link(place.url("book/read-along/index.html"), "Read along", False))
    if place.has_shelf:
        links.append(_link("/shelf/", "Shelf", False))
    items = [tag("li", link) for link in links]
    keys = tag("button", "Keys", type="button", id="keys", hidden=True, aria_haspopup="dialog")
    return joined((tag("nav", tag("ul", *items), aria_label="Pages"), keys))


def _link(href: str, name: str, is_here: bool) -> Html:
    return tag("a", name, href=href, aria_current="page" if is_here else None)


def _shortcuts() -> Html:
    rows = [
        joined((tag("dt", key), tag("dd", f"{what[0].upper()}{what[1:]}"))) for key, what in _KEYS
    ]
    switch = tag(
        "p",
        tag("input", type="checkbox", id="shortcuts", checked=True),
        tag("label", " Letters are shortcuts", for_="shortcuts"),
    )
    return tag(
        "dialog",
        tag("h2", "Keys", id="keys-heading"),
        tag("dl", *rows),
        switch,
        tag("form", tag("button", "Close"), method="dialog"),
        aria_labelledby="keys-heading",
        id="keys-list",
    )


def listed(items: Sequence[Child], **attributes: str) -> Html:
    """A list without marks."""
    return tag("ul", *(tag("li", item) for item in items), class_="plain", **attributes)
