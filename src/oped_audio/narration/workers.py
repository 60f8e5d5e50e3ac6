"""Who speaks: this process, several beside it, or a cluster; each by way of an Executor."""

import functools
import threading
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from oped_audio.errors import SpeakersDiedError
from oped_audio.narration.engines import close_engines, engine_of_process, foresee
from oped_audio.narration.futures import pass_on
from oped_audio.narration.handing import Answer, Order, Team
from oped_audio.narration.lasting_pool import ATTEMPTS, LastingPool
from oped_audio.narration.speaking import LONGEST_S, narrate, narrate_apart
from oped_audio.narration.workload import AT_HOME, Portion, workers
from oped_audio.voices.engine import Setup

if TYPE_CHECKING:
    from oped_audio.narration.cluster import Cluster
    from oped_audio.narration.processes import Processes

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


class Workers:
    """Who speaks: kept for as many articles as there are."""

    def __init__(self, jobs: int, cluster: str = "") -> None:
        """``jobs`` is how many processor cores may be used here.

        ``cluster`` is the address of a Dask scheduler, or ``local`` for one of our own.
        """
        self._jobs = jobs
        self._pool: Processes | None = None
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
                from oped_audio.narration.processes import Processes  # noqa: PLC0415 - most need none

                self._pool = Processes(self._jobs)
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
            pool.stop()
        if self._cluster is not None:
            self._cluster.close()
            self._cluster = None
