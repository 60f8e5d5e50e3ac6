"""The folder of a built article -> BuiltArticle: its manifest, and which of its files are there."""

import hashlib
import json
import os
import re
import stat
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any

from oped_audio.errors import InputError, NotBuiltError, UnreadableFileError, reason_of
from oped_audio.model.naming import slug
from oped_audio.model.shelf import Accessibility, BuiltArticle, BuiltFile, Chapter

MANIFEST = "manifest.json"
FORMAT = 1
"""Of the manifests that are understood."""

_UNPRINTABLE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML file may hold (XML 1.0, 2.2)."""
_LARGEST = 50_000_000
"""Bytes of a manifest."""
_KIND = "a manifest"
_AGAIN = "build the article again, or remove the folder"


def built_articles(output: Path) -> Iterator[BuiltArticle | InputError]:
    """Each folder's article, by name, or why there is none: NotBuiltError, UnreadableFileError.

    Raises UnreadableFileError where ``output`` itself is no folder.
    """
    try:
        folders = sorted(path for path in output.iterdir() if path.is_dir())
    except OSError as error:
        advice = "name the folder that `oped-audio build` writes into"
        raise UnreadableFileError(
            str(output), "a folder of articles", reason_of(error), advice
        ) from error
    taken: set[str] = set()
    for folder in folders:
        if folder.name.startswith("."):
            continue
        if not (folder / MANIFEST).exists():
            yield NotBuiltError(str(folder))
            continue
        try:
            yield read_built(folder, _free(slug(folder.name), taken))
        except UnreadableFileError as error:
            yield error


def read_built(folder: Path, name: str) -> BuiltArticle:
    """The article in a folder, to be called ``name``. Raises UnreadableFileError."""
    place = folder / MANIFEST
    try:
        content, changed = _bytes(place)
        told = json.loads(content)
        return _article(folder, name, content, told, changed)
    except OSError as error:
        raise _refusal(place, reason_of(error)) from error
    except (ValueError, RecursionError) as error:
        raise _refusal(place, "it is no JSON that oped-audio has written") from error
    except (KeyError, TypeError, AttributeError) as error:
        raise _refusal(place, f"{error} is missing in it or is not what it should be") from error


def _bytes(place: Path) -> tuple[bytes, datetime]:
    found = place.stat()
    if found.st_size > _LARGEST:
        raise _refusal(place, f"it is larger than {_LARGEST:,} bytes")
    return place.read_bytes(), datetime.fromtimestamp(int(found.st_mtime), UTC)


def _free(name: str, taken: set[str]) -> str:
    number = 1
    free = name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    taken.add(free)
    return free


def _article(
    folder: Path, name: str, content: bytes, told: dict[str, Any], changed: datetime
) -> BuiltArticle:
    if told["format"] != FORMAT:
        reason = f"it is of format {told['format']!r}, which this version does not know"
        raise _refusal(folder / MANIFEST, reason)
    files, missing = _files(folder, told["files"])
    digest = hashlib.sha256(content)
    digest.update(json.dumps([(file.path, file.size) for file in files]).encode())
    modified = told.get("settings", {}).get("book", {}).get("modified")
    return BuiltArticle(
        name=name,
        folder=folder,
        digest=digest.hexdigest(),
        title=_text(told["title"]),
        author=_perhaps(told.get("author")),
        language=_text(told["language"]),
        identifier=_text(told["identifier"]),
        duration_ms=_ms(told["duration"]),
        modified=datetime.fromisoformat(modified).astimezone(UTC) if modified else changed,
        files=files,
        chapters=tuple(_chapters(told["sections"])),
        narrators=_texts(told.get("narrators", ())),
        date=_perhaps(told.get("date")),
        publisher=_perhaps(told.get("publisher")),
        rights=_perhaps(told.get("rights")),
        published_at=_perhaps(told.get("published_at")),
        description=_perhaps(told.get("description")),
        accessibility=_accessibility(told.get("accessibility")),
        missing=missing,
    )


def _files(
    folder: Path, listed: list[dict[str, Any]]
) -> tuple[tuple[BuiltFile, ...], tuple[str, ...]]:
    """Those that are there, and the names of those that are not. Links lead nowhere."""
    found: list[BuiltFile] = []
    missing: list[str] = []
    for entry in listed:
        path = entry["path"]
        if not _is_inside(path):
            reason = f"it lists {path!r}, which leads out of its folder"
            raise _refusal(folder / MANIFEST, reason)
        try:
            there = os.lstat(f"{folder}/{path}")
        except (OSError, ValueError):
            missing.append(path)
            continue
        if stat.S_ISREG(there.st_mode):
            sha256, kind = _text(entry["sha256"]), _text(entry["format"])
            found.append(BuiltFile(path, kind, there.st_size, sha256))
        else:
            missing.append(path)
    return tuple(found), tuple(missing)


def _is_inside(path: str) -> bool:
    parts = path.split("/")
    return "\\" not in path and not {"", ".", ".."}.intersection(parts)


def _chapters(sections: list[dict[str, Any]]) -> Iterator[Chapter]:
    begin_ms = 0
    for number, section in enumerate(sections):
        heading = _perhaps(section.get("heading"))
        duration_ms = _ms(section["duration"])
        yield Chapter(
            id=_text(section["id"]),
            role=_text(section.get("role") or ("section" if number else "title")),
            level=int(section.get("level", 1)),
            label=_text(section.get("label") or heading or f"Section {number}"),
            audio=PurePosixPath(_text(section["audio"])).stem,
            begin_ms=begin_ms,
            duration_ms=duration_ms,
        )
        begin_ms += duration_ms


def _accessibility(told: dict[str, Any] | None) -> Accessibility | None:
    if told is None:
        return None
    return Accessibility(
        modes=_texts(told["modes"]),
        sufficient=_texts(told["sufficient"]),
        features=_texts(told["features"]),
        hazards=_texts(told["hazards"]),
        conforms_to=_perhaps(told["conforms_to"]),
        summary=_text(told["summary"]),
        summary_language=_text(told["summary_language"]),
        certified_by=_perhaps(told.get("certified_by")),
        certifier_credential=_perhaps(told.get("certifier_credential")),
        certifier_report=_address(told.get("certifier_report")),
    )


def _address(value: object) -> str | None:
    """An address that may be linked to."""
    given = _perhaps(value)
    return given if given and given.startswith(("https://", "http://")) else None


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(repr(value))
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", value)


def _perhaps(value: object) -> str | None:
    return None if value is None else _text(value)


def _texts(values: object) -> tuple[str, ...]:
    if not isinstance(values, list | tuple):
        raise TypeError(repr(values))
    return tuple(map(_text, values))


def _ms(seconds: object) -> int:
    if not isinstance(seconds, int | float) or not 0 <= seconds < 1e9:
        raise TypeError(repr(seconds))
    return round(seconds * 1000)


def _refusal(place: Path, reason: str) -> UnreadableFileError:
    return UnreadableFileError(str(place), _KIND, reason, _AGAIN)
