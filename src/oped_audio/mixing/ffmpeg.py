"""Runs the ffmpeg that comes in a wheel, with sound streamed into it."""

import subprocess
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile

from oped_audio.errors import EncodingError

_BLOCK = 1 << 18


@cache
def executable() -> str:
    """Path of the program."""
    import imageio_ffmpeg

    return imageio_ffmpeg.get_ffmpeg_exe()  # type: ignore[no-any-return]


def feed(arguments: Sequence[str], blocks: Iterable[bytes], name: str) -> str:
    """Run ffmpeg with the blocks as its standard input; give what it says on standard error.

    ``name`` is what the sound is called in an EncodingError, which is raised if ffmpeg fails.
    """
    command = [executable(), "-hide_banner", "-nostats", *arguments]
    with TemporaryFile() as said:
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=said
        ) as process:
            assert process.stdin  # noqa: S101 - it is a pipe
            try:
                with process.stdin as stream:
                    for block in blocks:
                        stream.write(block)
            except BrokenPipeError:
                pass  # it says why below
            except BaseException:
                process.kill()
                raise
        said.seek(0)
        told = said.read().decode("utf-8", "replace")
    if process.returncode:
        lines = [line for line in told.splitlines() if line.strip()]
        raise EncodingError(name, lines[-1].strip() if lines else f"status {process.returncode}")
    return told


def decode(path: Path, sample_rate: int, name: str) -> Iterator[bytes]:
    """The sound of a file as s16le mono, block by block. Raises EncodingError."""
    arguments = ["-i", str(path), "-map", "0:a", "-ac", "1", "-ar", str(sample_rate)]
    command = [executable(), "-loglevel", "error", *arguments, "-f", "s16le", "pipe:1"]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE) as process:
        assert process.stdout  # noqa: S101 - it is a pipe
        try:
            while block := process.stdout.read(_BLOCK):
                yield block
        finally:
            process.stdout.close()
    if process.returncode:
        raise EncodingError(name, f"{path.name} could not be decoded")


def pcm_input(sample_rate: int, path: Path | None = None) -> tuple[str, ...]:
    """Arguments for s16le mono from a file, or from standard input."""
    source = str(path) if path else "pipe:0"
    return ("-f", "s16le", "-ar", str(sample_rate), "-ac", "1", "-i", source)
