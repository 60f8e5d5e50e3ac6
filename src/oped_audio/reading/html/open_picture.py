"""The ``src`` of a picture -> its bytes, from beside the file, from the page itself or the web."""

import base64
import binascii
from collections.abc import Callable, Mapping
from urllib.parse import unquote, unquote_to_bytes, urljoin, urlsplit

from oped_audio.errors import AddressError
from oped_audio.reading.pictures import SIZE_LIMIT, NoPictureError, Pictures
from oped_audio.reading.source import Source


def opener(
    source: Source, pictures: Pictures, parts: Mapping[str, bytes] | None = None
) -> Callable[[str], bytes]:
    """What opens the pictures of a source; ``parts`` came with it in one file, by address."""

    def open_picture(src: str) -> bytes:
        src = src.strip()
        for name in (src, urljoin(source.address or "", src), src.removeprefix("cid:")):
            if parts and name in parts:
                return parts[name]
        scheme = urlsplit(src).scheme.lower() if ":" in src[:12] else ""
        if scheme == "data":
            return data_of(src)
        if scheme in {"http", "https"} or src.startswith("//") or source.address:
            return _fetched(source, urljoin(source.address or "https:", src))
        if scheme:
            raise NoPictureError(f"{scheme}: addresses are not opened")
        return pictures.from_beside(source.folder, unquote(urlsplit(src).path))

    return open_picture


def data_of(src: str) -> bytes:
    """What a ``data:`` address holds (RFC 2397). Raises NoPictureError."""
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
