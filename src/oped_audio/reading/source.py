"""A path -> the bytes of the file there, or an error that says why there are none."""

from pathlib import Path

from oped_audio.errors import InputMissingError, TooLargeError

SIZE_LIMIT = 20_000_000
"""Bytes; the longest novels have a quarter of it."""


def load(path: Path, limit: int = SIZE_LIMIT) -> bytes:
    """All bytes of a file. Raises InputMissingError, TooLargeError."""
    try:
        if path.is_dir():
            raise InputMissingError(str(path), "it is a folder")
        with path.open("rb") as file:
            data = file.read(limit + 1)
        size = max(len(data), path.stat().st_size)
    except FileNotFoundError:
        raise InputMissingError(str(path), "there is no such file") from None
    except PermissionError:
        raise InputMissingError(str(path), "you may not read it") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputMissingError(str(path), reason) from None
    if len(data) > limit:
        raise TooLargeError(str(path), size, limit, "bytes")
    return data
