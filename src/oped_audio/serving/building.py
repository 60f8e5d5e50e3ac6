"""A build that runs while the editor goes on, and what it tells, kept for whoever asks later."""

from dataclasses import dataclass, field
from pathlib import Path
from threading import Condition, Thread
from typing import Literal

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
from oped_audio.pipeline.apart import BuildApart
from oped_audio.settings import Values

_END_S = 10
State = Literal["running", "done", "failed", "stopped"]


@dataclass(frozen=True, slots=True)
class News:
    """Something that happened, in words, and how far the build is then."""

    message: str
    """Empty where only the number is new."""
    done: int
    """Of ``total``: sentences that have their sound."""
    total: int
    """That are known of so far."""
    state: State = "running"


@dataclass(slots=True)
class _Count:
    done: int = 0
    total: int = 0

    def told(self, event: Event) -> News | None:
        """What an editor is told of an event; None for nothing."""
        message = ""
        match event:
            case ArticleStarted():
                message = f"{event.title}: {event.sections} parts"
            case SectionStarted():
                self.total += event.sentences
            case SentencesNarrated() if event.sentences:
                self.done += event.sentences
            case SectionDone():
                message = f"{event.label}: {_minutes(event.seconds)}"
            case Warned():
                message = event.message
            case Book():
                return News(_finished(event), self.total, self.total, "done")
            case Failure():
                return News(str(event.error), self.done, self.total, "failed")
            case Found() | SentencesNarrated() | BatchStarted():
                return None
        return News(message, self.done, self.total)


@dataclass(slots=True)
class Job:
    """One build of one article."""

    path: Path
    output: Path
    options: Values
    news: list[News] = field(default_factory=list)
    """All that was told so far."""
    _heard: Condition = field(default_factory=Condition)
    _build: BuildApart | None = None
    _stopped: bool = False

    def start(self) -> None:
        """Begin, in a process of its own."""
        self._build = BuildApart([self.path], self.output, self.options)
        Thread(target=self._listen, args=(self._build,), daemon=True).start()

    def stop(self) -> None:
        """End it, if it still runs."""
        if self._build and self.state == "running":
            self._stopped = True
            self._build.stop()
            with self._heard:
                self._heard.wait_for(lambda: self.state != "running", _END_S)

    @property
    def state(self) -> State:
        """How it is now."""
        return self.news[-1].state if self.news else "running"

    def after(self, number: int, wait_s: float) -> list[News]:
        """What was told behind so many; waits so long if that is nothing."""
        with self._heard:
            if len(self.news) <= number and self.state == "running":
                self._heard.wait(wait_s)
            return self.news[number:]

    def _listen(self, build: BuildApart) -> None:
        count = _Count()
        for event in build.events():
            if (told := count.told(event)) is not None:
                self._tell(told)
        if self.state == "running":
            message = (
                "The build was stopped. What was narrated is kept."
                if self._stopped
                else "The build ended unexpectedly; build again."
            )
            state: State = "stopped" if self._stopped else "failed"
            self._tell(News(message, count.done, count.total, state))

    def _tell(self, news: News) -> None:
        with self._heard:
            self.news.append(news)
            self._heard.notify_all()


class Builds:
    """The last build of each article; one runs at a time."""

    def __init__(self, output: Path, options: Values) -> None:
        self._output, self._options = output, options
        self._jobs: dict[str, Job] = {}

    def of(self, name: str) -> Job | None:
        """The last build of an article."""
        return self._jobs.get(name)

    @property
    def running(self) -> str | None:
        """The article that is being built."""
        return next((name for name, job in self._jobs.items() if job.state == "running"), None)

    def start(self, name: str, path: Path) -> bool:
        """Begin to build an article; False if another build is running."""
        if self.running is not None:
            return False
        job = Job(path, self._output, self._options)
        self._jobs[name] = job
        job.start()
        return True

    def stop(self) -> None:
        """End whatever runs."""
        for job in self._jobs.values():
            job.stop()


def _finished(book: Book) -> str:
    if book.is_up_to_date:
        return "The book is up to date: nothing has changed since it was built."
    clips = (
        "no sentence was"
        if not book.new_clips
        else ("1 sentence was" if book.new_clips == 1 else f"{book.new_clips} sentences were")
    )
    return f"The book is built: {_minutes(book.audio_seconds)} of audio; {clips} narrated anew."


def _minutes(seconds: float) -> str:
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02} min"
