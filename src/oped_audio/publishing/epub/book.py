"""Publication -> one EPUB 3.3 with Media Overlays, and beside it its statement of accessibility."""

from collections.abc import Iterator
from functools import partial

from oped_audio.model.publication import OutputFile, Publication
from oped_audio.publishing.epub.package import assembled, pour
from oped_audio.publishing.epub.web_page import web_page
from oped_audio.publishing.settings import WriterSettings


def write(publication: Publication, settings: WriterSettings) -> Iterator[OutputFile]:
    """Yield ``<slug>.epub``, whose audio is read as it is poured, and ``accessibility.html``."""
    book = assembled(publication, settings.highlight)
    poured = partial(pour, book, publication.metadata.modified)
    yield OutputFile(f"{publication.slug}.epub", poured)
    statement = next(one.section for one in publication.matter if one.section.role == "statement")
    yield OutputFile("accessibility.html", web_page(statement, publication.metadata))
