"""Where an article comes from, and the bytes there, or an error that says why there are none."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from oped_audio.errors import InputMissingError, TooLargeError
from oped_audio.reading.normalise import normalise

SIZE_LIMIT = 20_000_000
"""Bytes; the longest novels have a quarter of it."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file, an address or standard input, opened for a reader."""

    name: str
    """The path, the address or ``standard input``: what errors and findings call it."""
    content: bytes
    folder: Path | None = None
    """From which pictures beside the file may be read: from it and below, never above."""
    address: str | None = None
    """http or https: what relative links and pictures are relative to."""
    suffix: str = ""
    """Of the file's name, in lower case with its dot, or the one that fits what the server says;
    empty where neither is known."""
    charset: str | None = None
    """As the server says."""
    fetch: Callable[[str], bytes] | None = None
    """Gets a picture from an absolute address; only an article that was itself fetched has it.

    Raises AddressError.
    """

    @property
    def stem(self) -> str:
        """The file's name without its suffix, or the last part of the address; may be empty."""
        path = PurePosixPath(unquote(urlsplit(self.address).path)) if self.address else None
        if path is None and self.folder is not None:
            return Path(self.name).stem
        return path.stem if path else ""

    @property
    def title(self) -> str:
        """What an article without a title is called: ``winter-sunshine`` -> ``Winter sunshine``."""
        words = re.sub(r"[\W_]+", " ", normalise(self.stem)).strip()
        return words[:1].upper() + words[1:] or "Untitled"


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
