"""Publication -> the whole article as one audio file with chapters: M4B, or MP3."""

from collections.abc import Iterator

from oped_audio.model.publication import OutputFile, Publication
from oped_audio.publishing.settings import WriterSettings


def write_m4b(publication: Publication, settings: WriterSettings) -> Iterator[OutputFile]:
    """Yield ``SLUG.m4b``."""
    yield from _write(publication, "m4b")


def write_mp3(publication: Publication, settings: WriterSettings) -> Iterator[OutputFile]:
    """Yield ``SLUG.mp3``."""
    yield from _write(publication, "mp3-book")


def _write(publication: Publication, name: str) -> Iterator[OutputFile]:
    for book in publication.books:
        if book.format == name:
            yield OutputFile(f"{publication.slug}.{book.extension}", book.path)
