"""PCM -> a file in one of the formats, with tags, chapters and a cover, by ffmpeg."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from oped_audio.mixing.ffmetadata import Chapter, ffmetadata, picture_tag
from oped_audio.mixing.ffmpeg import feed, pcm_input
from oped_audio.mixing.formats import Format
from oped_audio.mixing.loudness import METER
from oped_audio.mixing.settings import AudioSettings
from oped_audio.mixing.wav_tags import add_tags

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


@dataclass(frozen=True, slots=True)
class Encoder:
    """Encodes for one article."""

    settings: AudioSettings
    cover: Path
    """A JPEG that every file carries."""

    def fingerprint(self, style: Format) -> str:
        """Whatever can change the bytes of a file, but for its sound, its tags and its cover."""
        import imageio_ffmpeg

        version = imageio_ffmpeg.get_ffmpeg_version()
        told = (*self._arguments(style), *_REPEATABLE, *_COVER)
        return " ".join((str(_VERSION), version, style.extension, *told, repr(style.tags)))

    def encode(self, style: Format, sound: Sound, target: Path, tags: Mapping[str, str]) -> str:
        """Write a file of this format; give what ffmpeg's meter reports of the sound.

        Raises EncodingError.
        """
        told = {**tags, **dict(style.tags)}
        if style.picture == "tag":
            told |= _picture(self.cover)
        path, blocks = (sound.pcm, ()) if isinstance(sound.pcm, Path) else (None, sound.pcm)
        metadata = target.with_name(f"{target.name}.ffmetadata.part")
        inputs = [*pcm_input(sound.sample_rate, path), "-i", str(metadata)]
        outputs = ["-map", "0:a", "-map_metadata", "1", "-map_chapters", "1"]
        if style.picture == "stream":
            inputs += ["-i", str(self.cover)]
            outputs += ["-map", "2:v", *_COVER]
        language = ("-metadata:s:a", f"language={tags.get('language', 'und')}")
        outputs += [*language, *self._arguments(style), *_REPEATABLE, str(target)]
        try:
            metadata.write_text(ffmetadata(told, sound.chapters, sound.sample_rate), "utf-8")
            report = feed(("-y", *inputs, *outputs), blocks, sound.name)
        finally:
            metadata.unlink(missing_ok=True)
        if style.picture == "chunk":
            add_tags(target, tags, self.cover.read_bytes())
        return report

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


def _picture(path: Path) -> dict[str, str]:
    from PIL import Image

    with Image.open(path) as image:
        return picture_tag(path.read_bytes(), *image.size)
