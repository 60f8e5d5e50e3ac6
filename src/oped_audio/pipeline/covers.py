"""Title and author -> the pictures of a book, drawn now or when the same were last asked for."""

import hashlib
import json
from collections.abc import Callable
from concurrent.futures import Executor
from functools import cache
from pathlib import Path
from subprocess import DEVNULL, PIPE

from oped_audio.content_store import ContentStore
from oped_audio.mixing.encoding import Cover
from oped_audio.publishing import cover
from oped_audio.voices.starting import start_python

Pictures = tuple[bytes, bytes]
"""A cover and its thumbnail."""


def covers(
    title: str,
    author: str | None,
    folder: Path,
    on_damage: Callable[[str], None],
    aside: Executor,
    *,
    is_apart: bool,
) -> tuple[Cover, Cover]:
    """The cover and its thumbnail, which are drawn from now on unless they lie in the cache.

    ``folder`` is the cache, ``on_damage`` is told of each damaged entry of it. ``is_apart`` has a
    process of their own draw them, since threads of this one take turns; ``aside`` waits for it.
    Whoever asks for what was drawn may get an OutputError.
    """
    asked = f"{cover.VERSION} {title} {author}"
    whole, small = _key(asked), _key(f"thumbnail {asked}")
    store = ContentStore(folder / "covers", ".jpg")

    @cache
    def pictures() -> Pictures:
        apart = _drawn_apart(title, author) if is_apart else None
        return apart or cover.cover_and_thumbnail(title, author)

    def obtain() -> tuple[Path, Path]:
        return (
            store.obtain(whole, lambda path: path.write_bytes(pictures()[0]), on_damage),
            store.obtain(small, lambda path: path.write_bytes(pictures()[1]), on_damage),
        )

    drawn = aside.submit(obtain)
    return Cover(whole, lambda: drawn.result()[0]), Cover(small, lambda: drawn.result()[1])


def _key(asked: str) -> str:
    return hashlib.sha256(asked.encode()).hexdigest()


def _drawn_apart(title: str, author: str | None) -> Pictures | None:
    """None if the process did not start, or ended before it had drawn them."""
    code = f"from {cover.__name__} import main; main()"
    try:
        process = start_python(code, stdin=PIPE, stdout=PIPE, stderr=DEVNULL)
    except OSError:
        return None
    told, _ = process.communicate(json.dumps([title, author]).encode())
    size, _, pictures = told.partition(b"\n")
    return None if process.returncode else (pictures[: int(size)], pictures[int(size) :])
