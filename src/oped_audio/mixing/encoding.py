"""PCM -> MP3, through pydub with the ffmpeg that comes in a wheel."""

import os
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from oped_audio.errors import EncodingError
from oped_audio.mixing.settings import AudioSettings
from oped_audio.model.audio import BYTES_PER_SAMPLE

EXTENSION = "mp3"
MEDIA_TYPE = "audio/mpeg"
DELAY = 0
"""Samples: none, because the Xing/LAME header tells decoders what to drop before the first."""

_PARAMETERS = (
    *("-ac", "1", "-write_xing", "1"),
    *("-compression_level", "7"),  # of LAME: half the time of the default, for speech no worse
    *("-map_metadata", "-1", "-c:v", "copy", "-disposition:v", "attached_pic"),
    *("-fflags", "+bitexact"),
    *("-threads", "1"),
)


@dataclass(frozen=True, slots=True)
class Encoder:
    """Encodes the sections of one article."""

    settings: AudioSettings
    cover: Path
    """A JPEG that every file carries."""
    scratch: Path
    """A folder for unfinished files."""

    @property
    def fingerprint(self) -> str:
        """Whatever can change the bytes of a track, but for its sound, its tags and its cover."""
        import imageio_ffmpeg

        version = imageio_ffmpeg.get_ffmpeg_version()
        return f"{version} {EXTENSION} {self.settings.bitrate_kbps}k {' '.join(_PARAMETERS)}"

    def encode(self, pcm: bytes, sample_rate: int, target: Path, tags: Mapping[str, str]) -> None:
        """Write an MP3 of constant bit rate with a Xing header, for seeking and exact times.

        Raises EncodingError.
        """
        pydub = _pydub(self.scratch)
        segment = pydub.AudioSegment(
            data=pcm, sample_width=BYTES_PER_SAMPLE, frame_rate=sample_rate, channels=1
        )
        try:
            with target.open("w+b") as file:
                segment.export(
                    file,
                    format=EXTENSION,
                    codec="libmp3lame",
                    bitrate=f"{self.settings.bitrate_kbps}k",
                    parameters=_PARAMETERS,
                    tags=dict(tags),
                    id3v2_version="3",
                    cover=str(self.cover),
                )
        except pydub.CouldntEncodeError as error:
            raise EncodingError(target.name, str(error).strip().splitlines()[-1]) from error


@cache
def _pydub(scratch: Path) -> Any:
    """Import pydub, with our ffmpeg, and with its temporary files where they are swept up."""
    import imageio_ffmpeg

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it looks for an ffmpeg of the system, and says so
        from pydub import audio_segment

    audio_segment.AudioSegment.converter = imageio_ffmpeg.get_ffmpeg_exe()
    name = {"prefix": f".{os.getpid()}.", "suffix": ".part"}
    audio_segment.NamedTemporaryFile = partial(NamedTemporaryFile, dir=scratch, **name)
    return audio_segment
