"""Publication -> ``report.html``: one page on which an editor sees, or hears, how the book is."""

from collections.abc import Iterator
from pathlib import PurePosixPath

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
    """Where each section is heard, by section: the first of its files in the audio folder."""
    paths: dict[str, str] = {}
    for file in publication.files:
        path = PurePosixPath(file.path)
        if path.parent.name == "audio":
            paths.setdefault(path.stem, file.path)
    names = {part.section.id: part.track.name for part in found}
    return {section: href(paths[name]) for section, name in names.items() if name in paths}
