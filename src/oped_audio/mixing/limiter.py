"""Sound -> the same sound louder or quieter, with no peak over a ceiling, sample for sample. Pure.

The gain looks ahead: it falls before a peak and rises after it, in steps of a millisecond, as
slowly as keeps it from following the single periods of a voice.
"""

from functools import cache
from math import ceil
from typing import TYPE_CHECKING

from oped_audio.mixing.true_peak import crests

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Samples = NDArray[np.float32]

_STEP_MS = 1
_REACH = 12
"""Steps before and after a peak in which the gain falls and rises."""
_NEAR = 0.6
"""Of the ceiling: from samples of this height, what lies between them is looked at."""


def limited(
    samples: "NDArray[np.int16]", gain: float, ceiling: float, sample_rate: int
) -> "Samples":
    """The samples times ``gain``, all and between them under ``ceiling``, in their own unit."""
    import numpy as np

    step = max(1, sample_rate * _STEP_MS // 1000)
    most = ceiling / gain
    louder = samples.astype(np.float32)
    peaks = _peaks(samples, step, most)
    if (peaks > most).any():
        wanted: Samples = np.divide(most, np.maximum(peaks, most), dtype=np.float32)
        curve = gain * _curve(wanted)
        way = ((np.arange(step, dtype=np.float32) + 0.5) / step)[None, :]
        gains = curve[:-1, None] + (curve[1:] - curve[:-1])[:, None] * way
        louder *= gains.reshape(-1)[: louder.size]
    else:
        louder *= gain
    return louder


def _peaks(samples: "NDArray[np.int16]", step: int, most: float) -> "Samples":
    """Of each step; what lies between its samples counts where it may be over ``most``."""
    import numpy as np

    whole = np.zeros(-(-samples.size // step) * step, np.int16)
    whole[: samples.size] = samples
    columns = whole.reshape(-1, step).T.copy()  # along rows as short it takes five times as long
    highest, lowest = columns.max(axis=0, initial=0), columns.min(axis=0, initial=0)
    peaks: Samples = np.maximum(highest.astype(np.float32), -lowest.astype(np.float32))
    near = max(ceil(_NEAR * most), 1)
    if (peaks >= near).any():
        at, heights = crests(samples, near)
        np.maximum.at(peaks, at // step, heights)
    return peaks


def _curve(wanted: "Samples") -> "Samples":
    """A gain before and after each step, in smooth change, none greater than what steps want."""
    import numpy as np

    window = _window()
    wide = np.pad(wanted, 2 * _REACH, constant_values=1)
    lowest = _lowest(wide, window.size + 1)
    ends = np.pad(lowest, (_REACH, _REACH), mode="edge")
    smooth: Samples = np.convolve(ends, window, "valid").astype(np.float32)
    spare = (smooth.size - wanted.size - 1) // 2
    return np.minimum(smooth[spare : spare + wanted.size + 1], 1)


def _lowest(values: "Samples", width: int) -> "Samples":
    """The minimum of each run of so many values: of two, four and so on, then of two of those."""
    import numpy as np

    covered = 1
    while 2 * covered <= width:
        values = np.minimum(values[:-covered], values[covered:])
        covered *= 2
    rest = width - covered
    return np.minimum(values[: values.size - rest], values[rest:])


@cache
def _window() -> "Samples":
    import numpy as np

    window = np.hanning(2 * _REACH + 1).astype(np.float32)
    whole: Samples = window / window.sum()
    return whole
