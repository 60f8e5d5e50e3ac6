"""Marks that share out all of a clip's time -> marks that leave its pauses out."""

from collections.abc import Sequence

from oped_audio.model.audio import Mark
from oped_audio.voices.neural.loud_frames import FRAME_MS, loud_frames, runs

_PAUSE_MS = 100
"""The least silence that is a pause: longer than the closure of a stop, as in ``short it``."""
_ONSET_MS = 90
"""The most of the next word that may be heard before the engine says that it begins."""


def without_pauses(marks: Sequence[Mark], pcm: bytes, sample_rate: int) -> list[Mark]:
    """Take silence from the ends of marks, each of which reaches to where the next one begins.

    What is heard after a pause at the end of a mark, just before the next one, is the next one's.
    Marks without any sound stay as they are. Times are in samples of ``sample_rate`` Hz.
    """
    import numpy as np

    frame = sample_rate * FRAME_MS // 1000
    loud = loud_frames(np.frombuffer(pcm, "<i2"), frame)
    result: list[Mark] = []
    early: int | None = None
    for mark in marks:
        begin, end = mark.begin if early is None else early, mark.end
        first, last = begin // frame, -(-end // frame)
        heard = runs(loud[first:last])
        early = None
        if len(heard) > 1 and (
            heard[-1][0] - heard[-2][1] >= _PAUSE_MS // FRAME_MS
            and last - first - heard[-1][0] <= _ONSET_MS // FRAME_MS
        ):
            early = (first + heard.pop()[0]) * frame
        if heard:
            begin = max(begin, (first + heard[0][0]) * frame)
            end = min(end, early or end, (first + heard[-1][1]) * frame)
        result.append(Mark(mark.token, begin, end))
    return result
