"""What each mastering preset asks of a section's sound. Data."""

from dataclasses import dataclass
from typing import Literal

from oped_audio.mixing.settings import Mastering


@dataclass(frozen=True, slots=True)
class Preset:
    """Levels and room tone."""

    name: Mastering
    measure: Literal["lufs", "rms"]
    """What ``level`` is: EBU R128 integrated loudness, or RMS of the whole section in dB."""
    level: float
    peak_db: float
    """True peak, dBTP, that a decoder may give at most."""
    tolerance: float
    """How far from ``level`` a section may be before it is mastered again."""
    lead_ms: int = 0
    """Room tone before a section."""
    tail_ms: tuple[int, int] = (0, 3_600_000)
    """Least and most room tone after it."""


_PRESETS: dict[Mastering, Preset] = {
    "podcast": Preset("podcast", "lufs", -16.0, -1.0, 0.4),
    "broadcast": Preset("broadcast", "lufs", -23.0, -1.0, 0.4),
    "audiobook": Preset("audiobook", "rms", -20.5, -3.0, 1.0, 750, (1500, 4000)),
}


def preset(name: Mastering) -> Preset | None:
    """The preset of this name; None for ``off``."""
    return _PRESETS.get(name)
