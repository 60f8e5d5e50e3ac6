"""What this program is, in one word: whoever else has the same makes the same books."""

import hashlib
import sys
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
    told.update(_file(which(executable()) or "").encode("utf-8", "surrogateescape"))
    for path in sorted(_PACKAGE.rglob("*")):
        if path.suffix != ".pyc" and path.is_file():
            told.update(path.relative_to(_PACKAGE).as_posix().encode())
            told.update(hashlib.sha256(path.read_bytes()).digest())
    told.update("\n".join(sorted(_installed())).encode())
    return told.hexdigest()


def _file(path: str) -> str:
    """A program by its place and state; it is too large to be read each time."""
    status = Path(path).stat()
    return f"{path} {status.st_size} {status.st_mtime_ns}"


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
