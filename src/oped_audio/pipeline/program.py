"""What this program is, in one word: whoever else has the same makes the same books."""

import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from shutil import which

from oped_audio.mixing.ffmpeg import executable

_PACKAGE = Path(__file__).parent.parent
_DISTRIBUTIONS = (".dist-info", ".egg-info")


@cache
def program() -> str:
    """A sha256 of our own code and data, of Python, of the names and versions of all that is
    installed beside it, and of which ffmpeg is run: the environment may name another."""
    told = hashlib.sha256(f"{sys.version} {sys.platform}".encode())
    for name, content in _files(str(_PACKAGE)):
        told.update(name.encode())
        told.update(hashlib.sha256(content).digest())
    told.update("\n".join(sorted(_installed())).encode())
    told.update(_file(which(executable()) or "").encode("utf-8", "surrogateescape"))
    return told.hexdigest()


def _file(path: str) -> str:
    """A program by its place and state; it is too large to be read each time."""
    status = Path(path).stat()
    return f"{path} {status.st_size} {status.st_mtime_ns}"


def _files(folder: str) -> Iterator[tuple[str, bytes]]:
    """Our own, with what they hold. This is done at each start, and paths as text take half of the
    time of ``Path``."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            if not name.endswith(".pyc"):
                path = f"{place}/{name}"
                with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - as said
                    yield path.removeprefix(folder), file.read()


def _installed() -> set[str]:
    """Such as ``lxml-5.3.0.dist-info``."""
    folders = [Path(place) for place in sys.path]
    return {
        path.name
        for folder in folders
        if folder.is_dir()
        for path in folder.iterdir()
        if path.suffix in _DISTRIBUTIONS
    }
