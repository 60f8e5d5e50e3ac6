"""Marks from a model's durations -> marks that reach as far as their words are heard.

A model lets a word end in the time of the sign behind it, and begin in that of the one before.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from oped_audio.model.audio import Mark
from oped_audio.voices.neural.loud_frames import FRAME_MS, loud_frames, runs

if TYPE_CHECKING:
    import numpy as np

_HEARD = 0.05
"""Of the loudness of the louder tenth of a sentence, -26 dB: below it, next to nothing is heard."""
_LOUD_PART = 0.9
_OF_A_WORD = 10
"""Frames, 50 ms, that are heard of the shortest word before a pause."""
_PAUSE = 40
"""Frames, 200 ms, in which nothing is heard: they are no part of a word."""
_WIDE = 4
"""Frames, 20 ms, over which it is softest."""
_FARTHEST_MS = 250
"""The length of a short word."""


def reaching(
    marks: Sequence[Mark], samples: "np.ndarray[Any, Any]", sample_rate: int
) -> list[Mark]:
    """Let the sound between two marks belong to one of them.

    What is heard before the longest silence between them belongs to the first, what is heard after
    it to the second; with no silence all belongs to the first. What is heard before the first mark
    and after the last belongs to these. ``samples`` are 16 bits, times are in samples.
    """
    if not marks:
        return []
    begins, ends = [0], []
    for before, after in pairwise(marks):
        end, begin = _parted(samples, before.end, after.begin, sample_rate)
        ends.append(end)
        begins.append(begin)
    ends.append(len(samples))
    silence, begin = _parted(samples, 0, marks[0].begin, sample_rate)
    begins[0] = begin if silence < begin else 0
    ends[-1] = _parted(samples, marks[-1].end, len(samples), sample_rate)[0]
    _hear_each(begins, ends, samples, sample_rate)
    return [
        replace(mark, begin=begin, end=end)
        for mark, begin, end in zip(marks, begins, ends, strict=True)
    ]


def _hear_each(
    begins: list[int], ends: list[int], samples: "np.ndarray[Any, Any]", sample_rate: int
) -> None:
    """A word in whose time nothing is heard has its sound in that of the word before.

    Models do so now and then with a short word before a pause, in whose time the end of the sound
    is left. It begins where the other is softest.
    """
    import numpy as np

    frame = sample_rate * FRAME_MS // 1000
    levels = _levels(samples, frame)
    heard = levels >= _HEARD * np.quantile(levels, _LOUD_PART) if len(levels) else levels > 0
    for at in range(1, len(begins)):
        first, last = begins[at] // frame, -(-ends[at] // frame)
        frames = int(heard[first:last].sum())
        is_before_pause = at == len(begins) - 1 or last - first - frames >= _PAUSE
        if first == last or frames >= (_OF_A_WORD if is_before_pause else 1):
            continue
        middle = (begins[at - 1] + ends[at - 1]) // 2
        earliest = max(middle, begins[at] - sample_rate * _FARTHEST_MS // 1000) // frame + 1
        latest = first - _OF_A_WORD
        if latest - earliest >= _WIDE:
            around = np.convolve(levels[earliest:latest], np.ones(_WIDE), "valid")
            softest = (earliest + int(np.argmin(around))) * frame
            ends[at - 1] = min(ends[at - 1], softest)
            begins[at] = softest


def _levels(samples: "np.ndarray[Any, Any]", frame: int) -> "np.ndarray[Any, Any]":
    """Root mean square of each whole frame."""
    import numpy as np

    frames = samples[: len(samples) // frame * frame].reshape(-1, frame).astype(np.float64)
    levels: np.ndarray[Any, Any] = np.sqrt((frames**2).mean(axis=1))
    return levels


def _parted(
    samples: "np.ndarray[Any, Any]", begin: int, end: int, sample_rate: int
) -> tuple[int, int]:
    """Begin and end of the longest silence between two places."""
    frame = sample_rate * FRAME_MS // 1000
    between = samples[begin:end]
    if len(between) < frame:
        return begin, end
    loud = loud_frames(between, frame)
    silences = runs(~loud)
    if not silences:
        return end, end
    first, last = max(silences, key=lambda silence: silence[1] - silence[0])
    return begin + first * frame, end if last == len(loud) else begin + last * frame
