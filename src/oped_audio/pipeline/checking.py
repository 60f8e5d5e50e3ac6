"""Finished books in, findings out: they are audited, by others too, and listened to."""

import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from oped_audio.checking.ace import Ace
from oped_audio.checking.audit import audit
from oped_audio.checking.book import Book
from oped_audio.checking.container import Container
from oped_audio.checking.epubcheck import HOW_TO_GET_IT, EpubCheck
from oped_audio.checking.judging import NATURAL, ROBOTIC, Tolerance
from oped_audio.checking.listening import Listener, listen
from oped_audio.checking.page import Outcome, page
from oped_audio.checking.passages import parts
from oped_audio.checking.recognition import Recogniser
from oped_audio.checking.rules.rule import Limits
from oped_audio.checking.weights import model_folder
from oped_audio.errors import InputMissingError, NoBooksError, UnreadableFileError
from oped_audio.model.finding import Finding
from oped_audio.model.lexicon import Lexicon
from oped_audio.model.listening import Listened, Mishap, Part, Word
from oped_audio.model.timecode import clock_value
from oped_audio.pipeline.wording import words_of
from oped_audio.reading.lexicon import lexicon_for
from oped_audio.settings import NO_OPTIONS, Settings, Values, load

_REMEDY = "listen there; `oped-audio check --retry` narrates such sentences anew"
_REMEDY_ELSEWHERE = "listen there; if it is so, record that sentence anew or mend the text"
_OURS = re.compile(r"\(synthetic voice, (?P<engine>[\w.-]+)\)$")
_ROBOTIC = frozenset(("pyttsx3", "espeak", "tone"))
_SAID = {
    "dropped": "words are missing in the narration",
    "repeated": "words are narrated twice",
    "added": "words are narrated that are not in the text",
    "garbled": "other words are heard than are written",
}


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of one book found."""

    book: Path
    title: str
    passages: int
    """That are narrated."""
    findings: tuple[Finding, ...]
    """In the order of the book."""
    listened: tuple[Listened, ...] = ()
    """What was heard, if that was asked for."""
    checkers: tuple[str, ...] = ("oped-audio",)
    """Who looked."""

    @property
    def words(self) -> int:
        """That are to be said in what was listened to."""
        return sum(part.words for part in self.listened)

    @property
    def error_rate(self) -> float:
        """Word error rate of all that was listened to."""
        return sum(part.errors for part in self.listened) / self.words if self.words else 0.0

    @property
    def mishaps(self) -> tuple[Mishap, ...]:
        """Where narration and text disagree."""
        return tuple(mishap for part in self.listened for mishap in part.mishaps)

    @property
    def has_errors(self) -> bool:
        """Whether something is found that has to be mended."""
        return any(finding.severity == "error" for finding in self.findings)


def books(given: Sequence[Path]) -> Iterator[Path]:
    """The EPUBs: those named, those in the folders named and those in the folders in them.

    Raises NoBooksError, InputMissingError.
    """
    for path in given:
        found = [path]
        if path.is_dir():
            found = sorted(path.glob("*.epub")) or sorted(path.glob("*/*.epub"))
        elif not path.exists():
            raise InputMissingError(str(path), "no such file")
        if not found:
            raise NoBooksError(str(path))
        yield from found


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is checked beside the audit, and what it takes for long."""

    listening: bool = False
    epubcheck: bool = False
    """Where it is installed."""
    ace: bool = False
    longest_silence_s: float = 5.0


def check(
    given: Sequence[Path],
    options: Values = NO_OPTIONS,
    wanted: Wanted = Wanted(),
    tell: Callable[[Listened], None] = lambda _: None,
) -> Iterator[Checked]:
    """Check books, one after the other; ``tell`` hears of each part that was listened to.

    A book that cannot be read does not keep the others from being checked.

    Raises NoBooksError, InputMissingError, SettingsError, LexiconError,
    RecogniserUnavailableError, CheckerUnavailableError, OutputError.
    """
    settings = load(None, "", options).settings
    found = list(books(given))
    jobs = settings.build.cores
    ace = Ace.find((Path(), Path.home())) if wanted.ace else None
    epubcheck = EpubCheck.find() if wanted.epubcheck else None
    others = {name: one for name, one in (("EPUBCheck", epubcheck), ("Ace", ace)) if one}
    checker = Checker.ready(settings) if wanted.listening else None
    limits = Limits(wanted.longest_silence_s)
    for path in found:
        try:
            looked = look(path, limits, jobs)
            more = [finding for other in others.values() for finding in other.check(path)]
            told, heard = checker.listen(path, tell) if checker else ([], ())
        except UnreadableFileError as error:
            yield _unreadable(path, error)
            continue
        findings = (*looked.findings, *more, *told)
        checkers = (*looked.checkers, *others)
        yield replace(looked, findings=findings, checkers=checkers, listened=heard)


