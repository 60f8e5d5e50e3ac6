"""Files -> their media types, and how people are told of their kinds, sizes and lengths. Pure."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from oped_audio.model.publication import OutputFile
from oped_audio.model.shelf import BuiltArticle, BuiltFile, Chapter

AUDIOBOOK = "audiobook"
DAISY_ZIP = "daisy-zip"
"""Formats that the shelf itself makes."""

PUBLISHED = frozenset(("audio", "captions", "epub", "m4b", "mp3-book", "read-along"))
"""Of what a build makes, the formats whose files are put on the shelf as they are."""

_TYPES = {
    "audiobook": "application/audiobook+zip",
    "epub": "application/epub+zip",
    "flac": "audio/flac",
    "html": "text/html",
    "jpg": "image/jpeg",
    "json": "application/json",
    "m4a": "audio/mp4",
    "m4b": "audio/mp4",
    "mp3": "audio/mpeg",
    "opus": "audio/ogg",
    "srt": "application/x-subrip",
    "vtt": "text/vtt",
    "wav": "audio/wav",
    "zip": "application/zip",
}
_WIDELY_PLAYED = ("mp3", "m4a", "opus", "flac", "wav")
"""The most widely first."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file that is offered, and what it is."""

    file: BuiltFile
    label: str
    """Kind and size, for the text of a link."""

    @property
    def media_type(self) -> str:
        """Of the file."""
        return media_type(self.file)


def media_type(file: BuiltFile) -> str:
    """By the file's extension."""
    return _TYPES.get(file.extension, "application/octet-stream")


def downloads(article: BuiltArticle) -> Iterator[Download]:
    """What is offered of the whole article, the best first."""
    for file, kind in (
        (article.only("epub", "epub"), "EPUB 3, text with synchronised audio"),
        (article.only("mp3-book", "mp3"), "MP3, the whole article in one file"),
        (article.only("m4b", "m4b"), "M4B audiobook with chapters"),
        (article.only(AUDIOBOOK, "audiobook"), "Audiobook package for reading apps (.audiobook)"),
        (article.only(DAISY_ZIP, "zip"), "DAISY 2.02 for talking-book players (ZIP)"),
        (article.article_captions("vtt"), "Captions as WebVTT"),
        (article.article_captions("srt"), "Captions as SubRip (SRT)"),
    ):
        if file is not None:
            yield Download(file, f"{kind}, {megabytes(file.size)}")


def one_file_audio(article: BuiltArticle) -> BuiltFile | None:
    """The article in one audio file: MP3 if there is one; None where there is none."""
    return article.only("mp3-book", "mp3") or article.only("m4b", "m4b")


def section_audio(article: BuiltArticle, chapter: Chapter) -> BuiltFile | None:
    """The file of a section that most can play; None where there is none."""
    found = [file for file in article.of("audio") if file.stem == chapter.audio]
    known = [file for file in found if file.extension in _WIDELY_PLAYED]
    return min(known, key=lambda file: _WIDELY_PLAYED.index(file.extension), default=None)


def audio_of_sections(article: BuiltArticle) -> tuple[tuple[Chapter, BuiltFile], ...]:
    """Each section with its file; none at all where one is without."""
    found = [(chapter, section_audio(article, chapter)) for chapter in article.chapters]
    complete = [(chapter, file) for chapter, file in found if file is not None]
    return tuple(complete) if len(complete) == len(found) else ()


def megabytes(size: int) -> str:
    """``640 kB``, ``2.1 MB``"""
    if size < 999_500:
        return f"{max(1, round(size / 1000))} kB"
    return f"{size / 1e6:.1f} MB"


def clock(duration_ms: int) -> str:
    """``4:01``, ``1:02:03``"""
    minutes, seconds = divmod(round(duration_ms / 1000), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def in_words(duration_ms: int) -> str:
    """``14 seconds``, ``4 minutes``, ``1 hour 2 minutes``"""
    seconds = round(duration_ms / 1000)
    if seconds < 60:
        return _count(seconds, "second")
    hours, minutes = divmod(round(seconds / 60), 60)
    told = [_count(hours, "hour")] if hours else []
    return " ".join([*told, _count(minutes, "minute")] if minutes or not hours else told)


def iso_duration(duration_ms: int) -> str:
    """``PT241.52S`` (ISO 8601)"""
    return f"PT{duration_ms / 1000:.3f}".rstrip("0").rstrip(".") + "S"


def seconds(duration_ms: int) -> float:
    """For JSON, to the millisecond."""
    return duration_ms / 1000


def json_file(path: str, content: Any) -> OutputFile:
    """A file of JSON, in UTF-8."""
    return OutputFile(path, f"{json.dumps(content, ensure_ascii=False)}\n".encode())


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
