"""The only reader and writer of the cache folder: bytes by the key of what they were made of.

An entry is a file that begins with the digest of the rest, or, where others read it too, one with
the digest beside it. It is complete from the moment it has its name, is verified whenever it is
read, and goes when the folder grows over its cap and nothing else has been unused for longer.
Nothing here is needed: what is missing is made again.
"""

import hashlib
import os
import re
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TypeVar

from oped_audio.errors import OutputError, reason_of

Found = TypeVar("Found")

_DIGEST = ".sha256"
_UNFINISHED = ".part"
_ENTRY = re.compile(r"([0-9a-f]{1,2})/\1[0-9a-f]{62,63}\.[a-z0-9]+")
"""Where an entry lies in the folder of its kind; earlier versions made 256 folders of it."""
_PLACES = (".*", "*/[0-9a-f]/*", "*/[0-9a-f][0-9a-f]/*")
"""Where entries lie, and what they are made from."""
_BEING_WRITTEN = re.compile(r"\.[0-9a-f]{64}\..+\.part")
"""What an entry is named until it is complete, and what it is made from."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """A folder of entries of one kind."""

    folder: Path
    suffix: str
    """Of an entry's file name, such as ``.clip``."""

    def path(self, key: str) -> Path:
        """Where the entry lies, whether or not it is there."""
        return self.folder / key[:1] / f"{key}{self.suffix}"

    def _verified(self, key: str, check: Callable[[Path], Found | None]) -> Found | None:
        """What ``check`` gives of the entry's file, marked as just used; None if there is none.

        It gives None for what is not what was stored: that is removed, and DamagedEntryError is
        raised. Raises OutputError if the file cannot be read.
        """
        path = self.path(key)
        try:
            found = check(path)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise unusable(path, error) from error
        if found is None:
            path.unlink(missing_ok=True)
            raise DamagedEntryError(str(path))
        with suppress(OSError):
            os.utime(path)
        return found

    @contextmanager
    def _unfinished(self, key: str) -> Iterator[Path]:
        """Give a file to write and to rename; it is removed if it is not.

        Raises OutputError if the folder cannot be written.
        """
        path = self.path(key)
        writer = f"{os.getpid()}.thread-{threading.get_ident()}"
        unfinished = path.with_name(f".{path.name}.{writer}{_UNFINISHED}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            yield unfinished
        except OSError as error:
            raise unusable(path, error) from error
        finally:
            with suppress(OSError):
                unfinished.unlink()


@dataclass(frozen=True, slots=True)
class SealedStore(_Kind):
    """Entries that nobody else reads."""

    def read(self, key: str) -> bytes | None:
        """The entry's content, marked as just used; None if there is none.

        Raises DamagedEntryError, having removed the entry, if it is not what was stored.
        """
        return self._verified(key, lambda path: unsealed(path.read_bytes()))

    def keep(self, key: str, *pieces: bytes) -> None:
        """Store the content, which may come in pieces. Raises OutputError."""
        with self._unfinished(key) as unfinished:
            with unfinished.open("wb") as file:
                file.write(seal(*pieces))
                file.writelines(pieces)
            unfinished.replace(self.path(key))


@dataclass(frozen=True, slots=True)
class ContentStore(_Kind):
    """Entries that are files as others want them."""

    def find(self, key: str) -> Path | None:
        """The entry's file, verified and marked as just used; None if there is none.

        Raises DamagedEntryError, having removed the entry, if it is not what was stored.
        """
        return self._verified(key, lambda path: path if _has_its_digest(path) else None)

    def obtain(
        self, key: str, make: Callable[[Path], object], on_damage: Callable[[str], None]
    ) -> Path:
        """The entry's file, written by ``make`` if there is none or it was damaged, which is told.

        Raises OutputError.
        """
        if undamaged(lambda: self.find(key), on_damage) is None:
            with self.writing(key) as path:
                make(path)
        return self.path(key)

    @contextmanager
    def writing(self, key: str) -> Iterator[Path]:
        """Give a file to write, which becomes the entry when the block ends without an error.

        Raises OutputError if the folder cannot be written.
        """
        with self._unfinished(key) as unfinished:
            yield unfinished
            path = self.path(key)
            with unfinished.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
            beside = unfinished.with_name(f"{unfinished.name}{_DIGEST}{_UNFINISHED}")
            beside.write_text(digest)
            beside.replace(path.with_suffix(_DIGEST))
            unfinished.replace(path)  # last, so that an entry that is there is whole


def seal(*pieces: bytes) -> bytes:
    """What is written before a content: a line with its digest."""
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(piece)
    return digest.hexdigest().encode() + b"\n"


def unsealed(sealed: bytes) -> bytes | None:
    """The content behind a seal; None if that is not its own."""
    _, _, content = sealed.partition(b"\n")
    return content if sealed.startswith(seal(content)) else None


def _has_its_digest(path: Path) -> bool:
    expected = path.with_suffix(_DIGEST).read_bytes()
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest().encode() == expected


class DamagedEntryError(Exception):
    """An entry's content is not what was stored. The argument is its path."""


def undamaged(find: Callable[[], Found | None], on_damage: Callable[[str], object]) -> Found | None:
    """What is found; None if it was damaged, which is told."""
    try:
        return find()
    except DamagedEntryError as error:
        on_damage(str(error))
        return None


def tidy(folder: Path, cap_bytes: int) -> None:
    """Cut the cache to its cap, least recently used out first; sweep what dead runs left.

    Whatever else lies in the folder is nobody's to remove: it may be any folder of the user's.
    """
    entries = []
    with suppress(OSError):
        for path in chain.from_iterable(map(folder.glob, _PLACES)):
            place = f"{path.parent.name}/{path.name}"
            if _BEING_WRITTEN.fullmatch(path.name):
                sweep(path)
            elif _ENTRY.fullmatch(place) and path.suffix != _DIGEST and path.is_file():
                status = path.stat()
                entries.append((status.st_mtime_ns, status.st_size, path))
    total = sum(size for _, size, _ in entries)
    for _, size, path in sorted(entries):
        if total <= cap_bytes:
            return
        path.unlink(missing_ok=True)
        path.with_suffix(_DIGEST).unlink(missing_ok=True)
        total -= size


def sweep(path: Path) -> None:
    """Remove what a process left that has ended; its number is the last in the file's name."""
    numbers = (part for part in reversed(path.name.split(".")) if part.isdecimal())
    writer = next(numbers, None)
    if writer is not None and not _is_running(int(writer)):
        path.unlink(missing_ok=True)


def _is_running(process: int) -> bool:
    if sys.platform == "win32":  # there, signal 0 is not a question
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def unusable(path: Path, error: OSError) -> OutputError:
    """What to raise where a file in the cache folder cannot be read or written."""
    advice = "choose another cache folder with --cache, or free some space"
    return OutputError(str(path.parent), reason_of(error), advice)
