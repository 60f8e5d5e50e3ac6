"""An address -> what lies there, within limits of size and time, and with clear errors."""

import http.client
import ipaddress
import re
import socket
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import Message
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin, urlsplit, urlunsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from oped_audio.errors import AddressError
from oped_audio.reading.source import SIZE_LIMIT, Source
from oped_audio.version import PROGRAM_VERSION

_PICTURE_LIMIT = 30_000_000
"""Bytes."""
_MOST_PICTURES = 60
_MOST_REDIRECTS = 5
_SILENCE_S = 20
"""Without a byte from the server."""
_WHOLE_S = 60
_CHUNK = 1 << 16
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/epub+zip": ".epub",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
_SAVE = "open it in your browser, save the page, and give the file"
_CHECK = "check the address"
_LATER = "try again later, or save the page in your browser and give the file"


def fetch(address: str) -> Source:
    """The article there, and what gets its pictures. Raises AddressError."""
    answer = _get(address, SIZE_LIMIT, ", ".join(_SUFFIXES))
    kind = answer.headers.get_content_type() if answer.headers.get("Content-Type") else ""
    if kind and kind not in _SUFFIXES:
        reason = f"what lies there is {kind}, not a page or text"
        raise AddressError(address, reason, "give the address of the article's page")
    return Source(
        name=address,
        content=answer.content,
        address=answer.address,
        suffix=_SUFFIXES.get(kind, ""),
        charset=answer.headers.get_content_charset(),
        fetch=_PictureFetcher(urlsplit(answer.address).hostname or "").fetch,
    )


@dataclass(frozen=True, slots=True)
class _Answer:
    content: bytes
    headers: Message
    address: str
    """After all redirects."""


@dataclass(slots=True)
class _PictureFetcher:
    """Gets the pictures of one page, so many at most, and none from within the user's network."""

    host: str
    """Of the page."""
    fetched: int = field(default=0)

    def fetch(self, address: str) -> bytes:
        """The bytes. Raises AddressError."""
        self.fetched += 1
        if self.fetched > _MOST_PICTURES:
            raise AddressError(address, f"the page has more than {_MOST_PICTURES} pictures", "")
        return _get(address, _PICTURE_LIMIT, "image/*", self._check_host).content

    def _check_host(self, address: str) -> None:
        host = urlsplit(address).hostname or ""
        if host != self.host and _is_private(host):
            raise AddressError(address, "it lies within a private network", "")


def _is_private(host: str) -> bool:
    """Whether a name leads to this machine or its neighbours."""
    try:
        found = {info[4][0] for info in socket.getaddrinfo(host, None)}
    except (OSError, UnicodeError):
        return False
    return any(not ipaddress.ip_address(str(ip).partition("%")[0]).is_global for ip in found)


class _Redirects(HTTPRedirectHandler):
    """Follows a few redirects, never from https to http, and never to another kind of address."""

    max_redirections = _MOST_REDIRECTS
    max_repeats = 2

    def __init__(self, check: Callable[[str], None]) -> None:
        self.check = check

    def redirect_request(
        self, req: Request, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> Request | None:
        target = encoded(urljoin(req.full_url, newurl))
        if req.full_url.startswith("https:") and not target.startswith("https:"):
            raise AddressError(req.full_url, "it leads on to an unprotected page", _SAVE)
        self.check(target)
        return super().redirect_request(req, fp, code, msg, headers, target)


def encoded(address: str) -> str:
    """The address as it is sent: ASCII alone (RFC 3986, RFC 5891). Raises AddressError."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except ValueError as error:
        raise AddressError(address, "it is not an address", _CHECK) from error
    if parts.scheme.lower() not in {"http", "https"} or not host:
        raise AddressError(address, "it is not an address of the web", _CHECK)
    if parts.username or parts.password:
        raise AddressError(address, "it holds a name or password", "leave them out of the address")
    host = f"[{host}]" if ":" in host else host
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]")
    return urlunsplit((parts.scheme.lower(), host + port, path, query, ""))


def _nowhere(_: str) -> None:
    """Every host will do."""


def _get(address: str, limit: int, accept: str, check: Callable[[str], None] = _nowhere) -> _Answer:
    deadline = time.monotonic() + _WHOLE_S
    sent = encoded(address)
    check(sent)
    opener = build_opener(_Redirects(check))
    opener.addheaders = [
        ("User-Agent", f"oped-audio/{PROGRAM_VERSION}"),
        ("Accept", accept),
        ("Accept-Encoding", "gzip, deflate"),
    ]
    try:
        return _read(opener, sent, address, limit, deadline)
    except HTTPError as error:
        error.close()
        raise _refused(address, error) from None
    except TimeoutError:
        raise AddressError(address, "the server does not answer in time", _LATER) from None
    except URLError as error:
        raise _unreachable(address, error.reason) from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = f"the connection broke: {type(error).__name__}"
        raise AddressError(address, reason, _LATER) from None


def _read(opener: OpenerDirector, sent: str, address: str, limit: int, deadline: float) -> _Answer:
    with opener.open(sent, timeout=_SILENCE_S) as response:
        inflate = _inflater(response.headers.get("Content-Encoding", ""), address)
        content = bytearray()
        while chunk := response.read1(_CHUNK):
            content += inflate(chunk, limit + 1 - len(content))
            if len(content) > limit:
                reason = f"it has more than {limit:,} bytes"
                raise AddressError(address, reason, "give the address of one article")
            if time.monotonic() > deadline:
                raise AddressError(address, f"it takes more than {_WHOLE_S} s", _LATER)
        return _Answer(bytes(content), response.headers, response.url)


def _inflater(encoding: str, address: str) -> Callable[[bytes, int], bytes]:
    """What turns the bytes that are sent into those that are meant, so many at most."""
    encoding = encoding.strip().lower()
    if encoding in {"", "identity"}:
        return lambda chunk, room: chunk[:room]
    if encoding not in {"gzip", "x-gzip", "deflate"}:
        raise AddressError(address, f"it is sent as {encoding}, which is not known", _SAVE)
    inflater = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)

    def inflate(chunk: bytes, room: int) -> bytes:
        try:
            return inflater.decompress(chunk, room)
        except zlib.error as error:
            raise AddressError(address, "what is sent is damaged", _LATER) from error

    return inflate


def _refused(address: str, error: HTTPError) -> AddressError:
    if "not allowed" in str(error.reason):
        return AddressError(address, "it leads away from the web", _CHECK)
    if error.code in {301, 302, 303, 307, 308}:
        return AddressError(address, "it leads on and on", _CHECK)
    phrase = re.sub(r"\s+", " ", str(error.reason))[:60]
    reason = f"the server answers {error.code} {phrase}".rstrip()
    if error.code in {401, 402, 403, 407, 451}:
        return AddressError(address, reason, f"it may need a login or subscription: {_SAVE}")
    if error.code in {404, 410}:
        return AddressError(address, reason, _CHECK)
    return AddressError(address, reason, _LATER)


def _unreachable(address: str, reason: object) -> AddressError:
    if isinstance(reason, TimeoutError):
        return AddressError(address, "the server does not answer in time", _LATER)
    if isinstance(reason, socket.gaierror):
        host = urlsplit(address).hostname
        return AddressError(address, f"there is no server {host}", f"{_CHECK} and the network")
    if type(reason).__name__.startswith("SSL"):
        return AddressError(address, "its certificate is not valid", _SAVE)
    told = getattr(reason, "strerror", None) or str(reason)
    return AddressError(
        address, f"the server cannot be reached: {told}", f"{_CHECK} and the network"
    )
