"""Article -> its manifest as a W3C Audiobook, and the ``.audiobook`` package. Pure.

See https://www.w3.org/TR/audiobooks/, https://www.w3.org/TR/pub-manifest/ and, for the package,
https://www.w3.org/TR/lpf/. The same package holds Readium's manifest, which reading apps such as
Thorium look for, so that one file serves both.
"""

from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO
from urllib.parse import quote
from zipfile import ZIP_DEFLATED, ZIP_STORED

from oped_audio.model.publication import OutputFile
from oped_audio.model.shelf import BuiltArticle, BuiltFile, Chapter, OnShelf, place_of
from oped_audio.model.shelf_settings import ShelfSettings
from oped_audio.publishing.epub.language import direction
from oped_audio.publishing.epub.markup import Markup, element, lines, text
from oped_audio.publishing.shelf.archive import Archive
from oped_audio.publishing.shelf.claims import of_audiobook, schema_org
from oped_audio.publishing.shelf.media import (
    audio_of_sections,
    iso_duration,
    json_file,
    media_type,
)

MANIFEST = "publication.json"
CONTENTS = "contents.html"
_PROFILE = "https://www.w3.org/TR/audiobooks/"


def write(item: OnShelf) -> Iterator[OutputFile]:
    """Yield ``publication.json`` and ``contents.html``, if each section has an audio file."""
    sections = audio_of_sections(item.article)
    if sections:
        yield json_file(MANIFEST, _manifest(item.article, sections, item.settings))
        yield OutputFile(CONTENTS, _contents(item.article, sections))


def package(article: BuiltArticle, files: Sequence[OutputFile]) -> OutputFile:
    """``NAME.audiobook``: these files, ``publication.json`` first, then audio and captions."""

    def pour(stream: BinaryIO) -> None:
        first = sorted(files, key=lambda file: file.path != MANIFEST)
        with Archive(stream) as archive:
            for file in first:
                kind = ZIP_STORED if file.path.endswith(".jpg") else ZIP_DEFLATED
                archive.add(file.path, file.content, kind)
            for _, sound in audio_of_sections(article):
                archive.add(sound.path, article.folder / sound.path, ZIP_STORED)
            for captions in _captions(article):
                archive.add(captions.path, article.folder / captions.path, ZIP_DEFLATED)

    return OutputFile(f"{article.name}.audiobook", pour)


def _manifest(
    article: BuiltArticle, sections: Sequence[tuple[Chapter, BuiltFile]], settings: ShelfSettings
) -> dict[str, Any]:
    """Audiobooks, section 3."""
    told: dict[str, Any] = {
        "@context": [
            "https://schema.org",
            "https://www.w3.org/ns/pub-context",
            {"language": article.language, "direction": direction(article.language)},
        ],
        "conformsTo": _PROFILE,
        "type": "Audiobook",
        "id": article.identifier,
        "url": settings.url(place_of(article)) if settings.base_url else None,
        "name": [article.title],
        "author": [article.author] if article.author else None,
        "readBy": list(article.narrators) or None,
        "publisher": [article.publisher] if article.publisher else None,
        "inLanguage": [article.language],
        "datePublished": article.published.date().isoformat() if article.date else None,
        "dateModified": article.modified.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "abridged": False,
        "duration": iso_duration(article.duration_ms),
        **schema_org(of_audiobook()),
        "readingOrder": [
            {
                "type": "LinkedResource",
                "url": quote(file.path),
                "encodingFormat": media_type(file),
                "name": [chapter.label],
                "duration": iso_duration(chapter.duration_ms),
            }
            for chapter, file in sections
        ],
        "resources": [
            _resource("cover.jpg", "image/jpeg", "cover", "Cover"),
            _resource(CONTENTS, "text/html", "contents", "Contents"),
            *(_resource(quote(file.path), media_type(file)) for file in _captions(article)),
        ],
    }
    return {name: value for name, value in told.items() if value is not None}


def _resource(
    url: str, kind: str, relation: str | None = None, name: str | None = None
) -> dict[str, Any]:
    told: dict[str, Any] = {"type": "LinkedResource", "url": url, "encodingFormat": kind}
    if relation:
        told["rel"] = [relation]
    if name:
        told["name"] = [{"value": name, "language": "en"}]
    return told


def _captions(article: BuiltArticle) -> Iterator[BuiltFile]:
    for chapter in article.chapters:
        file = article.section_captions(chapter, "vtt")
        if file:
            yield file


def _contents(article: BuiltArticle, sections: Sequence[tuple[Chapter, BuiltFile]]) -> bytes:
    """The table of contents as the manifest refers to it (Publication Manifest, appendix C)."""
    language = article.language
    items = (
        element("li", {}, element("a", {"href": quote(file.path)}, text(chapter.label)))
        for chapter, file in sections
    )
    listed = element("ol", {}, lines(items))
    nav = element("nav", {"role": "doc-toc", "aria-label": article.title}, lines([listed]))
    head = Markup(f'<meta charset="utf-8"><title>{text(article.title)}</title>')
    attributes = {"lang": language, "dir": direction(language)}
    body = element("body", {}, lines([element("h1", {}, text(article.title)), nav]))
    root = element("html", attributes, element("head", {}, head), body)
    return f"<!DOCTYPE html>\n{root}\n".encode()
