"""``h1`` to ``h6``, and what groups them with a number or a name -> heading pieces."""

from typing import TYPE_CHECKING

from oped_audio.reading.draft import Piece
from oped_audio.reading.headings import is_number
from oped_audio.reading.html.spans import BREAK, Run
from oped_audio.reading.html.tree import heading_level, name_of, text_of, types_of

if TYPE_CHECKING:
    from lxml.etree import _Element

    from oped_audio.model.document import Span
    from oped_audio.reading.html.elements import Walker


def take(walker: "Walker", element: "_Element", style: "Span") -> None:
    """A heading, or what the page says that it is."""
    level = heading_level(element)
    kind = walker.around.kind_of(element)
    if walker.mode.kind != "paragraph":
        mode = walker.mode
    elif kind:
        mode = Piece(kind, reason="is marked so on the page")
    else:
        mode = Piece("heading", reason=f"is marked as a heading of level {level}", level=level)
    with walker.as_kind(mode):
        walker.walk(element, style)


def take_group(walker: "Walker", element: "_Element", style: "Span") -> None:
    """``Chapter`` or number, and what it is called, are one heading."""
    parts = [node for node in element if name_of(node) and text_of(node)][:2]
    levels = [level for node in parts if (level := heading_level(node))]
    is_numbered = len(parts) == 2 and _is_number(parts[0]) and parts[0].getnext() is parts[1]
    if not is_numbered or not levels or walker.mode.kind != "paragraph":
        walker.block(element, style)
        return
    level = min(levels)
    reason = f"is marked as a heading of level {level}"
    with walker.as_kind(Piece("heading", reason=reason, level=level)):
        walker.walk(parts[0], walker.styled(parts[0], style))
        walker.runs.append(Run(BREAK, style))
        walker.walk(parts[1], walker.styled(parts[1], style))
    for node in parts[1].itersiblings("*"):
        walker.take(node, style)


def _is_number(element: "_Element") -> bool:
    kinds = {kind for node in element.iter("*") for kind in types_of(node)}
    return "ordinal" in kinds or is_number(text_of(element))
