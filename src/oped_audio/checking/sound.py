"""An audio file -> stretches of it as PCM, 16 kHz mono, decoded once from begin to end."""

import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

SAMPLE_RATE = 16_000
"""Hertz, which recognisers listen at."""
BYTES_A_MS = 2 * SAMPLE_RATE // 1000
_CHUNK = 1 << 16


def stretches(audio: Path, bounds: Iterable[tuple[int, int]]) -> Iterator[bytes]:
    """The sound between each pair of times, in milliseconds; s16le.

    What lies behind the end of the file, or cannot be decoded, is missing in it. Pairs that do not
    ascend cost another decoding each. Memory is what the longest of them takes.
    """
    waiting = list(bounds)
    while waiting:
        with _decoded(audio) as stream:
            at = 0
            kept = b""
            while waiting:
                begin, end = (ms * BYTES_A_MS for ms in waiting[0])
                if begin < at - len(kept):
                    break
                kept = kept[max(len(kept) - (at - begin), 0) :] if begin < at else b""
                at += _skip(stream, begin - at)
                if at < begin:
                    kept = b""
                wanted = end - at
                more = stream.read(wanted) if wanted > 0 and at >= begin else b""
                at += len(more)
                kept += more
                yield kept[: end - begin]
                waiting.pop(0)


def _skip(stream: IO[bytes], count: int) -> int:
    left = count
    while left > 0 and (chunk := stream.read(min(left, _CHUNK))):
        left -= len(chunk)
    return max(count, 0) - max(left, 0)


@contextmanager
def _decoded(audio: Path) -> Iterator[IO[bytes]]:
    import imageio_ffmpeg

    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-nostdin", "-v", "quiet"]
    # Only a file of the book itself is opened, whatever it says that it consists of.
    command += ["-protocol_whitelist", "file,pipe", "-i", f"file:{audio}", "-map", "0:a:0"]
    command += ["-f", "s16le", "-ac", "1", "-ar", str(SAMPLE_RATE), "-"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        try:
            yield process.stdout or _nothing()
        finally:
            with suppress(OSError):
                process.kill()


def _nothing() -> IO[bytes]:
    raise RuntimeError("a pipe was asked for")
