"""Shelf -> OPDS 2.0: a catalogue in pages, and a document for each publication. Pure.

See https://drafts.opds.io/opds-2.0. All links are absolute.
"""

from collections.abc import Iterator
from typing import Any

from oped_audio.model.publication import OutputFile
from oped_audio.model.shelf import BuiltArticle, OnShelf, Shelf, place_of
from oped_audio.model.shelf_settings import ShelfSettings
from oped_audio.publishing.cover import HEIGHT, WIDTH
from oped_audio.publishing.shelf.claims import of_article
from oped_audio.publishing.shelf.covers import THUMBNAIL_HEIGHT, THUMBNAIL_WIDTH
from oped_audio.publishing.shelf.feed_pages import feed_pages
from oped_audio.publishing.shelf.media import (
    AUDIOBOOK,
    audio_of_sections,
    downloads,
    json_file,
    megabytes,
)
from oped_audio.publishing.shelf.webpub import MANIFEST, metadata
from oped_audio.publishing.shelf.webpub import MEDIA_TYPE as AUDIOBOOK_TYPE

CATALOGUE = "opds.json"
PUBLICATION = "opds.json"
MEDIA_TYPE = "application/opds+json"
PUBLICATION_TYPE = "application/opds-publication+json"
OPEN_ACCESS = "http://opds-spec.org/acquisition/open-access"
PER_PAGE = 100

ACQUIRED = ("epub", AUDIOBOOK, "mp3-book", "m4b", "daisy-zip")
"""The formats that one acquires; captions come with them."""


def write_catalogue(shelf: Shelf) -> Iterator[OutputFile]:
    """Yield ``opds.json``, and ``opds-2.json`` and so on for more than fit into it."""
    url = shelf.settings.url
    for page in feed_pages(shelf, CATALOGUE, PER_PAGE):
        told = {
            "metadata": {
                "title": shelf.settings.title,
                "description": shelf.description,
                "modified": shelf.modified.strftime("%Y-%m-%dT%H:%M:%SZ"),
                "numberOfItems": page.total,
                "itemsPerPage": page.size,
                "currentPage": page.number,
            },
            "links": [
                {"rel": "self", "href": url(page.path), "type": MEDIA_TYPE},
                {"rel": "start", "href": url(CATALOGUE), "type": MEDIA_TYPE},
                {"rel": "alternate", "href": url(), "type": "text/html"},
                *(
                    {"rel": relation, "href": url(path), "type": MEDIA_TYPE}
                    for relation, path in page.others
                ),
            ],
            "publications": [
                publication(one, shelf.settings) for one in page.articles if acquired(one)
            ],
        }
        yield json_file(page.path, told)


def write_publication(item: OnShelf) -> Iterator[OutputFile]:
    """Yield ``opds.json``, for the article alone, where the site has an address."""
    if item.settings.base_url and acquired(item.article):
        yield json_file(PUBLICATION, publication(item.article, item.settings))


def acquired(article: BuiltArticle) -> bool:
    """Whether there is something to acquire, without which a catalogue must not list it."""
    return any(file.format in ACQUIRED for file in article.files)


def publication(article: BuiltArticle, settings: ShelfSettings) -> dict[str, Any]:
    """An OPDS publication (section 4)."""

    def url(path: str) -> str:
        return settings.url(place_of(article, path))

    links: list[dict[str, Any]] = [
        {"rel": "self", "href": url(PUBLICATION), "type": PUBLICATION_TYPE},
        {"rel": "alternate", "href": url(""), "type": "text/html"},
    ]
    if audio_of_sections(article):
        links.append({"rel": "alternate", "href": url(MANIFEST), "type": AUDIOBOOK_TYPE})
    for download in downloads(article):
        if download.file.format in ACQUIRED:
            link = {
                "rel": OPEN_ACCESS,
                "href": url(download.file.path),
                "type": download.media_type,
                "title": download.label.removesuffix(f", {megabytes(download.file.size)}"),
                "size": download.file.size,
            }
            links.append(link)
    kind = "Book" if article.only("epub", "epub") else "Audiobook"
    return {
        "metadata": {
            "@type": f"http://schema.org/{kind}",
            **metadata(article, of_article(article)),
        },
        "links": links,
        "images": [
            {"href": url("cover.jpg"), "type": "image/jpeg", "width": WIDTH, "height": HEIGHT},
            {
                "href": url("thumbnail.jpg"),
                "type": "image/jpeg",
                "width": THUMBNAIL_WIDTH,
                "height": THUMBNAIL_HEIGHT,
            },
        ],
    }
