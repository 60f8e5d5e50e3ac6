"""The voices whose weights we know, and the files of each.

``catalogue.toml`` lists them; piper has besides whatever voice somebody puts into its folder.
"""

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import Any

from oped_audio.errors import EngineUnavailableError, VoiceNotInstalledError, reason_of
from oped_audio.model.audio import Voice
from oped_audio.voices.weights import piper_folder
from oped_audio.voices.weights.files import (
    Archive,
    Part,
    WeightsFile,
    joined,
    located,
    sha256_of,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A voice and the files that it is made of."""

    voice: Voice
    files: tuple[WeightsFile, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The voices of one engine."""

    requires: tuple[str, ...]
    """Modules that the engine imports, all of them brought by the extra of its name."""
    entries: tuple[Entry, ...]
    """In order of preference."""


def voices_of(engine: str, voices_dir: Path) -> tuple[Voice, ...]:
    """All voices of an engine in order of preference, ``installed`` if all their files are here.

    Empty for an engine that is not in the catalogue.
    """
    folder = voices_dir / engine
    entries = tuple(_entries(engine, voices_dir))
    needed = {file for entry in entries for file in entry.files}
    here = {file for file in needed if located(file, folder)}
    return tuple(replace(e.voice, installed=here.issuperset(e.files)) for e in entries)


def content(engine: str, voice: str, file: str, voices_dir: Path) -> bytes:
    """A file that the voice needs, such as ``model.onnx``.

    Raises VoiceNotInstalledError, and EngineUnavailableError for a file that cannot be read.
    """
    for needed in _files(engine, voice, voices_dir):
        if needed.name == file and (paths := located(needed, voices_dir / engine)):
            try:
                return b"".join(joined(paths))
            except OSError as error:
                raise _unreadable(engine, paths, error) from error
    raise VoiceNotInstalledError(engine, voice)


def digest(engine: str, voice: str, voices_dir: Path) -> str:
    """The sha256, in hex, of the names and contents of all files of the voice as they are now.

    Raises as ``content`` does.
    """
    whole = hashlib.sha256()
    for file in _files(engine, voice, voices_dir):
        paths = located(file, voices_dir / engine)
        if not paths:
            raise VoiceNotInstalledError(engine, voice)
        try:
            whole.update(f"{file.name} {sha256_of(paths)}\n".encode())
        except OSError as error:
            raise _unreadable(engine, paths, error) from error
    return whole.hexdigest()


def missing_modules(engine: str) -> tuple[str, ...]:
    """What the engine imports and is not here; empty for one that is not in the catalogue."""
    shelf = catalogue().get(engine)
    return tuple(name for name in shelf.requires if find_spec(name) is None) if shelf else ()


def bring_engine(engine: str) -> str:
    """The command that brings all that an engine of the catalogue imports."""
    return f'pip install "oped-audio[{engine}]"'


@cache
def catalogue() -> Mapping[str, Shelf]:
    """What ``catalogue.toml`` says, by engine."""
    text = (files(__package__) / "catalogue.toml").read_text("utf-8")
    tables = tomllib.loads(text)
    archives = {name: Archive(name, **row) for name, row in tables["archives"].items()}
    shelves = {
        name: Shelf(tuple(table["requires"]), tuple(_read(name, table, archives)))
        for name, table in tables["engines"].items()
    }
    return MappingProxyType(shelves)


def _read(
    engine: str, table: Mapping[str, Any], archives: Mapping[str, Archive]
) -> Iterator[Entry]:
    shared = tuple(_file(row, "", archives) for row in table.get("files", ()))
    own: Mapping[str, Any] = table.get("voice_file", {})
    for row in table["voices"]:
        voice = Voice(
            engine,
            row["id"],
            row["name"],
            (row["language"],),
            row["gender"],
            row.get("quality", table["quality"]),
            table["speed"],
            table["licence"],
        )
        given = {**own, **row, "name": own["name"]} if own else {}
        yield Entry(voice, (*shared, _file(given, voice.id, archives)) if given else shared)


def _file(row: Mapping[str, Any], voice: str, archives: Mapping[str, Archive]) -> WeightsFile:
    parts = (part.replace("{id}", voice).partition(":") for part in row.get("parts", ()))
    return WeightsFile(
        row["name"].replace("{id}", voice),
        row["size"],
        row["sha256"],
        tuple(Part(archives[package], member) for package, _, member in parts),
        row.get("address", "").replace("{id}", voice),
    )


def _entries(engine: str, voices_dir: Path) -> Iterator[Entry]:
    shelf = catalogue().get(engine)
    known = shelf.entries if shelf else ()
    yield from known
    if engine == "piper":
        ids = {entry.voice.id for entry in known}
        for voice, own in piper_folder.voices(voices_dir / engine):
            if voice.id not in ids:
                yield Entry(voice, own)


def _files(engine: str, voice: str, voices_dir: Path) -> tuple[WeightsFile, ...]:
    for entry in _entries(engine, voices_dir):
        if entry.voice.id == voice:
            return entry.files
    raise VoiceNotInstalledError(engine, voice)


def _unreadable(engine: str, paths: tuple[Path, ...], error: OSError) -> EngineUnavailableError:
    reason = f"{error.filename or paths[0]} cannot be read: {reason_of(error)}"
    return EngineUnavailableError(engine, reason, "install the voice again")
