"""What a rule is, and what it is shown."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from oped_audio.checking.book import Book
from oped_audio.checking.cues import CaptionFile
from oped_audio.checking.levels import Sound
from oped_audio.checking.rules.contents import Contents
from oped_audio.model.finding import Severity


@dataclass(frozen=True, slots=True)
class Limits:
    """What is a matter of taste, or of the platform."""

    longest_silence_s: float = 5.0


@dataclass(frozen=True)
class Evidence:
    """All that is known of a book."""

    book: Book
    sounds: Mapping[str, Sound]
    """By the name of the audio file, those that overlays play."""
    captions: tuple[CaptionFile, ...] = ()
    """Beside the book."""
    limits: Limits = field(default_factory=Limits)

    @cached_property
    def contents(self) -> Contents:
        """What metadata may truly say of the book."""
        return Contents(self.book)


@dataclass(frozen=True, slots=True)
class Amiss:
    """One place at which a rule is broken."""

    place: str
    """File and line, or file and time."""
    message: str


Look = Callable[[Evidence], Iterator[Amiss]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that a book has to keep."""

    id: str
    severity: Severity
    standard: str
    """Who asks for it, such as ``EPUB 3.3, 9.2.2.8``."""
    remedy: str
    about: str
    """What it asks for, in a sentence."""
    look: Look


def rule(name: str, severity: Severity, standard: str, remedy: str) -> Callable[[Look], Rule]:
    """Make a rule of a function, whose docstring says what it asks for."""

    def made(look: Look) -> Rule:
        return Rule(name, severity, standard, remedy, (look.__doc__ or "").strip(), look)

    return made


def short(words: str) -> str:
    """A quotation that leaves room for the rest of the line."""
    return f"“{words}”" if len(words) <= _LONGEST else f"“{words[:_LONGEST].rstrip()}…”"


_LONGEST = 60
