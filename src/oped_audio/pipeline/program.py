"""What this program is, in one word: whoever else has the same makes the same books."""

import hashlib
import sys
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent.parent
_DISTRIBUTIONS = (".dist-info", ".egg-info")


@cache
def program() -> str:
    """A sha256 of our own code and data, of Python, and of the names and versions of all that is
    installed beside it."""
    told = hashlib.sha256(f"{sys.version} {sys.platform}".encode())
    for path in sorted(_PACKAGE.rglob("*")):
        if path.suffix != ".pyc" and path.is_file():
            told.update(path.relative_to(_PACKAGE).as_posix().encode())
            told.update(hashlib.sha256(path.read_bytes()).digest())
    told.update("\n".join(sorted(_installed())).encode())
    return told.hexdigest()


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
