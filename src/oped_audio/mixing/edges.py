"""A clip's sound -> the same, rising from silence and falling back to it, without a click. Pure."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_FADE_MS = 3
"""Shorter than any sound of speech; a clip that begins in silence stays as it is."""


def fade(samples: "NDArray[np.float32]", sample_rate: int) -> None:
    """Take the first and the last 3 ms of the samples down, where they are."""
    import numpy as np

    length = min(sample_rate * _FADE_MS // 1000, samples.size // 2)
    ramp = np.sin(np.arange(length) / max(length, 1) * np.pi / 2).astype(np.float32) ** 2
    samples[:length] *= ramp
    samples[samples.size - length :] *= ramp[::-1]
