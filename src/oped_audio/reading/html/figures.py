"""``figure``, ``img`` and what stands for them -> figure pieces with caption and credit."""

import re
from typing import TYPE_CHECKING

from oped_audio.model.document import Image, Span
from oped_audio.model.finding import Finding
from oped_audio.reading.draft import Piece
from oped_audio.reading.html.tables import content
from oped_audio.reading.html.tree import classes_of, name_of, number, text_of, types_of
from oped_audio.reading.pictures import NoPictureError

if TYPE_CHECKING:
    from lxml.etree import _Element

    from oped_audio.reading.html.elements import Walker

_SMALLEST = 32
"""Pixels of width or height, below which a picture is an icon or counts readers."""
_XLINK = "{http://www.w3.org/1999/xlink}href"
_CREDIT = re.compile(r"credit|copyright|photographer|attribution|source", re.IGNORECASE)
_BOXES = frozenset(["wp-caption", "image-caption-container", "media-caption", "image-wrapper"])
_LAZY = ("src", "data-src", "data-original", "data-lazy-src", "data-hi-res-src", "href", _XLINK)
_PLACED = ("x", "y", "dy")
_PLACEHOLDERS = ("data:image/gif", "data:image/svg")
"""What lazily loaded pictures show at first."""
_NOT_A_CAPTION = frozenset(["table", "blockquote", "pre", "ul", "ol"])


def is_figure(element: "_Element") -> bool:
    """Whether a ``div`` holds one picture and its caption."""
    if not (classes_of(element) & _BOXES or "figure" in types_of(element)):
        return False
    return any(name_of(node) in {"img", "picture"} for node in element.iter("*"))


def take(walker: "Walker", element: "_Element", style: Span) -> None:
    """Each picture of the figure is a piece; the last one has the caption."""
    if any(name_of(node) in _NOT_A_CAPTION for node in element.iter("*")):
        with walker.as_kind(walker.mode):
            walker.walk(element, style)
        return
    walker.flush()
    place = walker.around.place(element)
    caption, others = content(walker, element, style)
    images = [piece.image for piece in others if piece.kind == "figure"]
    credit = _credit(element, "".join(span.text for span in caption))
    figures = [Piece("figure", (), place, "is a picture", image=image) for image in images[:-1]]
    if images or caption:
        last = images[-1] if images else None
        reason = "is a figure"
        figures.append(Piece("figure", caption, place, reason, image=last, credit=credit))
    walker.pieces += figures
    walker.pieces += [piece for piece in others if piece.kind != "figure"]


def take_image(walker: "Walker", element: "_Element", style: Span) -> None:
    """A picture that stands alone; within a paragraph it comes after it."""
    initial = _initial(element)
    if initial:
        walker.add(initial, style, element)
        return
    is_drawing = name_of(element) == "svg"
    label = _alternative(element) if is_drawing else None
    nodes = [node for node in element.iter("*") if name_of(node) in {"img", "image"}]
    found = [(node, _image(walker, node, label if len(nodes) == 1 else None)) for node in nodes]
    for node, image in found:
        if image:
            place = walker.around.place(node)
            walker.waiting.append(Piece("figure", (), place, "is a picture", image=image))
    if is_drawing:
        is_shown = any(image for _, image in found)
        walker.add(_drawn(element) if is_shown or not label else label, style, element)


def _initial(element: "_Element") -> str | None:
    """The letter that a picture at the begin of a word shows."""
    said = (element.get("alt") or "").strip()
    node: _Element | None = element
    while node is not None and not node.tail and node.getnext() is None:
        node = node.getparent()
        if node is None or name_of(node) not in {"span", "b", "i", "em", "strong", "a", "big"}:
            return None
    after = (node.tail or "")[:1] if node is not None else ""
    is_letter = re.fullmatch(r"[\"'“‘«„]?[^\W\d_]", said)
    return said if is_letter and after.isalpha() and said[-1:].isupper() else None


def _drawn(element: "_Element") -> str:
    """The words in a drawing, those of each line apart."""
    lines = [node for node in element.iter("*") if name_of(node) in {"text", "foreignobject"}]
    return " ".join(map(_line, lines))


def _line(element: "_Element") -> str:
    if name_of(element) != "text":
        return text_of(element)
    is_placed = any(
        node.get(name) for node in element.iter("{*}tspan", "tspan") for name in _PLACED
    )
    return (" " if is_placed else "").join(map(str, element.itertext()))


def _image(walker: "Walker", element: "_Element", label: str | None = None) -> Image | None:
    sources = [element.get(name) for name in _LAZY]
    found = [source for source in sources if source and not source.startswith(_PLACEHOLDERS)]
    source = next(iter(found), None)
    sizes = [number(element.get(name)) for name in ("width", "height")]
    alternative = _alternative(element)
    if alternative is None:
        alternative = label
    if source is None or any(size is not None and size < _SMALLEST for size in sizes):
        return None
    place = walker.around.place(element)
    try:
        image = walker.around.pictures.take(walker.around.open_picture(source), alternative)
    except NoPictureError as error:
        shown = source if len(source) < 100 else f"{source[:60]}…"
        walker.findings.append(
            Finding(
                "image-not-included",
                "warning",
                f"{place}: {shown}",
                f"the picture is not in the book: {error}",
                "put the picture beside the article, or leave it out of it",
                walker.around.name,
            )
        )
        return None
    if min(image.width, image.height) < 3:
        return None
    if alternative is None:
        walker.findings.append(
            Finding(
                "image-without-alternative",
                "warning",
                f"{place}: {source[:100]}",
                "the picture has no text alternative",
                'describe it in the alt text; alt="" is for decoration only',
                walker.around.name,
            )
        )
    return image


def _alternative(element: "_Element") -> str | None:
    if types_of(element) & {"presentation", "none"}:
        return ""
    said = element.get("alt")
    if said is None:
        said = element.get("aria-label")
    if said is None:
        titles = [text_of(node) for node in element.iter("{*}title", "title", "{*}desc", "desc")]
        said = titles[0] if titles else None
    return None if said is None else " ".join(said.split())


def _credit(element: "_Element", caption: str) -> str | None:
    """What the markup says who made the picture, as the caption has it."""
    for node in element.iter("*"):
        said = f"{node.get('class') or ''} {node.get('itemprop') or ''}"
        if name_of(node) in {"small", "cite"} or _CREDIT.search(said):
            text = text_of(node).strip(" ()[]")
            if text and text in caption and len(text) < len(caption) + 1:
                return text
    return None
