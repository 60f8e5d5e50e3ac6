"""PCM -> a file in one of the formats, with tags, chapters and a cover, by ffmpeg."""

import errno
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from oped_audio.content_store import unusable
from oped_audio.errors import EncodingError
from oped_audio.mixing.ffmetadata import Chapter, ffmetadata, picture_tag
from oped_audio.mixing.ffmpeg import Fed, feed, pcm_source, version
from oped_audio.mixing.formats import Format
from oped_audio.mixing.loudness import METER
from oped_audio.mixing.settings import AudioSettings
from oped_audio.mixing.wav_tags import add_tags
from oped_audio.model.audio import BYTES_PER_SAMPLE

_VERSION = 1
"""Of what is done here besides what ffmpeg is told."""
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

    def seconds(self, size: int) -> float:
        """How long so many bytes of it are heard."""
        return size / BYTES_PER_SAMPLE / self.sample_rate


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
        told = (*self._filters(style), *self._arguments(style), *_REPEATABLE, *_COVER)
        return " ".join((str(_VERSION), version(), style.extension, *told, repr(style.tags)))

    def encode(self, style: Format, sound: Sound, target: Path, tags: Mapping[str, str]) -> str:
        """Write a file of this format; give what ffmpeg's meter reports of the sound.

        Raises EncodingError, also if the file is shorter than the sound; OutputError if the disk
        is full.
        """
        told = {**tags, **dict(style.tags)}
        pictures: tuple[str, ...] = ()
        if style.picture == "tag":
            told |= _picture(self.cover.drawn())
        elif style.picture == "stream":
            pictures = ("-i", str(self.cover.drawn().absolute()))
        metadata = ffmetadata(told, sound.chapters, sound.sample_rate).encode()
        outputs = ["-map", "[sound]", "-map_metadata", "0", "-map_chapters", "0"]
        if pictures:
            outputs += ["-map", "1:v", *_COVER]
        outputs += ["-metadata:s:a", f"language={tags.get('language', 'und')}"]
        outputs += [*self._arguments(style), *_REPEATABLE, str(target.absolute())]
        read = sound.pcm.stat().st_size if isinstance(sound.pcm, Path) else None
        try:
            with _given(sound, metadata, target) as (source, place, blocks):
                graph = f"{','.join((source, *self._filters(style)))}[sound]"
                inputs = ("-f", "ffmetadata", "-i", place, *pictures, "-filter_complex", graph)
                fed = feed(("-y", *inputs, *outputs), blocks, sound.name, sound.seconds(read or 0))
        except EncodingError as error:
            if error.reason == os.strerror(errno.ENOSPC):
                full = OSError(errno.ENOSPC, error.reason)
                raise unusable(target, full) from error
            raise
        _check_length(fed, target, sound.seconds(fed.size if read is None else read), sound.name)
        if style.picture == "chunk":
            add_tags(target, tags, self.cover.drawn().read_bytes())
        return fed.report

    def _filters(self, style: Format) -> Iterator[str]:
        if style.is_measured:
            yield METER
        if self.settings.channels == 2:
            yield _BOTH
        if style.scale:
            yield f"volume={1 / style.scale(self.settings):.6f}:precision=float"

    def _arguments(self, style: Format) -> tuple[str, ...]:
        rate = self.settings.sample_rate
        resampled = ("-ar", str(rate)) if rate and style.extension != "opus" else ()
        return (*resampled, *style.codec(self.settings), *style.container)


@contextmanager
def _given(
    sound: Sound, metadata: bytes, target: Path
) -> Iterator[tuple[str, str, Iterable[bytes]]]:
    """The filter that gives the sound, where the metadata lies, and what is fed: what lies in no
    file.

    Where neither does, the metadata is put into one.
    """
    if isinstance(sound.pcm, Path):
        yield pcm_source(sound.sample_rate, sound.pcm), "pipe:0", (metadata,)
        return
    place = target.with_name(f"{target.name}.ffmetadata.part")
    try:
        place.write_bytes(metadata)
        yield pcm_source(sound.sample_rate), str(place.absolute()), sound.pcm
    finally:
        place.unlink(missing_ok=True)


def _check_length(fed: Fed, path: Path, seconds: float, name: str) -> None:
    """What ffmpeg has written must be all of it, whatever status it ended with."""
    is_whole = path.stat().st_size > fed.size_made - 1024
    if fed.lacks(seconds) or not is_whole:
        made = fed.seconds_made if is_whole else 0.0
        raise EncodingError(name, f"ffmpeg wrote {made:.1f} of {seconds:.1f} s")


def _picture(path: Path) -> dict[str, str]:
    from PIL import Image

    with Image.open(path) as image:
        return picture_tag(path.read_bytes(), *image.size)
