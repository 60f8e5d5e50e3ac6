"""The only writer into the output folder: each file is complete or the one before, never half.

A file is written under a temporary name beside its place and renamed; one that would not change is
left alone; what an earlier build left and this one no longer makes goes at the end.
"""

import hashlib
import json
import os
import shutil
import stat
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO

from oped_audio.content_store import sweep
from oped_audio.errors import OutputError, reason_of
from oped_audio.model.publication import FileState, OutputFile, SavedFile

MANIFEST = "manifest.json"
_UNFINISHED = ".unfinished"
_SECOND_NS = 1_000_000_000


def save(
    folder: Path, files: Iterable[tuple[str, OutputFile]], *, deep: bool = True
) -> list[SavedFile]:
    """Write the files, each given with the name of its format. Raises OutputError.

    What a killed call left unfinished goes first: in all of the folder, or not ``deep`` in it.
    """
    with _telling(folder):
        folder.mkdir(parents=True, exist_ok=True)
        pattern = f".*{_UNFINISHED}"
        for path in folder.rglob(pattern) if deep else folder.glob(pattern):
            sweep(path)
    return [_save(folder, name, file) for name, file in files]


def save_linked(folder: Path, files: Iterable[OutputFile]) -> None:
    """Put files that lie elsewhere into the folder, without using space where that is possible.

    On one file system they become hard links: both names stand for one file, and whoever replaces
    it under one name, as this module does, leaves the other as it is. Otherwise they are copied.
    Raises OutputError.
    """
    for file in files:
        if not isinstance(file.content, Path):
            raise TypeError(f"{file.path}: only files can be linked")
        with _telling(folder / file.path):
            _link(file.content, folder / file.path)


def remove(folder: Path, paths: Collection[str]) -> None:
    """Remove files, and the folders in ``folder`` that have become empty. Raises OutputError."""
    parents = {parent for path in paths for parent in PurePosixPath(path).parents}
    for path in paths:
        if _is_inside(path):
            with _telling(folder / path):
                (folder / path).unlink(missing_ok=True)
    for parent in sorted(parents - {PurePosixPath()}, key=lambda path: -len(path.parts)):
        with suppress(OSError):
            (folder / parent).rmdir()


def save_manifest(
    folder: Path,
    manifest: Mapping[str, Any],
    saved: Iterable[SavedFile],
    formats: Iterable[str],
    durations: Mapping[str, float],
) -> SavedFile:
    """Write the manifest and remove what the last one listed of these formats and is made no more.

    ``durations`` are seconds, by file name without extension. Files of formats that were not built
    this time stay, and stay listed. Raises OutputError.
    """
    now = {file.path: file for file in saved}
    before = {entry["path"]: entry for entry in _listed(folder / MANIFEST)}
    stale = [path for path in before.keys() - now.keys() if before[path]["format"] in set(formats)]
    kept = [before[path] for path in before.keys() - now.keys() - set(stale)]
    entries = [_entry(file, durations) for file in now.values()]
    listing = sorted([*entries, *kept], key=lambda entry: str(entry["path"]))
    text = (
        json.dumps({**manifest, "files": listing}, ensure_ascii=False, indent=2, default=str) + "\n"
    )
    file = _save(folder, "manifest", OutputFile(MANIFEST, text.encode("utf-8", "backslashreplace")))
    with _telling(folder):
        for path in stale:
            (folder / path).unlink(missing_ok=True)
    return file


def _entry(file: SavedFile, durations: Mapping[str, float]) -> dict[str, Any]:
    entry = {"path": file.path, "format": file.format, "bytes": file.size, "sha256": file.sha256}
    duration = durations.get(PurePosixPath(file.path).stem)
    return entry if duration is None else {**entry, "duration": round(duration, 3)}


def _listed(manifest: Path) -> list[dict[str, Any]]:
    """The files that a manifest names, but for names that lead out of its folder."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        files = json.loads(manifest.read_bytes())["files"]
        return [file for file in files if _is_inside(str(file["path"])) and file["format"]]
    return []


def _is_inside(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return bool(parts) and not PurePosixPath(path).is_absolute() and ".." not in parts


def _link(source: Path, target: Path) -> None:
    made = source.stat()
    with suppress(FileNotFoundError):
        there = target.stat()
        is_copy = (there.st_size, there.st_mtime_ns) == (made.st_size, made.st_mtime_ns)
        if os.path.samestat(made, there) or is_copy:
            return
    unfinished = target.with_name(f".{target.name}.{os.getpid()}{_UNFINISHED}")
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        try:
            os.link(source, unfinished)
        except OSError:
            shutil.copy2(source, unfinished)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def state_now(folder: Path, file: SavedFile) -> FileState | None:
    """How a file that was saved here lies here now; None if its content is not what was saved.

    The content is read only where the state has changed since, or where the file system keeps
    times so coarsely that a change may not show in it.
    """
    try:
        status = os.stat(f"{folder}/{file.path}")  # noqa: PTH116 - ten times as fast as a Path
        state = _state(status, status)
        if state == file.state and state.modified_ns % _SECOND_NS:
            return state
        if stat.S_ISREG(status.st_mode):
            return _held(folder / file.path, file.size, file.sha256)
    except (OSError, ValueError):
        pass
    return None


def _save(folder: Path, name: str, file: OutputFile) -> SavedFile:
    target = folder / file.path
    unfinished = target.with_name(f".{target.name}.{os.getpid()}{_UNFINISHED}")
    with _telling(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with unfinished.open("w+b") as stream:
                _pour(file, stream)
                size = stream.seek(0, os.SEEK_END)
                stream.seek(0)
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
                written = os.fstat(stream.fileno())
            state = _held(target, size, digest) if target.is_file() else None
            if state is None:
                unfinished.replace(target)
                state = _state(written, target.stat())
        finally:
            with suppress(OSError):
                unfinished.unlink()
    return SavedFile(file.path, name, size, digest, state)


def _pour(file: OutputFile, stream: BinaryIO) -> None:
    if isinstance(file.content, bytes):
        stream.write(file.content)
    elif isinstance(file.content, Path):
        with file.content.open("rb") as source:
            shutil.copyfileobj(source, stream, 1 << 20)
    else:
        file.content(stream)


def _held(path: Path, size: int, digest: str) -> FileState | None:
    """The state of a file if this is its content; it is taken before that is read."""
    with path.open("rb") as stream:
        status = os.fstat(stream.fileno())
        if status.st_size != size:
            return None
        is_same = hashlib.file_digest(stream, "sha256").hexdigest() == digest
    return _state(status, status) if is_same else None


def _state(written: os.stat_result, named: os.stat_result) -> FileState:
    """Of a file whose content was complete when it was ``written``, and now has its name."""
    return FileState(written.st_size, written.st_mtime_ns, named.st_ctime_ns, written.st_ino)


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    """Turn what the operating system says into an OutputError."""
    try:
        yield
    except OSError as error:
        raise OutputError(str(path), reason_of(error)) from error
