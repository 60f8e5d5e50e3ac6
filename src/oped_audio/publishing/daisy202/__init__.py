"""Publication -> a talking book as DAISY 2.02, for hardware players: text, audio and their links.

DAISY 2.02 Specification (DAISY Consortium, 28 February 2001), type audioFullText.
"""

from collections.abc import Iterator
from pathlib import Path

from oped_audio.model.publication import OutputFile, Publication
from oped_audio.publishing.daisy202.book import CONTENT, Book, book
from oped_audio.publishing.daisy202.content import content
from oped_audio.publishing.daisy202.ncc import ncc
from oped_audio.publishing.daisy202.smil import master, smil
from oped_audio.publishing.settings import WriterSettings

FOLDER = "daisy"
NCC = "ncc.html"
MASTER = "master.smil"

_KILOBYTE = 1024


def write(publication: Publication, settings: WriterSettings) -> Iterator[OutputFile]:
    """Yield the files of the book, all in ``daisy/``; players know it by its ``ncc.html``."""
    made = book(publication)
    files = dict(_files(made))
    for name, data in {NCC: _ncc(made, files), **files}.items():
        yield OutputFile(f"{FOLDER}/{name}", data)


def _files(made: Book) -> Iterator[tuple[str, bytes | Path]]:
    """All but the NCC, which counts them."""
    yield MASTER, master(made)
    yield CONTENT, content(made)
    elapsed = 0
    for chapter in made.chapters:
        yield chapter.smil, smil(made, chapter, elapsed)
        elapsed += chapter.duration_ms
    for chapter in made.chapters:
        yield chapter.audio, chapter.page.track.file("mp3").path
    for image in made.publication.document.images:
        if image.digest in made.images:
            yield made.images[image.digest], image.path


def _ncc(made: Book, files: dict[str, bytes | Path]) -> bytes:
    """The NCC, in whose size its own count of kilobytes is counted."""
    others = sum(
        len(data) if isinstance(data, bytes) else data.stat().st_size for data in files.values()
    )
    kilobytes = 0
    while True:
        document = ncc(made, len(files) + 1, kilobytes)
        needed = -(-(others + len(document)) // _KILOBYTE)
        if needed <= kilobytes:
            return document
        kilobytes = needed
