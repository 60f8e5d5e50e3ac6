"""What a user may choose about the audio files."""

from dataclasses import dataclass
from typing import Literal, get_args

AudioFormat = Literal["mp3", "opus", "m4a", "flac", "wav"]
BookFormat = Literal["m4b", "mp3-book"]
Mastering = Literal["podcast", "audiobook", "broadcast", "off"]

BOOK_FORMATS: tuple[BookFormat, ...] = get_args(BookFormat)

_MPEG_2_RATES = (32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
_MPEG_1_RATES = (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_MPEG_1_FROM_HZ = 32_000
_SAMPLE_RATES = (0, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000)


@dataclass(frozen=True, slots=True)
class AudioSettings:
    """How loud the sections are, and how they are encoded."""

    formats: tuple[AudioFormat, ...] = ("mp3",)
    """One file a section in each."""
    mastering: Mastering = "podcast"
    bitrate_kbps: int = 64
    """Of the MP3s, constant; one that layer III has at this sample rate."""
    opus_kbps: int = 32
    aac_kbps: int = 64
    """Of M4A and M4B."""
    sample_rate: int = 0
    """Hertz; 0 for that of the voice. Opus has its own."""
    channels: Literal[1, 2] = 1
    """Both of two carry the same."""

    def __post_init__(self) -> None:
        if not self.formats:
            raise ValueError("formats must name at least one")
        object.__setattr__(self, "formats", tuple(dict.fromkeys(self.formats)))  # each once
        if self.sample_rate not in _SAMPLE_RATES:
            raise ValueError(f"sample_rate must be one of {_listed(_SAMPLE_RATES)}")
        is_mpeg_1 = self.sample_rate >= _MPEG_1_FROM_HZ
        rates = _MPEG_1_RATES if is_mpeg_1 else _MPEG_2_RATES
        if self.bitrate_kbps not in rates:
            raise ValueError(f"bitrate_kbps must be one of {_listed(rates)}")
        if not 6 <= self.opus_kbps <= 256:
            raise ValueError("opus_kbps must be 6 to 256")
        if not 16 <= self.aac_kbps <= 256:
            raise ValueError("aac_kbps must be 16 to 256")


def _listed(numbers: tuple[int, ...]) -> str:
    return ", ".join(map(str, numbers))
