"""Whether a book is up to date: a record in the cache of all that it was made of and what it is.

The record is removed when a build begins and written when all files are saved, so a build that was
cut off leaves none; one that is damaged is as none. What a build reads is digested before it is
read: a file that changes meanwhile makes the record wrong, and the next build is made. A book is
never taken for up to date by the clock: its files must have the state in which they were saved, or
else the content.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from oped_audio.content_store import DamagedEntryError, SealedStore
from oped_audio.errors import OpedAudioError, OutputError, SettingsError
from oped_audio.model.finding import Finding
from oped_audio.model.progress import Book
from oped_audio.model.publication import FileState, SavedFile
from oped_audio.model.reading import Reading
from oped_audio.model.shelf_settings import ShelfSettings
from oped_audio.pipeline.casting import Answers, Casting
from oped_audio.pipeline.program import program
from oped_audio.reading.lexicon import head, lexicon_files
from oped_audio.reading.pictures import digest_beside
from oped_audio.reading.source import Source
from oped_audio.reading.takes import takes_for
from oped_audio.saving import state_now
from oped_audio.settings import BuildSettings, CacheSettings, Settings

_VERSION = 1
"""Of the record; raise it when its meaning changes."""

_UNLIKE_OURS = (ValueError, LookupError, TypeError, AttributeError)
"""What taking a record apart raises if it is not one."""

Record = Mapping[str, Any]
"""As JSON holds it."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a book is made of, but for what is known only when the article is read."""

    digest: str
    record: str
    """Names the record of the book's folder."""
    store: SealedStore
    """Where that lies."""


@dataclass(frozen=True, slots=True)
class UpToDate:
    """A book that need not be built, and what was found in its article."""

    book: Book
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Freshness:
    """Asks which books of one run are up to date."""

    answers: Answers = field(default_factory=Answers)
    _lexicons: dict[tuple[str, int, int, int], str] = field(default_factory=dict)
    """Digests, by path and state."""

    def origin(self, source: Source, settings: Settings, folder: Path) -> Origin | None:
        """That of a book in this folder; None for an article that is not a file, whose pictures
        may lie anywhere."""
        if source.folder is None:
            return None
        try:
            takes = takes_for(source.folder, folder.name)
        except SettingsError:
            return None  # the build will tell
        lexicons = lexicon_files(settings.lexicon, source.folder)
        made_of = (
            _VERSION,
            program(),
            source.name,
            source.suffix,
            hashlib.sha256(source.content).hexdigest(),
            _without_machine(settings),
            [(str(path), self._digest(path)) for path in lexicons],
            sorted(takes.items()),
        )
        return Origin(
            hashlib.sha256(repr(made_of).encode("utf-8", "surrogatepass")).hexdigest(),
            hashlib.sha256(str(folder.absolute()).encode("utf-8", "surrogatepass")).hexdigest(),
            SealedStore(settings.cache.path / "books", ".json"),
        )

    def find(
        self, origin: Origin, source: Source, settings: Settings, folder: Path
    ) -> UpToDate | None:
        """The book, if it lies there as it would be built now."""
        try:
            record = json.loads(origin.store.read(origin.record) or b"{}")
            if record.get("origin") != origin.digest or not self._is_same(record, source, settings):
                return None
            saved = [_saved(entry) for entry in record["files"]]
            states = [state_now(folder, file) for file in saved]
            if None in states:
                return None
            if states != [file.state for file in saved]:
                now = map(_now, saved, states)
                _write(origin, {**record, "files": [asdict(file) for file in now]})
            return UpToDate(
                Book(
                    **record["book"],
                    source=source.name,
                    folder=folder,
                    new_clips=0,
                    files=tuple(file.path for file in saved),
                    seconds=0.0,
                    is_up_to_date=True,
                ),
                tuple(Finding(**finding) for finding in record["findings"]),
            )
        except (DamagedEntryError, OpedAudioError, *_UNLIKE_OURS):
            return None

    def _is_same(self, record: Record, source: Source, settings: Settings) -> bool:
        """Whether what the article refers to and what engines answer is as it was."""
        folder = source.folder or Path()
        if any(digest_beside(folder, path) != digest for path, digest in record["beside"]):
            return False
        fingerprints = {(engine, voice): known for engine, voice, known in record["fingerprints"]}
        return Casting(settings, self.answers).still_gives(record["voices"], fingerprints)

    def _digest(self, path: Path) -> str | None:
        """Of a lexicon; None if it cannot be read."""
        try:
            status = path.stat()
            key = (str(path), status.st_size, status.st_mtime_ns, status.st_ino)
            if key not in self._lexicons:
                self._lexicons[key] = hashlib.sha256(head(path)).hexdigest()
            return self._lexicons[key]
        except (OSError, ValueError):
            return None


def forget(origin: Origin) -> None:
    """A build begins that may change the book."""
    with suppress(OSError):
        origin.store.path(origin.record).unlink(missing_ok=True)


def remember(
    origin: Origin, book: Book, saved: Sequence[SavedFile], reading: Reading, casting: Casting
) -> None:
    """A build has ended that made the book."""
    facts = asdict(book)
    for key in ("source", "folder", "files", "new_clips", "seconds", "is_up_to_date"):
        del facts[key]
    _write(
        origin,
        {
            "origin": origin.digest,
            "beside": sorted(reading.beside.items()),
            "voices": casting.voices_seen,
            "fingerprints": [[*who, known] for who, known in casting.fingerprints_seen.items()],
            "book": facts,
            "findings": [asdict(finding) for finding in reading.findings],
            "files": [asdict(file) for file in saved],
        },
    )


def _write(origin: Origin, record: Record) -> None:
    """Without one, the next build is made; so what keeps it from being written is not told."""
    with suppress(OutputError):
        origin.store.keep(origin.record, json.dumps(record).encode())


def _now(file: SavedFile, state: FileState | None) -> SavedFile:
    return replace(file, state=state)


def _saved(entry: Record) -> SavedFile:
    state = FileState(**entry["state"])
    return SavedFile(**{**entry, "state": state})


def _without_machine(settings: Settings) -> Settings:
    """What the book depends on: not where caches and packages lie, how many cores there are, or
    what the shelf is called."""
    none = BuildSettings()
    build = replace(
        settings.build,
        jobs=none.jobs,
        cluster=none.cluster,
        package_index=none.package_index,
        npm_registry=none.npm_registry,
    )
    return replace(settings, build=build, cache=CacheSettings(), shelf=ShelfSettings())
