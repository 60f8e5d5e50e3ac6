"""What is wrong with engines and voices."""

from dataclasses import dataclass
from typing import ClassVar

from oped_audio.errors.base import OpedAudioError


@dataclass(eq=False)
class VoiceError(OpedAudioError):
    """An engine or a voice that cannot be used."""

    engine: str

    exit_code: ClassVar[int] = 4

    @property
    def place(self) -> str:
        return f"engine {self.engine}"


@dataclass(eq=False)
class UnknownEngineError(VoiceError):
    """No engine of this name."""

    known: tuple[str, ...]

    @property
    def problem(self) -> str:
        return "there is no such engine"

    @property
    def remedy(self) -> str:
        return f"use one of {', '.join(self.known)}"


@dataclass(eq=False)
class UnknownVoiceError(VoiceError):
    """The engine has no voice of this name."""

    voice: str
    suggestions: tuple[str, ...]

    @property
    def problem(self) -> str:
        return f"there is no voice {self.voice!r}"

    @property
    def remedy(self) -> str:
        listing = "`oped-audio voices` lists them all"
        if not self.suggestions:
            return listing
        return f"did you mean {' or '.join(self.suggestions)}? {listing}"


@dataclass(eq=False)
class NoVoiceForLanguageError(VoiceError):
    """The engine has no voice that speaks the article's language."""

    language: str

    @property
    def problem(self) -> str:
        return f"there is no voice for the language {self.language!r}"

    @property
    def remedy(self) -> str:
        return "check --language, or choose a voice with --voice"


@dataclass(eq=False)
class VoiceNotInstalledError(VoiceError):
    """A voice whose weights are not here."""

    voice: str

    @property
    def problem(self) -> str:
        return f"the voice {self.voice} is not installed"

    @property
    def remedy(self) -> str:
        return f"run `oped-audio voices install {self.voice}`"


@dataclass(eq=False)
class UninstallableError(VoiceError):
    """A name that no voice has which could be installed; ``engine`` may be empty."""

    voice: str
    suggestions: tuple[str, ...]

    @property
    def place(self) -> str:
        return f"voice {self.voice}"

    @property
    def problem(self) -> str:
        if self.engine:
            return f"is of the engine {self.engine}, which has nothing to install"
        return "there is no such voice to install"

    @property
    def remedy(self) -> str:
        listing = "`oped-audio voices` lists them all"
        if not self.suggestions:
            return listing
        return f"did you mean {' or '.join(self.suggestions)}? {listing}"


@dataclass(eq=False)
class AmbiguousVoiceError(VoiceError):
    """A name that several voices have; ``engine`` is empty."""

    voice: str
    matches: tuple[str, ...]
    """As ``voices install`` takes them, such as ``kokoro/hf_alpha``."""

    @property
    def place(self) -> str:
        return f"voice {self.voice}"

    @property
    def problem(self) -> str:
        return "several voices have this name"

    @property
    def remedy(self) -> str:
        return f"name one of {', '.join(self.matches)}"


@dataclass(eq=False)
class DownloadError(VoiceError):
    """A file of a voice that could not be brought here."""

    address: str
    """Without a password."""
    reason: str
    advice: str

    @property
    def place(self) -> str:
        return self.address

    @property
    def problem(self) -> str:
        return f"cannot be downloaded ({self.reason})"

    @property
    def remedy(self) -> str:
        return self.advice


@dataclass(eq=False)
class FixedPitchError(VoiceError):
    """A voice whose pitch cannot be changed."""

    voice: str

    @property
    def place(self) -> str:
        return f"voice {self.voice} of {self.engine}"

    @property
    def problem(self) -> str:
        return "speaks at one pitch only"

    @property
    def remedy(self) -> str:
        return "leave the pitch at 50, or choose another voice"


@dataclass(eq=False)
class EngineUnavailableError(VoiceError):
    """The engine, or what it needs, is not installed."""

    reason: str
    advice: str

    @property
    def problem(self) -> str:
        return f"cannot be started ({self.reason})"

    @property
    def remedy(self) -> str:
        return self.advice


@dataclass(eq=False)
class NarrationError(VoiceError):
    """The engine failed on an utterance."""

    utterance: str
    reason: str

    @property
    def place(self) -> str:
        return f"engine {self.engine}, utterance {self.utterance}"

    @property
    def problem(self) -> str:
        return f"could not be narrated ({self.reason})"

    @property
    def remedy(self) -> str:
        return "reword the sentence or choose another voice"


@dataclass(eq=False)
class SpeakersDiedError(VoiceError):
    """The processes that speak were ended, again and again, by something outside them."""

    times: int

    @property
    def problem(self) -> str:
        return f"the process that speaks was ended {self.times} times"

    @property
    def remedy(self) -> str:
        return "free some memory or give --jobs 1, and run it again: what was narrated is kept"


@dataclass(eq=False)
class UnsayableError(VoiceError):
    """A pronunciation with a sound that the voice does not have."""

    voice: str
    written: str
    ipa: str
    sign: str

    @property
    def place(self) -> str:
        return f"voice {self.voice} of {self.engine}"

    @property
    def problem(self) -> str:
        return f"cannot say “{self.sign}” in /{self.ipa}/, the pronunciation of {self.written}"

    @property
    def remedy(self) -> str:
        return f"give {self.written} another sound, or a respelling, in lexicon.toml"


@dataclass(eq=False)
class NoPhonemesError(VoiceError):
    """An engine that does not tell how it pronounces."""

    @property
    def place(self) -> str:
        return f"engine {self.engine}"

    @property
    def problem(self) -> str:
        return "does not tell how it pronounces words"

    @property
    def remedy(self) -> str:
        return "use --engine pyttsx3, on Linux"
