"""How loud the sections are, against what they were mastered to. Pure."""

from collections.abc import Sequence

from oped_audio.model.audio import Limits
from oped_audio.publishing.epub.markup import Markup, text
from oped_audio.publishing.report.limits import Level, levels, outcome
from oped_audio.publishing.report.pieces import (
    Column,
    judged,
    link,
    paragraph,
    region,
    table,
    written,
)
from oped_audio.publishing.report.sections import Part

WORDS = {"pass": "Pass", "fail": "Fail", "open": "Not judged"}


def sound(parts: Sequence[Part], limits: Limits | None) -> Markup:
    """A row of figures for each section that was measured, and what the limits are."""
    measured = [(part, part.track.profile) for part in parts if part.track.profile]
    if not measured:
        return region("sound", "Sound", paragraph("No section's sound was measured."))
    rows = []
    for part, profile in measured:
        judgement = levels(profile.levels, limits)
        whole = outcome(judgement)
        rows.append(
            (
                link(f"#{part.section.id}", written(part.label, part.language)),
                *map(_figure, judgement),
                judged(whole, WORDS[whole]),
            )
        )
    names = [level.name for level in levels(None, limits)]
    columns = [Column("Section"), *(Column(name, is_number=True) for name in names)]
    caption = "Measured of each section's sound as it is in the book"
    figures = table("sound", caption, [*columns, Column("Limits")], rows)
    return region("sound", "Sound", paragraph(told(limits)), figures)


def told(limits: Limits | None) -> str:
    """The limits in words."""
    if limits is None:
        return "No limits are set: the sound was not mastered."
    set_ones = [level for level in levels(None, limits) if level.limit]
    wanted = "; ".join(f"{level.name.lower()} {level.limit}" for level in set_ones)
    return f"Limits of {limits.preset}: {wanted.replace('rms', 'RMS') or 'none'}."


def _figure(level: Level) -> Markup:
    if level.outcome != "fail":
        return text(level.figure)
    return judged("fail", level.figure)
