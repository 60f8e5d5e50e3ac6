"""An article as it is given -> its book, or that it is up to date; in one process, many times."""

import errno
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from oped_audio.errors import InternalError, MemoryShortError, NoArticlesError, OpedAudioError
from oped_audio.mixing.ffmpeg import look_for
from oped_audio.model.naming import slug
from oped_audio.model.progress import Book, Failure, Listener
from oped_audio.model.reading import Reading
from oped_audio.narration.settings import LOCAL
from oped_audio.narration.workers import Workers, close_engines, engine_of_process
from oped_audio.pipeline.articles import read_article, settings_of, setup_of
from oped_audio.pipeline.casting import Casting
from oped_audio.pipeline.freshness import Freshness, UpToDate, forget, remember
from oped_audio.reading import INPUT_SUFFIXES, open_source
from oped_audio.reading.source import Source
from oped_audio.settings import Settings, Values

_ARCHIVES = frozenset((".docx", ".docm", ".epub"))
_OF_AN_ARCHIVE = 20_000
"""Characters in an article of three thousand words."""

Claim = Callable[[str, str], None]
"""Told of the name of a book's folder and of its source. Raises SameNameError."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An article whose bytes are here."""

    source: Source
    settings: Settings
    name: str
    """Of its book's folder; empty where only its title tells."""

    @property
    def characters(self) -> int:
        """About how many it has; in an archive, pictures count for most of the bytes."""
        size = len(self.source.content)
        return size if self.source.suffix not in _ARCHIVES else min(size, _OF_AN_ARCHIVE)


class Workshop:
    """Where one process makes books; engines are kept from one to the next."""

    def __init__(self, output: Path, options: Values) -> None:
        self._output = output
        self._options = options
        self._freshness = Freshness()
        self._workers: dict[tuple[int, str], Workers] = {}
        look_for()

    def open(self, given: Path | str) -> Opened:
        """Raises InputError, SettingsError, VoiceError."""
        if isinstance(given, Path) and given.is_dir():
            raise NoArticlesError(str(given), tuple(sorted(INPUT_SUFFIXES)))
        source = open_source(given)
        name = slug(source.stem)
        settings = settings_of(source, name, self._options)
        engine_of_process(settings.voice.engine, setup_of(settings))  # it gets ready meanwhile
        return Opened(source, settings, name if source.stem else "")

    def up_to_date(self, opened: Opened) -> UpToDate | None:
        """The book, if nothing is to be done for it."""
        folder = self._output / opened.name
        origin = self._freshness.origin(opened.source, opened.settings, folder)
        if origin is None:
            return None
        return self._freshness.find(origin, opened.source, opened.settings, folder)

    def make(self, opened: Opened, listen: Listener, claim: Claim) -> Book:
        """Build the book, whether or not it is up to date. Raises OpedAudioError."""
        from oped_audio.pipeline.book import BookMaker  # noqa: PLC0415 - speakers start meanwhile

        source, settings = opened.source, opened.settings
        origin = self._freshness.origin(source, settings, self._output / opened.name)
        if origin:
            forget(origin)
        reading = read_article(source, settings, listen)
        folder = self._output / (opened.name or _name(reading))
        claim(folder.name, source.name)
        casting = Casting(settings, self._freshness.answers)
        workers = self.workers(settings.build.cores, settings.build.cluster)
        maker = BookMaker(source, reading, folder, settings, workers, casting, listen)
        book, saved = maker.make()
        if origin:
            remember(origin, book, saved, reading, casting)
        return book

    def casting(self, settings: Settings) -> Casting:
        """Asks engines for an article with these settings."""
        return Casting(settings, self._freshness.answers)

    def workers(self, jobs: int, cluster: str = "") -> Workers:
        """The one pool of so many processes, or what leads to the cluster."""
        return self._workers.setdefault((jobs, cluster), Workers(jobs, cluster))

    def close(self) -> None:
        """Free what is kept; it is opened again when it is needed."""
        close_engines()
        for workers in self._workers.values():
            workers.close()


def alone(opened: Opened) -> Opened:
    """The article as it is made on one processor core."""
    build = opened.settings.build
    build = replace(build, jobs=1, cluster="" if build.cluster == LOCAL else build.cluster)
    return replace(opened, settings=replace(opened.settings, build=build))


def failure(given: Path | str, error: Exception) -> Failure:
    """What is told of an article that an error kept from becoming a book."""
    if isinstance(error, OpedAudioError):
        return Failure(str(given), error)
    reason = f"{type(error).__name__}: {error}"
    if _is_want_of_memory(error):
        return Failure(str(given), MemoryShortError(str(given), reason))
    return Failure(str(given), InternalError(str(given), reason))


def _is_want_of_memory(error: BaseException) -> bool:
    """Whether this is how Python, the system or a C library says that there is no more memory."""
    match error:
        case MemoryError():
            return True
        case OSError():
            return error.errno == errno.ENOMEM
        case RuntimeError():
            return "can't start new thread" in str(error)
        case ImportError():
            cause = error.__cause__ or error.__context__
            said = "failed to map segment" in str(error) or "annot allocate memory" in str(error)
            return said or (cause is not None and _is_want_of_memory(cause))
    return False


def _name(reading: Reading) -> str:
    return slug(reading.document.title)
