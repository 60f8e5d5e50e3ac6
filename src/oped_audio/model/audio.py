"""What was spoken: Voice, VoiceSpec, Clip with its Marks, Timeline, Track.

PCM is signed 16-bit little-endian mono; every time is a whole number of samples.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Literal

BYTES_PER_SAMPLE = 2

Gender = Literal["female", "male", "neutral"]
Quality = Literal["test", "robotic", "good", "natural"]
"""How like a person a voice sounds; ``test`` is for beeps. docs/voices.md says how it is judged."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice that an engine offers."""

    engine: str
    id: str
    """What ``--voice`` takes."""
    name: str
    languages: tuple[str, ...]
    """BCP 47 tags, the first the best."""
    gender: Gender | None = None
    quality: Quality = "robotic"
    speed: float | None = None
    """Seconds of speech that one processor core makes in a second; None where nobody measured."""
    licence: str = ""
    """SPDX identifier of the licence of what the voice was made from; empty if it is not known."""
    installed: bool = True
    """Whether it can speak now; else ``oped-audio voices install`` brings it."""


@dataclass(frozen=True, slots=True)
class Offer:
    """The voices of an engine, or why they cannot be used."""

    engine: str
    voices: tuple[Voice, ...]
    problem: str = ""
    """What keeps the engine from speaking at all; empty where nothing does."""
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class VoiceSpec:
    """Which voice speaks, and how."""

    engine: str
    voice: str
    """A Voice's id."""
    rate_wpm: int
    """Words a minute."""
    volume: float
    """0.0 to 1.0."""
    pitch: int
    """0 to 100, 50 being the voice's own."""
    take: int = 0
    """0 for the first; each other number is the same sentence said a little differently."""


class MarksFrom(StrEnum):
    """How exact the marks of a clip are."""

    ENGINE = "engine"
    ALIGNED = "aligned"
    ESTIMATED = "estimated"


def least_exact(marks_from: Iterable[MarksFrom]) -> MarksFrom:
    """The one that can be said of all; there must be one."""
    return max(marks_from, key=list(MarksFrom).index)


@dataclass(frozen=True, slots=True)
class Mark:
    """When a token is heard."""

    token: int
    """Index among the spoken tokens of the utterance: those with a non-empty ``spoken``."""
    begin: int
    """Samples from the start of the clip."""
    end: int


@dataclass(frozen=True, slots=True)
class Clip:
    """One utterance as sound. It knows nothing of the utterance's place in the article."""

    pcm: bytes
    sample_rate: int
    """Hertz."""
    marks: tuple[Mark, ...]
    """One a spoken token, ascending, without overlap, inside the clip."""
    marks_from: MarksFrom

    @property
    def length(self) -> int:
        """Samples."""
        return len(self.pcm) // BYTES_PER_SAMPLE


@dataclass(frozen=True, slots=True)
class TimedWord:
    """A token's place in a track."""

    token: int
    """Index among all tokens of the utterance."""
    begin: int
    """Samples from the start of the track."""
    end: int


@dataclass(frozen=True, slots=True)
class TimedUtterance:
    """An utterance's place in a track."""

    utterance: str
    """Utterance id."""
    begin: int
    """Samples from the start of the track."""
    speech_end: int
    """Where its clip ends and its pause begins."""
    end: int
    """Where the next utterance begins, or the track ends: ends meet begins without a hole."""
    words: tuple[TimedWord, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """When each utterance of a section is heard."""

    sample_rate: int
    """Hertz."""
    entries: tuple[TimedUtterance, ...]

    @property
    def length(self) -> int:
        """Samples."""
        return self.entries[-1].end if self.entries else 0

    @property
    def seconds(self) -> float:
        """The length in seconds, for people; writers count samples."""
        return self.length / self.sample_rate


@dataclass(frozen=True, slots=True)
class Levels:
    """How loud a section is, as mastered; None for what cannot be said of silence."""

    integrated_lufs: float | None
    """EBU R128 integrated loudness."""
    range_lu: float | None
    """Loudness range (EBU Tech 3342)."""
    true_peak_dbtp: float | None
    rms_db: float | None
    """Of the whole section, relative to full scale, as ACX measures it."""
    noise_floor_db: float | None
    """RMS of its quietest half second."""


@dataclass(frozen=True, slots=True)
class SoundProfile:
    """What is to be seen of a section's sound."""

    levels: Levels
    step_ms: int
    """Between the points of the curves."""
    peaks: Sequence[int]
    """The largest of the samples of each step, 0 to 32,767; hours of sound have many."""
    loudness_lufs: tuple[float | None, ...]
    """Short-term loudness (3 s) at each step; None where there is silence."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a mastering preset holds each section to; None for what it leaves open."""

    preset: str
    integrated_lufs: tuple[float, float] | None = None
    """The lowest and the highest."""
    true_peak_dbtp: float | None = None
    """The highest."""
    rms_db: tuple[float, float] | None = None
    """The lowest and the highest."""
    noise_floor_db: float | None = None
    """The highest."""


@dataclass(frozen=True, slots=True)
class AudioFile:
    """One section's sound, encoded."""

    format: str
    """``mp3``"""
    extension: str
    """``mp3``"""
    media_type: str
    """``audio/mpeg``"""
    path: Path
    """Where it lies until it is shipped."""
    encoder_delay: int = 0
    """Samples that a decoder plays before the first of the timeline; 0 where the container says
    how many to drop and decoders obey, as in all that are made today."""


@dataclass(frozen=True, slots=True)
class Track:
    """One section's audio and the times in it."""

    section: str
    """Section id."""
    name: str
    """File name without folder or extension, such as ``01-introduction``."""
    files: tuple[AudioFile, ...]
    """The same sound in each format; the first is the one that an EPUB carries."""
    timeline: Timeline
    profile: SoundProfile | None = None
    """Of the sound as mastered, before it was encoded; None where nobody measured."""

    def file(self, format_: str) -> AudioFile:
        """The file of this format. Raises StopIteration if it was not made."""
        return next(file for file in self.files if file.format == format_)

    @property
    def file_name(self) -> str:
        """That of the first file, with extension."""
        return f"{self.name}.{self.files[0].extension}"

    @property
    def media_type(self) -> str:
        """Of the first file."""
        return self.files[0].media_type

    @property
    def encoded(self) -> Path:
        """Where the first file lies."""
        return self.files[0].path

    @property
    def encoder_delay(self) -> int:
        """Of the first file, in samples."""
        return self.files[0].encoder_delay
