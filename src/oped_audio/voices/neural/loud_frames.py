"""Sound -> where it is loud, frame by frame: speech, not a pause or the breath in it. Pure."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

FRAME_MS = 5
_LOUD = 200
"""Of 32,768: -44 dBFS."""


def loud_frames(samples: "np.ndarray[Any, Any]", frame: int) -> "np.ndarray[Any, Any]":
    """Of each whole frame of so many samples of 16 bits, whether it is loud."""
    frames = samples[: len(samples) // frame * frame].reshape(-1, frame)
    loud: np.ndarray[Any, Any] = (frames.max(axis=1) > _LOUD) | (frames.min(axis=1) < -_LOUD)
    return loud


def runs(flags: "np.ndarray[Any, Any]") -> list[tuple[int, int]]:
    """Begin and end of each run of true ones."""
    import numpy as np

    edges = np.flatnonzero(np.diff(np.concatenate(([0], flags.astype(np.int8), [0]))))
    return [(int(begin), int(end)) for begin, end in edges.reshape(-1, 2)]
