"""An address as somebody wrote it -> one that may stand in a book, or none. Pure."""

import re
from ipaddress import ip_address
from urllib.parse import quote, urlsplit

_WEB = re.compile(r"(https?)://([^/?#]*)(.*)", re.IGNORECASE | re.DOTALL)
_MAIL = re.compile(r"mailto:(.+)", re.IGNORECASE | re.DOTALL)
_HOST = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.?")
_STRAY = re.compile(r"%(?![0-9A-Fa-f]{2})")
_UNFIT = re.compile(
    r'[\s"<>\\^`{|}\[\]'
    "\x00-\x20\x7f-\xa0\u200e\u200f\u202a-\u202e\u2066-\u2069"  # not seen
    "\ud800-\udfff\ufdd0-\ufdef\ufff0-\uffff]"  # no characters
)
_LONGEST = 2000
"""Characters, as many as every browser takes."""


def address(written: str) -> str | None:
    """An http, https or mailto address (RFC 3986, 3987), what is unfit for one in it encoded.

    None for every other scheme, for one with a name or password in it, and for what leads nowhere.
    """
    if len(written) > _LONGEST:
        return None
    if mail := _MAIL.fullmatch(written):
        return f"mailto:{_encoded(mail[1])}"
    found = _WEB.fullmatch(written)
    if not found or not _is_server(found[2]):
        return None
    scheme, server, rest = found.groups()
    before, sign, fragment = rest.partition("#")
    return f"{scheme}://{server}{_encoded(before)}{sign}{_encoded(fragment.replace('#', '%23'))}"


def _is_server(written: str) -> bool:
    """Whether it is a host that can be, with or without a port."""
    try:
        parts = urlsplit(f"//{written}")
        host = (parts.hostname or "").encode("idna").decode("ascii")
        if parts.port == 0 or "@" in written:
            return False
        if ":" in host or re.search(r"(?:^|\.)(?:\d+|0x[0-9a-f]*)\.?$", host):
            ip_address(host)
            return True
    except ValueError:
        return False
    return bool(_HOST.fullmatch(host)) and "xn--" not in written.casefold()


def _encoded(text: str) -> str:
    return _UNFIT.sub(lambda found: quote(found[0], errors="replace"), _STRAY.sub("%25", text))
