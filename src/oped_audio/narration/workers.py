"""Who speaks: this process, several beside it, or a cluster; each by way of an Executor."""

import functools
import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context, parent_process
from types import ModuleType
from typing import TYPE_CHECKING, Any

from oped_audio.errors import SpeakersDiedError
from oped_audio.narration.engines import close_engines, engine_of_process, foresee
from oped_audio.narration.futures import pass_on
from oped_audio.narration.handing import Answer, Order, Team
from oped_audio.narration.lasting_pool import ATTEMPTS, LastingPool
from oped_audio.narration.speaking import LONGEST_S, narrate, narrate_apart
from oped_audio.narration.workload import AT_HOME, Portion, workers
from oped_audio.voices.engine import Setup
from oped_audio.voices.starting import ignore_interrupts, interrupts_held

if TYPE_CHECKING:
    from oped_audio.narration.cluster import Cluster

__all__ = ["Workers", "close_engines", "engine_of_process", "narrate"]


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


@dataclass(frozen=True, slots=True)
class Home:
    """Speaks on this machine."""

    executor: Executor
    setup: Setup
    """What the engine is given there."""
    ahead: int
    portion: Portion = AT_HOME
    is_here: bool = True
    longest_s: float = LONGEST_S
    """That a sentence may take a process, before it is taken to hang."""

    def hand_out(self, order: Order) -> Future[Answer]:
        """As a Team does."""
        if isinstance(self.executor, SerialExecutor):
            foresee((part for _, parts in order.asked for part in parts), self.setup)
            return self.executor.submit(narrate, [parts for _, parts in order.asked], self.setup)
        outer: Future[Answer] = Future()

        def told(error: BaseException) -> BaseException:
            if isinstance(error, BrokenExecutor):
                return SpeakersDiedError(" and ".join(sorted(order.engines)), ATTEMPTS)
            return error

        told_of = order.asked, order.cache, self.setup, self.longest_s
        inner = self.executor.submit(narrate_apart, *told_of)
        kept: Answer = [None] * len(order.asked)
        inner.add_done_callback(lambda inner: pass_on(inner, outer, told, lambda _: kept))
        return outer


class _Pool(ProcessPoolExecutor):
    """Processes that do not run the main module of whoever calls this library, as spawned ones do:
    a script that calls ``build`` would begin again in each."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Hand a call to a process, which may be started for it."""
        with _STARTING, interrupts_held():
            main = sys.modules["__main__"]
            sys.modules["__main__"] = ModuleType("__main__")
            try:
                return super().submit(fn, *args, **kwargs)
            finally:
                sys.modules["__main__"] = main


_STARTING = threading.Lock()


class Workers:
    """Who speaks: kept for as many articles as there are."""

    def __init__(self, jobs: int, cluster: str = "") -> None:
        """``jobs`` is how many processor cores may be used here.

        ``cluster`` is the address of a Dask scheduler, or ``local`` for one of our own.
        """
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None
        self._stop: Any = None
        self._lock = threading.Lock()
        self._lasting = LastingPool(self.pool, self._drop)
        self._cluster: Cluster | None = None
        self._address = cluster

    def for_work(self, work_s: float, setup: Setup, *, is_apart: bool = False) -> Team:
        """Who does so many seconds of work. Raises ClusterError.

        The cores are shared out: several processes have a thread each, one has all of them. Those
        of ``is_apart`` are never this process, which an engine might end, or hold for ever.
        """
        if self._address:
            if self._cluster is None:
                from oped_audio.narration.cluster import Cluster  # noqa: PLC0415 - asyncio

                self._cluster = Cluster(self._address, self._jobs)
            return self._cluster.team(setup)
        number = self._jobs if is_apart else workers(work_s, self._jobs)
        setup = replace(setup, threads=self._jobs // number)
        if number == 1 and not is_apart:
            return Home(SerialExecutor(), setup, self._jobs)
        return Home(self._lasting, setup, self._jobs)

    def pool(self) -> Executor:
        """The processes, one a core, for whatever can be done in one."""
        with self._lock:
            if self._pool is None:
                context = get_context("spawn")
                self._stop = context.RawValue(
                    "b", 0
                )  # without a lock, which may die with its owner
                self._pool = _Pool(self._jobs, context, _begin, (self._stop,))
            return self._pool

    def _drop(self, broken: Executor) -> None:
        with self._lock:
            if self._pool is broken:
                self._pool = None

    def close(self) -> None:
        """End the processes; what they have not begun is dropped, and what asks is stopped."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            self._stop.value = 1
            pool.shutdown(cancel_futures=True)
        if self._cluster is not None:
            self._cluster.close()
            self._cluster = None


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
    ignore_interrupts()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)
