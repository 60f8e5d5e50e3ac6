"""A large file from an address, which goes on where an earlier attempt stopped."""

import hashlib
import os
import re
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from oped_audio.voices.weights.web import FetchError, ask

TRIES = 5
"""Of one that breaks off."""
_NO_SUCH_RANGE = 416
_PAUSE_S = 0.5
"""Before the second try; twice as long before each other."""


def download(
    address: str, part: Path, size: int, sha256: str, heard: Callable[[int], None]
) -> None:
    """Bring the file at the address to ``part``, where some of it may lie already.

    ``heard`` is told how many bytes are there. When this returns, ``part`` has the size, in bytes,
    and the sha256. Raises FetchError, and leaves what came to go on from; OSError.
    """
    begun = _length(part)
    _complete(address, part, size, heard)
    if begun and not _is(part, sha256):  # what was there is of something else
        part.unlink()
        _complete(address, part, size, heard)
    if not _is(part, sha256):
        part.unlink()
        raise FetchError(
            address, "what is sent is not the file that was published", "try another source"
        )


def _complete(address: str, part: Path, size: int, heard: Callable[[int], None]) -> None:
    for attempt in range(TRIES):
        if _length(part) > size:
            part.unlink()
        heard(_length(part))
        if _length(part) == size:
            return
        try:
            _go_on(address, part, size, heard)
        except FetchError as error:
            if error.status == _NO_SUCH_RANGE and part.exists():
                part.unlink()
            elif not error.passing:
                raise
            if attempt == TRIES - 1:
                raise
            time.sleep(_PAUSE_S * 2**attempt)


def _go_on(address: str, part: Path, size: int, heard: Callable[[int], None]) -> None:
    have = _length(part)
    answer = ask(address, {"Range": f"bytes={have}-"} if have else {})
    if have and not _continues(answer.headers.get("Content-Range", ""), have):
        have = 0
    with closing(answer.response), part.open("ab" if have else "wb") as stream:
        for chunk in answer.chunks():
            have += len(chunk)
            if have > size:
                raise FetchError(answer.address, f"it has more than {size:,} bytes", "")
            stream.write(chunk)
            heard(have)
        stream.flush()
        os.fsync(stream.fileno())
    if have < size:
        reason = f"the connection broke after {have:,} of {size:,} bytes"
        advice = "run it again: it goes on where it stopped"
        raise FetchError(answer.address, reason, advice, passing=True)


def _continues(content_range: str, have: int) -> bool:
    return re.match(rf"bytes {have}-", content_range) is not None


def _length(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _is(path: Path, sha256: str) -> bool:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest() == sha256
