"""The highlight: that what is read aloud is seen, and can be read."""

import re
from collections.abc import Iterator, Sequence

from oped_audio.checking.document import Document
from oped_audio.checking.elements import local
from oped_audio.checking.rules.rule import Amiss, Evidence, rule
from oped_audio.checking.styles import Colour, Style, colour, contrast

_LEAST_CONTRAST = 4.5
_WHITE: Colour = (255, 255, 255)
_BLACK: Colour = (0, 0, 0)
_PAGE = {"light": (_WHITE, _BLACK), "dark": (_BLACK, _WHITE)}
"""What reading systems show, as background and text, if the book says nothing."""
_SHAPES = ("outline", "text-decoration", "border", "box-shadow", "font-weight", "text-emphasis")
_MOVES = ("font-size", "font", "letter-spacing", "word-spacing", "line-height", "display")
_NEGATED = re.compile(r":not\([^()]*\)")
_COMBINED = re.compile(r"[\s>+~]+")


@rule(
    "highlight-missing",
    "error",
    "MO-7; EPUB 3.3, 9.3.4",
    "name a class with media:active-class",
)
def missing(evidence: Evidence) -> Iterator[Amiss]:
    """The book names one class that marks what is being read aloud."""
    names = evidence.book.values("media:active-class")
    if len(names) != 1 and evidence.book.narrated:
        yield Amiss(evidence.book.name, f"has {len(names)} media:active-class")


@rule(
    "highlight-unstyled",
    "error",
    "MO-7; EPUB 3.3, 9.3.4",
    "link a style sheet that styles the class",
)
def unstyled(evidence: Evidence) -> Iterator[Amiss]:
    """Every narrated document has a style for that class."""
    for document, found in _found(evidence):
        if not found:
            yield Amiss(document.name, "has no style for what is being read aloud")


@rule(
    "highlight-contrast",
    "error",
    "MO-7; WCAG 2.2, 1.4.3",
    "choose colours with a contrast of 4.5:1 or more",
)
def too_pale(evidence: Evidence) -> Iterator[Amiss]:
    """Highlighted text stands off its background by 4.5:1, in light and in dark."""
    for document, found in _distinct(evidence):
        for scheme, (page, ink) in _PAGE.items():
            said = _declared(found, scheme)
            back = colour(said.get("background-color") or said.get("background", ""), page)
            front = colour(said.get("color", ""), page)
            if scheme == "dark" and (back is None or front is None):
                continue  # the reading system may turn over the colours that are not set
            ratio = contrast(front or ink, back or page)
            if ratio < _LEAST_CONTRAST:
                yield Amiss(document.name, f"{ratio:.1f}:1 in {scheme} colours")


@rule(
    "highlight-half-set",
    "warning",
    "MO-7; WCAG 2.2, failure F24",
    "set color and background-color together",
)
def half_set(evidence: Evidence) -> Iterator[Amiss]:
    """The highlight sets the colour of the text with that of its background."""
    for document, found in _distinct(evidence):
        said = _declared(found, "light")
        has_text = "color" in said
        if has_text != ("background-color" in said or "background" in said):
            only = "the text" if has_text else "the background"
            yield Amiss(document.name, f"sets the colour of {only} only")


@rule(
    "highlight-colour-alone",
    "warning",
    "MO-7; WCAG 2.2, 1.4.1",
    "add an outline or a line under the text",
)
def colour_alone(evidence: Evidence) -> Iterator[Amiss]:
    """The highlight is not a matter of colour alone."""
    for document, found in _distinct(evidence):
        if not any(name.startswith(_SHAPES) for name in _declared(found, "light")):
            yield Amiss(document.name, "only colours show what is being read aloud")


@rule(
    "highlight-moves-text",
    "warning",
    "MO-7",
    "take it out of the style of the highlight",
)
def moves_text(evidence: Evidence) -> Iterator[Amiss]:
    """The highlight does not change the size of the text."""
    for document, found in _distinct(evidence):
        for name in _declared(found, "light"):
            if name in _MOVES:
                yield Amiss(document.name, f"changes {name}")


def _found(evidence: Evidence) -> Iterator[tuple[Document, tuple[Style, ...]]]:
    """Each narrated page with its styles for the active class; drawings have their own."""
    names = evidence.book.values("media:active-class")
    for document, _ in evidence.book.narrated if len(names) == 1 else ():
        if local(document.root) == "svg":
            continue
        found = evidence.book.styles_of(document)
        plain = re.compile(rf"(?:\*|[a-z]*)\.{re.escape(names[0])}")
        of_all = tuple(one for one in found if any(map(plain.fullmatch, one.selectors)))
        yield document, of_all or tuple(one for one in found if _is_for(names[0], one))


def _is_for(name: str, style: Style) -> bool:
    """Whether it is for some elements of the class, such as ``body > p.name:not(.x)``."""
    last = (_COMBINED.split(_NEGATED.sub("", one))[-1] for one in style.selectors)
    return any(name in one.split(".")[1:] for one in last)


def _distinct(evidence: Evidence) -> Iterator[tuple[Document, tuple[Style, ...]]]:
    """The same, without documents whose styles are those of one before."""
    told: list[tuple[Style, ...]] = []
    for document, found in _found(evidence):
        if found and found not in told:
            told.append(found)
            yield document, found


def _declared(found: Sequence[Style], scheme: str) -> dict[str, str]:
    """What holds for a highlighted run of text in light or in dark colours."""
    said: dict[str, str] = {}
    for style in found:
        is_text = any(not one.lower().startswith(("img", "svg")) for one in style.selectors)
        if is_text and style.scheme in {"any", scheme}:
            said |= style.declarations
    return said


RULES = (missing, unstyled, too_pale, half_set, colour_alone, moves_text)
