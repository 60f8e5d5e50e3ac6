"""What was measured of a section's sound, and what it was mastered to -> what passes. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf
from typing import Literal

from oped_audio.model.audio import Levels, Limits
from oped_audio.publishing.report.figures import measure, number

Outcome = Literal["pass", "fail", "open"]
"""``open`` where nothing was measured or no limit is set."""

SLACK = 0.05
"""Decibels: what a figure was rounded by does not make it fail."""

_SILENCE = Levels(None, None, None, None, None)


@dataclass(frozen=True, slots=True)
class Level:
    """One figure of a section's sound."""

    name: str
    figure: str
    limit: str
    """In words; empty where none is set."""
    outcome: Outcome


def levels(found: Levels | None, limits: Limits | None) -> tuple[Level, ...]:
    """Loudness, true peak, RMS and noise floor, always in this order."""
    return tuple(_levels(found or _SILENCE, limits or Limits("")))


def outcome(judged: tuple[Level, ...]) -> Outcome:
    """Of all figures: fails if one does, passes if some pass and none fails."""
    outcomes = {level.outcome for level in judged}
    if "fail" in outcomes:
        return "fail"
    return "pass" if "pass" in outcomes else "open"


def _levels(found: Levels, limits: Limits) -> Iterator[Level]:
    peak, noise = _at_most(limits.true_peak_dbtp), _at_most(limits.noise_floor_db)
    yield _level("Loudness", found.integrated_lufs, "LUFS", limits.integrated_lufs)
    yield _level("True peak", found.true_peak_dbtp, "dBTP", peak)
    yield _level("RMS", found.rms_db, "dB", limits.rms_db)
    yield _level("Noise floor", found.noise_floor_db, "dB", noise)


def _at_most(highest: float | None) -> tuple[float, float] | None:
    return None if highest is None else (-inf, highest)


def _level(name: str, value: float | None, unit: str, span: tuple[float, float] | None) -> Level:
    figure = measure(value, unit)
    if span is None:
        return Level(name, figure, "", "open")
    lowest, highest = span
    limit = f"at most {number(highest)}"
    if lowest > -inf:
        limit = f"{number(lowest)} to {number(highest)}"
    if value is None:
        return Level(name, figure, f"{limit} {unit}", "open")
    passes = lowest - SLACK <= value <= highest + SLACK
    return Level(name, figure, f"{limit} {unit}", "pass" if passes else "fail")
