"""hibari's spectrum -> the same voice at another pitch. Pure.

The model says how loud each frequency is and with what phase, and learnt it where its own pitch has
harmonics: what it says between them is arbitrary. So for other harmonics the values are taken from
the line through those of its own.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

_BIN_HZ = 20
_VOICED_HZ = 40
"""What is lower is no pitch, but a sound without one."""


def between_harmonics(part: "np.ndarray[Any, Any]", pitch: "np.ndarray[Any, Any]") -> None:
    """Draw a line, in place, through the values at the harmonics of each frame's pitch.

    ``part`` has a row for each frequency, 20 Hz apart from 0, and a column a frame; ``pitch`` is in
    Hz.
    """
    import numpy as np

    bins = np.arange(len(part))
    for frame in np.flatnonzero(pitch > _VOICED_HZ):
        step = pitch[frame] / _BIN_HZ
        harmonics = np.arange(step, len(part) - 1, step)
        values = np.interp(harmonics, bins, part[:, frame])
        part[:, frame] = np.interp(bins, harmonics, values)
