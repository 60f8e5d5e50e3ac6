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
    return [
        replace(mark, begin=begin, end=end)
        for mark, begin, end in zip(marks, begins, ends, strict=True)
    ]


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
