"""The tree of errors: data, a remedy, an exit code.

    OpedAudioError               1
    ├── SettingsError            2   oped.toml, environment or options
    ├── LexiconError             2   lexicon.toml and other lexicons
    ├── InputError               3   the article
    │   ├── InputMissingError
    │   ├── NoArticlesError
    │   ├── NotTextError
    │   ├── EmptyInputError
    │   ├── TooLargeError
    │   ├── SameNameError
    │   ├── NoBooksError
    │   ├── NotBuiltError
    │   └── NoSourceError
    ├── VoiceError               4   engines and voices
    │   ├── UnknownEngineError
    │   ├── UnknownVoiceError
    │   ├── NoVoiceForLanguageError
    │   ├── VoiceNotInstalledError
    │   ├── UninstallableError
    │   ├── AmbiguousVoiceError
    │   ├── DownloadError
    │   ├── EngineUnavailableError
    │   ├── UnsayableError
    │   ├── NoPhonemesError
    │   ├── NarrationError
    │   └── SpeakersDiedError
    ├── RecogniserUnavailableError 4 the listening check
    ├── CheckerUnavailableError  4   checkers of others
    ├── ExtraMissingError        4   what an extra brings
    ├── ListeningError           5   the proofing page's port
    ├── OutputError              5   output and cache folders
    ├── EncodingError            6   ffmpeg
    ├── ClusterError             7   a cluster and its workers
    └── InternalError            1   a bug of ours

Every error is made from its data, prints as one line, and survives pickling, because errors cross
from worker processes.
"""

import errno
import re
from dataclasses import dataclass, fields
from typing import Any, ClassVar

