"""Publication -> one audio file a section, in each format."""

from collections.abc import Iterator

from oped_audio.model.publication import OutputFile, Publication
from oped_audio.publishing.settings import WriterSettings


def write(publication: Publication, settings: WriterSettings) -> Iterator[OutputFile]:
    """Yield ``audio/NN-name.mp3`` for each track, and the same in each format that was chosen."""
    for track in publication.tracks:
        for file in track.files:
            if file.format in settings.audio:
                yield OutputFile(f"audio/{track.name}.{file.extension}", file.path)
