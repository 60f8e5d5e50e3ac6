"""Shelf -> sitemap.xml (sitemaps.org 0.9), and robots.txt where it would be found. Pure."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from oped_audio.model.publication import OutputFile
from oped_audio.model.shelf import Shelf, place_of
from oped_audio.publishing.epub.markup import Markup, element, file, lines, text

SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def write(shelf: Shelf) -> Iterator[OutputFile]:
    """Yield ``sitemap.xml``; and ``robots.txt``, if the site is the root of its host."""
    url = shelf.settings.url
    entries = [_entry(url(), shelf.modified.date().isoformat())]
    entries += [
        _entry(url(place_of(article)), article.modified.date().isoformat())
        for article in shelf.articles
    ]
    yield OutputFile(SITEMAP, file(element("urlset", {"xmlns": _NAMESPACE}, lines(entries))))
    if urlsplit(url()).path == "/":
        robots = f"User-agent: *\nAllow: /\nSitemap: {url(SITEMAP)}\n"
        yield OutputFile(ROBOTS, robots.encode())


def _entry(address: str, modified: str) -> Markup:
    return element(
        "url", {}, element("loc", {}, text(address)), element("lastmod", {}, text(modified))
    )
