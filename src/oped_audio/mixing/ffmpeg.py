"""Runs the ffmpeg that comes in a wheel, with sound streamed into it."""

import subprocess
from collections.abc import Iterable, Sequence
from functools import cache
from tempfile import TemporaryFile

from oped_audio.errors import EncodingError


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


def pcm_input(sample_rate: int) -> tuple[str, ...]:
    """Arguments for s16le mono on standard input."""
    return ("-f", "s16le", "-ar", str(sample_rate), "-ac", "1", "-i", "pipe:0")
