"""Caption files -> their cues: WebVTT and SubRip, read leniently, as players do."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from oped_audio.errors import InputMissingError, UnreadableFileError, reason_of

_MOST_BYTES = 20_000_000
_TIMES = re.compile(
    r"(?:(\d+):)?(\d\d):(\d\d)[.,](\d{3})[ \t]+-->[ \t]+(?:(\d+):)?(\d\d):(\d\d)[.,](\d{3})"
)
_TAG = re.compile(r"<[^<>]*>")
_SUBRIP_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&nbsp;": "\u00a0", "&lrm;": "", "&rlm;": ""}
_ENTITY = re.compile("|".join(_ENTITIES))


@dataclass(frozen=True, slots=True)
class Cue:
    """What is shown at a time."""

    line: int
    begin_ms: int
    end_ms: int
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """All of it in one line."""
        return " ".join(self.lines)


@dataclass(frozen=True, slots=True)
class CaptionFile:
    """A file of captions."""

    path: Path
    cues: tuple[Cue, ...]
    flaws: tuple[tuple[int, str], ...]
    """Line, and what cannot be read there."""

    @property
    def name(self) -> str:
        """As findings call it."""
        return f"{self.path.parent.name}/{self.path.name}"


def read_captions(path: Path) -> CaptionFile:
    """Raises InputMissingError, UnreadableFileError: it is no text, or too large."""
    try:
        content = path.read_bytes() if path.stat().st_size <= _MOST_BYTES else None
        text = None if content is None else content.decode("utf-8-sig")
    except OSError as error:
        raise InputMissingError(str(path), reason_of(error)) from error
    except UnicodeDecodeError:
        text = None
    if text is None:
        raise UnreadableFileError(str(path), "captions", "it is no UTF-8", "save it as UTF-8")
    lines = text.splitlines()
    flaws = []
    if path.suffix == ".vtt" and not text.startswith("WEBVTT"):
        flaws.append((1, "does not begin with WEBVTT"))
    cues = []
    tag = _SUBRIP_TAG if path.suffix == ".srt" else _TAG
    for number, block in _blocks(lines):
        found = _cue(number, block, tag)
        if isinstance(found, Cue):
            cues.append(found)
        elif found is not None:
            flaws.append(found)
    return CaptionFile(path, tuple(cues), tuple(flaws))


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    block: list[str] = []
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []


def _cue(number: int, block: list[str], tag: re.Pattern[str]) -> Cue | tuple[int, str] | None:
    if block[0].startswith(("WEBVTT", "NOTE", "STYLE", "REGION")):
        return None
    at = next((place for place, line in enumerate(block[:2]) if "-->" in line), None)
    if at is None:
        return number, "is no cue: it has no times"
    times = _TIMES.match(block[at].strip())
    if times is None:
        return number + at, f"its times cannot be read: {block[at].strip()[:60]}"
    begin, end = _ms(*times.groups()[:4]), _ms(*times.groups()[4:])
    shown = tuple(_ENTITY.sub(_entity, tag.sub("", line)).strip() for line in block[at + 1 :])
    return Cue(number + at, begin, end, shown)


def _entity(found: re.Match[str]) -> str:
    return _ENTITIES[found[0]]


def _ms(hours: str | None, minutes: str, seconds: str, thousandths: str) -> int:
    whole = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
    return whole * 1000 + int(thousandths)
