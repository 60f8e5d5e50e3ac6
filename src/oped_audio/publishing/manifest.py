"""Publication -> what manifest.json says of it, but for the files. Pure."""

from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

from oped_audio.model.audio import Track
from oped_audio.model.publication import Publication

FORMAT = 1
"""Raise it when the meaning of a key changes."""


def manifest(
    publication: Publication, source: str, source_sha256: str, settings: Mapping[str, Any]
) -> dict[str, Any]:
    """Durations are seconds of audio, to the millisecond."""
    metadata = publication.metadata
    titles = {section.id: section.heading for section in publication.document.pages}
    return {
        "format": FORMAT,
        "generator": f"oped-audio {version('oped-audio')}",
        "source": {"name": source, "sha256": source_sha256},
        "title": metadata.title,
        "author": metadata.author,
        "language": metadata.language,
        "identifier": metadata.identifier,
        "narrator": {"engine": metadata.narrator.engine, "voice": metadata.narrator.id},
        "word_times": publication.marks_from,
        "duration": round(sum(track.timeline.seconds for track in publication.tracks), 3),
        "sections": [
            {
                "id": track.section,
                "heading": titles[track.section],
                "audio": f"audio/{_shipped(track, settings)}",
                "duration": round(track.timeline.seconds, 3),
                "sentences": len(track.timeline.entries),
            }
            for track in publication.tracks
        ],
        "settings": settings,
    }


def _shipped(track: Track, settings: Mapping[str, Any]) -> str:
    """The name of the first of a section's files that is of a chosen format."""
    chosen = settings.get("audio", {}).get("formats", ())
    names = [f"{track.name}.{file.extension}" for file in track.files if file.format in chosen]
    return next(iter(names), track.file_name)
