"""What was measured of a section's sound, and what it was mastered to -> what passes. Pure."""

from dataclasses import dataclass
from math import inf
from typing import Literal

from oped_audio.model.audio import Levels, Limits
from oped_audio.publishing.report.figures import NOTHING, measure, number

Outcome = Literal["pass", "fail", "open"]
"""``open`` where nothing was measured or no limit is set."""

SLACK = 0.05
"""Decibels: what a figure was rounded by does not make it fail."""

_FIGURES = (("Loudness", "LUFS"), ("True peak", "dBTP"), ("RMS", "dB"), ("Noise floor", "dB"))
_Span = tuple[float, float]
"""The lowest and the highest that passes."""


@dataclass(frozen=True, slots=True)
class Level:
    """One figure of a section's sound."""

    name: str
    figure: str
    limit: str
    """In words; empty where none is set."""
    outcome: Outcome


def levels(found: Levels | None, limits: Limits | None) -> tuple[Level, ...]:
    """Loudness, true peak, RMS and noise floor, always in this order; silence has no lower end."""
    spans = _spans(limits or Limits(""))
    if found is None:
        return tuple(
            Level(name, NOTHING, _told(span, unit), "open")
            for (name, unit), span in zip(_FIGURES, spans, strict=True)
        )
    values = (
        found.integrated_lufs,
        found.true_peak_dbtp,
        found.rms_db,
        found.noise_floor_db,
    )
    return tuple(
        _level(name, unit, value, span)
        for (name, unit), value, span in zip(_FIGURES, values, spans, strict=True)
    )


def outcome(judged: tuple[Level, ...]) -> Outcome:
    """Of all figures: fails if one does, passes if some pass and none fails."""
    outcomes = {level.outcome for level in judged}
    if "fail" in outcomes:
        return "fail"
    return "pass" if "pass" in outcomes else "open"


def _spans(limits: Limits) -> tuple[_Span | None, ...]:
    peak, floor = limits.true_peak_dbtp, limits.noise_floor_db
    return (
        limits.integrated_lufs,
        None if peak is None else (-inf, peak),
        limits.rms_db,
        None if floor is None else (-inf, floor),
    )


def _level(name: str, unit: str, value: float | None, span: _Span | None) -> Level:
    figure = "silence" if value is None else measure(value, unit)
    if span is None:
        return Level(name, figure, "", "open")
    lowest, highest = span
    passes = lowest - SLACK <= (-inf if value is None else value) <= highest + SLACK
    return Level(name, figure, _told(span, unit), "pass" if passes else "fail")


def _told(span: _Span | None, unit: str) -> str:
    if span is None:
        return ""
    lowest, highest = span
    if lowest == -inf:
        return f"at most {number(highest)} {unit}"
    return f"{number(lowest)} to {number(highest)} {unit}"
