"""What is wrong with what an editor gives: settings, lexicons, articles and books."""

from dataclasses import dataclass
from typing import ClassVar

from oped_audio.errors.base import OpedAudioError


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
class RecordingError(InputError):
    """A file to be heard, in place of an article."""

    kind: str
    """Such as ``an MP3 sound file``."""

    @property
    def problem(self) -> str:
        return f"is no article (it is {self.kind})"

    @property
    def remedy(self) -> str:
        return "give the text alone: oped-audio speaks it and does not take recordings of it"


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
        if self.unit == "bytes":
            return "leave out what is not text, such as sound and pictures, or split the file"
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
