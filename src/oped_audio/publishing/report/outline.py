"""The headings with what each section holds. Pure."""

from collections.abc import Sequence

from oped_audio.publishing.epub.markup import Markup, element, text
from oped_audio.publishing.report.figures import NOTHING, clock, number
from oped_audio.publishing.report.pieces import Column, link, region, table, written
from oped_audio.publishing.report.sections import Part

_COLUMNS = (
    Column("Heading"),
    Column("Length", is_number=True),
    Column("Sentences", is_number=True),
    Column("Words", is_number=True),
    Column("Words a minute", is_number=True),
)
_DEEPEST = 6


def outline(parts: Sequence[Part]) -> Markup:
    """A row for each section, numbered as it is nested, that leads to what is told of it."""
    rows = [
        (
            _heading(part),
            text(clock(part.seconds)),
            text(f"{len(part.utterances):,}"),
            text(f"{part.words:,}"),
            text(pace(part)),
        )
        for part in parts
    ]
    caption = "The sections in their order; the pace counts words as they are said, with pauses"
    return region("outline", "Outline", table("outline", caption, _COLUMNS, rows))


def pace(part: Part) -> str:
    """Words a minute as a whole number."""
    return NOTHING if part.pace is None else number(part.pace, 0)


def _heading(part: Part) -> Markup:
    before = text(f"{part.number} " if part.number else "")
    depth = min(part.number.count("."), _DEEPEST)
    title = link(f"#{part.section.id}", written(part.label, part.language))
    return element("span", {"class": f"depth-{depth}"}, before, title)
