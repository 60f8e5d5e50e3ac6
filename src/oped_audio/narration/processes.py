"""Processes beside this one, one a core, for whatever can be done in a process of its own."""

import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from types import ModuleType
from typing import Any

from oped_audio.voices.starting import ignore_interrupts, interrupts_held

_STARTING = threading.Lock()


class Processes(ProcessPoolExecutor):
    """They do not run the main module of whoever calls this library, as spawned ones do: a script
    that calls ``build`` would begin again in each.
    """

    def __init__(self, jobs: int) -> None:
        """They are started when they are needed, so many at most."""
        context = get_context("spawn")
        self._stopped = context.RawValue("b", 0)  # without a lock, which may die with its owner
        super().__init__(jobs, context, _begin, (self._stopped,))

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Hand a call to a process, which may be started for it."""
        with _STARTING, interrupts_held():
            main = sys.modules["__main__"]
            sys.modules["__main__"] = ModuleType("__main__")
            try:
                return super().submit(fn, *args, **kwargs)
            finally:
                sys.modules["__main__"] = main

    def stop(self) -> None:
        """End them; what they have not begun is dropped, and what asks ``is_stopped`` is told."""
        self._stopped.value = 1
        self.shutdown(cancel_futures=True)


_STOPPED: Any = None
"""Of one of them: what its parent sets when nobody waits any more."""


def is_stopped() -> bool:
    """Whether this is one of them that should end what it does."""
    return _STOPPED is not None and bool(_STOPPED.value)


def _begin(stopped: Any) -> None:
    global _STOPPED  # noqa: PLW0603 - one a process
    _STOPPED = stopped
    follow_parent()


def follow_parent() -> None:
    """Have this process end when the one that started it does, and leave Ctrl-C to that."""
    ignore_interrupts()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)
