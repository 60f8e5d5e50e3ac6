"""A clip's sound -> the same, rising from silence and falling back to it, without a click. Pure."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_FADE_MS = 3
"""Shorter than any sound of speech; a clip that begins in silence stays as it is."""


def faded(samples: "NDArray[np.float32]", sample_rate: int) -> "NDArray[np.float32]":
    """The samples, of which those of the first and last 3 ms are taken down."""
    import numpy as np

    length = min(sample_rate * _FADE_MS // 1000, samples.size // 2)
    ramp = np.sin(np.arange(length) / max(length, 1) * np.pi / 2).astype(np.float32) ** 2
    quiet = samples.copy()
    quiet[:length] *= ramp
    quiet[samples.size - length :] *= ramp[::-1]
    return quiet
