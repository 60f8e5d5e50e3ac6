"""Clips where several machines find them: at an fsspec address such as s3://bucket/clips.

A clip is one object, named by its key and begun by the digest of what follows, so that any number
of builds and workers may write at once: two that write the same key write the same clip. Object
stores show an object when it is whole; elsewhere it is written under another name and renamed. What
a killed writer left is swept a day later. Nothing is ever deleted here but what is damaged.
"""

import json
import os
import secrets
import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count
from typing import Any

from oped_audio.content_store import seal, unsealed
from oped_audio.errors import OutputError
from oped_audio.model.audio import Clip
from oped_audio.narration.clip_format import unpacked

_MARKER = "oped-audio-clips.json"
_UNFINISHED = ".unfinished"
_KEPT = timedelta(days=1)
"""For which what nobody has finished is taken for somebody's work."""
_WHOLE_AT_ONCE = frozenset(
    {"abfs", "abfss", "adl", "az", "gcs", "gs", "memory", "oci", "oss", "r2", "s3", "s3a"}
)
"""Protocols of stores in which an object is there when it is whole, and not before."""
_NUMBERS = count()


@dataclass(frozen=True, slots=True)
class SharedClips:
    """The clips at an address. It travels to workers, who may or may not reach the same store."""

    address: str
    identity: str = field(default="", compare=False)
    """What the store's marker says: who reads the same, sees the same store. Empty for none."""

    def read(self, keys: Sequence[str], on_damage: Callable[[str], object]) -> Iterator["Found"]:
        """Those of the clips that are there, verified. What is damaged is told, and removed.

        Raises OutputError if the store cannot be read.
        """
        files, root = self._opened()
        paths = {_path(root, key): key for key in keys}
        found = files.cat(list(paths), on_error="return") if paths else {}
        for path, key in paths.items():
            content = found.get(path)
            if content is None or isinstance(content, FileNotFoundError | NotADirectoryError):
                continue
            if isinstance(content, Exception):
                raise _unusable(self.address, content) from content
            clip = unsealed(content)
            with suppress(ValueError):
                if clip is not None:
                    yield Found(key, unpacked(clip))
                    continue
            with suppress(Exception):
                files.rm_file(path)
            on_damage(path)

    def has(self, key: str) -> bool:
        """Whether the clip is there, damaged or not; False where that cannot be told."""
        with suppress(Exception):
            files, root = self._opened()
            return bool(files.exists(_path(root, key)))
        return False

    def write(self, key: str, content: bytes) -> None:
        """Put a packed clip there. Raises OutputError."""
        files, root = self._opened()
        _put(files, root, _path(root, key), seal(content) + content, self.address)

    def is_here(self) -> bool:
        """Whether this process sees the store that the build sees; asked once."""
        return bool(self.identity) and _identity_seen(self.address) == self.identity

    def _opened(self) -> tuple[Any, str]:
        return _open(self.address)


@dataclass(frozen=True, slots=True)
class Found:
    """A clip that was there."""

    key: str
    clip: Clip


def shared_clips(address: str, warn: Callable[[str], object]) -> SharedClips:
    """The store at this address, marked as one if it is new.

    Raises OutputError if it cannot be read; that it cannot be written is only warned of.
    """
    files, root = _open(address)
    _sweep(files, root)
    identity = _marked(files, root, address)
    if not identity:
        content = json.dumps({"store": secrets.token_hex(16)}).encode()
        try:
            _put(files, root, f"{root}/{_MARKER}", content, address)
        except OutputError as error:
            warn(str(error))
        identity = _marked(files, root, address)  # another build's, if that was later
    return SharedClips(address, identity)


def _marked(files: Any, root: str, address: str) -> str:
    """What the marker says; empty if there is none. Raises OutputError."""
    try:
        return str(json.loads(files.cat_file(f"{root}/{_MARKER}"))["store"])
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return ""
    except Exception as error:
        raise _unusable(address, error) from error


@cache
def _identity_seen(address: str) -> str:
    with suppress(Exception):  # no such file system, no password …: then it is not here
        files, root = _open(address)
        return _marked(files, root, address)
    return ""


def _open(address: str) -> tuple[Any, str]:
    """The file system and the path in it. Raises OutputError."""
    try:
        import fsspec
    except ImportError as error:
        advice = 'run `pip install "oped-audio[cluster]"`'
        raise OutputError(address, "fsspec is not installed", advice) from error
    try:
        files, root = fsspec.core.url_to_fs(address, use_listings_cache=False)
    except ImportError as error:  # such as: Install s3fs to access S3
        raise OutputError(address, str(error), "install it with pip") from error
    except Exception as error:
        raise _unusable(address, error) from error
    return files, str(root).rstrip("/")


def _put(files: Any, root: str, path: str, content: bytes, address: str) -> None:
    try:
        if _protocols(files) & _WHOLE_AT_ONCE:
            files.pipe_file(path, content)
            return
        name = f"{socket.gethostname()}.{os.getpid()}.{next(_NUMBERS)}.part"
        unfinished = f"{root}/{_UNFINISHED}/{name}"
        files.makedirs(f"{root}/{_UNFINISHED}", exist_ok=True)
        files.makedirs(path.rpartition("/")[0], exist_ok=True)
        try:
            files.pipe_file(unfinished, content)
            files.mv(unfinished, path)
        finally:
            with suppress(Exception):
                files.rm_file(unfinished)
    except Exception as error:
        raise _unusable(address, error) from error


def _sweep(files: Any, root: str) -> None:
    with suppress(Exception):  # tidying is nobody's aim
        before = datetime.now(UTC) - _KEPT
        for path in files.ls(f"{root}/{_UNFINISHED}", detail=False):
            if files.modified(path) < before:
                files.rm_file(path)


def _protocols(files: Any) -> set[str]:
    named = files.protocol
    return {named} if isinstance(named, str) else set(named)


def _path(root: str, key: str) -> str:
    return f"{root}/{key[:2]}/{key}.clip"


def _unusable(address: str, error: Exception) -> OutputError:
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    advice = "check the address, its rights and its space, or choose another with --cache"
    return OutputError(address, reason, advice)
