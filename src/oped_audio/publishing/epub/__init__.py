"""Publication -> one EPUB 3.3 with Media Overlays."""

from collections.abc import Iterator
from typing import BinaryIO

from oped_audio.model.publication import OutputFile, Publication
from oped_audio.publishing.settings import WriterSettings


def write(publication: Publication, settings: WriterSettings) -> Iterator[OutputFile]:
    """Yield ``<slug>.epub``, which is put together as it is poured."""

    def pour(stream: BinaryIO) -> None:
        from oped_audio.publishing.epub import package  # noqa: PLC0415 - it brings ebooklib

        package.pour(publication, settings.highlight, stream)

    yield OutputFile(f"{publication.slug}.epub", pour)
