"""The articles -> the page that lists them. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from oped_audio.serving.pages.frame import Place, Told, frame, listed
from oped_audio.serving.pages.markup import Html, joined, tag


@dataclass(frozen=True, slots=True)
class Listed:
    """An article in the list."""

    name: str
    file: str
    title: str
    """As the built book has it; empty where there is none."""
    state: str
    """In words."""


def index_page(folder: str, articles: Sequence[Listed], told: Told, *, has_shelf: bool) -> Html:
    """The page."""
    heading = "Articles"
    if articles:
        items = [_item(article) for article in articles]
        middle: Html = listed(items)
    else:
        middle = tag(
            "p",
            "There is no article in ",
            tag("code", folder),
            ". Put one there: plain text, Markdown, a Word document, a web page or an EPUB. "
            "Then load this page again.",
        )
    return frame(heading, Place(has_shelf=has_shelf), told, tag("h1", heading), middle)


def _item(article: Listed) -> Html:
    place = Place(article.name)
    return joined(
        (
            tag("h2", tag("a", article.title or article.file, href=place.url()), class_="title"),
            tag("p", tag("code", article.file), f" · {article.state}", class_="quiet"),
        )
    )
