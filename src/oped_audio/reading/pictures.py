"""Bytes that should be a picture -> an Image that an EPUB may hold, kept in the cache."""

import hashlib
import io
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from oped_audio.content_store import ContentStore
from oped_audio.model.document import Image

SIZE_LIMIT = 30_000_000
"""Bytes of one picture."""
_MOST_PIXELS = 100_000_000
_MEDIA_TYPES = {  # EPUB 3.3, 3.2: core media types
    "JPEG": ("image/jpeg", ".jpg"),
    "PNG": ("image/png", ".png"),
    "GIF": ("image/gif", ".gif"),
    "WEBP": ("image/webp", ".webp"),
}
_CONVERTED = frozenset({"BMP", "TIFF", "MPO", "ICO", "PPM", "TGA", "JPEG2000", "AVIF"})


class NoPictureError(Exception):
    """Bytes that cannot be shown as a picture; the message says why."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """Takes in the pictures of one article."""

    cache: Path
    """The folder in which they are kept until the book is made."""
    on_damage: Callable[[str], None]
    beside: dict[str, str | None] = field(default_factory=dict)
    """Files that the article refers to, as ``Reading.beside`` has them."""

    def from_beside(self, folder: Path | None, path: str) -> bytes:
        """A file in the folder of the article or below, symbolic links followed (never above it).

        Raises NoPictureError.
        """
        if folder is None:
            raise NoPictureError("there is no folder to look in")
        self.beside[path] = None
        content = _content(folder, path)
        self.beside[path] = hashlib.sha256(content).hexdigest()
        return content

    def take(self, content: bytes, alternative: str | None) -> Image:
        """The picture, as it came if an EPUB may hold it as that, otherwise as PNG or JPEG.

        Raises NoPictureError: it is none, is too large, or only seems to be one.
        """
        if len(content) > SIZE_LIMIT:
            raise NoPictureError(f"it has {len(content):,} bytes, the limit is {SIZE_LIMIT:,}")
        media_type, suffix, kept, (width, height) = _examine(content)
        digest = hashlib.sha256(kept).hexdigest()
        store = ContentStore(self.cache / "pictures", suffix)
        path = store.obtain(digest, lambda path: path.write_bytes(kept), self.on_damage)
        return Image(digest, media_type, width, height, path, alternative)


def digest_beside(folder: Path, path: str) -> str | None:
    """The sha256 of a file that an article in this folder refers to; None as in Reading.beside."""
    try:
        return hashlib.sha256(_content(folder, path)).hexdigest()
    except NoPictureError:
        return None


def _content(folder: Path, path: str) -> bytes:
    if not path or "\0" in path or "\\" in path or path.startswith("/"):
        raise NoPictureError("only files beside the article are opened")
    try:
        whole = (folder / path).resolve()
        if not whole.is_relative_to(folder.resolve()):
            raise NoPictureError("it lies outside the article's folder")
        if not whole.is_file():
            raise NoPictureError("there is no such file")
        if whole.stat().st_size > SIZE_LIMIT:
            raise NoPictureError(f"it has more than {SIZE_LIMIT:,} bytes")
        return whole.read_bytes()
    except (OSError, ValueError, RuntimeError) as error:
        raise NoPictureError("it cannot be read") from error


def _examine(content: bytes) -> tuple[str, str, bytes, tuple[int, int]]:
    """Media type, suffix, the bytes to keep, and the size in pixels. Raises NoPictureError."""
    from PIL import Image as Pillow

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Pillow.open(io.BytesIO(content)) as picture:
                kind = picture.format or ""
                _check_kind(kind)  # first: to load some, Pillow runs programs of others
                _check_size(picture.size)
                picture.load()
                if kind in _MEDIA_TYPES:
                    return *_MEDIA_TYPES[kind], content, picture.size
                plain = picture.convert("RGBA" if "A" in picture.getbands() else "RGB")
                kept = io.BytesIO()
                plain.save(kept, "PNG")
                return *_MEDIA_TYPES["PNG"], kept.getvalue(), picture.size
    except NoPictureError:
        raise
    except Exception as error:
        raise NoPictureError("it is not a picture, or is damaged") from error


def _check_size(size: tuple[int, int]) -> None:
    if size[0] * size[1] > _MOST_PIXELS:
        raise NoPictureError(f"it has {size[0]} by {size[1]} pixels")


def _check_kind(kind: str) -> None:
    if kind not in _MEDIA_TYPES and kind not in _CONVERTED:
        raise NoPictureError(f"its format {kind} is unknown to EPUB readers")
