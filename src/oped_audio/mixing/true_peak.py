"""The highest peak of a sound between its samples (ITU-R BS.1770-5, annex 2). Pure."""

from functools import cache
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_FACTOR = 4
"""Of the oversampling, as BS.1770-5 has it for 48 kHz; speech has little where it falls short."""
REACH = 12
"""Samples on either side from which a value between two is interpolated."""
_NEAR = 0.7
"""Of the highest sample: what is lower has no higher peak than that beside it."""
_BATCH = 1 << 13


def true_peak(samples: "NDArray[np.int16]", known: float = 0.0) -> float:
    """The highest absolute value, 1.0 being full scale, or ``known`` if that is higher.

    Only the highest samples are oversampled. Peaks nearer than REACH samples to an end are as if
    silence were beyond it.
    """
    highest = max(32768 * known, float(samples.max(initial=0)), -float(samples.min(initial=0)))
    _, heights = crests(samples, max(ceil(_NEAR * highest), 1))
    return max(highest, float(heights.max(initial=0))) / 32768


def crests(
    samples: "NDArray[np.int16]", low: int
) -> "tuple[NDArray[np.intp], NDArray[np.float32]]":
    """Where samples of at least ``low`` are crests, and how high the sound is beside each."""
    import numpy as np

    padded = np.zeros(samples.size + 2 * REACH, np.int16)
    padded[REACH : REACH + samples.size] = samples
    at = np.flatnonzero((samples >= low) | (samples <= -low))
    here = padded[at + REACH].astype(np.float32)
    heights = np.abs(here)
    signs = np.sign(here)
    crest = heights >= padded[at + (REACH - 1)] * signs
    crest &= heights >= padded[at + (REACH + 1)] * signs
    at, heights = at[crest], heights[crest]
    window = np.arange(2 * REACH + 1)
    for begin in range(0, at.size, _BATCH):
        batch = slice(begin, begin + _BATCH)
        around = padded[at[batch, None] + window].astype(np.float32)
        for beside in (around[:, :-1], around[:, 1:]):  # before the crest, and behind it
            between = np.abs(beside @ _kernel()).max(axis=1)
            heights[batch] = np.maximum(heights[batch], between)
    return at, heights


@cache
def _kernel() -> "NDArray[np.float32]":
    """A column for each place between the two samples in the middle of a window."""
    import numpy as np

    between = np.arange(1, _FACTOR) / _FACTOR
    distance = np.arange(2 * REACH)[:, None] - (REACH - 1) - between[None, :]
    taper = np.i0(8 * np.sqrt(np.maximum(0, 1 - (distance / (REACH + 1)) ** 2))) / np.i0(8)
    kernel = np.sinc(distance) * taper
    whole: NDArray[np.float32] = (kernel / kernel.sum(axis=0)).astype(np.float32)
    return whole
