"""Articles in, books out: which are built, by whom, and what came of each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from pathlib import Path

from oped_audio.content_store import tidy
from oped_audio.errors import OpedAudioError, SameNameError
from oped_audio.model.progress import BatchStarted, Book, Event, Failure, Found, Listener, Report
from oped_audio.narration.speakers import speaker
from oped_audio.narration.workload import is_long
from oped_audio.pipeline.articles import articles, ignore
from oped_audio.pipeline.workshop import Opened, Workshop, failure
from oped_audio.settings import NO_OPTIONS, Values

_WORTH_A_CREW = 4
"""Short articles from which it pays to start processes that make whole books."""


def build(
    inputs: Sequence[Path | str],
    output: Path,
    options: Values = NO_OPTIONS,
    listen: Listener = ignore,
    *,
    force: bool = False,
    fail_fast: bool = False,
) -> Report:
    """Make a book of each input: a file, an address, ``-``, or every article in a folder.

    What is up to date is left alone, unless ``force``. An article that fails does not keep the
    others from being built, unless ``fail_fast``. ``options`` outweigh oped.toml and the
    environment, and are nested as in it; ``listen`` is told of everything as it happens.
    """
    given = list(articles(inputs))
    if len(given) > 1:
        listen(BatchStarted(len(given)))
    run = _Run(output, options, listen, force=force, fail_fast=fail_fast)
    return run.report(given)


@dataclass(frozen=True, slots=True)
class _Job:
    """An article of which a book is to be made."""

    number: int
    given: Path | str
    cores: int
    is_long: bool
    """Whether several processes are to work on it; else one makes all of it."""
    opened: Opened | None
    """None for what can be opened again."""


class _Enough(Exception):  # noqa: N818 - it is no error of ours
    """An article failed, and no more are wanted."""


class _Run:
    """One call of build."""

    def __init__(
        self, output: Path, options: Values, listen: Listener, *, force: bool, fail_fast: bool
    ) -> None:
        self._output = output
        self._options = options
        self._listen = listen
        self._force = force
        self._fail_fast = fail_fast
        self._workshop = Workshop(output, options)
        self._outcomes: dict[int, Book | Failure] = {}
        self._claimed: dict[str, tuple[int, str]] = {}
        self._caches: dict[Path, int] = {}

    def report(self, given: Sequence[Path | str]) -> Report:
        """Build what is not up to date."""
        try:
            self._make_all(self._to_make(given))
        except _Enough:
            pass
        finally:
            self._workshop.close()
            for cache, cap_bytes in self._caches.items():
                tidy(cache, cap_bytes)
        outcomes = [self._outcomes[number] for number in sorted(self._outcomes)]
        return Report(
            tuple(outcome for outcome in outcomes if isinstance(outcome, Book)),
            tuple(outcome for outcome in outcomes if isinstance(outcome, Failure)),
        )

    def _to_make(self, given: Sequence[Path | str]) -> Iterator[_Job]:
        is_batch = len(given) >= _WORTH_A_CREW
        for number, one in enumerate(given):
            try:
                opened = self._workshop.open(one)
                if opened.name:
                    self._claim(number, opened.name, opened.source.name)
                known = None if self._force else self._workshop.up_to_date(opened)
                job = None if known else self._job(number, one, opened, is_batch=is_batch)
            except Exception as error:  # noqa: BLE001 - the others are still to be built
                self._fail(number, one, error)
                continue
            if known:
                found = [Found(known.book.source, finding) for finding in known.findings]
                self._done(number, known.book, found)
            elif job:
                yield job

    def _job(self, number: int, given: Path | str, opened: Opened, *, is_batch: bool) -> _Job:
        settings = opened.settings
        self._caches[settings.cache.path] = settings.cache.cap_mb * 1_000_000
        cores = settings.build.cores
        if not is_batch:
            return _Job(number, given, cores, is_long=True, opened=opened)
        can_be_opened_again = bool(opened.source.folder)
        return _Job(
            number,
            given,
            cores,
            is_long=not can_be_opened_again or self._is_long(opened),
            opened=None if can_be_opened_again else opened,
        )

    def _is_long(self, opened: Opened) -> bool:
        settings = opened.settings
        voices = self._workshop.casting(settings).voices
        try:
            voice = speaker(settings.voice, settings.book.language or "en", voices).voice
        except OpedAudioError:
            return False  # whoever makes it will tell
        return is_long(opened.characters, voice, settings.build.cores)

    def _make_all(self, jobs: Iterator[_Job]) -> None:
        """Whole articles a process where there are many; then those on which all are to work."""
        first = list(islice(jobs, _WORTH_A_CREW))
        if len(first) < _WORTH_A_CREW or first[0].cores == 1:  # then there are no more, or no use
            for job in chain(first, jobs):
                self._make(job)
            return
        from oped_audio.pipeline.crew import Article, Crew  # noqa: PLC0415 - most builds are small

        later: list[_Job] = []
        cores = first[0].cores
        crew = Crew(self._workshop.workers(cores), cores, self._output, self._options)

        def short() -> Iterator[Article]:
            for job in chain(first, jobs):
                if job.is_long:
                    later.append(job)
                else:
                    yield job.number, job.given

        for made in crew.make(short()):
            self._done(made.number, made.outcome, made.events)
        for job in later:
            self._make(job)

    def _make(self, job: _Job) -> None:
        try:
            opened = job.opened or self._workshop.open(job.given)
            book = self._workshop.make(opened, self._listen, partial(self._claim, job.number))
        except Exception as error:  # noqa: BLE001 - the others are still to be built
            self._workshop.close()  # the next gets fresh engines, whatever state these are in
            self._fail(job.number, job.given, error)
        else:
            self._done(job.number, book)

    def _fail(self, number: int, given: Path | str, error: Exception) -> None:
        self._done(number, failure(given, error))

    def _done(self, number: int, outcome: Book | Failure, before: Iterable[Event] = ()) -> None:
        for event in before:
            self._listen(event)
        self._outcomes[number] = outcome
        self._listen(outcome)
        if self._fail_fast and isinstance(outcome, Failure):
            raise _Enough

    def _claim(self, number: int, name: str, source: str) -> None:
        """Two articles may not become one folder."""
        first, owner = self._claimed.setdefault(name, (number, source))
        if first != number:
            raise SameNameError(source, owner, name)
