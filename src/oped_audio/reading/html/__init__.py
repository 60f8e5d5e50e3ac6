"""A web page or HTML file -> Draft."""

from dataclasses import replace

from oped_audio.reading.draft import Draft
from oped_audio.reading.html.archive_page import looks_like_mhtml, split_mhtml
from oped_audio.reading.html.article import find_article
from oped_audio.reading.html.elements import pieces
from oped_audio.reading.html.facts import read_facts
from oped_audio.reading.html.notes import tied
from oped_audio.reading.html.open_picture import opener
from oped_audio.reading.html.page import parse
from oped_audio.reading.html.surroundings import Surroundings
from oped_audio.reading.html.tree import name_of
from oped_audio.reading.pictures import Pictures
from oped_audio.reading.settings import ReadingSettings
from oped_audio.reading.source import Source


def read(source: Source, settings: ReadingSettings, pictures: Pictures) -> Draft:
    """The article. Raises UnreadableFileError."""
    content, charset, parts = source.content, source.charset, None
    address = source.address
    if looks_like_mhtml(content):
        content, charset, location, parts = split_mhtml(content, source.name)
        address = address or location
    root = parse(content, source.name, charset)
    facts = read_facts(root, address)
    body = next((node for node in root if name_of(node) in {"body", "frameset"}), root)
    page = find_article(body)
    around = Surroundings(
        name=source.name,
        pictures=pictures,
        open_picture=opener(replace(source, address=address), pictures, parts),
        language=settings.language or facts.language,
        address=address,
        reason_out=page.reason_out,
        kind_of=page.kind_of,
    )
    found, findings = pieces(body, around)
    return Draft(tied(found), facts, tuple(findings))
