"""Sound -> SoundProfile: loudness by meters of EBU R128, peaks and RMS counted on the way."""

import re
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from oped_audio.errors import EncodingError
from oped_audio.mixing.decibels import decibels
from oped_audio.mixing.ffmpeg import feed, pcm_source
from oped_audio.mixing.true_peak import REACH, true_peak
from oped_audio.model.audio import BYTES_PER_SAMPLE, Levels, SoundProfile

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

STEP_MS = 100
"""How often the meter tells a loudness (EBU Tech 3341: at least ten times a second)."""
_GATE_LUFS = -70.0
"""Absolute gate of EBU R128; what the meter says when nothing was louder."""
_SHORTEST_MS = 400
"""One block of EBU R128."""
_FLOOR_STEPS = 5
"""Half a second, in which the noise floor is measured."""
_STEPS_AT_ONCE = 20
_FRAME = re.compile(r"t: *[\d.]+ .*? S: *(-?[\d.]+|-?inf|nan)")
_SUMMARY = re.compile(r"\b(I|LRA): +(-?[\d.]+) +LUF?S?\s*$", re.MULTILINE)


METER = "ebur128=framelog=info"
"""The filter of ffmpeg whose report ``profile`` reads."""
_TOTALS = "ebur128=framelog=quiet"


def integrated(blocks: Iterable[bytes], sample_rate: int, name: str) -> float | None:
    """EBU R128 integrated loudness in LUFS; None for silence and for what is too short.

    ``name`` is what it is called in an EncodingError, which is raised if the meter fails. The sound
    is held in memory.
    """
    try:
        import loudness  # takes a sixth of ffmpeg's time
    except ImportError:  # there is none for Macs with processors of Intel
        return _integrated_by_ffmpeg(blocks, sample_rate, name)
    import numpy as np

    samples = np.frombuffer(b"".join(blocks), "<i2")
    if samples.size < sample_rate * _SHORTEST_MS / 1000:
        return None
    floats = samples.astype(np.float32)
    floats /= 32768
    return _audible(loudness.integrated_loudness(floats, sample_rate))


def profile(report: str, meter: "Meter") -> SoundProfile:
    """What is to be seen of a sound that both have measured: ffmpeg, by its report, and ours."""
    loudness, loudness_range = _totals(report)
    curve = tuple(map(_told, _FRAME.findall(report)))
    levels = Levels(
        integrated_lufs=loudness,
        range_lu=None if loudness is None else loudness_range,
        true_peak_dbtp=decibels(meter.true_peak),
        rms_db=decibels(meter.rms),
        noise_floor_db=decibels(meter.noise_floor),
    )
    return SoundProfile(levels, STEP_MS, array("H", meter.peaks), curve)


def _integrated_by_ffmpeg(blocks: Iterable[bytes], sample_rate: int, name: str) -> float | None:
    """Raises EncodingError, also if ffmpeg ended well and did not hear all of it."""
    graph = f"{pcm_source(sample_rate)},{_TOTALS}[heard]"
    measuring = ("-filter_complex", graph, "-map", "[heard]", "-f", "null", "-")
    fed = feed(measuring, blocks, name)
    seconds = fed.size / BYTES_PER_SAMPLE / sample_rate
    if fed.lacks(seconds):
        raise EncodingError(name, f"ffmpeg measured {fed.seconds_made:.1f} of {seconds:.1f} s")
    return _totals(fed.report)[0]


def _totals(report: str) -> tuple[float | None, float | None]:
    """Integrated loudness and loudness range."""
    totals = dict(_SUMMARY.findall(report.rpartition("Summary:")[2]))
    return _audible(float(totals.get("I", _GATE_LUFS))), float(totals.get("LRA", 0))


@lru_cache(4096)
def _told(lufs: str) -> float | None:
    """One object for each of the few values that hours of sound have."""
    return _audible(float(lufs))


def _audible(lufs: float) -> float | None:
    return lufs if lufs > _GATE_LUFS else None


@dataclass
class Meter:
    """Counts what a sound that passes by shows without a filter."""

    sample_rate: int
    peaks: list[int] = field(default_factory=list)
    """Of each step, the last of which may be short."""
    true_peak: float = 0.0
    _squares: list[float] = field(default_factory=list)
    """Sums of each step."""
    _samples: int = 0

    @property
    def step(self) -> int:
        """Samples between the points of the curves."""
        return self.sample_rate * STEP_MS // 1000

    def watch(self, blocks: Iterable[bytes]) -> Iterator[bytes]:
        """Give the sound on, in blocks of many steps."""
        import numpy as np

        before = np.zeros(0, "<i2")
        for block in regular(blocks, BYTES_PER_SAMPLE * self.step * _STEPS_AT_ONCE):
            samples = np.frombuffer(block, "<i2")
            self._count(samples)
            joined = np.concatenate([before[-2 * REACH :], samples])
            self.true_peak = true_peak(joined, self.true_peak)
            before = samples
            yield block

    def _count(self, samples: "NDArray[np.int16]") -> None:
        import numpy as np

        self._samples += samples.size
        steps = -(-samples.size // self.step)
        rows = np.zeros((steps, self.step), np.float32)
        rows.reshape(-1)[: samples.size] = samples
        peaks = np.maximum(rows.max(axis=1), -rows.min(axis=1))
        self.peaks += np.minimum(peaks, 32767).astype(int).tolist()
        self._squares += np.einsum("ij,ij->i", rows, rows).tolist()

    @property
    def rms(self) -> float:
        """Of all that passed."""
        return float((sum(self._squares) / max(self._samples, 1)) ** 0.5) / 32768

    @property
    def noise_floor(self) -> float:
        """RMS of the quietest half second; of all, where there is less."""
        whole = self._squares[: self._samples // self.step]
        if len(whole) < _FLOOR_STEPS:
            return self.rms
        sums = (sum(whole[at : at + _FLOOR_STEPS]) for at in range(len(whole) - _FLOOR_STEPS + 1))
        return float((min(sums) / (_FLOOR_STEPS * self.step)) ** 0.5) / 32768


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
