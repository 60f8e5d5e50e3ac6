"""A SoundProfile -> as many points as a picture has room for. Pure."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log10
from typing import TypeVar

from oped_audio.model.audio import SoundProfile

FULL_SCALE = 32_767

_Value = TypeVar("_Value")


def amplitudes(profile: SoundProfile, most: int) -> list[tuple[float, float]]:
    """The largest and the smallest peak of each of ``most`` stretches, 0 to 1, at its seconds.

    The smallest shows the pauses between words, which the largest would hide.
    """
    step = profile.step_ms / 1000
    return [
        ((begin + at + 0.5) * step, peaks[at] / FULL_SCALE)
        for begin, peaks in _stretches(profile.peaks, most)
        for at in sorted({peaks.index(max(peaks)), peaks.index(min(peaks))})
    ]


def loudness(profile: SoundProfile, most: int) -> list[tuple[float, float | None]]:
    """The mean power of each stretch in LUFS, None where there is silence; with its middle."""
    step = profile.step_ms / 1000
    return [
        ((begin + len(values) / 2) * step, _mean(values))
        for begin, values in _stretches(profile.loudness_lufs, most)
    ]


def extremes(profile: SoundProfile) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """The quietest and the loudest moment, each as (LUFS, seconds); None for silence."""
    step = profile.step_ms / 1000
    heard = [(v, at * step) for at, v in enumerate(profile.loudness_lufs) if v is not None]
    return (min(heard), max(heard, key=lambda one: one[0])) if heard else None


def _stretches(values: Sequence[_Value], most: int) -> Iterator[tuple[int, Sequence[_Value]]]:
    """The values in at most so many stretches of nearly one length, each with its begin."""
    amount = min(len(values), most)
    ends = [at * len(values) // amount for at in range(amount + 1)] if amount else []
    for begin, end in pairwise(ends):
        yield begin, values[begin:end]


def _mean(values: Sequence[float | None]) -> float | None:
    powers = [10 ** (value / 10) for value in values if value is not None]
    return 10 * log10(sum(powers) / len(powers)) if powers else None
