"""Tags and chapters -> the text that ffmpeg reads them from (ffmpeg-formats, Metadata). Pure."""

import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_SPECIAL = re.compile(r"([=;#\\\n])")
_FRONT_COVER = 3


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section's place in a book of one file."""

    title: str
    begin: int
    """Samples."""
    end: int


def ffmetadata(
    tags: Mapping[str, str], chapters: Sequence[Chapter] = (), sample_rate: int = 1
) -> str:
    """A file for ffmpeg; ``sample_rate`` is what the chapters count in."""
    lines = [";FFMETADATA1", *(f"{_escaped(key)}={_escaped(tags[key])}" for key in tags)]
    for chapter in chapters:
        lines += [
            "[CHAPTER]",
            f"TIMEBASE=1/{sample_rate}",
            f"START={chapter.begin}",
            f"END={chapter.end}",
            f"title={_escaped(chapter.title)}",
        ]
    return "\n".join(lines) + "\n"


def picture_tag(jpeg: bytes, width: int, height: int) -> dict[str, str]:
    """A cover as a Vorbis comment: a FLAC picture block in base 64 (RFC 9639, 8.8)."""

    def number(value: int) -> bytes:
        return value.to_bytes(4, "big")

    media_type = b"image/jpeg"
    parts = [number(_FRONT_COVER), number(len(media_type)), media_type, number(0)]
    parts += [*map(number, (width, height, 24, 0, len(jpeg))), jpeg]
    return {"METADATA_BLOCK_PICTURE": b64encode(b"".join(parts)).decode()}


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
