"""Publication -> ``report.html``: one page on which an editor sees, or hears, how the book is."""

from collections.abc import Iterator

from oped_audio.model.publication import OutputFile, Publication
from oped_audio.publishing.report.chapters import chapters
from oped_audio.publishing.report.findings import findings
from oped_audio.publishing.report.made import href, made
from oped_audio.publishing.report.outline import outline
from oped_audio.publishing.report.overview import checks, facts, glance
from oped_audio.publishing.report.pace import paces
from oped_audio.publishing.report.page import page
from oped_audio.publishing.report.pieces import written
from oped_audio.publishing.report.pronunciations import pronunciations
from oped_audio.publishing.report.sections import Part, parts
from oped_audio.publishing.report.sentences import MOST, sentences
from oped_audio.publishing.report.sound import sound
from oped_audio.publishing.settings import WriterSettings

REPORT = "report.html"


def write(publication: Publication, settings: WriterSettings) -> Iterator[OutputFile]:
    """Yield the page; what it links to is what ``publication.files`` names."""
    found = parts(publication)
    pace = paces(found, MOST)
    limits = publication.limits
    metadata = publication.metadata
    regions = (
        glance(checks(publication, found, pace)),
        facts(publication, found),
        outline(found),
        sound(found, limits),
        chapters(found, limits),
        sentences(pace, _audio(publication, found)),
        pronunciations(publication.script),
        findings(publication.findings, metadata.language),
        made(publication.files),
    )
    heading = written(metadata.title, metadata.language)
    yield OutputFile(REPORT, page(metadata.title, heading, regions))


def _audio(publication: Publication, found: tuple[Part, ...]) -> dict[str, str]:
    """Where each section is heard, by section, of those whose audio was made."""
    there = {file.path for file in publication.files}
    paths = {part.section.id: f"audio/{part.track.file_name}" for part in found}
    return {section: href(path) for section, path in paths.items() if path in there}
