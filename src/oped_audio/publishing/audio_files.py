"""Publication -> one audio file a section."""

from collections.abc import Iterator

from oped_audio.model.publication import OutputFile, Publication
from oped_audio.publishing.settings import WriterSettings


def write(publication: Publication, settings: WriterSettings) -> Iterator[OutputFile]:
    """Yield ``audio/NN-name.mp3`` for each track."""
    for track in publication.tracks:
        yield OutputFile(f"audio/{track.file_name}", track.encoded)
