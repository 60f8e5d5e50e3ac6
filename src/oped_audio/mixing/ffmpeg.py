"""Runs the ffmpeg that comes in a wheel, with sound streamed into it."""

import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from oped_audio.errors import EncodingError, FfmpegUnavailableError

_BLOCK = 1 << 18
_PATIENCE_S = 120.0
"""For which ffmpeg may neither take nor give anything, nor end, before it is taken to hang."""
_FULL = "No space left on device"
_LOOKING = threading.Lock()
_ROUNDED_S = 0.1
_AT_THE_END = re.compile(r"size= *(?:(\d+)[kK]i?B|N/A) +time=(\d+):(\d+):([\d.]+)")


def look_for() -> None:
    """Have ``executable`` found meanwhile: it is started to see whether it works."""

    def look() -> None:
        with suppress(FfmpegUnavailableError):  # told to who needs it
            executable()

    threading.Thread(target=look).start()


def executable() -> str:
    """Path of the program. Raises FfmpegUnavailableError."""
    with _LOOKING:
        return _executable()


@cache
def _executable() -> str:
    import imageio_ffmpeg

    return _asked(imageio_ffmpeg.get_ffmpeg_exe)


@cache
def version() -> str:
    """What the program says it is. Raises FfmpegUnavailableError."""
    import imageio_ffmpeg

    return _asked(imageio_ffmpeg.get_ffmpeg_version)


def _asked(ask: Callable[[], str]) -> str:
    """What starts ffmpeg to find out; once more if that was killed."""
    for _ in range(2):
        with suppress(RuntimeError, OSError, subprocess.SubprocessError):
            return ask()
    raise FfmpegUnavailableError


@dataclass(frozen=True, slots=True)
class Fed:
    """What ffmpeg was given, and what it told."""

    report: str
    """All that it said on standard error."""
    size: int
    """Bytes that it was given by standard input, whether it took them or not."""

    def lacks(self, seconds: float) -> bool:
        """Whether less came out than so much, but for what a format or its clock rounds away."""
        return self.seconds_made < seconds - _ROUNDED_S

    @property
    def seconds_made(self) -> float:
        """Of what came out, as it says."""
        return self._at_the_end[1]

    @property
    def size_made(self) -> int:
        """Bytes of it, as it says, to the nearest KiB; 0 where it made no file."""
        return self._at_the_end[0]

    @property
    def _at_the_end(self) -> tuple[int, float]:
        found = _AT_THE_END.findall(self.report)
        if not found:
            return 0, 0.0
        kibibytes, hours, minutes, seconds = found[-1]
        return 1024 * int(kibibytes or 0), 3600 * int(hours) + 60 * int(minutes) + float(seconds)


def feed(arguments: Sequence[str], blocks: Iterable[bytes], name: str, seconds: float = 0.0) -> Fed:
    """Run ffmpeg with the blocks as its standard input.

    ``name`` is what the sound is called in an EncodingError, which is raised if ffmpeg fails or
    hangs. ``seconds`` is the length of the sound that it reads from files: what takes longer than
    to listen to it hangs.
    """
    command = [executable(), "-hide_banner", "-nostats", "-nostdin", *arguments]
    with _place_for_a_report() as said:
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=said
        ) as process:
            _let_work(process.pid)
            with _watched(process, _PATIENCE_S + seconds) as watch:
                size = _give(blocks, process, watch)
                process.wait()
        said.seek(0)
        told = said.read().decode("utf-8", "replace")
    if process.returncode:
        reason = watch.reason or _reason(told, process.returncode)
        raise EncodingError(name, reason)
    return Fed(told, size)


def _give(blocks: Iterable[bytes], process: subprocess.Popen[bytes], watch: "_Watch") -> int:
    """How many bytes they have, whether the process takes them or not."""
    assert process.stdin  # noqa: S101 - it is a pipe
    size = 0
    try:
        with process.stdin as stream:
            for block in blocks:
                size += len(block)
                stream.write(block)
                watch.seen = time.monotonic()
    except BrokenPipeError:
        pass  # it says why at its end
    except BaseException:
        process.kill()
        raise
    return size


def _place_for_a_report() -> IO[bytes]:
    """A file that is gone when it is closed; in memory where there are such, for it is written to
    ten times for each second of sound."""
    if sys.platform == "linux":
        return os.fdopen(os.memfd_create("ffmpeg"), "w+b")
    return TemporaryFile()


def _reason(told: str, status: int) -> str:
    lines = [line.strip() for line in told.splitlines() if line.strip()]
    if any(_FULL in line for line in lines):
        return _FULL
    if status < 0:
        return f"ffmpeg was ended by signal {-status}"
    return lines[-1] if lines else f"status {status}"


@dataclass(slots=True)
class _Watch:
    seen: float = field(default_factory=time.monotonic)
    """When ffmpeg last took or gave something."""
    reason: str = ""
    """Why it was ended; empty if it was not."""


@contextmanager
def _watched(process: subprocess.Popen[bytes], limit_s: float) -> Iterator[_Watch]:
    """End a process that does nothing for so long."""
    watch = _Watch()
    done = threading.Event()

    def look() -> None:
        while not done.wait(min(1.0, limit_s / 4)):
            if time.monotonic() - watch.seen > limit_s:
                watch.reason = f"ffmpeg did nothing for {limit_s:.0f} s"
                process.kill()
                return

    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    try:
        yield watch
    finally:
        done.set()
        watcher.join()


def _let_work(process: int) -> None:
    """Have Linux leave a thread its core until it waits, for nobody talks with this process.

    Else threads take turns at each frame, which is a fifth of the work of two ffmpegs at a time.
    """
    if hasattr(os, "SCHED_BATCH"):
        with suppress(OSError):
            os.sched_setscheduler(process, os.SCHED_BATCH, os.sched_param(0))


def decode(path: Path, sample_rate: int, name: str) -> Iterator[bytes]:
    """The sound of a file as s16le mono, block by block. Raises EncodingError."""
    arguments = ["-i", str(path.absolute()), "-map", "0:a", "-ac", "1", "-ar", str(sample_rate)]
    command = [executable(), "-loglevel", "error", *arguments, "-f", "s16le", "pipe:1"]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE) as process:
        assert process.stdout  # noqa: S101 - it is a pipe
        try:
            with _watched(process, _PATIENCE_S) as watch:
                while block := process.stdout.read(_BLOCK):
                    watch.seen = time.monotonic()
                    yield block
                    watch.seen = time.monotonic()
        finally:
            process.stdout.close()
    if process.returncode:
        raise EncodingError(name, f"{path.name} could not be decoded")


def pcm_source(sample_rate: int, path: Path | None = None) -> str:
    """The filter that gives s16le mono from a file, or from standard input.

    It takes a sixteenth less work than an input does, whose frames go from thread to thread.
    """
    source = _escaped(str(path.absolute())) if path else r"pipe\\:0"
    return f"amovie=filename={source}:f=s16le:format_opts=sample_rate={sample_rate}"


def _escaped(value: str) -> str:
    """As an option of a filter, which stands in a graph (ffmpeg-filters, 4.1)."""
    option = re.sub(r"[\\':]", r"\\\g<0>", value)
    return re.sub(r"[\\'\[\],;]", r"\\\g<0>", option)
