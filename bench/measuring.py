"""A command -> what it and all that it started used: processor, time, memory."""

import os
import re
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import psutil

_STEP_S = 0.2
_NOT_YET_ITSELF = 0x40
"""PF_FORKNOEXEC of Linux: a process that is being started, and still has its parent's memory."""


@dataclass(frozen=True, slots=True)
class Use:
    """What a command used."""

    cpu_s: float
    """User and system seconds of all its processes, those of its children too."""
    wall_s: float
    peak_mb: float
    """Megabytes of memory of all its processes at once, what they share counted once; sampled."""


class FailedError(Exception):
    """A command ended with another status than 0; holds the last lines that it printed."""


def use(
    command: Sequence[str | Path],
    environment: Mapping[str, str] | None = None,
    given: Path | None = None,
    told: Path | None = None,
) -> Use:
    """Run a command with a file as its input and one for what it prints."""
    printed = told or Path(os.devnull)
    with (given or Path(os.devnull)).open("rb") as source, printed.open("wb") as target:
        started = time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in command],
            stdin=source,
            stdout=target,
            stderr=subprocess.PIPE,
            env=None if environment is None else dict(environment),
        )
        peaks = [0]
        is_over = threading.Event()
        watcher = threading.Thread(target=_watch, args=(process.pid, peaks, is_over))
        watcher.start()
        complaints = process.stderr.read()
        _, status, used = os.wait4(process.pid, 0)
        wall_s = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        process.stderr.close()
        is_over.set()
        watcher.join()
    if process.returncode:
        last = complaints.decode(errors="replace").strip().splitlines()[-3:]
        raise FailedError(f"{Path(command[0]).name}: status {process.returncode}: {' '.join(last)}")
    return Use(used.ru_utime + used.ru_stime, wall_s, peaks[0] / 1e6)


def used_s(process: int) -> float:
    """Processor seconds of a process and of those that it has started, those that ended too."""
    total = 0.0
    found = psutil.Process(process)
    for one in (found, *found.children(recursive=True)):
        times = one.cpu_times()
        total += times.user + times.system + times.children_user + times.children_system
    return total


def medians(uses: Sequence[Use]) -> Use:
    """The median of each figure."""
    return Use(
        median(one.cpu_s for one in uses),
        median(one.wall_s for one in uses),
        median(one.peak_mb for one in uses),
    )


def resident(root: int) -> int:
    """Bytes that a process and all that it started have in memory, what they share counted once."""
    total, waiting = 0, [root]
    while waiting:
        process = waiting.pop()
        total += _size(process)
        waiting += _children(process)
    return total


def _children(process: int) -> list[int]:
    """Looked up from each thread: to look through all processes would cost a busy machine much."""
    found: list[int] = []
    try:
        for path in Path(f"/proc/{process}/task").glob("*/children"):
            found += map(int, path.read_text().split())
    except OSError:  # it, or a thread of it, has ended meanwhile
        pass
    return found


def _size(process: int) -> int:
    try:
        flags = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[6]
        if int(flags) & _NOT_YET_ITSELF:
            return 0
        parts = Path(f"/proc/{process}/smaps_rollup").read_text()
    except (OSError, IndexError):
        return 0
    return 1024 * int((re.findall(r"Pss: +(\d+)", parts) or [0])[0])


def _watch(root: int, peaks: list[int], is_over: threading.Event) -> None:
    while not is_over.wait(_STEP_S):
        peaks[0] = max(peaks[0], resident(root))
