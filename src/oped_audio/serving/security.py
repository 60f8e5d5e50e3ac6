"""Who may ask the server for anything: only whoever was given its address, from its own pages.

A page of the web that an editor has open must neither read nor change anything here. So each
request must name this server as its host (a name that an attacker's DNS points here does not), must
bring the key that the address held, and what changes anything must come from a page of this server.
"""

import hmac
import ipaddress
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qs

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

LARGEST = 64 * 1024
"""Bytes of a request's body."""
_LONGEST = 8 * 1024
"""Characters of an address with its query."""
_READING = frozenset(("GET", "HEAD"))
_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_EVERYWHERE = frozenset(("0.0.0.0", "::"))  # noqa: S104 - asked for with --host

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
        " media-src 'self' blob:; connect-src 'self'; form-action 'self'; base-uri 'none';"
        " frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # forms would have no Origin with no-referrer
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""Of every answer that does not set them itself."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where the server listens."""

    host: str
    """As it was asked for, such as ``127.0.0.1``."""
    port: int

    def is_own(self, host: str) -> bool:
        """Whether a Host header names this server."""
        name, colon, port = host.rpartition(":")
        if not colon or not port.isdecimal() or port != str(self.port):
            return False
        if self.host in _EVERYWHERE:
            return name in _LOOPBACK or _is_number(name)
        own = f"[{self.host}]" if ":" in self.host else self.host
        return name in (*_LOOPBACK, own.lower())

    def url(self, path: str = "/") -> str:
        """For a browser on this machine."""
        host = "127.0.0.1" if self.host in _EVERYWHERE else self.host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}{path}"


def _is_number(host: str) -> bool:
    """Whether it is an IP address, which no DNS can point elsewhere."""
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is not answered."""

    status: int
    reason: str


class Guard:
    """Lets through to the application what may be asked, within limits, and nothing else."""

    def __init__(self, application: Application, address: Address, key: str) -> None:
        self._application = application
        self._address = address
        self._key = key

    @property
    def cookie(self) -> str:
        """Its name; cookies are not kept apart by port."""
        return f"oped_audio_{self._address.port}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse to."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._application(scope, receive, send)
            return
        headers = {
            name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]
        }
        if self._brings_key(scope, headers):
            await self._let_in(send)
            return
        refusal = self.judge(scope, headers)
        if refusal is None and scope["method"] not in _READING:
            body = await _body(receive)
            if body is None:
                refusal = Refusal(413, "The request is too large.")
            else:
                receive = _once(body, receive)
        if refusal is not None:
            await _answer(send, refusal.status, refusal.reason)
            return
        await self._application(scope, receive, _with_headers(send))

    def judge(self, scope: Scope, headers: Mapping[str, str]) -> Refusal | None:
        """Why the request is refused; None if it is not."""
        if not self._address.is_own(headers.get("host", "").lower()):
            return Refusal(403, "This is not the address of the proofing page.")
        if not self._is_known(headers.get("cookie", "")):
            return Refusal(403, "Open the address that `oped-audio serve` printed.")
        if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
            return _FOREIGN
        if len(scope["path"]) + len(scope["query_string"]) > _LONGEST:
            return Refusal(414, "The address is too long.")
        return None if scope["method"] in _READING else _judge_change(scope["method"], headers)

    def _brings_key(self, scope: Scope, headers: Mapping[str, str]) -> bool:
        if scope["method"] != "GET" or scope["path"] != "/" or len(scope["query_string"]) > 200:
            return False
        if not self._address.is_own(headers.get("host", "").lower()):
            return False
        (given, *_) = parse_qs(scope["query_string"].decode("latin-1")).get("key", [""])
        return self._is_key(given)

    async def _let_in(self, send: Send) -> None:
        """Keep the key as a cookie and go on without it: addresses are seen and remembered."""
        cookie = f"{self.cookie}={self._key}; Path=/; HttpOnly; SameSite=Strict"
        more = {"Set-Cookie": cookie, "Refresh": "0; url=/", "Referrer-Policy": "no-referrer"}
        page = (
            '<!doctype html><html lang="en"><title>oped-audio</title><main><h1>oped-audio</h1>'
            '<p><a href="/">Open the proofing page</a></p></main></html>'
        )
        await _answer(send, 200, page, {**more, "Content-Type": "text/html; charset=utf-8"})

    def _is_known(self, header: str) -> bool:
        try:
            found = SimpleCookie(header).get(self.cookie)
        except CookieError:
            return False
        return found is not None and self._is_key(found.value)

    def _is_key(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), self._key.encode())


_FOREIGN = Refusal(403, "The request comes from another page.")


def _judge_change(method: str, headers: Mapping[str, str]) -> Refusal | None:
    if method != "POST":
        return Refusal(405, "There is nothing of the kind here.")
    if headers.get("origin", "").lower() != f"http://{headers['host'].lower()}":
        return _FOREIGN
    length = headers.get("content-length", "0")
    if not length.isdecimal() or int(length) > LARGEST:
        return Refusal(413, "The request is too large.")
    return None


async def _body(receive: Receive) -> bytes | None:
    """All of it; None if it is more than may be, however long it is said to be."""
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return bytes(body)
        body += message.get("body", b"")
        if len(body) > LARGEST:
            return None
        if not message.get("more_body"):
            return bytes(body)


def _once(body: bytes, rest: Receive) -> Receive:
    given = False

    async def receive() -> Message:
        nonlocal given
        if given:
            return await rest()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receive


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            there = {name.lower() for name, _ in message["headers"]}
            more = [
                (name.lower().encode(), value.encode())
                for name, value in HEADERS.items()
                if name.lower().encode() not in there
            ]
            message = {**message, "headers": [*message["headers"], *more]}
        await send(message)

    return sending


async def _answer(
    send: Send, status: int, content: str, more: Mapping[str, str] | None = None
) -> None:
    headers = {**HEADERS, "Content-Type": "text/plain; charset=utf-8", **(more or {})}
    raw = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": status, "headers": raw})
    await send({"type": "http.response.body", "body": content.encode()})
