"""Shelf -> the files of a static site: one module a kind of file, one line for each in the tables.

To add a kind, write a module with a pure function from an OnShelf (what is made of one article) or
from a Shelf (what tells of all of them) to OutputFiles, and enter it here.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from importlib.resources import files

from oped_audio.model.publication import OutputFile
from oped_audio.model.shelf import BuiltArticle, OnShelf, Shelf
from oped_audio.model.shelf_settings import ShelfSettings
from oped_audio.publishing.shelf import (
    article_page,
    audiobook,
    daisy,
    guided,
    index_page,
    opds1,
    opds2,
    podcast,
    sitemap,
    webpub,
)
from oped_audio.publishing.shelf.covers import artwork, thumbnail
from oped_audio.publishing.shelf.media import AUDIOBOOK, DAISY_ZIP, PUBLISHED, audio_of_sections

VERSION = 1
"""Raise it when the same article is to be put on the shelf otherwise."""

OfArticle = Callable[[OnShelf], Iterable[OutputFile]]
OfSite = Callable[[Shelf], Iterable[OutputFile]]

MANIFESTS: tuple[OfArticle, ...] = (audiobook.write, webpub.write, guided.write)
"""Of the sound of an article; they go into its package too."""
PAGES: tuple[OfArticle, ...] = (
    article_page.write,
    podcast.write_chapters,
    opds2.write_publication,
)
SITE: tuple[OfSite, ...] = (index_page.write,)
WITH_ADDRESS: dict[str, OfSite] = {
    "OPDS catalogues (opds.json, opds.xml)": lambda shelf: (
        *opds2.write_catalogue(shelf),
        *opds1.write_catalogue(shelf),
    ),
    "podcast (podcast.xml)": podcast.write_feed,
    "sitemap (sitemap.xml)": sitemap.write,
}
"""What is made only for a site whose address is known, by what people are told of it."""

_ASSETS = ("shelf.css", "shelf.js", "shelf.svg")
_ALWAYS = ("index.html", *_ASSETS)
_ON_WEB = ("opds.json", "opds.xml", "podcast.jpg", "podcast.xml", "sitemap.xml")


def root_files(settings: ShelfSettings) -> tuple[str, ...]:
    """What will lie at the root of the site in any case."""
    return (*_ALWAYS, *_ON_WEB) if settings.base_url else _ALWAYS


def packages(item: OnShelf) -> Iterator[tuple[str, OutputFile]]:
    """What is packed of an article for reading apps and players, each with its format."""
    if audio_of_sections(item.article):
        alone = replace(item, article=_without_page(item.article))
        inside = [*_manifests(alone), OutputFile("cover.jpg", item.cover)]
        yield AUDIOBOOK, audiobook.package(item.article, inside)
    for file in daisy.package(item):
        yield DAISY_ZIP, file


def article_files(item: OnShelf) -> Iterator[OutputFile]:
    """All else in the folder of an article, whose packages are among its files by now."""
    yield OutputFile("cover.jpg", item.cover)
    yield OutputFile("thumbnail.jpg", thumbnail(item.cover))
    yield from _manifests(item)
    for write in PAGES:
        yield from write(item)


def published(article: BuiltArticle) -> Iterator[OutputFile]:
    """The built files that the shelf offers as they are."""
    for file in article.files:
        if file.format in PUBLISHED:
            yield OutputFile(file.path, article.folder / file.path)


def site_files(shelf: Shelf) -> Iterator[OutputFile]:
    """What lies at the root of the site."""
    for name in _ASSETS:
        source = files("oped_audio.publishing") / "templates" / name
        yield OutputFile(name, source.read_bytes())
    for write in SITE:
        yield from write(shelf)
    if shelf.settings.base_url:
        yield OutputFile(podcast.ARTWORK, artwork(shelf.settings.title))
        for write in WITH_ADDRESS.values():
            yield from write(shelf)


def _without_page(article: BuiltArticle) -> BuiltArticle:
    """A package holds no page to refer to."""
    kept = tuple(file for file in article.files if file.format != "read-along")
    return replace(article, files=kept)


def _manifests(item: OnShelf) -> Iterator[OutputFile]:
    for write in MANIFESTS:
        yield from write(item)
