"""PCM -> a file in one of the formats, with tags, chapters and a cover, by ffmpeg."""

import errno
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
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
class Cover:
    """A JPEG that every file carries."""

    name: str
    """Another for another picture."""
    drawn: Callable[[], Path]
    """Gives it, if need be when it is drawn."""


@dataclass(frozen=True, slots=True)
class Encoder:
    """Encodes for one article."""

    settings: AudioSettings
    cover: Cover

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
            told |= _picture(self.cover.drawn())
        metadata = ffmetadata(told, sound.chapters, sound.sample_rate).encode("utf-8")
        pictures: tuple[str, ...] = ()
        outputs = ["-map", "0:a", "-map_metadata", "1", "-map_chapters", "1"]
        if style.picture == "stream":
            pictures = ("-i", str(self.cover.drawn()))
            outputs += ["-map", "2:v", *_COVER]
        language = ("-metadata:s:a", f"language={tags.get('language', 'und')}")
        outputs += [*language, *self._arguments(style), *_REPEATABLE, str(target)]
        read = sound.pcm.stat().st_size if isinstance(sound.pcm, Path) else None
        try:
            with _inputs(sound, metadata, target) as (inputs, blocks):
                arguments = ("-y", *inputs, *pictures, *outputs)
                fed = feed(arguments, blocks, sound.name, _seconds(read or 0, sound))
        except EncodingError as error:
            if error.reason == os.strerror(errno.ENOSPC):
                full = OSError(errno.ENOSPC, error.reason)
                raise unusable(target, full) from error
            raise
        size = fed.size if read is None else read
        _check_length(style, target, _seconds(size, sound), sound.name)
        if style.picture == "chunk":
            add_tags(target, tags, self.cover.drawn().read_bytes())
        return fed.report

    def _arguments(self, style: Format) -> tuple[str, ...]:
        settings = self.settings
        filters = [METER] if style.is_measured else []
        if settings.channels == 2:
            filters.append(_BOTH)
        if style.scale:
            filters.append(f"volume={1 / style.scale(settings):.6f}:precision=float")
        rate = settings.sample_rate
        resampled = ("-ar", str(rate)) if rate and style.extension != "opus" else ()
        filtered = ("-af", ",".join(filters)) if filters else ()
        return (*filtered, *resampled, *style.codec(settings), *style.container)


@contextmanager
def _inputs(
    sound: Sound, metadata: bytes, target: Path
) -> Iterator[tuple[tuple[str, ...], Iterable[bytes]]]:
    """Arguments for the sound and its metadata, and what is fed: what lies in no file.

    Where neither does, the metadata is put into one.
    """
    if isinstance(sound.pcm, Path):
        read = pcm_input(sound.sample_rate, sound.pcm)
        yield (*read, "-f", "ffmetadata", "-i", "pipe:0"), (metadata,)
        return
    place = target.with_name(f"{target.name}.ffmetadata.part")
    try:
        place.write_bytes(metadata)
        yield (*pcm_input(sound.sample_rate), "-f", "ffmetadata", "-i", str(place)), sound.pcm
    finally:
        place.unlink(missing_ok=True)


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
