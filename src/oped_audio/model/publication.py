"""What will be shipped: Publication = Document + Script + Tracks + Metadata; OutputFile."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from oped_audio.model.audio import AudioFile, MarksFrom, Timeline, Track, Voice
from oped_audio.model.document import Document
from oped_audio.model.script import Script


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is said about the book."""

    title: str
    author: str | None
    language: str
    """BCP 47 tag."""
    identifier: str
    """A URN made from the content."""
    modified: datetime
    """UTC, whole seconds."""
    narrator: Voice
    date: str | None = None
    """When the article was published: W3CDTF, such as ``2026-01-05``."""
    source: str | None = None
    rights: str | None = None
    publisher: str | None = None
    certified_by: str | None = None
    """Who certifies that the book is accessible."""
    certifier_credential: str | None = None
    further_narrators: tuple[Voice, ...] = ()
    """Who else is heard, besides ``narrator``."""


@dataclass(frozen=True, slots=True)
class Publication:
    """All that the writers of formats need."""

    slug: str
    """Names the folder and the whole-article files."""
    metadata: Metadata
    document: Document
    script: Script
    tracks: tuple[Track, ...]
    """One for each of ``document.pages``, in that order."""
    cover: bytes
    """JPEG."""
    marks_from: MarksFrom
    """The least exact of all clips' marks."""
    books: tuple[AudioFile, ...] = ()
    """All tracks in one file, in each format of that kind that was asked for."""

    def timeline(self, section: str) -> Timeline:
        """The timeline of the section with this id."""
        return next(track.timeline for track in self.tracks if track.section == section)


Pour = Callable[[BinaryIO], None]
"""Writes a file's content into an open, seekable stream."""


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file for saving.py to write."""

    path: str
    """Relative to the article's output folder, with forward slashes."""
    content: bytes | Path | Pour
    """The bytes, a file to copy, or what pours them out without holding them in memory."""
