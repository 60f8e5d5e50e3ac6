"""Where utterances are spoken: in this process, or in several, as a concurrent.futures.Executor."""

import functools
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context, parent_process
from types import ModuleType
from typing import Any

from oped_audio.model.audio import Clip
from oped_audio.narration.parts import Asked, joined
from oped_audio.narration.workload import workers
from oped_audio.voices.engine import Engine, Setup, open_engine


def narrate(asked: Sequence[Sequence[Asked]], setup: Setup) -> list[Clip]:
    """Speak the utterances in order, each as its parts are asked for. Raises VoiceError."""
    return [joined(parts, [_speak(part, setup) for part in parts]) for parts in asked]


def _speak(asked: Asked, setup: Setup) -> Clip:
    return engine_of_process(asked.spec.engine, setup).speak(asked.utterance, asked.spec)


_OPEN: dict[tuple[str, Setup], Engine] = {}


def engine_of_process(name: str, setup: Setup) -> Engine:
    """The one engine of this name and setup in this process, opened when first asked for."""
    if (name, setup) not in _OPEN:
        _OPEN[name, setup] = open_engine(name, setup)
    return _OPEN[name, setup]


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


class _Pool(ProcessPoolExecutor):
    """Processes that do not run the main module of whoever calls this library, as spawned ones do:
    a script that calls ``build`` would begin again in each."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Hand a call to a process, which may be started for it."""
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            return super().submit(fn, *args, **kwargs)
        finally:
            sys.modules["__main__"] = main


class Workers:
    """Who speaks: this process, or several that are kept for as many articles as there are.

    They end when this process does, however it ends.
    """

    def __init__(self, jobs: int) -> None:
        """``jobs`` is how many processor cores may be used."""
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None
        self._stop: Any = None

    def for_work(self, work_s: float, setup: Setup) -> tuple[Executor, Setup]:
        """Who does so many seconds of work, and what the engine is given there.

        The cores are shared out: several processes have a thread each, one has all of them.
        """
        number = workers(work_s, self._jobs)
        setup = replace(setup, threads=self._jobs // number)
        if number == 1:
            return SerialExecutor(), setup
        return self.pool(), setup

    def pool(self) -> Executor:
        """The processes, one a core, for whatever can be done in one."""
        if self._pool is None:
            context = get_context("spawn")
            self._stop = context.RawValue("b", 0)  # without a lock, which may die with its owner
            self._pool = _Pool(self._jobs, context, _begin, (self._stop,))
        return self._pool

    def close(self) -> None:
        """End the processes; what they have not begun is dropped, and what asks is stopped."""
        if self._pool is not None:
            self._stop.value = 1
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


_STOP: Any = None
"""Of a worker: what its parent sets when nobody waits any more."""


def is_stopped() -> bool:
    """Whether this is a worker that should end what it does."""
    return _STOP is not None and bool(_STOP.value)


def _begin(stop: Any) -> None:
    global _STOP  # noqa: PLW0603 - one a process
    _STOP = stop
    follow_parent()


def follow_parent() -> None:
    """Have this process end when the one that started it does, and leave Ctrl-C to that."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)
