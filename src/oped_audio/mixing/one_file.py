"""The Tracks of an article -> one audio file with chapters: M4B, or MP3 with ID3 chapters.

The sections come from their FLACs, one after the other: no more than a block is held in memory.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

from oped_audio.content_store import ContentStore
from oped_audio.mixing.encoding import Encoder, Sound
from oped_audio.mixing.ffmetadata import Chapter
from oped_audio.mixing.ffmpeg import decode
from oped_audio.mixing.formats import BOOK_FORMATS
from oped_audio.mixing.keys import digest
from oped_audio.mixing.settings import BookFormat
from oped_audio.model.audio import BYTES_PER_SAMPLE, AudioFile, Track

_MOST_AT_ONCE = 1 << 16
"""Bytes of silence."""


@dataclass(frozen=True, slots=True)
class Binder:
    """Makes the one-file books of an article."""

    cache: Path
    encoder: Encoder
    on_damage: Callable[[str], None]
    """Told of each damaged entry of the cache."""

    def bind(
        self,
        name: BookFormat,
        tracks: Sequence[Track],
        titles: Sequence[str],
        tags: Mapping[str, str],
    ) -> AudioFile:
        """The book in this format, from the store or encoded now; each track must have a FLAC.

        ``titles`` are those of the chapters. Raises EncodingError, OutputError.
        """
        style = BOOK_FORMATS[name]
        rate = max(track.timeline.sample_rate for track in tracks)
        ends = _ends(tracks, rate)
        sections = [track.file("flac").path for track in tracks]
        chapters = tuple(
            Chapter(title, *span) for title, span in zip(titles, pairwise((0, *ends)), strict=True)
        )
        made_of = {
            "sections": [path.name for path in sections],
            "ends": ends,
            "titles": list(titles),
            "tags": dict(tags),
            "cover": self.encoder.cover.name,
            "encoder": self.encoder.fingerprint(style),
        }

        def make(target: Path) -> None:
            sound = Sound(name, _joined(sections, ends, rate, name), rate, chapters)
            self.encoder.encode(style, sound, target, tags)

        store = ContentStore(self.cache / "tracks", f".{style.extension}")
        path = store.obtain(digest(made_of), make, self.on_damage)
        return AudioFile(name, style.extension, style.media_type, path)


def _ends(tracks: Sequence[Track], sample_rate: int) -> tuple[int, ...]:
    """Where each track ends: samples from the begin of the book, the nearest, rounded once."""
    ends = []
    seconds = Fraction(0)
    for track in tracks:
        seconds += Fraction(track.timeline.length, track.timeline.sample_rate)
        ends.append(round(seconds * sample_rate))
    return tuple(ends)


def _joined(
    sections: Sequence[Path], ends: Sequence[int], sample_rate: int, name: str
) -> Iterator[bytes]:
    """The sound of the sections, each up to its end: to the sample, whatever a resampler rounds."""
    for path, (begin, end) in zip(sections, pairwise((0, *ends)), strict=True):
        missing = BYTES_PER_SAMPLE * (end - begin)
        for block in decode(path, sample_rate, name):
            yield block[:missing]
            missing -= len(block[:missing])
        while missing:
            silence = bytes(min(missing, _MOST_AT_ONCE))
            yield silence
            missing -= len(silence)
