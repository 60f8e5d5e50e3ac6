"""PCM -> a file in one of the formats, with tags, chapters and a cover, by ffmpeg."""

import errno
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from oped_audio.content_store import unusable
from oped_audio.errors import EncodingError
from oped_audio.mixing.ffmetadata import Chapter, ffmetadata, picture_tag
from oped_audio.mixing.ffmpeg import feed, pcm_input, version
from oped_audio.mixing.formats import Format
from oped_audio.mixing.loudness import METER
from oped_audio.mixing.settings import AudioSettings
from oped_audio.mixing.wav_tags import add_tags
from oped_audio.model.audio import BYTES_PER_SAMPLE

_VERSION = 1
"""Of what is done here besides what ffmpeg is told."""
_LOST_S = 0.1
"""Of sound, that a format may round away."""
_REPEATABLE = ("-fflags", "+bitexact", "-flags:a", "+bitexact", "-threads", "1")
"""No dates, no random serial numbers."""
_BOTH = "pan=stereo|c0=c0|c1=c0"
"""One channel twice; ffmpeg by itself would make each quieter."""
_COVER = (
    *("-c:v", "copy", "-disposition:v", "attached_pic"),
    *("-metadata:s:v", "title=Cover", "-metadata:s:v", "comment=Cover (front)"),
)


@dataclass(frozen=True, slots=True)
class Sound:
    """What is to be encoded: s16le mono."""

    name: str
    """What it is called in errors."""
    pcm: Path | Iterable[bytes]
    """A file, or blocks."""
    sample_rate: int
    chapters: Sequence[Chapter] = ()


@dataclass(frozen=True, slots=True)
class Encoder:
    """Encodes for one article."""

    settings: AudioSettings
    cover: Path
    """A JPEG that every file carries."""

    def fingerprint(self, style: Format) -> str:
        """Whatever can change the bytes of a file, but for its sound, its tags and its cover."""
        told = (*self._arguments(style), *_REPEATABLE, *_COVER)
        return " ".join((str(_VERSION), version(), style.extension, *told, repr(style.tags)))

    def encode(self, style: Format, sound: Sound, target: Path, tags: Mapping[str, str]) -> str:
        """Write a file of this format; give what ffmpeg's meter reports of the sound.

        Raises EncodingError, also if the file is shorter than the sound; OutputError if the disk
        is full.
        """
        told = {**tags, **dict(style.tags)}
        if style.picture == "tag":
            told |= _picture(self.cover)
        given, blocks = _given(sound)
        metadata = target.with_name(f"{target.name}.ffmetadata.part")
        inputs = [*pcm_input(sound.sample_rate, given), "-i", str(metadata)]
        outputs = ["-map", "0:a", "-map_metadata", "1", "-map_chapters", "1"]
        if style.picture == "stream":
            inputs += ["-i", str(self.cover)]
            outputs += ["-map", "2:v", *_COVER]
        language = ("-metadata:s:a", f"language={tags.get('language', 'und')}")
        outputs += [*language, *self._arguments(style), *_REPEATABLE, str(target)]
        try:
            metadata.write_text(ffmetadata(told, sound.chapters, sound.sample_rate), "utf-8")
            arguments = ("-y", *inputs, *outputs)
            read_s = _seconds(given.stat().st_size if given else 0, sound)
            fed = feed(arguments, blocks, sound.name, read_s)
        except EncodingError as error:
            if error.reason == os.strerror(errno.ENOSPC):
                full = OSError(errno.ENOSPC, error.reason)
                raise unusable(target, full) from error
            raise
        finally:
            metadata.unlink(missing_ok=True)
        _check_length(style, target, read_s + _seconds(fed.size, sound), sound.name)
        if style.picture == "chunk":
            add_tags(target, tags, self.cover.read_bytes())
        return fed.report

    def _arguments(self, style: Format) -> tuple[str, ...]:
        settings = self.settings
        filters = [METER]
        if settings.channels == 2:
            filters.append(_BOTH)
        if style.scale:
            filters.append(f"volume={1 / style.scale(settings):.6f}:precision=float")
        rate = settings.sample_rate
        resampled = ("-ar", str(rate)) if rate and style.extension != "opus" else ()
        sound = ("-af", ",".join(filters), *resampled)
        return (*sound, *style.codec(settings), *style.container)


def _given(sound: Sound) -> tuple[Path | None, Iterable[bytes]]:
    """The file that ffmpeg reads, or the blocks that it is fed."""
    return (sound.pcm, ()) if isinstance(sound.pcm, Path) else (None, sound.pcm)


def _seconds(size: int, sound: Sound) -> float:
    return size / BYTES_PER_SAMPLE / sound.sample_rate


def _check_length(style: Format, path: Path, seconds: float, name: str) -> None:
    """What ffmpeg has written must be all of it, whatever status it ended with."""
    from mutagen import MutagenError

    parser = import_module(f"mutagen.{style.parser}")
    try:
        found = float(parser.Open(path).info.length)
    except (MutagenError, AttributeError):  # AttributeError: it is no sound at all
        found = 0.0
    if found < seconds - _LOST_S:
        raise EncodingError(name, f"ffmpeg wrote {found:.1f} of {seconds:.1f} s")


def _picture(path: Path) -> dict[str, str]:
    from PIL import Image

    with Image.open(path) as image:
        return picture_tag(path.read_bytes(), *image.size)
