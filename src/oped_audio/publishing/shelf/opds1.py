"""Shelf -> OPDS 1.2, an acquisition feed in Atom, for reading apps that know no other. Pure.

See https://specs.opds.io/opds-1.2 and RFC 4287. All links are absolute.
"""

import uuid
from collections.abc import Iterator

from oped_audio.model.publication import OutputFile
from oped_audio.model.shelf import BuiltArticle, Shelf, place_of
from oped_audio.model.shelf_settings import ShelfSettings
from oped_audio.publishing.epub.markup import Markup, element, file, lines, text
from oped_audio.publishing.shelf.claims import of_article
from oped_audio.publishing.shelf.feed_pages import FeedPage, feed_pages
from oped_audio.publishing.shelf.media import downloads
from oped_audio.publishing.shelf.opds2 import ACQUIRED, OPEN_ACCESS, PER_PAGE, acquired

CATALOGUE = "opds.xml"
MEDIA_TYPE = "application/atom+xml;profile=opds-catalog;kind=acquisition"
_NAMESPACES = {
    "xmlns": "http://www.w3.org/2005/Atom",
    "xmlns:dc": "http://purl.org/dc/terms/",
    "xmlns:opds": "http://opds-spec.org/2010/catalog",
    "xmlns:opensearch": "http://a9.com/-/spec/opensearch/1.1/",
    "xmlns:schema": "http://schema.org/",
}


def write_catalogue(shelf: Shelf) -> Iterator[OutputFile]:
    """Yield ``opds.xml``, and ``opds-2.xml`` and so on for more than fit into it."""
    for page in feed_pages(shelf, CATALOGUE, PER_PAGE):
        yield OutputFile(page.path, file(_feed(shelf, page)))


def _feed(shelf: Shelf, page: FeedPage) -> Markup:
    url = shelf.settings.url
    parts = [
        element("id", {}, text(uuid.uuid5(uuid.NAMESPACE_URL, url(page.path)).urn)),
        element("title", {}, text(shelf.settings.title)),
        element("subtitle", {}, text(shelf.description)),
        element("updated", {}, text(shelf.modified.strftime("%Y-%m-%dT%H:%M:%SZ"))),
        element("author", {}, element("name", {}, text(shelf.publisher))),
        _link("self", url(page.path), MEDIA_TYPE),
        _link("start", url(CATALOGUE), MEDIA_TYPE),
        _link("alternate", url(), "text/html"),
        *(_link(relation, url(path), MEDIA_TYPE) for relation, path in page.others),
        element("opensearch:totalResults", {}, text(str(page.total))),
        element("opensearch:itemsPerPage", {}, text(str(page.size))),
        element("opensearch:startIndex", {}, text(str((page.number - 1) * page.size + 1))),
    ]
    parts += [_entry(one, shelf.settings) for one in page.articles if acquired(one)]
    return element("feed", {**_NAMESPACES, "xml:lang": shelf.language}, lines(parts))


def _entry(article: BuiltArticle, settings: ShelfSettings) -> Markup:
    def url(path: str) -> str:
        return settings.url(place_of(article, path))

    parts = [
        element("id", {}, text(uuid.uuid5(uuid.NAMESPACE_URL, url("")).urn)),
        element("title", {}, text(article.title)),
        element("updated", {}, text(article.modified.strftime("%Y-%m-%dT%H:%M:%SZ"))),
    ]
    if article.author:
        parts.append(element("author", {}, element("name", {}, text(article.author))))
    parts += [
        element("contributor", {}, element("name", {}, text(narrator)))
        for narrator in article.narrators
    ]
    for name, value in (
        ("dc:identifier", article.identifier),
        ("dc:language", article.language),
        ("dc:issued", article.date),
        ("dc:publisher", article.publisher),
        ("rights", article.rights),
        ("summary", article.description),
    ):
        if value:
            parts.append(element(name, {}, text(value)))
    claimed = of_article(article)
    for name, values in (
        ("accessMode", claimed.modes),
        ("accessModeSufficient", claimed.sufficient),
        ("accessibilityFeature", claimed.features),
        ("accessibilityHazard", claimed.hazards),
        ("accessibilitySummary", (claimed.summary,)),
    ):
        parts += [element(f"schema:{name}", {}, text(value)) for value in values]
    parts += [
        _link("http://opds-spec.org/image", url("cover.jpg"), "image/jpeg"),
        _link("http://opds-spec.org/image/thumbnail", url("thumbnail.jpg"), "image/jpeg"),
        _link("alternate", url(""), "text/html"),
    ]
    for download in downloads(article):
        if download.file.format in ACQUIRED:
            address = url(download.file.path)
            parts.append(
                _link(OPEN_ACCESS, address, download.media_type, download.label, download.file.size)
            )
    return element("entry", {"xml:lang": article.language}, lines(parts))


def _link(
    relation: str, address: str, kind: str, title: str | None = None, length: int | None = None
) -> Markup:
    attributes = {
        "rel": relation,
        "href": address,
        "type": kind,
        "title": title,
        "length": None if length is None else str(length),
    }
    return element("link", attributes)
