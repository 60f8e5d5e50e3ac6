"""Sound -> SoundProfile: loudness by ffmpeg's EBU R128 meter, peaks and RMS counted on the way."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import log10
from typing import TYPE_CHECKING

from oped_audio.mixing.ffmpeg import feed, pcm_input
from oped_audio.mixing.true_peak import REACH, true_peak
from oped_audio.model.audio import BYTES_PER_SAMPLE, Levels, SoundProfile

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

STEP_MS = 100
"""How often the meter tells a loudness (EBU Tech 3341: at least ten times a second)."""
_GATE_LUFS = -70.0
"""Absolute gate of EBU R128; what the meter says when nothing was louder."""
_FLOOR_STEPS = 5
"""Half a second, in which the noise floor is measured."""
_STEPS_AT_ONCE = 100
_FRAME = re.compile(r"t: *[\d.]+ .*? S: *(-?[\d.]+|-?inf|nan)")
_SUMMARY = re.compile(r"\b(I|LRA): +(-?[\d.]+) +LUF?S?\s*$", re.MULTILINE)


def measure(blocks: Iterable[bytes], sample_rate: int, name: str) -> SoundProfile:
    """What is to be seen of a sound that is given block by block, each of whole samples.

    ``name`` is what it is called in an EncodingError, which is raised if the meter fails.
    """
    meter = _Meter(sample_rate * STEP_MS // 1000)
    told = feed(
        (*pcm_input(sample_rate), "-af", "ebur128=framelog=info", "-f", "null", "-"),
        meter.watch(blocks),
        name,
    )
    frames, _, summary = told.rpartition("Summary:")
    curve = tuple(_audible(float(found)) for found in _FRAME.findall(frames))
    totals = {key: float(value) for key, value in _SUMMARY.findall(summary)}
    integrated = _audible(totals.get("I", _GATE_LUFS))
    levels = Levels(
        integrated_lufs=integrated,
        range_lu=None if integrated is None else totals.get("LRA"),
        true_peak_dbtp=decibels(meter.true_peak),
        rms_db=decibels(meter.rms),
        noise_floor_db=decibels(meter.noise_floor),
    )
    return SoundProfile(levels, STEP_MS, tuple(meter.peaks), curve)


def decibels(amplitude: float) -> float | None:
    """Relative to full scale (1.0), to a hundredth; None for silence."""
    return round(20 * log10(amplitude), 2) if amplitude > 0 else None


def _audible(lufs: float) -> float | None:
    return lufs if lufs > _GATE_LUFS else None


@dataclass
class _Meter:
    """Looks at sound that passes by."""

    step: int
    """Samples."""
    peaks: list[int] = field(default_factory=list)
    """Of each step, the last of which may be short."""
    true_peak: float = 0.0
    _squares: list[float] = field(default_factory=list)
    """Sums of each step, of samples relative to full scale."""
    _samples: int = 0

    def watch(self, blocks: Iterable[bytes]) -> Iterator[bytes]:
        """Give the sound on, in blocks of many steps."""
        import numpy as np

        before = np.zeros(0, "<i2")
        for block in regular(blocks, BYTES_PER_SAMPLE * self.step * _STEPS_AT_ONCE):
            samples = np.frombuffer(block, "<i2")
            self._count(samples)
            joined = np.concatenate([before[-2 * REACH :], samples])
            self.true_peak = max(self.true_peak, true_peak(joined))
            before = samples
            yield block

    def _count(self, samples: "NDArray[np.int16]") -> None:
        import numpy as np

        self._samples += samples.size
        starts = np.arange(0, samples.size, self.step)
        highest = np.maximum.reduceat(samples, starts).astype(int)
        lowest = np.minimum.reduceat(samples, starts).astype(int)
        self.peaks += np.minimum(np.maximum(highest, -lowest), 32767).tolist()
        floats = samples.astype(np.float32) / 32768
        self._squares += np.add.reduceat(floats * floats, starts).tolist()

    @property
    def rms(self) -> float:
        """Of all that passed."""
        return float((sum(self._squares) / max(self._samples, 1)) ** 0.5)

    @property
    def noise_floor(self) -> float:
        """RMS of the quietest half second; of all, where there is less."""
        whole = self._squares[: self._samples // self.step]
        if len(whole) < _FLOOR_STEPS:
            return self.rms
        sums = (sum(whole[at : at + _FLOOR_STEPS]) for at in range(len(whole) - _FLOOR_STEPS + 1))
        return float((min(sums) / (_FLOOR_STEPS * self.step)) ** 0.5)


def regular(blocks: Iterable[bytes], size: int) -> Iterator[bytes]:
    """The same bytes in blocks of one size, but for the last."""
    waiting = bytearray()
    for block in blocks:
        waiting += block
        while len(waiting) >= size:
            yield bytes(waiting[:size])
            del waiting[:size]
    if waiting:
        yield bytes(waiting)
