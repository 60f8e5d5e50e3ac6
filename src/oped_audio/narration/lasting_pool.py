"""Processes that are started anew when one of them dies."""

import functools
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from typing import Any

from oped_audio.narration.futures import pass_on

ATTEMPTS = 3
"""For what was being done, or waited, when a process died."""


class LastingPool(Executor):
    """Processes of which none may die for good: what was under way is done again.

    They end when this process does, however it ends.
    """

    def __init__(self, number: int) -> None:
        """``number`` of processes."""
        self._number = number
        self._lock = threading.Lock()
        self._pool: ProcessPoolExecutor | None = None

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Run the call in one of the processes.

        The future raises what the call does, or BrokenExecutor if it was under way each time that
        one of the processes died.
        """
        outer: Future[Any] = Future()
        self._try(outer, functools.partial(fn, *args, **kwargs), ATTEMPTS)
        return outer

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the processes; they are started again if something is submitted."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(wait, cancel_futures=cancel_futures)

    def _try(self, outer: Future[Any], call: Callable[[], Any], attempts: int) -> None:
        with self._lock:
            if self._pool is None:
                self._pool = ProcessPoolExecutor(self._number, get_context("spawn"), _follow_parent)
            pool = self._pool

        def done(inner: Future[Any]) -> None:
            if inner.cancelled() or not isinstance(inner.exception(), BrokenExecutor):
                pass_on(inner, outer, lambda error: error)
                return
            with self._lock:
                if self._pool is pool:
                    self._pool = None
            if attempts > 1:
                self._try(outer, call, attempts - 1)
            else:
                pass_on(inner, outer, lambda error: error)

        try:
            inner = pool.submit(call)
        except BrokenExecutor as error:  # it died meanwhile
            inner = Future()
            inner.set_exception(error)
        inner.add_done_callback(done)


def _follow_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)
