"""What a user may choose about the audio files."""

from dataclasses import dataclass

_RATES = (32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)


@dataclass(frozen=True, slots=True)
class AudioSettings:
    """How the sections are encoded."""

    bitrate_kbps: int = 64
    """Of the MP3s, constant; one that MPEG-2 layer III has."""

    def __post_init__(self) -> None:
        if self.bitrate_kbps not in _RATES:
            raise ValueError(f"bitrate_kbps must be one of {', '.join(map(str, _RATES))}")
