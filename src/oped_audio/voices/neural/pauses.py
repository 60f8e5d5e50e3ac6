"""Marks that share out all of a clip's time -> marks that leave its pauses out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from oped_audio.model.audio import Mark

if TYPE_CHECKING:
    import numpy as np

_FRAME_MS = 5
_THRESHOLD = 200
"""Of 32,768: -44 dBFS. What is softer between two words is a pause or the breath in it."""
_PAUSE_MS = 100
"""The least silence that is a pause: longer than the closure of a stop, as in ``short it``."""
_ONSET_MS = 90
"""The most of the next word that may be heard before the engine says that it begins."""


def without_pauses(marks: Sequence[Mark], pcm: bytes, sample_rate: int) -> list[Mark]:
    """Take silence from the ends of marks, each of which reaches to where the next one begins.

    What is heard after a pause at the end of a mark, just before the next one, is the next one's.
    Marks without any sound stay as they are. Times are in samples of ``sample_rate`` Hz.
    """
    frame = sample_rate * _FRAME_MS // 1000
    loud = _loud_frames(pcm, frame)
    result: list[Mark] = []
    early: int | None = None
    for mark in marks:
        begin, end = mark.begin if early is None else early, mark.end
        first, last = begin // frame, -(-end // frame)
        runs = _runs(loud[first:last])
        early = None
        if len(runs) > 1 and (
            runs[-1][0] - runs[-2][1] >= _PAUSE_MS // _FRAME_MS
            and last - first - runs[-1][0] <= _ONSET_MS // _FRAME_MS
        ):
            early = (first + runs.pop()[0]) * frame
        if runs:
            begin = max(begin, (first + runs[0][0]) * frame)
            end = min(end, early or end, (first + runs[-1][1]) * frame)
        result.append(Mark(mark.token, begin, end))
    return result


def _loud_frames(pcm: bytes, frame: int) -> "np.ndarray[Any, Any]":
    import numpy as np

    samples = np.frombuffer(pcm, "<i2")
    whole = len(samples) // frame * frame
    frames = samples[:whole].reshape(-1, frame)
    loud: np.ndarray[Any, Any] = (frames.max(axis=1) > _THRESHOLD) | (
        frames.min(axis=1) < -_THRESHOLD
    )
    return loud


def _runs(loud: "np.ndarray[Any, Any]") -> list[tuple[int, int]]:
    """Begin and end of each run of loud frames."""
    import numpy as np

    edges = np.flatnonzero(np.diff(np.concatenate(([0], loud.astype(np.int8), [0]))))
    return [(int(begin), int(end)) for begin, end in edges.reshape(-1, 2)]
