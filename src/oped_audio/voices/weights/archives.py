"""Members of wheels and npm tarballs, by exact name; no path in an archive is ever written to."""

import gzip
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO

_CHUNK = 1 << 20

Sink = Callable[[bytes], object]


class DamagedArchiveError(Exception):
    """An archive that does not hold what it should. The argument says why."""


def extract(archive: Path, sinks: Mapping[str, Sink]) -> None:
    """Give the content of each member that has a sink to it, in chunks, in the archive's order.

    A folder or a link is no member, nor is a second one of a name. Raises DamagedArchiveError,
    OSError, and what a sink raises.
    """
    try:
        if zipfile.is_zipfile(archive):
            _extract_zip(archive, sinks)
        else:
            _extract_tar(archive, sinks)
    except (
        zipfile.BadZipFile,
        tarfile.TarError,
        gzip.BadGzipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
    ) as error:
        raise DamagedArchiveError(str(error) or type(error).__name__) from error


def _extract_zip(archive: Path, sinks: Mapping[str, Sink]) -> None:
    with zipfile.ZipFile(archive) as file:
        names = set(file.namelist())
        for name, sink in sinks.items():
            if name in names and not name.endswith("/"):
                with file.open(name) as content:
                    _pour(content, sink)


def _extract_tar(archive: Path, sinks: Mapping[str, Sink]) -> None:
    left = dict(sinks)
    with tarfile.open(archive, "r|*") as file:
        for member in file:
            content = file.extractfile(member) if member.isreg() and member.name in left else None
            if content is not None:
                _pour(content, left.pop(member.name))
            if not left:
                return


def _pour(content: IO[bytes], sink: Sink) -> None:
    while chunk := content.read(_CHUNK):
        sink(chunk)
