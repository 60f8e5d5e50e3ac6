"""Each section with a picture of its sound and what the picture shows in words. Pure."""

from collections.abc import Sequence

from oped_audio.model.audio import Limits, SoundProfile
from oped_audio.publishing.epub.markup import Markup, element, lines, text
from oped_audio.publishing.report.curves import amplitudes, extremes, loudness
from oped_audio.publishing.report.drawing import Picture, draw
from oped_audio.publishing.report.figures import clock, count, measure, moment, said
from oped_audio.publishing.report.limits import levels, outcome
from oped_audio.publishing.report.outline import pace
from oped_audio.publishing.report.pieces import paragraph, region, written
from oped_audio.publishing.report.sections import Part

STRETCHES = 150
"""Of a curve."""
MOST_PICTURES = 100
MOST_BOUNDARIES = 50
"""More than these would be one grey area."""


def chapters(parts: Sequence[Part], limits: Limits | None) -> Markup:
    """All sections; of a long book those that fail and the first ones have pictures."""
    drawn = _drawn(parts, limits)
    pieces = [_chapter(part, limits, part.section.id in drawn) for part in parts]
    notes = [paragraph(_legend(limits))] if drawn else []
    measured = sum(part.track.profile is not None for part in parts)
    if measured > len(drawn):
        shown = f"{len(drawn)} of {measured} sections have a picture"
        notes.append(paragraph(f"{shown}: those that fail, then the first."))
    return region("sections", "Section by section", *notes, *pieces)


def _drawn(parts: Sequence[Part], limits: Limits | None) -> set[str]:
    measured = [
        (part, part.track.profile)
        for part in parts
        if part.track.profile and part.track.profile.peaks
    ]
    first_those_that_fail = sorted(
        measured, key=lambda one: outcome(levels(one[1].levels, limits)) != "fail"
    )
    return {part.section.id for part, _ in first_those_that_fail[:MOST_PICTURES]}


def _legend(limits: Limits | None) -> str:
    words = (
        "In the pictures: above, the waveform; below, the loudness of the last three seconds in "
        "LUFS; upright lines, where sentences begin"
    )
    target = limits and limits.integrated_lufs
    return f"{words}; the band, where the preset wants the loudness." if target else f"{words}."


def _chapter(part: Part, limits: Limits | None, has_picture: bool) -> Markup:
    number = [text(f"{part.number} ")] if part.number else []
    heading = element("h3", {}, *number, written(part.label, part.language))
    profile = part.track.profile
    facts = element("p", {}, text(_facts(part)))
    pieces = [heading, facts]
    if profile:
        words = _words(part, profile, limits)
        pieces.append(_figure(part, profile, limits, words) if has_picture else paragraph(words))
    return element("article", {"id": part.section.id}, lines(pieces))


def _facts(part: Part) -> str:
    counts = f"{count(len(part.utterances), 'sentence')}, {count(part.words, 'word')}"
    return f"{clock(part.seconds)}, {counts}, {pace(part)} words a minute."


def _figure(part: Part, profile: SoundProfile, limits: Limits | None, words: str) -> Markup:
    boundaries = [part.at(entry.begin) for entry in part.track.timeline.entries]
    picture = Picture(
        part.at(part.track.timeline.length),
        amplitudes(profile, STRETCHES),
        loudness(profile, STRETCHES),
        boundaries if len(boundaries) <= MOST_BOUNDARIES else (),
        limits.integrated_lufs if limits else None,
        f"Waveform and loudness of “{part.label}”, {said(part.seconds)}, "
        f"{count(len(boundaries), 'sentence')}. {words}",
    )
    return element("figure", {}, draw(picture), element("figcaption", {}, text(words)))


def _words(part: Part, profile: SoundProfile, limits: Limits | None) -> str:
    told = []
    for level in levels(profile.levels, limits):
        judgement = {"pass": ", pass", "fail": f", fails: {level.limit}", "open": ""}
        told.append(f"{level.name} {level.figure}{judgement[level.outcome]}")
    words = "; ".join(told)
    if found := extremes(profile):
        (quiet, quiet_at), (loud, loud_at) = found
        words += (
            f". Loudest {measure(loud, 'LUFS')} at {moment(loud_at)}, "
            f"quietest {measure(quiet, 'LUFS')} at {moment(quiet_at)}"
        )
    return f"{words}."
