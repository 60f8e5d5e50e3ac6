"""A Dask cluster as a team: workers on other machines, or ``local``, processes on this one.

What is under way when the scheduler goes is asked for again when it is back, and Dask does so for a
worker that dies. What was finished is among the shared clips, or here, and is not done again.
"""

import asyncio
import logging
import threading
import warnings
from collections.abc import Mapping
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

from oped_audio.errors import ClusterError, OpedAudioError
from oped_audio.narration.away import narrate_away
from oped_audio.narration.clip_format import all_unpacked
from oped_audio.narration.futures import pass_on
from oped_audio.narration.handing import Answer, Order
from oped_audio.narration.settings import LOCAL
from oped_audio.narration.workload import ON_CLUSTER, Portion
from oped_audio.version import PROGRAM_VERSION
from oped_audio.voices.engine import Setup

_CONNECT_S = 30
_WORKERS_S = 30
"""For which the first worker is waited for."""
_REACH_S = 3
_ATTEMPTS = 3
"""At what was under way when the scheduler went."""
_GPU = "GPU"
"""The resource that Dask's documentation gives to workers with one."""
_OUR_CLUSTER = {
    "distributed.scheduler.worker-ttl": "60s",
    "distributed.scheduler.no-workers-timeout": "60s",
    "distributed.worker.memory.terminate": False,
    "distributed.worker.memory.pause": False,
    "distributed.worker.memory.spill": False,
    "distributed.worker.memory.target": False,
}


@dataclass(frozen=True, slots=True)
class _Errand:
    outer: Future[Answer]
    order: Order
    setup: Setup
    needed: Mapping[str, float]
    """Resources, as Dask calls what a worker says it has."""


@dataclass(frozen=True, slots=True)
class _Connection:
    client: Any
    cluster: Any
    """Our own one; None for somebody's."""
    is_direct: bool
    """Whether workers can be reached, so that what they made need not go by way of the scheduler.
    """

    def submit(self, errand: _Errand) -> Future[list[bytes | None]]:
        """Have it done once; the clips are packed.

        Dask's own executor never tells of a call whose answer was on its way when the scheduler
        went, so this asks for the answer itself.
        """
        called = (narrate_away, errand.order, errand.setup, PROGRAM_VERSION)
        asked = self.client.submit(*called, pure=False, resources=errand.needed or None)
        told: Future[list[bytes | None]] = Future()

        async def tell() -> None:
            try:
                told.set_result(await self._made_by(asked))
            except BaseException as error:  # noqa: BLE001 - who waits must be told
                told.set_exception(error)

        self.client.loop.add_callback(tell)
        return told

    async def _made_by(self, asked: Any) -> list[bytes | None]:
        """What came of a call: from the worker itself, else by way of the scheduler."""
        made: list[bytes | None] = await self.client.gather(
            asked, direct=self.is_direct, asynchronous=True
        )
        return made

    def close(self) -> None:
        with suppress(Exception):  # whatever state it is in, there is nothing to be done about it
            self.client.close(timeout=5)
        if self.cluster is not None:
            with suppress(Exception):
                self.cluster.close(timeout=10)


class Cluster:
    """Is connected to when first needed, and again if it was lost."""

    def __init__(self, address: str, jobs: int) -> None:
        """``jobs`` is how many workers ``local`` has."""
        self.address = address
        self._jobs = jobs
        self._lock = threading.Lock()
        self._connection: _Connection | None = None
        self._again = ThreadPoolExecutor(1)
        """Connects anew; nothing may wait in the threads in which Dask tells what happened."""

    def team(self, setup: Setup) -> "Away":
        """Who speaks with engines that are set up so. Raises ClusterError."""
        try:
            workers = self._connected().client.scheduler_info(n_workers=-1)["workers"]
        except (OSError, ValueError) as error:
            raise self._gone() from error
        declared = {name for worker in workers.values() for name in worker["resources"]}
        return Away(self, setup, frozenset(declared), max(self._jobs, len(workers)))

    def submit(self, order: Order, setup: Setup, needed: Mapping[str, float]) -> Future[Answer]:
        """Have it narrated by a worker that has what is needed. Raises ClusterError."""
        outer: Future[Answer] = Future()
        self._try(_Errand(outer, order, setup, needed), _ATTEMPTS)
        return outer

    def close(self) -> None:
        """Drop what is under way; leave the cluster, or end our own."""
        self._again.shutdown(wait=False, cancel_futures=True)
        with self._lock:
            connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _try(self, errand: _Errand, attempts: int) -> None:
        connection = self._connected()

        def done(inner: Future[list[bytes | None]]) -> None:
            if not _is_lost(inner):
                pass_on(inner, errand.outer, partial(_told, self.address), all_unpacked)
            elif attempts == 1:
                errand.outer.set_exception(self._gone())
            else:
                try:
                    self._again.submit(self._retry, errand, attempts - 1, connection)
                except RuntimeError:  # closed meanwhile
                    errand.outer.cancel()

        connection.submit(errand).add_done_callback(done)

    def _retry(self, errand: _Errand, attempts: int, lost: _Connection) -> None:
        with self._lock:
            if self._connection is lost:
                self._connection = None
                lost.close()
        try:
            self._try(errand, attempts)
        except Exception:  # noqa: BLE001 - whatever it is, who waits must be told
            errand.outer.set_exception(self._gone())

    def _gone(self) -> ClusterError:
        advice = "start it and run the build again: what was narrated is kept"
        return ClusterError(self.address, "its scheduler went away", advice)

    def _connected(self) -> _Connection:
        with self._lock:
            if self._connection is None:
                self._connection = _connect(self.address, self._jobs)
            return self._connection


