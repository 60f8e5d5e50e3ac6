"""One process at a time in a folder. The lock goes when its holder does, however it ends."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

_NAME = ".lock"
_AGAIN_S = 0.2


@contextmanager
def locked(folder: Path, on_wait: Callable[[], None]) -> Iterator[None]:
    """Hold the folder, which is there; ``on_wait`` is called once if another has it.

    Where the file system knows no locks, nothing is held. Raises OSError if it cannot be written.
    """
    with (folder / _NAME).open("ab") as file:
        waited = False
        while not _taken(file):
            if not waited:
                on_wait()
                waited = True
            time.sleep(_AGAIN_S)
        yield


if sys.platform == "win32":
    import msvcrt

    def _taken(file: IO[bytes]) -> bool:
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        except OSError:
            return True
        return True

else:
    import fcntl

    def _taken(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True
