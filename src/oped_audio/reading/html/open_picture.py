"""The ``src`` of a picture -> its bytes, from beside the file, from the page itself or the web."""

import base64
import binascii
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes, urljoin, urlsplit

from oped_audio.errors import AddressError
from oped_audio.reading.pictures import SIZE_LIMIT, NoPictureError
from oped_audio.reading.source import Source


def opener(source: Source, parts: Mapping[str, bytes] | None = None) -> Callable[[str], bytes]:
    """What opens the pictures of a source; ``parts`` came with it in one file, by address."""

    def open_picture(src: str) -> bytes:
        src = src.strip()
        for name in (src, urljoin(source.address or "", src), src.removeprefix("cid:")):
            if parts and name in parts:
                return parts[name]
        scheme = urlsplit(src).scheme.lower() if ":" in src[:12] else ""
        if scheme == "data":
            return _data(src)
        if scheme in {"http", "https"} or src.startswith("//") or source.address:
            return _fetched(source, urljoin(source.address or "https:", src))
        if scheme:
            raise NoPictureError(f"{scheme}: addresses are not opened")
        return _beside(source.folder, src)

    return open_picture


def _data(src: str) -> bytes:
    """RFC 2397."""
    head, _, body = src.partition(",")
    if len(body) > 2 * SIZE_LIMIT:
        raise NoPictureError("it is too large")
    try:
        raw = unquote_to_bytes(body)
        return base64.b64decode(raw, validate=False) if head.lower().endswith(";base64") else raw
    except (binascii.Error, ValueError) as error:
        raise NoPictureError("its data: address is damaged") from error


def _fetched(source: Source, address: str) -> bytes:
    if source.fetch is None:
        raise NoPictureError("it lies on the web, and files fetch nothing from there")
    try:
        return source.fetch(address)
    except AddressError as error:
        raise NoPictureError(error.reason) from error


def _beside(folder: Path | None, src: str) -> bytes:
    """From the folder of the article or below, symbolic links followed (never above it)."""
    if folder is None:
        raise NoPictureError("there is no folder to look in")
    path = unquote(urlsplit(src).path)
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
