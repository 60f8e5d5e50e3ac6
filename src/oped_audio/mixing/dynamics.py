"""Clips of one voice -> how much energy stays when peaks are limited. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import floor

from oped_audio.mixing.decibels import amplitude

_STEP_MS = 30
"""About as long as the limiter holds a gain."""
_BIN_DB = 0.5
_LOWEST_DB = -100.0
_BINS = 201


@dataclass(frozen=True, slots=True)
class Dynamics:
    """The energy of a sound by how high its peaks are around it: all that a limiter looks at."""

    energies: tuple[float, ...]
    """Sums of squares, full scale being 1.0, of the steps whose peak falls into each bin."""

    @property
    def energy(self) -> float:
        """Of the whole sound, as it is."""
        return sum(self.energies)

    def energy_at(self, gain_db: float, ceiling_db: float) -> float:
        """Of the sound made louder by so much and limited to the ceiling."""
        highest = floor((ceiling_db - gain_db - _LOWEST_DB) / _BIN_DB)  # bin that is not limited
        free = min(max(highest + 1, 0), _BINS)
        limited = sum(
            energy * amplitude(ceiling_db - (_LOWEST_DB + _BIN_DB * index)) ** 2
            for index, energy in enumerate(self.energies[free:], free)
            if energy
        )
        return sum(self.energies[:free]) * amplitude(gain_db) ** 2 + limited


def dynamics(clips: Iterable[bytes], sample_rate: int) -> Dynamics:
    """Those of sounds in s16le."""
    import numpy as np

    totals = np.zeros(_BINS)
    step = max(1, sample_rate * _STEP_MS // 1000)
    for pcm in clips:
        samples = np.frombuffer(pcm, "<i2")
        steps = -(-samples.size // step)
        padded = np.zeros(steps * step, np.float32)
        np.divide(samples, np.float32(32768), out=padded[: samples.size])
        rows = padded.reshape(steps, step)
        peaks = np.maximum(rows.max(axis=1), -rows.min(axis=1))
        levels = 20 * np.log10(np.maximum(peaks, 1e-5))
        bins = np.rint((levels - _LOWEST_DB) / _BIN_DB).astype(int).clip(0, _BINS - 1)
        totals += np.bincount(bins, np.einsum("ij,ij->i", rows, rows), _BINS)
    return Dynamics(tuple(totals.tolist()))
