"""The DAISY book of an article -> one zip to download. Pure."""

from collections.abc import Iterator
from typing import BinaryIO

from oped_audio.model.publication import OutputFile
from oped_audio.model.shelf import OnShelf
from oped_audio.publishing.shelf.archive import Archive, compression_of


def package(item: OnShelf) -> Iterator[OutputFile]:
    """Yield ``NAME-daisy.zip``, whose files are at the top as players want them."""
    article = item.article
    files = article.of("daisy")

    def pour(stream: BinaryIO) -> None:
        with Archive(stream) as archive:
            for file in files:
                name = file.path.removeprefix("daisy/")
                archive.add(name, article.folder / file.path, compression_of(name))

    if files:
        yield OutputFile(f"{article.name}-daisy.zip", pour)
