"""Title and author -> the pictures of a book, drawn now or when the same were last asked for."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from oped_audio.content_store import ContentStore
from oped_audio.mixing.encoding import Cover
from oped_audio.publishing import cover
from oped_audio.voices.starting import interrupts_held

Pictures = tuple[bytes, bytes]
"""A cover and its thumbnail."""


@dataclass(frozen=True)
class Covers:
    """The pictures of one book. They are drawn from when one is asked for."""

    title: str
    author: str | None
    folder: Path
    """The cache."""
    on_damage: Callable[[str], None]
    """Told of each damaged entry of the cache."""
    aside: Executor = field(repr=False)
    """Where to wait for them."""
    is_apart: bool
    """Whether a process of their own draws them: threads of this one take turns."""

    @property
    def whole(self) -> Cover:
        """The cover."""
        return Cover(self._keys[0], lambda: self._stored.result()[0])

    @property
    def small(self) -> Cover:
        """Its thumbnail, for audio files."""
        return Cover(self._keys[1], lambda: self._stored.result()[1])

    def begin(self) -> None:
        """Have them drawn if they are not there."""
        _ = self._stored

    @cached_property
    def _stored(self) -> Future[tuple[Path, Path]]:
        return self.aside.submit(self._obtain)

    @property
    def _keys(self) -> tuple[str, str]:
        """Others for other pictures."""
        asked = f"{cover.VERSION} {self.title} {self.author}"
        return _key(asked), _key(f"thumbnail {asked}")

    def _obtain(self) -> tuple[Path, Path]:
        """Raises OutputError."""
        store = ContentStore(self.folder / "covers", ".jpg")
        draw = cache(self._draw)
        whole, small = self._keys
        return (
            store.obtain(whole, lambda path: path.write_bytes(draw()[0]), self.on_damage),
            store.obtain(small, lambda path: path.write_bytes(draw()[1]), self.on_damage),
        )

    def _draw(self) -> Pictures:
        if self.is_apart and (drawn := _drawn_apart(self.title, self.author)):
            return drawn
        return cover.cover_and_thumbnail(self.title, self.author)


def _key(asked: str) -> str:
    return hashlib.sha256(asked.encode()).hexdigest()


def _drawn_apart(title: str, author: str | None) -> Pictures | None:
    """None if the process did not start, or ended before it had drawn them."""
    command = [sys.executable, "-P", "-c", f"from {cover.__name__} import main; main()"]
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    try:
        with interrupts_held():
            process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nothing)
    except OSError:
        return None
    told, _ = process.communicate(json.dumps([title, author]).encode())
    size, _, pictures = told.partition(b"\n")
    return None if process.returncode else (pictures[: int(size)], pictures[int(size) :])
