"""A pool of processes that outlives those of them that die."""

import functools
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future
from typing import Any

from oped_audio.narration.futures import pass_on

ATTEMPTS = 3
"""For what was being done, or waited, when a process died."""


class LastingPool(Executor):
    """Processes of which none may die for good: what was under way is done again."""

    def __init__(self, running: Callable[[], Executor], drop: Callable[[Executor], None]) -> None:
        """``running`` gives the processes, new ones after ``drop`` was told that they broke."""
        self._running = running
        self._drop = drop

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Run the call in one of the processes.

        The future raises what the call does, or BrokenExecutor if it was under way each time that
        one of the processes died.
        """
        outer: Future[Any] = Future()
        self._try(outer, functools.partial(fn, *args, **kwargs), ATTEMPTS)
        return outer

    def _try(self, outer: Future[Any], call: Callable[[], Any], attempts: int) -> None:
        pool = self._running()

        def done(inner: Future[Any]) -> None:
            if inner.cancelled() or not isinstance(inner.exception(), BrokenExecutor):
                pass_on(inner, outer, _as_it_is, _as_it_is)
                return
            self._drop(pool)
            if attempts > 1:
                self._try(outer, call, attempts - 1)
            else:
                pass_on(inner, outer, _as_it_is, _as_it_is)

        try:
            inner = pool.submit(call)
        except BrokenExecutor as error:  # it died meanwhile
            inner = Future()
            inner.set_exception(error)
        inner.add_done_callback(done)


def _as_it_is(told: Any) -> Any:
    return told
