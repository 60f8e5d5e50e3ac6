"""What is heard in a narrated book: Part > Passage, and what a recogniser made of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the text that is narrated in one go: a sentence, in most books."""

    id: str
    """Fragment identifier of its first element in the document."""
    text: str
    """As the reader sees it."""
    begin_ms: int
    """In the audio file."""
    end_ms: int
    is_set_off: bool = False
    """Whether it is in a list, table, note, quotation or figure, before which more is often said
    than is written."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one audio file narrates of one document."""

    document: str
    """Its name in the container."""
    audio: str
    """Its name in the container."""
    language: str
    """BCP 47 tag."""
    passages: tuple[Passage, ...]
    """In the order in which they are narrated."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text as it is said, in lower case and without punctuation."""

    text: str
    begin: int
    """Characters from the start of the text to what it is said for."""
    end: int
    is_name: bool = False
    """Whether it is one that recognisers misspell."""


WordsOf = Callable[[str, str], tuple[Word, ...]]
"""The words that are said for a text in a language, a BCP 47 tag."""


MishapKind = Literal["dropped", "repeated", "added", "garbled"]


@dataclass(frozen=True, slots=True)
class Mishap:
    """A passage whose narration and text disagree."""

    kind: MishapKind
    """Of the largest difference in it."""
    severity: Literal["error", "warning"]
    passage: Passage
    document: str
    """Its name in the container."""
    audio: str
    """Its name in the container."""
    heard: str
    """What the recogniser made of the passage."""
    wrong: int
    """Words that are too few, too many, or others than are written."""


@dataclass(frozen=True, slots=True)
class Listened:
    """What was heard of one Part."""

    book: str
    """The file that it is in."""
    document: str
    audio: str
    seconds: float
    """Of narration."""
    words: int
    """That are to be said."""
    errors: int
    """Words that the recogniser put in, left out or put in place of others."""
    mishaps: tuple[Mishap, ...]

    @property
    def error_rate(self) -> float:
        """Word error rate, 0 where nothing is to be said."""
        return self.errors / self.words if self.words else 0.0
