"""Pieces of the page that several of its parts are made of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from oped_audio.publishing.epub.language import direction
from oped_audio.publishing.epub.markup import Markup, element, lines, text
from oped_audio.publishing.report.figures import NOTHING, count
from oped_audio.publishing.report.limits import Outcome

_SIGNS = {"pass": "✓", "fail": "✗", "open": NOTHING}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    name: str
    is_number: bool = False


def written(words: str, language: str) -> Markup:
    """Text of the article: set apart, so that its direction turns nothing around it round."""
    attributes = {"lang": language, "dir": direction(language)}
    return element("bdi", attributes, text(" ".join(words.split())))


def region(identity: str, heading: str, *pieces: Markup) -> Markup:
    """A region of the page with a heading of level 2."""
    name = f"{identity}-heading"
    title = element("h2", {"id": name}, text(heading))
    return element("section", {"id": identity, "aria-labelledby": name}, lines((title, *pieces)))


def paragraph(words: str) -> Markup:
    """A paragraph of plain words."""
    return element("p", {}, text(words))


def link(href: str, words: Markup) -> Markup:
    """A link."""
    return element("a", {"href": href}, words)


def judged(outcome: Outcome, words: str) -> Markup:
    """An outcome in words, with a sign for the eye alone; the colour only repeats it."""
    sign = element("span", {"aria-hidden": "true"}, text(_SIGNS[outcome]))
    return element("span", {"class": outcome}, sign, text(f" {words}"))


def table(
    identity: str,
    caption: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Markup]],
    left_out: int = 0,
) -> Markup:
    """A table whose first column heads its rows; it scrolls by itself where it is too wide.

    ``left_out`` rows are told of beneath it.
    """
    name = f"{identity}-caption"
    head = [
        element("th", {"scope": "col", "class": _class(column)}, text(column.name))
        for column in columns
    ]
    body = [_row(columns, row) for row in rows]
    whole = element(
        "table",
        {},
        lines(
            (
                element("caption", {"id": name}, text(caption)),
                element("thead", {}, element("tr", {}, *head)),
                element("tbody", {}, lines(body)),
            )
        ),
    )
    around = {"class": "scroll", "role": "region", "aria-labelledby": name, "tabindex": "0"}
    framed = element("div", around, whole)
    if not left_out:
        return framed
    more = paragraph(f"… and {count(left_out, 'more row')}.")
    return Markup(f"{framed}\n{more}")


def _row(columns: Sequence[Column], cells: Sequence[Markup]) -> Markup:
    first = element("th", {"scope": "row", "class": _class(columns[0])}, cells[0])
    others = [
        element("td", {"class": _class(column)}, cell)
        for column, cell in zip(columns[1:], cells[1:], strict=True)
    ]
    return element("tr", {}, first, *others)


def _class(column: Column) -> str | None:
    return "number" if column.is_number else None
