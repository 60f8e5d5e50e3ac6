"""Clips as engines give them -> clips that begin and end with the same short silence."""

from typing import TYPE_CHECKING

from oped_audio.model.audio import BYTES_PER_SAMPLE, Clip, Mark

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

THRESHOLD = 50
"""Of 32,768: -56 dBFS, below which nothing is heard."""
ROOM_MS = 15
"""Kept before the first sound and after the last, so that no cut falls into speech."""
_BLOCK = 1 << 12


def trim(clip: Clip) -> Clip:
    """Cut silence at both ends to ROOM_MS, or add what is missing, and move the marks with it.

    A clip without sound becomes twice ROOM_MS of silence.
    """
    import numpy as np

    room = clip.sample_rate * ROOM_MS // 1000
    samples = np.frombuffer(clip.pcm, "<i2")
    quiet = _quiet(samples)
    is_heard = quiet < samples.size
    first, last = (quiet, samples.size - _quiet(samples[::-1])) if is_heard else (0, 0)
    begin, end = max(first - room, 0), min(last + room, clip.length)
    lead = bytes(BYTES_PER_SAMPLE * (room - (first - begin)))
    tail = bytes(BYTES_PER_SAMPLE * (room - (end - last)))
    if not is_heard:
        begin, end = 0, 0
        lead = tail = bytes(BYTES_PER_SAMPLE * room)
    heard = memoryview(clip.pcm)[BYTES_PER_SAMPLE * begin : BYTES_PER_SAMPLE * end]
    pcm = b"".join((lead, heard, tail))
    shift = len(lead) // BYTES_PER_SAMPLE - begin
    length = len(pcm) // BYTES_PER_SAMPLE
    marks = tuple(
        Mark(m.token, *(min(max(at + shift, 0), length) for at in (m.begin, m.end)))
        for m in clip.marks
    )
    return Clip(pcm, clip.sample_rate, marks, clip.marks_from)


def _quiet(samples: "NDArray[np.int16]") -> int:
    """How many samples there are before the first that is heard; all, if none is."""
    for begin in range(0, samples.size, _BLOCK):
        block = samples[begin : begin + _BLOCK]
        loud = (block > THRESHOLD) | (block < -THRESHOLD)
        if loud.any():
            return begin + int(loud.argmax())
    return samples.size
