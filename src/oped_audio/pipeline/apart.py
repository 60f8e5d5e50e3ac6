"""A build in a process of its own, which can be stopped at any moment."""

from collections.abc import Iterator, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from oped_audio.model.progress import Event
from oped_audio.narration.processes import follow_parent
from oped_audio.pipeline.building import build
from oped_audio.settings import NO_OPTIONS, Values

_END_S = 5


class BuildApart:
    """Begins with its making; what it had finished when it is stopped is not done again."""

    def __init__(self, inputs: Sequence[Path], output: Path, options: Values = NO_OPTIONS) -> None:
        context = get_context("spawn")
        self._told, telling = context.Pipe(duplex=False)
        arguments = (telling, tuple(inputs), output, dict(options))
        self._process = context.Process(target=_build, args=arguments)
        self._process.start()
        telling.close()

    def events(self) -> Iterator[Event]:
        """What happens, as it does, until the build ends or is stopped."""
        while True:
            try:
                yield self._told.recv()
            except (EOFError, OSError):
                return

    def stop(self) -> None:
        """End it at once; a book is the one before or the new one, file for file."""
        self._process.terminate()
        self._process.join(_END_S)
        if self._process.is_alive():
            self._process.kill()


def _build(
    telling: "Connection[Any, Any]", inputs: Sequence[Path], output: Path, options: Values
) -> None:
    follow_parent()
    build(inputs, output, options, telling.send)
    telling.close()
