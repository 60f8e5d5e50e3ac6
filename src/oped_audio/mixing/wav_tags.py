"""Puts tags and cover into a WAV file, for which ffmpeg has no place."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

_FRONT_COVER = 3
_UTF_16 = 1
_FRAMES = {
    "title": "TIT2",
    "album": "TALB",
    "artist": "TPE1",
    "album_artist": "TPE2",
    "composer": "TCOM",
    "track": "TRCK",
    "language": "TLAN",
    "genre": "TCON",
    "date": "TYER",
    "publisher": "TPUB",
    "copyright": "TCOP",
}


def add_tags(path: Path, tags: Mapping[str, str], cover: bytes) -> None:
    """Add a chunk with an ID3v2.3 tag; ``cover`` is a JPEG."""
    from mutagen import id3, wave

    known: Any = id3  # mutagen has types, but few
    frames: Any = wave.WAVE(path)  # type: ignore[no-untyped-call]
    frames.add_tags()
    for name, text in tags.items():
        if name in _FRAMES:
            frames.tags.add(getattr(known, _FRAMES[name])(encoding=_UTF_16, text=text))
        else:
            frames.tags.add(known.TXXX(encoding=_UTF_16, desc=name, text=text))
    picture = known.APIC(mime="image/jpeg", type=_FRONT_COVER, data=cover)
    frames.tags.add(picture)
    frames.save(v2_version=3)
