"""Where utterances are spoken: in this process, or in several, as a concurrent.futures.Executor."""

import functools
import os
import signal
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from typing import Any

from oped_audio.model.audio import Clip
from oped_audio.narration.parts import Asked, joined
from oped_audio.voices.engine import Engine, open_engine


def narrate(asked: Sequence[Sequence[Asked]]) -> list[Clip]:
    """Speak the utterances in order, each as its parts are asked for. Raises VoiceError."""
    return [joined(parts, [_speak(part) for part in parts]) for parts in asked]


def _speak(asked: Asked) -> Clip:
    return engine_of_process(asked.spec.engine).speak(asked.utterance, asked.spec)


_OPEN: dict[str, Engine] = {}


def engine_of_process(name: str) -> Engine:
    """The one engine of this name in this process, opened when first asked for."""
    if name not in _OPEN:
        _OPEN[name] = open_engine(name)
    return _OPEN[name]


def close_engines() -> None:
    """Free the engines that this process holds."""
    while _OPEN:
        _OPEN.popitem()[1].close()


class SerialExecutor(Executor):
    """Runs each call in this process when its result is asked for, so that nothing piles up."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Keep the call for later."""
        return _Deferred(functools.partial(fn, *args, **kwargs))


class _Deferred(Future[Any]):
    def __init__(self, call: Callable[[], Any]) -> None:
        super().__init__()
        self._call = call

    def result(self, timeout: float | None = None) -> Any:
        if not self.done():
            self.set_result(self._call())
        return super().result(timeout)


def open_executor(jobs: int) -> Executor:
    """Workers that end when this process does, however it ends."""
    if jobs == 1:
        return SerialExecutor()
    return ProcessPoolExecutor(jobs, get_context("spawn"), _follow_parent)


def _follow_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)
