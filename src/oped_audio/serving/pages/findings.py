"""What was found amiss -> the page that tells of it, with what plays the place. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from oped_audio.model.finding import Finding
from oped_audio.serving.pages.frame import Place, Told, frame, listed
from oped_audio.serving.pages.markup import Html, hidden, joined, tag
from oped_audio.serving.pages.sentences import short

_SIGNS = {"error": "Error", "warning": "Warning", "info": "Remark"}


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding, and the sentence that it is about."""

    finding: Finding
    sentence: str = ""
    """Its id; empty where it is about none."""
    written: str = ""


def findings_page(
    place: Place, article: Sequence[Placed], book: Sequence[Placed] | None, told: Told
) -> Html:
    """The page; ``book`` is None where there is none."""
    if book is None:
        of_book: Html = tag("p", "There is no book yet: build it first.")
    else:
        of_book = _list(place, book, "Nothing was found: the book is good.")
    return frame(
        "Findings",
        place,
        told,
        tag("h1", "Findings"),
        tag("h2", "In the article"),
        _list(place, article, "Nothing was found."),
        tag("h2", "In the book as it was last built"),
        of_book,
    )


def _list(place: Place, found: Sequence[Placed], nothing: str) -> Html:
    return listed([_item(place, one) for one in found]) if found else tag("p", nothing)


def _item(place: Place, placed: Placed) -> Html:
    found = placed.finding
    play = None
    if placed.sentence:
        play = tag(
            "p",
            tag(
                "a",
                "Play the place",
                hidden(f" ({short(placed.written)})"),
                href=place.url(f"hear/{placed.sentence}.wav"),
                class_="button",
                data_hear=True,
            ),
            " ",
            tag(
                "a",
                "Show it",
                hidden(f" ({short(placed.written)})"),
                href=f"{place.url()}#{placed.sentence}",
            ),
        )
    return tag(
        "div",
        joined((tag("strong", _SIGNS[found.severity]), f": {found.message}. ")),
        tag("p", f"{found.remedy[:1].upper()}{found.remedy[1:]}."),
        tag("p", found.place, class_="quiet"),
        play,
        class_=f"block {found.severity}",
    )
