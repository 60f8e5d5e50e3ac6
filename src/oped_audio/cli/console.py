"""How the progress of a build is shown: bars on a terminal, plain lines elsewhere."""

from contextlib import AbstractContextManager
from time import monotonic
from typing import TYPE_CHECKING, Protocol, Self

import typer

from oped_audio.cli.pace import Pace
from oped_audio.model.progress import (
    ArticleStarted,
    BatchStarted,
    Book,
    Event,
    Failure,
    Found,
    SectionDone,
    SectionStarted,
    SentencesNarrated,
    Warned,
)

if TYPE_CHECKING:
    from rich.progress import TaskID


class Display(AbstractContextManager["Display"], Protocol):
    """Is told of everything that happens in a build, and shows it."""

    def __call__(self, event: Event) -> None:
        """Show the event."""


class Quiet(Display):
    """Shows failures only, on standard error; for ``--json``."""

    def __exit__(self, *_: object) -> None:
        """Nothing is open."""

    def __call__(self, event: Event) -> None:
        """Show failures and warnings."""
        if isinstance(event, Failure):
            typer.echo(f"oped-audio: {event.error}", err=True)
        elif isinstance(event, Warned):
            typer.echo(f"oped-audio: warning: {event.source}: {event.message}", err=True)
        elif isinstance(event, Found) and event.finding.severity != "info":
            found = event.finding
            told = f"{event.source}: {found.place}: {found.message}; {found.remedy}"
            typer.echo(f"oped-audio: {found.severity}: {told}", err=True)


class Lines(Quiet):
    """One line for whatever is finished."""

    def __init__(self) -> None:
        self._pace: Pace | None = None

    def __call__(self, event: Event) -> None:
        """Show the event."""
        super().__call__(event)
        if isinstance(event, BatchStarted):
            self._pace = Pace(event.articles, monotonic())
        elif isinstance(event, ArticleStarted):
            typer.echo(f"{event.source}: {event.title}")
        elif isinstance(event, SectionDone):
            typer.echo(f"  {event.label}: {minutes(event.seconds)}")
        elif isinstance(event, Book):
            typer.echo(summary(event))
        if isinstance(event, Book | Failure) and self._pace:
            took_work = _took_work(event)
            self._pace.count(took_work=took_work)
            if took_work:
                typer.echo(f"  {self._pace.told(monotonic())}")


class Bars(Quiet):
    """A bar a section, filled sentence by sentence; the last step is encoding.

    Of several articles, those that are up to date are counted and not named.
    """

    def __init__(self) -> None:
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
        )
        self._progress = Progress(*columns, transient=True)
        self._tasks: dict[str, TaskID] = {}
        self._pace: Pace | None = None
        self._whole: TaskID | None = None

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def __call__(self, event: Event) -> None:
        """Show the event."""
        if isinstance(event, BatchStarted):
            self._pace = Pace(event.articles, monotonic())
            self._whole = self._progress.add_task("", total=event.articles)
        elif isinstance(event, SectionStarted):
            total = event.sentences + 1
            self._tasks[event.section] = self._progress.add_task(_short(event.label), total=total)
        elif isinstance(event, SentencesNarrated):
            self._progress.advance(self._tasks[event.section], event.sentences)
        elif isinstance(event, SectionDone):
            self._progress.advance(self._tasks[event.section])
        elif isinstance(event, Book | Failure | ArticleStarted):
            self._clear()
        if isinstance(event, ArticleStarted):
            self._progress.console.print(event.title, style="bold", markup=False)
        elif isinstance(event, Book) and not (self._pace and event.is_up_to_date):
            self._progress.console.print(
                summary(event), markup=False, highlight=False, soft_wrap=True
            )
        super().__call__(event)
        if isinstance(event, Book | Failure):
            self._count(event)

    def _count(self, outcome: Book | Failure) -> None:
        if self._pace is not None and self._whole is not None:
            self._pace.count(took_work=_took_work(outcome))
            told = self._pace.told(monotonic())
            self._progress.update(self._whole, completed=self._pace.done, description=told)

    def _clear(self) -> None:
        if self._tasks:
            for task in self._tasks.values():
                self._progress.remove_task(task)
            self._tasks.clear()
            self._progress.refresh()


def _took_work(outcome: Book | Failure) -> bool:
    return not (isinstance(outcome, Book) and outcome.is_up_to_date)


def summary(book: Book) -> str:
    """What an editor wants to know of a finished book, in one line."""
    length = f"{minutes(book.audio_seconds)} of audio"
    if book.is_up_to_date:
        told = f"{count(book.sections, 'section')}, {length}"
        return f"{book.source}: nothing has changed; {book.folder} has {told}"
    counts = (
        count(book.sections, "section"),
        count(book.sentences, "sentence"),
        count(book.words, "word"),
        length,
        count(book.new_clips, "new clip"),
        count(len(book.files), "file"),
        f"{book.seconds:.1f} s",
    )
    return f"  -> {book.folder}: {', '.join(counts)}"


def count(number: int, what: str) -> str:
    """``1 file``, ``2 files``"""
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def minutes(seconds: float) -> str:
    """``8:05 min``"""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02} min"


def _short(label: str) -> str:
    return f"{label[:39]}…" if len(label) > 40 else f"{label:40}"
