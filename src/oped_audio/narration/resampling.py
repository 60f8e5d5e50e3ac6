"""Clips of engines with different sample rates -> clips of one. Pure."""

from collections.abc import Sequence
from math import gcd

from oped_audio.model.audio import Clip, Mark


def at_one_rate(clips: Sequence[Clip]) -> tuple[Clip, ...]:
    """The clips at the highest sample rate among them, so that nothing is lost of any."""
    highest = max((clip.sample_rate for clip in clips), default=0)
    return tuple(resampled(clip, highest) for clip in clips)


def resampled(clip: Clip, sample_rate: int) -> Clip:
    """The clip at another sample rate, its marks with it; itself if that is its own.

    The spectrum is cut or filled up, which is exact for a sound that begins and ends in silence.
    """
    if clip.sample_rate == sample_rate or not clip.pcm:
        return clip if clip.pcm else Clip(b"", sample_rate, clip.marks, clip.marks_from)
    import numpy as np

    common = gcd(clip.sample_rate, sample_rate)
    fewer, more = clip.sample_rate // common, sample_rate // common
    blocks = -(-clip.length // fewer)
    samples = np.zeros(blocks * fewer)
    samples[: clip.length] = np.frombuffer(clip.pcm, "<i2")
    spectrum = np.fft.rfft(samples)[: min(blocks * fewer, blocks * more) // 2 + 1]
    sound = np.fft.irfft(spectrum, blocks * more) * (more / fewer)
    length = min(-(-clip.length * more // fewer), blocks * more)
    pcm = np.clip(np.rint(sound[:length]), -32768, 32767).astype("<i2").tobytes()
    marks = tuple(
        Mark(mark.token, mark.begin * more // fewer, min(mark.end * more // fewer, length))
        for mark in clip.marks
    )
    return Clip(pcm, sample_rate, marks, clip.marks_from)