_LONGEST = 1000
"""Characters of a place, a problem or a remedy; the longest paths have more."""
_OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, those that turn the direction of writing, and bytes that are no text."""


@dataclass(eq=False)
class OpedAudioError(Exception):
    """Anything that goes wrong in a way that a user can act on."""

    exit_code: ClassVar[int] = 1

    @property
    def place(self) -> str:
        """The file, line, option or folder concerned; empty where there is none."""
        return ""

    @property
    def problem(self) -> str:
        """What is wrong."""
        return "something went wrong"

    @property
    def remedy(self) -> str:
        """What to do about it."""
        return ""

    def __str__(self) -> str:
        place, problem, remedy = map(_cut, (self.place, self.problem, self.remedy))
        where = f"{place}: " if place else ""
        then = f"; {remedy}" if remedy else ""
        return _harmless(" ".join(f"{where}{problem}{then}".split()))

    def as_dict(self) -> dict[str, str | int]:
        """For ``--json``."""
        return {
            "error": type(self).__name__,
            "place": self.place,
            "problem": self.problem,
            "remedy": self.remedy,
            "exit_code": self.exit_code,
        }

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), tuple(getattr(self, field.name) for field in fields(self))


def _cut(text: str) -> str:
    """Without its middle if it is more than anyone reads; what was put in may be of any length."""
    half = _LONGEST // 2
    return text if len(text) <= _LONGEST else f"{text[:half]}…{text[-half:]}"


def _harmless(text: str) -> str:
    """The text without what a terminal would obey; names of files may hold anything."""
    return _OBEYED.sub(lambda found: ascii(found[0])[1:-1], text)


@dataclass(eq=False)
class SettingsError(OpedAudioError):
    """A setting that is unknown or has an impossible value."""

    origin: str
    """The file or option that gave it."""
    key: str
    reason: str
    advice: str = ""

    exit_code: ClassVar[int] = 2

    @property
    def place(self) -> str:
        return self.origin

    @property
    def problem(self) -> str:
        return f"{self.key}: {self.reason}" if self.key else self.reason

    @property
    def remedy(self) -> str:
        return self.advice


@dataclass(eq=False)
class LexiconError(OpedAudioError):
    """A lexicon, or a word in it, that cannot be used."""

    path: str
    word: str
    """Empty where it is about the whole file."""
    reason: str
    advice: str

    exit_code: ClassVar[int] = 2

    @property
    def place(self) -> str:
        return self.path

    @property
    def problem(self) -> str:
        return f"{self.word}: {self.reason}" if self.word else self.reason

    @property
    def remedy(self) -> str:
        return self.advice


@dataclass(eq=False)
class InputError(OpedAudioError):
    """An input that cannot become a book."""

    path: str

    exit_code: ClassVar[int] = 3

    @property
    def place(self) -> str:
        return self.path


@dataclass(eq=False)
class InputMissingError(InputError):
    """No such file, or not readable."""

    reason: str

    @property
    def problem(self) -> str:
        return f"cannot be read ({self.reason})"

    @property
    def remedy(self) -> str:
        return "check the name and that you may read it"


@dataclass(eq=False)
class NoArticlesError(InputError):
    """A folder without an article in it."""

    suffixes: tuple[str, ...]

    @property
    def problem(self) -> str:
        return "holds no article"

    @property
    def remedy(self) -> str:
        return f"put articles into it, as files that end in {' or '.join(self.suffixes)}"


@dataclass(eq=False)
class NotTextError(InputError):
    """A file that is not plain text."""

    reason: str
    """Such as ``NUL byte at offset 12``."""

    @property
    def problem(self) -> str:
        return f"is not plain text ({self.reason})"

    @property
    def remedy(self) -> str:
        return "save the article as plain text in UTF-8"


@dataclass(eq=False)
class EmptyInputError(InputError):
    """A file without a paragraph to narrate."""

    reason: str

    @property
    def problem(self) -> str:
        return f"has nothing to narrate ({self.reason})"

    @property
    def remedy(self) -> str:
        return "put the article's paragraphs into it, separated by blank lines"


@dataclass(eq=False)
class TooLargeError(InputError):
    """More text than an article or book can have."""

    size: int
    limit: int
    unit: str
    """Such as ``bytes``."""

    @property
    def problem(self) -> str:
        return f"is too large: {self.size:,} {self.unit}, the limit is {self.limit:,}"

    @property
    def remedy(self) -> str:
        return "put blank lines between its paragraphs, or split it into several files"


@dataclass(eq=False)
class UnreadableFileError(InputError):
    """A file that is damaged, unsafe, protected, or not of the kind its reader reads."""

    kind: str
    """What it was read as, such as ``a Word document``."""
    reason: str
    """Such as ``its ZIP directory is missing`` or ``entry ../../x leads out of it``."""
    advice: str
    """What the user can do."""

    @property
    def problem(self) -> str:
        return f"cannot be read as {self.kind} ({self.reason})"

    @property
    def remedy(self) -> str:
        return self.advice


@dataclass(eq=False)
class AddressError(InputError):
    """A web address that gave no article."""

    reason: str
    """Such as ``the server answers 404 Not Found``."""
    advice: str

    @property
    def problem(self) -> str:
        return f"cannot be fetched ({self.reason})"

    @property
    def remedy(self) -> str:
        return self.advice


@dataclass(eq=False)
class SameNameError(InputError):
    """Two inputs that would be written into one folder."""

    other: str
    slug: str

    @property
    def problem(self) -> str:
        return f"would overwrite the book of {self.other} (both are named {self.slug})"

    @property
    def remedy(self) -> str:
        return "rename one of them"


@dataclass(eq=False)
class NoBooksError(InputError):
    """A folder without a book in it."""

    @property
    def problem(self) -> str:
        return "holds no EPUB"

    @property
    def remedy(self) -> str:
        return "name an EPUB, or build one with `oped-audio build`"


@dataclass(eq=False)
class NotBuiltError(InputError):
    """A folder among those of built articles that is none of them."""

    @property
    def problem(self) -> str:
        return "holds no built article"

    @property
    def remedy(self) -> str:
        return "it is left out; build the article into it, or move it elsewhere"


@dataclass(eq=False)
class NoSourceError(InputError):
    """A book whose article is not here, so that nothing in it can be narrated anew."""

    reason: str

    @property
    def problem(self) -> str:
        return f"cannot be narrated anew ({self.reason})"

    @property
    def remedy(self) -> str:
        return "name the folder of its article with --articles, or build the book anew"


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


@dataclass(eq=False)
class RecogniserUnavailableError(OpedAudioError):
    """What listens to a narration is not installed, or damaged."""

    reason: str

    exit_code: ClassVar[int] = 4

    @property
    def place(self) -> str:
        return "listening check"

    @property
    def problem(self) -> str:
        return f"cannot be started ({self.reason})"

    @property
    def remedy(self) -> str:
        return 'run `pip install "oped-audio[listen]"`'


@dataclass(eq=False)
class CheckerUnavailableError(OpedAudioError):
    """A checker that was asked for is not installed, or lacks something."""

    exit_code: ClassVar[int] = 4

    checker: str
    reason: str
    advice: str

    @property
    def place(self) -> str:
        return self.checker

    @property
    def problem(self) -> str:
        return f"cannot check: {self.reason}"

    @property
    def remedy(self) -> str:
        return self.advice


@dataclass(eq=False)
class ExtraMissingError(OpedAudioError):
    """A command that needs packages which are not installed."""

    command: str
    """Such as ``serve``."""
    module: str
    extra: str

    exit_code: ClassVar[int] = 4

    @property
    def place(self) -> str:
        return self.command

    @property
    def problem(self) -> str:
        return f"needs {self.module}, which is not installed"

    @property
    def remedy(self) -> str:
        return f'run `pip install "oped-audio[{self.extra}]"`'


@dataclass(eq=False)
class ListeningError(OpedAudioError):
    """An address that the proofing page cannot be served at."""

    address: str
    reason: str

    exit_code: ClassVar[int] = 5

    @property
    def place(self) -> str:
        return self.address

    @property
    def problem(self) -> str:
        return f"cannot be listened at ({self.reason})"

    @property
    def remedy(self) -> str:
        return "choose another port with --port"


@dataclass(eq=False)
class OutputError(OpedAudioError):
    """A folder that cannot be written to."""

    path: str
    reason: str
    advice: str = "choose another folder or free some space"

    exit_code: ClassVar[int] = 5

    @property
    def place(self) -> str:
        return self.path

    @property
    def problem(self) -> str:
        return f"cannot be written ({self.reason})"

    @property
    def remedy(self) -> str:
        return self.advice


def reason_of(error: OSError) -> str:
    """What the operating system says, in a few words."""
    return "no space left" if error.errno == errno.ENOSPC else error.strerror or str(error)


@dataclass(eq=False)
class EncodingError(OpedAudioError):
    """ffmpeg did not encode a section."""

    track: str
    reason: str

    exit_code: ClassVar[int] = 6

    @property
    def place(self) -> str:
        return self.track

    @property
    def problem(self) -> str:
        return f"could not be encoded ({self.reason})"

    @property
    def remedy(self) -> str:
        return "run the build again; if it fails again, reinstall imageio-ffmpeg"


@dataclass(eq=False)
class ClusterError(OpedAudioError):
    """A cluster that cannot be used, or a worker in it that cannot narrate."""

    address: str
    """Of the scheduler or the worker."""
    reason: str
    advice: str

    exit_code: ClassVar[int] = 7

    @property
    def place(self) -> str:
        return f"cluster {self.address}"

    @property
    def problem(self) -> str:
        return self.reason

    @property
    def remedy(self) -> str:
        return self.advice


@dataclass(eq=False)
class InternalError(OpedAudioError):
    """Something that should not have happened."""

    source: str
    """The article that was being built."""
    reason: str

    @property
    def place(self) -> str:
        return self.source

    @property
    def problem(self) -> str:
        return f"met an error in oped-audio itself ({self.reason})"

    @property
    def remedy(self) -> str:
        return "please report it with the article"
