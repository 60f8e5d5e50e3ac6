"""Reading languages that are written without spaces, which espeak-ng reads badly or not at all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from oped_audio.model.language import primary
from oped_audio.voices.neural.unspaced import japanese, mandarin
from oped_audio.voices.timing import Sound


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads a language in espeak-ng's place."""

    language: str
    """Its English name."""
    extra: str
    """Of oped-audio, which brings its packages."""
    packages: tuple[str, ...]
    rest: str
    """espeak-ng's voice for what is written otherwise."""
    heard: Callable[[str, Sequence[Sound]], tuple[Sound, ...]]
    """The text, and espeak-ng's sounds of it -> its sounds. Raises ImportError."""


_READERS = {
    "zh": Reader("Chinese", "kokoro", mandarin.PACKAGES, "cmn", mandarin.heard),
    "ja": Reader("Japanese", "japanese", japanese.PACKAGES, "ja", japanese.heard),
}


def reader_of(language: str) -> Reader | None:
    """The reader of a language, a BCP 47 tag; None if espeak-ng reads it well."""
    return _READERS.get(primary(language))
