"""Shelf -> a podcast: RSS 2.0 with the tags of Apple and of Podcasting 2.0. Pure.

See https://www.rssboard.org/rss-specification, https://podcasters.apple.com/support/823 and
https://podcastindex.org/namespace/1.0. An episode is an article in one audio file.
"""

import uuid
from collections.abc import Iterator, Mapping
from email.utils import format_datetime
from types import MappingProxyType

from oped_audio.model.publication import OutputFile
from oped_audio.model.shelf import BuiltArticle, BuiltFile, OnShelf, Shelf, place_of
from oped_audio.model.shelf_settings import ShelfSettings
from oped_audio.publishing.epub.markup import Markup, element, file, lines, text
from oped_audio.publishing.shelf.feed_pages import FeedPage, feed_pages
from oped_audio.publishing.shelf.media import json_file, media_type, one_file_audio, seconds

FEED = "podcast.xml"
ARTWORK = "podcast.jpg"
CHAPTERS = "chapters.json"
CHAPTERS_TYPE = "application/json+chapters"
MEDIA_TYPE = "application/rss+xml"
PER_PAGE = 300
_NAMESPACES = {
    "version": "2.0",
    "xmlns:atom": "http://www.w3.org/2005/Atom",
    "xmlns:itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "xmlns:podcast": "https://podcastindex.org/namespace/1.0",
}
_NAMESPACE_OF_GUIDS = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
"""Podcasting 2.0's, for ``podcast:guid``."""
_NO_ATTRIBUTES: Mapping[str, str | None] = MappingProxyType({})
_LONGEST_DESCRIPTION = 4000
"""Characters, of Apple."""


def write_feed(shelf: Shelf) -> Iterator[OutputFile]:
    """Yield ``podcast.xml``, and ``podcast-2.xml`` and so on for more than fit into it."""
    heard = tuple(one for one in shelf.articles if one_file_audio(one))
    episodes = Shelf(shelf.settings, heard)
    for page in feed_pages(episodes, FEED, PER_PAGE):
        yield OutputFile(page.path, file(_feed(shelf, page)))


def write_chapters(item: OnShelf) -> Iterator[OutputFile]:
    """Yield ``chapters.json`` (Podcasting 2.0, JSON chapters 1.2), if there is an episode."""
    if one_file_audio(item.article):
        chapters = [
            {"startTime": seconds(chapter.begin_ms), "title": chapter.label}
            for chapter in item.article.chapters
        ]
        yield json_file(CHAPTERS, {"version": "1.2.0", "chapters": chapters})


def _feed(shelf: Shelf, page: FeedPage) -> Markup:
    url = shelf.settings.url
    address = url(FEED).partition("://")[2].rstrip("/")
    parts = [
        _said("title", shelf.settings.title),
        _said("link", url()),
        _said("description", shelf.description[:_LONGEST_DESCRIPTION]),
        _said("language", shelf.language),
        _said("lastBuildDate", format_datetime(shelf.modified, usegmt=True)),
        _said("generator", "oped-audio"),
        element("atom:link", {"rel": "self", "href": url(page.path), "type": MEDIA_TYPE}),
        *(
            element("atom:link", {"rel": relation, "href": url(path), "type": MEDIA_TYPE})
            for relation, path in page.others
        ),
        _said("itunes:author", shelf.publisher),
        element("itunes:image", {"href": url(ARTWORK)}),
        element(
            "itunes:category",
            {"text": "News"},
            element("itunes:category", {"text": "News Commentary"}),
        ),
        _said("itunes:explicit", "false"),
        _said("itunes:type", "episodic"),
        _said("podcast:guid", str(uuid.uuid5(_NAMESPACE_OF_GUIDS, address))),
        _said("podcast:medium", "podcast"),
    ]
    for article in page.articles:
        audio = one_file_audio(article)
        if audio:
            parts.append(_item(article, audio, shelf.settings))
    return element("rss", _NAMESPACES, lines([element("channel", {}, lines(parts))]))


def _item(article: BuiltArticle, audio: BuiltFile, settings: ShelfSettings) -> Markup:
    def url(path: str = "") -> str:
        return settings.url(place_of(article, path))

    parts = [
        _said("title", article.title),
        _said("link", url()),
        _said("guid", url(), {"isPermaLink": "true"}),
        _said("pubDate", format_datetime(article.published, usegmt=True)),
        _said("description", (article.description or article.title)[:_LONGEST_DESCRIPTION]),
        element("enclosure", _enclosure(audio, url(audio.path))),
        _said("itunes:duration", str(round(article.duration_ms / 1000))),
        _said("itunes:explicit", "false"),
        _said("itunes:episodeType", "full"),
        element("podcast:chapters", {"url": url(CHAPTERS), "type": CHAPTERS_TYPE}),
    ]
    if article.author:
        parts.append(_said("itunes:author", article.author))
        about = {"role": "author", "group": "writing"}
        parts.append(_said("podcast:person", article.author, about))
    voice = {"role": "narrator", "group": "cast"}
    parts += [_said("podcast:person", narrator, voice) for narrator in article.narrators]
    for extension in ("vtt", "srt"):
        captions = article.article_captions(extension)
        if captions:
            attributes = {
                "url": url(captions.path),
                "type": media_type(captions),
                "language": article.language,
                "rel": "captions",
            }
            parts.append(element("podcast:transcript", attributes))
    other = article.only("m4b", "m4b")
    if other and other is not audio:
        attributes = {
            "type": media_type(other),
            "length": str(other.size),
            "title": "M4B with chapters",
        }
        source = element("podcast:source", {"uri": url(other.path)})
        parts.append(element("podcast:alternateEnclosure", attributes, source))
    return element("item", {}, lines(parts))


def _enclosure(audio: BuiltFile, address: str) -> dict[str, str]:
    """Apple knows M4B as what it is only by this type."""
    kind = "audio/x-m4a" if audio.extension == "m4b" else media_type(audio)
    return {"url": address, "length": str(audio.size), "type": kind}


def _said(name: str, value: str, attributes: Mapping[str, str | None] = _NO_ATTRIBUTES) -> Markup:
    return element(name, attributes, text(value))
