"""The audio formats: what ffmpeg is told for each. Data, but for bit rates."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from oped_audio.mixing.settings import AudioFormat, AudioSettings, BookFormat

Arguments = Callable[[AudioSettings], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Format:
    """How sound is put into files of one kind."""

    extension: str
    """Of the file name, without a dot."""
    media_type: str
    codec: Arguments
    """Arguments of ffmpeg for the sound."""
    container: tuple[str, ...] = ()
    """And for the file."""
    picture: Literal["stream", "tag", "chunk"] = "stream"
    """How a cover gets into it: by ffmpeg, as a Vorbis comment, or in a chunk of ID3."""
    scale: Callable[[AudioSettings], float] | None = None
    """What the codec multiplies the sound by, unasked."""

    tags: tuple[tuple[str, str], ...] = ()
    """What is said of every file of this kind, by ffmpeg's names."""
    is_measured: bool = True
    """Whether its sound is, on its way; that of a whole book was, section by section."""


def _mp3(settings: AudioSettings) -> tuple[str, ...]:
    """Constant bit rate, with a Xing header, for seeking and exact times.

    LAME's level 7 takes half the time of the default, for speech no worse.
    """
    rate = f"{settings.bitrate_kbps}k"
    return ("-c:a", "libmp3lame", "-b:a", rate, "-compression_level", "7", "-write_xing", "1")


def lame_scale(settings: AudioSettings) -> float:
    """LAME leaves itself room below full scale at low bit rates; measured, version 3.100."""
    above = {192: 0.97, 224: 0.98}
    return above.get(settings.bitrate_kbps, 0.95 if settings.bitrate_kbps < 192 else 1.0)


def aac(settings: AudioSettings) -> tuple[str, ...]:
    """The fast coder is six times as fast, and ffmpeg's documentation prefers it at such rates."""
    return ("-c:a", "aac", "-aac_coder", "fast", "-b:a", f"{settings.aac_kbps}k")


def _opus(settings: AudioSettings) -> tuple[str, ...]:
    return ("-c:a", "libopus", "-b:a", f"{settings.opus_kbps}k")


def _flac(_: AudioSettings) -> tuple[str, ...]:
    return ("-c:a", "flac")


def _wav(_: AudioSettings) -> tuple[str, ...]:
    return ("-c:a", "pcm_s16le")


_M4B = ("-f", "ipod", "-brand", "M4B ", "-movflags", "+faststart")
_ID3 = ("-f", "mp3", "-id3v2_version", "3")

FORMATS: Mapping[AudioFormat, Format] = {
    "mp3": Format("mp3", "audio/mpeg", _mp3, _ID3, scale=lame_scale),
    "opus": Format("opus", "audio/ogg", _opus, ("-f", "opus"), picture="tag"),
    "m4a": Format("m4a", "audio/mp4", aac, ("-f", "ipod", "-movflags", "+faststart")),
    "flac": Format("flac", "audio/flac", _flac, ("-f", "flac")),
    "wav": Format("wav", "audio/wav", _wav, ("-f", "wav"), picture="chunk"),
}

BOOK_FORMATS: Mapping[BookFormat, Format] = {
    "m4b": Format("m4b", "audio/mp4", aac, _M4B, tags=(("media_type", "2"),), is_measured=False),
    "mp3-book": Format("mp3", "audio/mpeg", _mp3, _ID3, scale=lame_scale, is_measured=False),
}
"""Of a whole article, with chapters. ``media_type`` 2 is iTunes' for audiobooks."""

_CORE_MEDIA: tuple[AudioFormat, ...] = ("mp3", "m4a", "opus")
"""What an EPUB may carry (EPUB 3.3, 3.2), the most widely played first."""


def formats_to_make(
    chosen: Sequence[AudioFormat], needed: Sequence[AudioFormat] = ()
) -> tuple[AudioFormat, ...]:
    """The chosen ones, once each, behind one that an EPUB may carry: an MP3 if none of them is.

    And those that are needed to make something else.
    """
    carried = next((name for name in _CORE_MEDIA if name in chosen), _CORE_MEDIA[0])
    return tuple(dict.fromkeys((carried, *chosen, *needed)))