@dataclass(frozen=True, slots=True)
class Away:
    """Speaks on the workers of a cluster."""

    cluster: Cluster
    setup: Setup
    declared: frozenset[str]
    """The resources that workers say they have."""
    ahead: int
    portion: Portion = ON_CLUSTER
    is_here: bool = False

    def hand_out(self, order: Order) -> Future[Answer]:
        """As a Team does: to those that say they have the engine, if there are any."""
        wanted = order.engines
        if self.setup.device not in {"auto", "cpu"}:
            wanted |= {_GPU}
        needed = dict.fromkeys(sorted(wanted & self.declared), 1.0)
        return self.cluster.submit(order, self.setup, needed)


def _connect(address: str, jobs: int) -> _Connection:
    try:
        import dask
        import distributed
    except ImportError as error:
        advice = 'run `pip install "oped-audio[cluster]"`'
        raise ClusterError(address, "Dask is not installed", advice) from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters comes as an error
    cluster = None
    with warnings.catch_warnings(), dask.config.set(_OUR_CLUSTER):
        warnings.simplefilter("ignore")  # of other versions: what matters of them we look at
        if address == LOCAL:
            start: Any = distributed.LocalCluster
            cluster = start(
                n_workers=jobs,
                threads_per_worker=1,
                memory_limit=0,
                host="127.0.0.1",
                dashboard_address=None,
                silence_logs=logging.CRITICAL,
            )
        try:
            connect: Any = distributed.Client
            client = connect(cluster or address, timeout=_CONNECT_S, set_as_default=False)
        except (OSError, ValueError) as error:
            advice = "check the address, or start one with `dask scheduler`"
            raise ClusterError(address, f"no scheduler answers ({error})", advice) from error
    try:
        client.wait_for_workers(1, timeout=_WORKERS_S)
    except (TimeoutError, OSError) as error:
        _Connection(client, cluster, False).close()
        advice = f"start some with `dask worker {address} --nthreads 1`"
        raise ClusterError(address, "it has no workers", advice) from error
    return _Connection(client, cluster, _reaches_workers(client))


def _reaches_workers(client: Any) -> bool:
    """Whether a worker answers here; some clusters show no more than their scheduler."""
    from distributed.comm.core import connect

    async def reach() -> None:
        (worker, *_) = client.scheduler_info(n_workers=-1)["workers"]
        comm = await connect(worker, timeout=_REACH_S, **client.connection_args)  # type: ignore[no-untyped-call]
        await comm.close()

    try:
        client.sync(reach)
    except (OSError, ValueError):
        return False
    return True


def _is_lost(future: Future[Any]) -> bool:
    return isinstance(future.exception(), CancelledError | asyncio.CancelledError | OSError)


def _told(address: str, error: BaseException) -> BaseException:
    """An error of Dask's as one of ours."""
    from distributed import KilledWorker

    if isinstance(error, OpedAudioError):
        return error
    if isinstance(error, KilledWorker):
        reason = "several workers died, one after the other, of the same sentences"
        advice = "look at their logs and their memory; what was narrated is kept"
        return ClusterError(address, reason, advice)
    reason = f"a worker cannot do what it is asked to ({_first_cause(error)})"
    return ClusterError(address, reason, "install the same oped-audio on all workers")


def _first_cause(error: BaseException) -> str:
    while error.__cause__ is not None:
        error = error.__cause__
    return f"{type(error).__name__}: {error}"
