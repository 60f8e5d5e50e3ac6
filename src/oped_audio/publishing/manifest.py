"""Publication -> what manifest.json says of it, but for the files. Pure."""

from collections.abc import Mapping
from typing import Any

from oped_audio.model.audio import Track
from oped_audio.model.document import Document
from oped_audio.model.publication import Publication
from oped_audio.publishing.epub.claims import claims
from oped_audio.publishing.epub.language import labels
from oped_audio.publishing.epub.pronunciation import pronunciations
from oped_audio.publishing.epub.statement import wording
from oped_audio.version import PROGRAM_VERSION

FORMAT = 1
"""Raise it when the meaning of a key changes."""

_LONGEST_DESCRIPTION = 300
"""Characters."""


def manifest(
    publication: Publication, source: str, source_sha256: str, settings: Mapping[str, Any]
) -> dict[str, Any]:
    """Durations are seconds of audio, to the millisecond."""
    metadata = publication.metadata
    document = publication.document
    pages = {section.id: section for section in document.pages}
    words = labels(metadata.language)
    return {
        "format": FORMAT,
        "generator": f"oped-audio {PROGRAM_VERSION}",
        "source": {"name": source, "sha256": source_sha256},
        "title": metadata.title,
        "author": metadata.author,
        "language": metadata.language,
        "identifier": metadata.identifier,
        "date": metadata.date,
        "publisher": metadata.publisher,
        "rights": metadata.rights,
        "published_at": metadata.source,
        "standfirst": document.standfirst,
        "description": description(document),
        "narrator": {"engine": metadata.narrator.engine, "voice": metadata.narrator.id},
        "narrators": list(wording(metadata.language).narrators(metadata)),
        "word_times": publication.marks_from,
        "accessibility": _accessibility(publication, settings),
        "duration": round(publication.seconds, 3),
        "sections": [
            {
                "id": track.section,
                "role": pages[track.section].role,
                "level": pages[track.section].level,
                "heading": pages[track.section].heading,
                "label": words.of(pages[track.section]),
                "audio": f"audio/{_shipped(track, settings)}",
                "duration": round(track.timeline.seconds, 3),
                "sentences": len(track.timeline.entries),
            }
            for track in publication.tracks
        ],
        "settings": settings,
    }


def description(document: Document) -> str | None:
    """The standfirst, or else how the text begins; None where there is no paragraph."""
    if document.standfirst:
        return document.standfirst
    blocks = (block for section in document.sections for block in section.blocks)
    first = next((block for block in blocks if block.kind == "paragraph"), None)
    if first is None:
        return None
    text = " ".join("".join(span.text for span in first.spans if not span.note).split())
    if len(text) <= _LONGEST_DESCRIPTION:
        return text
    cut = text[:_LONGEST_DESCRIPTION]
    return f"{cut.rpartition(' ')[0] or cut}…"


def _accessibility(publication: Publication, settings: Mapping[str, Any]) -> dict[str, Any]:
    """What the EPUB's metadata claim, in their terms (EPUB Accessibility 1.1, 2)."""
    metadata = publication.metadata
    claimed = claims(publication.document, pronunciations(publication.script))
    own = wording(metadata.language)
    highlight = settings.get("epub", {}).get("highlight", "sentence")
    return {
        "modes": list(claimed.modes),
        "sufficient": list(claimed.sufficient),
        "features": list(claimed.features),
        "hazards": list(claimed.hazards),
        "conforms_to": claimed.conforms_to,
        "certified_by": metadata.certified_by,
        "certifier_credential": metadata.certifier_credential,
        "certifier_report": metadata.certifier_report,
        "summary": own.summary(publication.document, metadata, highlight),
        "summary_language": own.language,
    }


def _shipped(track: Track, settings: Mapping[str, Any]) -> str:
    """The name of the first of a section's files that is of a chosen format."""
    chosen = settings.get("audio", {}).get("formats", ())
    names = [f"{track.name}.{file.extension}" for file in track.files if file.format in chosen]
    return next(iter(names), track.file_name)
