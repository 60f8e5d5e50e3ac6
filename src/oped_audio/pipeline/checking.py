"""Finished books in, findings out: their overlays are read, and their narration is listened to."""

import os
import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from oped_audio.checking.container import Container
from oped_audio.checking.judging import NATURAL, ROBOTIC, Tolerance
from oped_audio.checking.listening import Listener, listen
from oped_audio.checking.overlay import parts
from oped_audio.checking.package import Package, read_package
from oped_audio.checking.recognition import Recogniser
from oped_audio.checking.weights import model_folder
from oped_audio.errors import NoBooksError
from oped_audio.model.finding import Finding
from oped_audio.model.lexicon import Lexicon
from oped_audio.model.listening import Listened, Mishap, Part, Word
from oped_audio.model.timecode import clock_value
from oped_audio.pipeline.articles import NO_OPTIONS
from oped_audio.pipeline.wording import words_of
from oped_audio.reading.lexicon import lexicon_for
from oped_audio.settings import Settings, Values, load

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

    Raises NoBooksError.
    """
    for path in given:
        found = [path]
        if path.is_dir():
            found = sorted(path.glob("*.epub")) or sorted(path.glob("*/*.epub"))
        if not found:
            raise NoBooksError(str(path))
        yield from found


def check(
    given: Sequence[Path],
    options: Values = NO_OPTIONS,
    *,
    listening: bool = False,
    tell: Callable[[Listened], None] = lambda _: None,
) -> Iterator[Checked]:
    """Check books, one after the other; ``tell`` hears of each part that was listened to.

    Raises NoBooksError, InputMissingError, UnreadableFileError, SettingsError, LexiconError,
    RecogniserUnavailableError, OutputError.
    """
    settings = load(None, "", options).settings
    found = list(books(given))
    checker = Checker.ready(settings) if listening else None
    for path in found:
        yield checker.check(path, tell) if checker else look(path)


def look(path: Path) -> Checked:
    """Check what needs no listening: that every par can be played with its text."""
    with Container.open(path) as container:
        package = read_package(container)
        told, findings = _read(container, package)
        passages = sum(len(part.passages) for part in told)
        return Checked(path, package.title, passages, tuple(findings))


@dataclass(frozen=True, slots=True)
class Checker:
    """What is made ready once for all books."""

    recogniser: Recogniser
    lexicon: Lexicon
    jobs: int

    @classmethod
    def ready(cls, settings: Settings) -> "Checker":
        """Load the recogniser. Raises RecogniserUnavailableError, LexiconError, OutputError."""
        jobs = settings.build.jobs or os.cpu_count() or 1
        recogniser = Recogniser(model_folder(settings.cache.path), jobs)
        return cls(recogniser, lexicon_for(settings.lexicon, None), jobs)

    def listener(self, tolerance: Tolerance) -> Listener:
        """Who listens to a voice that is understood so well."""
        return Listener(self.recogniser, partial(_words, self.lexicon), tolerance)

    def check(self, path: Path, tell: Callable[[Listened], None]) -> Checked:
        """Read the overlays of a book and listen to its narration."""
        with Container.open(path) as container:
            package = read_package(container)
            told, findings = _read(container, package)
            listener = self.listener(tolerance_for(package.narrators))
            heard = []
            for part in told:
                if not self.recogniser.knows(part.language):
                    findings.append(_not_understood(part, path))
                    continue
                heard.append(self._listen(container, part, path, listener))
                tell(heard[-1])
                findings += [_finding(mishap, path) for mishap in heard[-1].mishaps]
            passages = sum(len(part.passages) for part in told)
            return Checked(path, package.title, passages, tuple(findings), tuple(heard))

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


def _read(container: Container, package: Package) -> tuple[list[Part], list[Finding]]:
    told: list[Part] = []
    findings: list[Finding] = []
    for document, overlay in package.narrated:
        more, amiss = parts(container, document, overlay, package.language)
        findings += amiss
        told += [part for part in more if part.audio in container]
        findings += [_silent(part, container) for part in more if part.audio not in container]
    if not package.narrated:
        findings.append(_without_narration(container))
    return told, findings


def _finding(mishap: Mishap, path: Path) -> Finding:
    where = f"{mishap.audio} {clock_value(mishap.passage.begin_ms)} ({mishap.passage.id})"
    heard = f"“{mishap.heard}”" if mishap.heard else "nothing"
    return Finding(
        rule=f"narration-{mishap.kind}",
        severity=mishap.severity,
        place=where,
        message=f"{_SAID[mishap.kind]}: “{mishap.passage.text}” is heard as {heard}",
        remedy="listen there; `oped-audio check --retry` narrates such sentences anew",
        source=str(path),
    )


def _not_understood(part: Part, path: Path) -> Finding:
    return Finding(
        rule="language-not-understood",
        severity="info",
        place=part.document,
        message=f"was not listened to: the recogniser does not know {part.language!r}",
        remedy="have someone listen to it who does",
        source=str(path),
    )


def _silent(part: Part, container: Container) -> Finding:
    return Finding(
        rule="audio-missing",
        severity="error",
        place=part.audio,
        message=f"narrates {part.document} and is not in the book",
        remedy="build the book anew",
        source=container.name,
    )


def _without_narration(container: Container) -> Finding:
    return Finding(
        rule="no-narration",
        severity="error",
        place="package document",
        message="no document of the spine has an overlay",
        remedy="give it Media Overlays, or check a book that has them",
        source=container.name,
    )
