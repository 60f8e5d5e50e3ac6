"""Articles, a whole one a process: where there are many short ones, so that no core waits.

Processes tell of an article when it is done, so that what is told of two does not mix.
"""

from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, wait
from dataclasses import dataclass
from pathlib import Path

from oped_audio.errors import InternalError
from oped_audio.model.progress import Book, Event, Failure
from oped_audio.narration.processes import is_stopped
from oped_audio.narration.workers import Workers, close_engines
from oped_audio.pipeline.workshop import Workshop, alone, failure
from oped_audio.settings import Values

_AHEAD = 2
"""Articles a process that are handed out: one that is made, and one that waits."""


Article = tuple[int, Path | str]
"""Its number, by which its place in the run is known, and how it was given."""


@dataclass(frozen=True, slots=True)
class Made:
    """What came of an article."""

    number: int
    outcome: Book | Failure
    events: tuple[Event, ...]
    """What happened before, in order."""


class _StoppedError(Exception):
    """The run ends, and nobody waits for this book."""


@dataclass(frozen=True, slots=True)
class Crew:
    """Hands articles out."""

    workers: Workers
    jobs: int
    output: Path
    options: Values

    def make(self, articles: Iterable[Article]) -> Iterator[Made]:
        """Yield what comes of articles, given with their numbers, as they are done.

        No more are taken than are to be made next. When a process dies, those that were being made
        are made again one at a time, to find out which it is that no process survives.
        """
        waiting = iter(articles)
        running: dict[Future[Made], Article] = {}
        while True:
            lost = []
            for article in waiting:
                try:
                    running[self._submit(article)] = article
                except BrokenExecutor:
                    lost.append(article)
                if lost or len(running) >= _AHEAD * self.jobs:
                    break
            if not running and not lost:
                return
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                article = running.pop(future)
                try:
                    yield future.result()
                except BrokenExecutor:
                    lost.append(article)
            if lost:
                lost += running.values()
                running.clear()
                yield from self._one_by_one(sorted(lost, key=lambda article: article[0]))

    def _one_by_one(self, articles: Iterable[Article]) -> Iterator[Made]:
        for number, given in articles:
            self.workers.close()
            try:
                yield self._submit((number, given)).result()
            except BrokenExecutor:
                reason = "the process that built it died, perhaps for want of memory"
                yield Made(number, failure(given, InternalError(str(given), reason)), ())
        self.workers.close()

    def _submit(self, article: Article) -> Future[Made]:
        return self.workers.pool().submit(_make, article, self.output, dict(self.options))


_WORKSHOPS: dict[str, Workshop] = {}
"""The one of this process, by the run that it works for."""


def _make(article: Article, output: Path, options: Values) -> Made:
    """Runs in a process of the crew."""
    number, given = article
    events: list[Event] = []

    def listen(event: Event) -> None:
        if is_stopped():
            raise _StoppedError
        events.append(event)

    outcome: Book | Failure
    try:
        workshop = _WORKSHOPS.setdefault(repr((output, options)), Workshop(output, options))
        outcome = workshop.make(alone(workshop.open(given)), listen, _unclaimed)
    except Exception as error:  # noqa: BLE001 - the others are still to be built
        close_engines()  # the next article gets fresh engines, whatever state these are in
        outcome = failure(given, error)
    return Made(number, outcome, tuple(events))


def _unclaimed(_: str, __: str) -> None:
    """Whose folder is whose is known before articles are handed out."""