def missing_checkers(wanted: Wanted) -> Iterator[str]:
    """Of those that are asked for and may be missing, how to get them."""
    if wanted.epubcheck and EpubCheck.find() is None:
        yield HOW_TO_GET_IT


def check_page(found: Sequence[Checked]) -> str:
    """All that was found, as a page of HTML."""
    return page([Outcome(str(one.book), one.title, one.findings, one.checkers) for one in found])


def look(path: Path, limits: Limits = Limits(), jobs: int = 1) -> Checked:  # noqa: B008 - frozen
    """Audit a book. Raises InputMissingError, UnreadableFileError, OutputError."""
    with Container.open(path) as container:
        book = Book(container)
        passages = sum(len(part.passages) for part in parts(book))
        return Checked(path, book.title, passages, tuple(audit(book, path, limits, jobs)))


@dataclass(frozen=True, slots=True)
class Checker:
    """What is made ready once for all books."""

    recogniser: Recogniser
    lexicon: Lexicon
    jobs: int

    @classmethod
    def ready(cls, settings: Settings) -> "Checker":
        """Load the recogniser. Raises RecogniserUnavailableError, LexiconError, OutputError."""
        jobs = settings.build.cores
        recogniser = Recogniser(model_folder(settings.cache.path), jobs)
        return cls(recogniser, lexicon_for(settings.lexicon, None), jobs)

    def listener(self, tolerance: Tolerance) -> Listener:
        """Who listens to a voice that is understood so well."""
        return Listener(self.recogniser, partial(_words, self.lexicon), tolerance)

    def listen(
        self, path: Path, tell: Callable[[Listened], None]
    ) -> tuple[list[Finding], tuple[Listened, ...]]:
        """Listen to the narration of a book."""
        findings: list[Finding] = []
        with Container.open(path) as container:
            book = Book(container)
            narrators = book.values("media:narrator")
            listener = self.listener(tolerance_for(narrators))
            remedy = _REMEDY if any(map(_OURS.search, narrators)) else _REMEDY_ELSEWHERE
            heard = []
            for part in parts(book):
                if not self.recogniser.knows(part.language):
                    findings.append(_not_understood(part, path))
                    continue
                heard.append(self._listen(container, part, path, listener))
                tell(heard[-1])
                findings += [_finding(mishap, path, remedy) for mishap in heard[-1].mishaps]
            return findings, tuple(heard)

    def _listen(self, container: Container, part: Part, path: Path, listener: Listener) -> Listened:
        with (
            tempfile.TemporaryDirectory() as folder,
            ThreadPoolExecutor(self.jobs) as executor,
        ):
            audio = Path(folder, "audio")
            with audio.open("wb") as file:
                file.writelines(container.pieces(part.audio))
            return listen(listener, part, audio, str(path), executor, self.jobs)


def tolerance_for(narrators: Sequence[str]) -> Tolerance:
    """As strict as what recognisers understand of the voice allows."""
    engines = {found["engine"] for name in narrators if (found := _OURS.search(name))}
    return ROBOTIC if engines & _ROBOTIC else NATURAL


def _words(lexicon: Lexicon, text: str, language: str) -> tuple[Word, ...]:
    return words_of(lexicon, text, language)


def _finding(mishap: Mishap, path: Path, remedy: str) -> Finding:
    where = f"{mishap.audio} {clock_value(mishap.passage.begin_ms)} ({mishap.passage.id})"
    heard = f"“{mishap.heard}”" if mishap.heard else "nothing"
    return Finding(
        rule=f"narration-{mishap.kind}",
        severity=mishap.severity,
        place=where,
        message=f"{_SAID[mishap.kind]}: “{mishap.passage.text}” is heard as {heard}",
        remedy=remedy,
        source=str(path),
    )


def _unreadable(path: Path, error: UnreadableFileError) -> Checked:
    finding = Finding(
        "book-unreadable",
        "error",
        path.name,
        error.problem,
        error.remedy,
        str(path),
        "EPUB 3.3, 4.2",
    )
    return Checked(path, path.stem, 0, (finding,))


def _not_understood(part: Part, path: Path) -> Finding:
    return Finding(
        rule="language-not-understood",
        severity="info",
        place=part.document,
        message=f"was not listened to: the recogniser does not know {part.language!r}",
        remedy="have someone listen to it who does",
        source=str(path),
    )
