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

@dataclass(frozen=True, slots=True)
class Level:
    """One figure of a section's sound."""

    name: str
    figure: str
    limit: str
    """In words; empty where none is set."""
    outcome: Outcome


def levels(found: Levels | None, limits: Limits | None) -> tuple[Level, ...]:
    """Loudness, true peak, RMS and noise floor, always in this order; None where none is known."""
    wanted = limits or Limits("")
    return (
        _level("Loudness", "LUFS", found and (found.integrated_lufs,), wanted.integrated_lufs),
        _level("True peak", "dBTP", found and (found.true_peak_dbtp,), _most(wanted.true_peak_dbtp)),
        _level("RMS", "dB", found and (found.rms_db,), wanted.rms_db),
        _level("Noise floor", "dB", found and (found.noise_floor_db,), _most(wanted.noise_floor_db)),
    )


def outcome(judged: tuple[Level, ...]) -> Outcome:
    """Of all figures: fails if one does, passes if some pass and none fails."""
    outcomes = {level.outcome for level in judged}
    if "fail" in outcomes:
        return "fail"
    return "pass" if "pass" in outcomes else "open"


def _most(highest: float | None) -> tuple[float, float] | None:
    return None if highest is None else (-inf, highest)


def _level(
    name: str,
    unit: str,
    found: tuple[float | None] | None,
    span: tuple[float, float] | None,
) -> Level:
    """``found`` holds None for silence, which is as quiet as can be."""
    figure = NOTHING
    if found:
        figure = "silence" if found[0] is None else measure(found[0], unit)
    if span is None:
        return Level(name, figure, "", "open")
    lowest, highest = span
    limit = f"at most {number(highest)}"
    if lowest > -inf:
        limit = f"{number(lowest)} to {number(highest)}"
    if not found:
        return Level(name, figure, f"{limit} {unit}", "open")
    value = -inf if found[0] is None else found[0]
    passes = lowest - SLACK <= value <= highest + SLACK
    return Level(name, figure, f"{limit} {unit}", "pass" if passes else "fail")
