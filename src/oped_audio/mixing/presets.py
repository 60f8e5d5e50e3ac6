"""What each mastering preset asks of a section's sound. Data."""

from dataclasses import dataclass
from math import log10
from typing import Literal

from oped_audio.mixing.settings import Mastering
from oped_audio.model.audio import Limits

_ACX_RMS_DB = (-23.0, -18.0)
_ACX_NOISE_FLOOR_DB = -60.0
_LOUDNESS_TOLERANCE_LU = 1.0
"""EBU R128, where exact normalisation is not practical."""
_STEREO_LU = 10 * log10(2)
"""How much louder EBU R128 finds two channels than one of them."""


@dataclass(frozen=True, slots=True)
class Preset:
    """Levels and room tone."""

    name: Mastering
    measure: Literal["lufs", "rms"]
    """What ``level`` is: EBU R128 integrated loudness, or RMS of the whole section in dB."""
    level: float
    """Of a file of one channel."""
    stereo_level: float
    """Of a file of two, which carry the same."""
    peak_db: float
    """True peak, dBTP, that a decoder may give at most."""
    tolerance: float
    """How far from ``level`` a section may be before it is mastered again."""
    lead_ms: int = 0
    """Room tone before a section."""
    tail_ms: tuple[int, int] = (0, 3_600_000)
    """Least and most room tone after it."""


_PRESETS: dict[Mastering, Preset] = {
    "podcast": Preset("podcast", "lufs", -19.0, -16.0, -1.0, 0.4),
    "broadcast": Preset("broadcast", "lufs", -23.0, -23.0, -1.0, 0.4),
    "audiobook": Preset("audiobook", "rms", -20.5, -20.5, -3.0, 1.0, 750, (1500, 4000)),
}


def preset(name: Mastering) -> Preset | None:
    """The preset of this name; None for ``off``."""
    return _PRESETS.get(name)


def level_of_channel(preset: Preset, channels: int) -> float:
    """What each channel of a file of one or two is to measure alone."""
    if channels == 1:
        return preset.level
    return preset.stereo_level - (_STEREO_LU if preset.measure == "lufs" else 0.0)


def limits(preset: Preset, channels: int) -> Limits:
    """What a section that is mastered so may measure, of one channel."""
    if preset.measure == "rms":
        return Limits(preset.name, None, preset.peak_db, _ACX_RMS_DB, _ACX_NOISE_FLOOR_DB)
    level = level_of_channel(preset, channels)
    span = (level - _LOUDNESS_TOLERANCE_LU, level + _LOUDNESS_TOLERANCE_LU)
    return Limits(preset.name, span, preset.peak_db)
