"""What a user may choose about the book, its captions and its EPUB."""

import re
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from typing import Literal

from oped_audio.model.address import address
from oped_audio.model.language import is_tag

_LONGEST = 10_000
"""Characters of a title, or of anything else that is said about a book."""
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
_EARLIEST, _LATEST = 1970, 9998


@dataclass(frozen=True, slots=True)
class BookSettings:
    """What is said about the book where the article does not say it, or says it otherwise."""

    title: str = ""
    author: str = ""
    language: str = ""
    """BCP 47 tag of the article's language; empty to take what the article says, or detect it."""
    date: str = ""
    """When the article was published: ``2026``, ``2026-01`` or ``2026-01-05``."""
    source: str = ""
    """Where the article was published: an address or a name."""
    rights: str = ""
    publisher: str = ""
    modified: datetime | None = None
    """When the book was last changed; SOURCE_DATE_EPOCH where this is not set."""
    certified_by: str = ""
    """Who certifies that the book is accessible, if someone does."""
    certifier_credential: str = ""
    certifier_report: str = ""
    """Address of the report of whoever certifies."""

    def __post_init__(self) -> None:
        for own in fields(self):
            if isinstance(value := getattr(self, own.name), str):
                _check_text(own.name, value)
        if self.language and not is_tag(self.language):
            raise ValueError("language must be a tag such as en, en-GB or zh-Hant")
        if self.date:
            _check_date(self.date)
        if self.modified and not _EARLIEST <= self.modified.year <= _LATEST:
            raise ValueError(f"modified must be of a year from {_EARLIEST} to {_LATEST}")
        report = self.certifier_report
        if report and (not report.startswith(("https://", "http://")) or address(report) != report):
            raise ValueError("certifier_report must be an address that begins with https://")


@dataclass(frozen=True, slots=True)
class CaptionSettings:
    """Limits of a cue (Netflix Timed Text Style Guide: 42 characters, 2 lines, 5/6 s to 7 s)."""

    line_length: int = 42
    """Characters."""
    lines: int = 2
    longest_ms: int = 7000
    shortest_ms: int = 833

    def __post_init__(self) -> None:
        if not 10 <= self.line_length <= 200:
            raise ValueError("line_length must be 10 to 200 characters")
        if not 1 <= self.lines <= 4:
            raise ValueError("lines must be 1 to 4")
        if not 1000 <= self.longest_ms <= 60_000:
            raise ValueError("longest_ms must be 1000 to 60000")
        if not 0 <= self.shortest_ms <= self.longest_ms:
            raise ValueError("shortest_ms must be 0 to longest_ms")


@dataclass(frozen=True, slots=True)
class WriterSettings:
    """What the writers of formats are told."""

    highlight: Literal["sentence", "word"] = "sentence"
    """How much lights up at a time in the EPUB."""
    captions: CaptionSettings = field(default_factory=CaptionSettings)
    audio: tuple[str, ...] = ("mp3",)
    """The formats of the audio files."""


def _check_text(name: str, text: str) -> None:
    if len(text) > _LONGEST:
        raise ValueError(f"{name} must have no more than {_LONGEST:,} characters")
    if found := _UNSEEN.search(text):
        raise ValueError(f"{name} must be on one line; it holds U+{ord(found[0]):04X}")


def _check_date(date: str) -> None:
    for form in ("%Y-%m-%d", "%Y-%m", "%Y"):
        try:
            datetime.strptime(date, form).replace(tzinfo=UTC)
        except ValueError:
            continue
        return
    raise ValueError("date must be written as 2026-01-05, 2026-01 or 2026")
