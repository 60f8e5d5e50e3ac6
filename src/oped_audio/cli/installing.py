"""How the progress of an installation is shown: bars on a terminal, plain lines elsewhere."""

from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Self

import typer

from oped_audio.cli.console import count
from oped_audio.model.installation import (
    Fetched,
    Fetching,
    InstallEvent,
    ModulesMissing,
    SourceFailed,
    VoiceReady,
    Waiting,
)

if TYPE_CHECKING:
    from rich.progress import TaskID

_FEW = 4
"""So many voices are named in a summary."""


class Quiet(AbstractContextManager["Quiet"]):
    """Shows what may be in the way, on standard error, and gathers the voices that are ready."""

    def __init__(self) -> None:
        self.ready: list[VoiceReady] = []

    def __exit__(self, *_: object) -> None:
        """Nothing is open."""

    def __call__(self, event: InstallEvent) -> None:
        """Show the event."""
        if isinstance(event, VoiceReady):
            self.ready.append(event)
        elif isinstance(event, SourceFailed):
            told = f"{event.source}: {event.reason}; another source is tried"
            typer.echo(f"oped-audio: {told}", err=True)
        elif isinstance(event, Waiting):
            told = f"waiting for another installation into {event.folder}"
            typer.echo(f"oped-audio: {told}", err=True)
        elif isinstance(event, ModulesMissing):
            needed = " and ".join(event.modules)
            told = (
                f"engine {event.engine} cannot speak yet: it needs {needed}; run `{event.remedy}`"
            )
            typer.echo(f"oped-audio: {told}", err=True)

    def summary(self) -> str:
        """A line an engine: which voices are installed now, and how many were before."""
        lines = []
        for engine in dict.fromkeys(ready.engine for ready in self.ready):
            new = [ready.voice for ready in self.ready if ready.engine == engine and ready.new]
            old = sum(ready.engine == engine and not ready.new for ready in self.ready)
            told = []
            if new:
                told.append(f"installed {', '.join(new) if len(new) < _FEW else len(new)}")
            if old:
                told.append(f"{count(old, 'voice')} installed before")
            lines.append(f"{engine}: {', '.join(told)}")
        return "\n".join(lines)


class Lines(Quiet):
    """One line for whatever is fetched."""

    def __call__(self, event: InstallEvent) -> None:
        """Show the event."""
        super().__call__(event)
        if isinstance(event, Fetching):
            typer.echo(f"{event.file}: {_size(event.size)} from {event.source}")


class Bars(Quiet):
    """A bar a file."""

    def __init__(self) -> None:
        from rich.progress import (
            BarColumn,
            DownloadColumn,
            Progress,
            TextColumn,
            TimeRemainingColumn,
            TransferSpeedColumn,
        )

        super().__init__()
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            DownloadColumn(),
            TransferSpeedColumn(),
            TimeRemainingColumn(),
            transient=True,
        )
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def __call__(self, event: InstallEvent) -> None:
        """Show the event."""
        super().__call__(event)
        if isinstance(event, Fetching):
            self._tasks[event.file] = self._progress.add_task(event.file, total=event.size)
        elif isinstance(event, Fetched):
            self._progress.update(self._tasks[event.file], completed=event.size)


def _size(size: int) -> str:
    """``2.5 MB``, ``5 kB``"""
    return f"{size / 1e6:.1f} MB" if size >= 1_000_000 else f"{size / 1e3:.0f} kB"
