"""What a build tells of its progress, and what comes of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from oped_audio.errors import OpedAudioError
from oped_audio.model.finding import Finding


@dataclass(frozen=True, slots=True)
class BatchStarted:
    """A run begins with several articles."""

    articles: int


@dataclass(frozen=True, slots=True)
class ArticleStarted:
    """An article was read and cut into sentences."""

    source: str
    title: str
    sections: int


@dataclass(frozen=True, slots=True)
class SectionStarted:
    """A section is handed to the narrator."""

    source: str
    section: str
    """Section id."""
    label: str
    sentences: int


@dataclass(frozen=True, slots=True)
class SentencesNarrated:
    """So many more sentences of a section have their clips."""

    source: str
    section: str
    sentences: int


@dataclass(frozen=True, slots=True)
class SectionDone:
    """A section is encoded."""

    source: str
    section: str
    label: str
    seconds: float
    """Of audio."""


@dataclass(frozen=True, slots=True)
class Warned:
    """Something went wrong that the build mended by itself."""

    source: str
    message: str


@dataclass(frozen=True, slots=True)
class Found:
    """Something in the article that a person should mend."""

    source: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Book:
    """A finished book."""

    source: str
    folder: Path
    title: str
    sections: int
    sentences: int
    words: int
    audio_seconds: float
    new_clips: int
    """How many sentences were narrated now; the others' clips were in the cache."""
    files: tuple[str, ...]
    """Relative to the folder."""
    seconds: float
    """That the build took."""
    is_up_to_date: bool = False
    """Whether nothing had changed since it was built, and so nothing was done."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that did not become a book."""

    source: str
    error: OpedAudioError


Event = (
    BatchStarted
    | ArticleStarted
    | SectionStarted
    | SentencesNarrated
    | SectionDone
    | Warned
    | Found
    | Book
    | Failure
)
Listener = Callable[[Event], None]


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a build."""

    books: tuple[Book, ...]
    failures: tuple[Failure, ...]

    @property
    def exit_code(self) -> int:
        """0; or what all failures agree on; or 1."""
        codes = {failure.error.exit_code for failure in self.failures}
        if not codes:
            return 0
        return codes.pop() if len(codes) == 1 else 1
