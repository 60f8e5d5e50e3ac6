"""What will be shipped: Publication = Document + Script + Tracks + Metadata; OutputFile."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from oped_audio.model.audio import AudioFile, Limits, MarksFrom, Timeline, Track, Voice
from oped_audio.model.document import Document, Section
from oped_audio.model.finding import Finding
from oped_audio.model.script import Script, Utterance


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
    certifier_report: str | None = None
    """Address of the report of whoever certifies."""
    further_narrators: tuple[Voice, ...] = ()
    """Who else is heard, besides ``narrator``."""


@dataclass(frozen=True, slots=True)
class FileState:
    """What an operating system tells of a file, by which a change of it shows."""

    size: int
    """Bytes."""
    modified_ns: int
    changed_ns: int
    """When anything about it last changed; where it was made, on Windows."""
    inode: int


@dataclass(frozen=True, slots=True)
class SavedFile:
    """A file that now lies in the output folder."""

    path: str
    """Relative to the folder, with forward slashes."""
    format: str
    size: int
    """Bytes."""
    sha256: str
    state: FileState | None = None
    """As it was saved; None where nobody looked."""


@dataclass(frozen=True, slots=True)
class Matter:
    """A page that the EPUB adds to the article, as it is read aloud."""

    section: Section
    utterances: tuple[Utterance, ...]
    track: Track


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
    findings: tuple[Finding, ...] = ()
    """What reading the article found to be amiss in it."""
    limits: Limits | None = None
    """What the sections' sound was mastered to; None where it was not."""
    files: tuple[SavedFile, ...] = ()
    """What was made of it before; for the writers that tell of the others' files."""
    matter: tuple[Matter, ...] = ()
    """Cover, statement of accessibility and contents; none where no EPUB is made."""
    books: tuple[AudioFile, ...] = ()
    """All tracks in one file, in each format of that kind that was asked for."""

    @property
    def seconds(self) -> float:
        """How long the tracks are, played one after the other."""
        return sum(track.timeline.seconds for track in self.tracks)

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
