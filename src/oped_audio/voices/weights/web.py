"""An address -> the bytes there, from an offset on, with clear errors; for large files."""

import base64
import http.client
import re
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from oped_audio.version import PROGRAM_VERSION

SILENCE_S = 20
"""Without a byte from the server."""
_MOST_REDIRECTS = 5
_CHUNK = 1 << 16
_CHECK = "check the network, and the mirror if you set one"
_LATER = "try again later: it goes on where it stopped"


@dataclass(eq=False)
class FetchError(Exception):
    """Something that an address did not give."""

    address: str
    """Without a password."""
    reason: str
    advice: str
    passing: bool = False
    """Whether it may well work if tried again at once."""
    status: int = 0
    """What the server answered; 0 where it did not."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sends, while it sends it."""

    address: str
    """After all redirects, without a password."""
    status: int
    headers: Message
    response: Any

    def chunks(self) -> Iterator[bytes]:
        """What comes, until it ends or breaks. Raises FetchError."""
        try:
            while chunk := self.response.read1(_CHUNK):
                yield chunk
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise _broken(self.address, error) from None
        finally:
            self.response.close()


def ask(address: str, headers: dict[str, str]) -> Answer:
    """What lies at the address. Raises FetchError.

    A name and password in the address are sent to its host alone, and told to nobody else.
    """
    shown = without_password(address)
    try:
        _check_protected("http:", shown)
        request = Request(shown, headers=_INTRODUCTION | headers)  # noqa: S310 - just checked
        if credentials := _credentials(address):
            request.add_unredirected_header("Authorization", credentials)
        response = build_opener(_Redirects()).open(request, timeout=SILENCE_S)
    except HTTPError as error:
        error.close()
        raise _refused(shown, error) from None
    except URLError as error:
        raise _unreachable(shown, error.reason) from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise _broken(shown, error) from None
    return Answer(without_password(response.url), response.status, response.headers, response)


_INTRODUCTION = {
    "User-Agent": f"oped-audio/{PROGRAM_VERSION}",
    "Accept": "*/*",
    "Accept-Encoding": "identity",
}


def without_password(address: str) -> str:
    """The address as it may be shown."""
    parts = urlsplit(address)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def linked(base: str, link: str) -> str:
    """Where a link on a page leads, with the page's password if it leads to its host.

    Raises FetchError for one that leads from a protected page to an unprotected one.
    """
    target = urljoin(base, link)
    _check_protected(base, target)
    come, go = urlsplit(base), urlsplit(target)
    if "@" in come.netloc and come.netloc.rpartition("@")[2] == go.netloc:
        target = urlunsplit(go._replace(netloc=come.netloc))
    return target


def _check_protected(base: str, target: str) -> None:
    allowed = {"https"} if base.startswith("https:") else {"https", "http"}
    if urlsplit(target).scheme not in allowed:
        reason = f"it leads to {without_password(target)}, which is not protected"
        raise FetchError(without_password(base), reason, _CHECK)


def _credentials(address: str) -> str:
    parts = urlsplit(address)
    if not parts.username:
        return ""
    pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return f"Basic {base64.b64encode(pair.encode()).decode()}"


class _Redirects(HTTPRedirectHandler):
    """Follows a few redirects, never from https to http."""

    max_redirections = _MOST_REDIRECTS
    max_repeats = 2

    def redirect_request(
        self, req: Request, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> Request | None:
        try:
            _check_protected(req.full_url, newurl)
        except FetchError:
            fp.close()
            raise
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _refused(address: str, error: HTTPError) -> FetchError:
    phrase = re.sub(r"\s+", " ", str(error.reason))[:60]
    reason = f"the server answers {error.code} {phrase}".rstrip()
    passing = error.code in {408, 425, 429} or error.code >= 500
    return FetchError(address, reason, _LATER if passing else _CHECK, passing, error.code)


def _unreachable(address: str, reason: object) -> FetchError:
    if isinstance(reason, TimeoutError):
        return FetchError(address, "the server does not answer in time", _LATER)
    if isinstance(reason, socket.gaierror):
        return FetchError(address, f"there is no server {urlsplit(address).hostname}", _CHECK)
    if type(reason).__name__.startswith("SSL"):
        return FetchError(address, "its certificate is not valid", _CHECK)
    told = getattr(reason, "strerror", None) or str(reason)
    return FetchError(address, f"the server cannot be reached: {told}", _CHECK)


def _broken(address: str, error: Exception) -> FetchError:
    if isinstance(error, TimeoutError):
        return FetchError(address, "the server fell silent", _LATER, passing=True)
    reason = f"the connection broke: {type(error).__name__}"
    return FetchError(address, reason, _LATER, passing=True)
