"""Article -> schema.org JSON-LD for search engines, safe inside a page. Pure."""

import json
from typing import Any

from oped_audio.model.shelf import BuiltArticle, place_of
from oped_audio.model.shelf_settings import ShelfSettings
from oped_audio.publishing.epub.markup import Markup, element
from oped_audio.publishing.shelf.claims import of_article, schema_org
from oped_audio.publishing.shelf.media import (
    audio_of_sections,
    downloads,
    iso_duration,
    media_type,
)

_ESCAPES = str.maketrans({
    "<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029",
})  # fmt: skip
_SOUND = ("audio/",)


def json_ld(article: BuiltArticle, settings: ShelfSettings) -> Markup:
    """A ``script`` element that holds data only."""
    content = json.dumps(audiobook(article, settings), ensure_ascii=False)
    return element("script", {"type": "application/ld+json"}, Markup(content.translate(_ESCAPES)))


def audiobook(article: BuiltArticle, settings: ShelfSettings) -> dict[str, Any]:
    """The article as an Audiobook, with an ``encoding`` for each file."""

    def url(path: str) -> str:
        return settings.url(place_of(article, path)) if settings.base_url else path

    claimed = schema_org(of_article(article))
    for ways in claimed["accessModeSufficient"]:
        ways["@type"] = ways.pop("type")
    told: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Audiobook",
        "@id": article.identifier,
        "url": url("") if settings.base_url else None,
        "name": article.title,
        "description": article.description,
        "author": _person(article.author),
        "readBy": [_person(narrator) for narrator in article.narrators] or None,
        "publisher": _organization(article.publisher),
        "copyrightNotice": article.rights,
        "inLanguage": article.language,
        "datePublished": article.date,
        "dateModified": article.modified.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "duration": iso_duration(article.duration_ms),
        "abridged": False,
        "bookFormat": "https://schema.org/AudiobookFormat",
        "isAccessibleForFree": True,
        "image": url("cover.jpg"),
        **claimed,
        "encoding": [*_encodings(article, url)] or None,
    }
    return {name: value for name, value in told.items() if value is not None}


def _encodings(article: BuiltArticle, url: Any) -> Any:
    whole = list(downloads(article))
    for download in whole:
        kind = download.media_type
        yield {
            "@type": "AudioObject" if kind.startswith(_SOUND) else "MediaObject",
            "contentUrl": url(download.file.path),
            "encodingFormat": kind,
            "contentSize": f"{download.file.size} B",
            "name": download.label,
        }
    for chapter, file in audio_of_sections(article):
        yield {
            "@type": "AudioObject",
            "contentUrl": url(file.path),
            "encodingFormat": media_type(file),
            "contentSize": f"{file.size} B",
            "name": chapter.label,
            "duration": iso_duration(chapter.duration_ms),
        }


def _person(name: str | None) -> dict[str, str] | None:
    return {"@type": "Person", "name": name} if name else None


def _organization(name: str | None) -> dict[str, str] | None:
    return {"@type": "Organization", "name": name} if name else None
