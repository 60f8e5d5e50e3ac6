"""Article -> a Readium Web Publication Manifest of the audiobook profile. Pure.

See https://readium.org/webpub-manifest and its profile for audiobooks. Each section leads to the
guided navigation document that has its text in step with the sound.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Any
from urllib.parse import quote

from oped_audio.model.publication import OutputFile
from oped_audio.model.shelf import (
    Accessibility,
    BuiltArticle,
    BuiltFile,
    Chapter,
    OnShelf,
    place_of,
)
from oped_audio.publishing.cover import HEIGHT, WIDTH
from oped_audio.publishing.epub.language import direction
from oped_audio.publishing.shelf.claims import of_audiobook, readium
from oped_audio.publishing.shelf.guided import MEDIA_TYPE as GUIDED_TYPE
from oped_audio.publishing.shelf.guided import guided_path
from oped_audio.publishing.shelf.media import audio_of_sections, json_file, media_type, seconds

MANIFEST = "manifest.json"
MEDIA_TYPE = "application/audiobook+json"
_PROFILE = "https://readium.org/webpub-manifest/profiles/audiobook"
_CONTEXT = "https://readium.org/webpub-manifest/context.jsonld"


def write(item: OnShelf) -> Iterator[OutputFile]:
    """Yield ``manifest.json``, if there is an audio file for each section."""
    article, settings = item.article, item.settings
    sections = audio_of_sections(article)
    if not sections:
        return
    known = {one.audio for one in item.narrated}
    own = settings.url(place_of(article, MANIFEST)) if settings.base_url else MANIFEST
    page = settings.url(place_of(article)) if settings.base_url else "index.html"
    told = {
        "@context": _CONTEXT,
        "metadata": {
            "@type": "http://schema.org/Audiobook",
            "conformsTo": _PROFILE,
            **metadata(article, of_audiobook()),
        },
        "links": [
            {"rel": "self", "href": own, "type": MEDIA_TYPE},
            {"rel": "alternate", "href": page, "type": "text/html"},
            *_guides(sections, known),
        ],
        "readingOrder": [_section(chapter, file, known) for chapter, file in sections],
        "resources": [
            {
                "rel": "cover",
                "href": "cover.jpg",
                "type": "image/jpeg",
                "width": WIDTH,
                "height": HEIGHT,
            },
            *_captions(article),
        ],
        "toc": contents(sections),
    }
    yield json_file(MANIFEST, told)


def metadata(article: BuiltArticle, claimed: Accessibility) -> dict[str, Any]:
    """What Readium's manifests and OPDS 2.0 alike say of a publication."""
    told: dict[str, Any] = {
        "identifier": article.identifier,
        "title": article.title,
        "author": article.author,
        "narrator": list(article.narrators) or None,
        "publisher": article.publisher,
        "language": article.language,
        "readingProgression": direction(article.language),
        "published": article.published.date().isoformat() if article.date else None,
        "modified": article.modified.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "description": article.description,
        "duration": seconds(article.duration_ms) or None,
        "accessibility": readium(claimed),
    }
    return {name: value for name, value in told.items() if value}


def contents(sections: Sequence[tuple[Chapter, BuiltFile]]) -> list[dict[str, Any]]:
    """A tree of links, nested as the headings are."""
    top: list[dict[str, Any]] = []
    open_: list[tuple[int, list[dict[str, Any]]]] = [(0, top)]
    for chapter, file in sections:
        link: dict[str, Any] = {"href": quote(file.path), "title": chapter.label}
        while len(open_) > 1 and open_[-1][0] >= chapter.level:
            open_.pop()
        open_[-1][1].append(link)
        inner: list[dict[str, Any]] = []
        link["children"] = inner
        open_.append((chapter.level, inner))
    return _pruned(top)


def _pruned(links: list[dict[str, Any]]) -> list[dict[str, Any]]:
    for link in links:
        if _pruned(link["children"]) == []:
            del link["children"]
    return links


def _section(chapter: Chapter, file: BuiltFile, known: Collection[str]) -> dict[str, Any]:
    link: dict[str, Any] = {
        "href": quote(file.path),
        "type": media_type(file),
        "title": chapter.label,
        "duration": seconds(chapter.duration_ms),
    }
    if chapter.audio in known:
        link["alternate"] = [{"href": quote(guided_path(chapter)), "type": GUIDED_TYPE}]
    return link


def _guides(
    sections: Sequence[tuple[Chapter, BuiltFile]], known: Collection[str]
) -> Iterator[dict[str, Any]]:
    """The first guided navigation document, from which the others are reached (section 2.2.1)."""
    guided = (chapter for chapter, _ in sections if chapter.audio in known)
    first = next(guided, None)
    if first:
        yield {"rel": "related", "href": quote(guided_path(first)), "type": GUIDED_TYPE}


def _captions(article: BuiltArticle) -> Iterator[dict[str, Any]]:
    for chapter in article.chapters:
        file = article.section_captions(chapter, "vtt")
        if file:
            yield {"href": quote(file.path), "type": media_type(file), "title": chapter.label}
