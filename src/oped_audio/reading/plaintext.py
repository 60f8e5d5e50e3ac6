"""A plain-text article, pasted as an editor has it -> Document.

Paragraphs stand between blank lines and nothing is marked: what each is follows from its wording
and its place. Whatever is in doubt is a paragraph, and nothing that can be seen is left out.
"""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from oped_audio.errors import EmptyInputError
from oped_audio.model.document import Document, SectionRole
from oped_audio.reading.biography import find_biography
from oped_audio.reading.captions import Caption
from oped_audio.reading.encoding import decode
from oped_audio.reading.frontmatter import (
    split_byline,
    split_title,
)
from oped_audio.reading.normalise import normalise
from oped_audio.reading.paragraphs import paragraphs
from oped_audio.reading.settings import ReadingSettings
from oped_audio.reading.source import load
from oped_audio.reading.vocabulary import vocabulary
from oped_audio.reading.wording import is_prose


def read(path: Path, settings: ReadingSettings) -> Document:
    """The article in a file. Raises InputError."""
    text = normalise(decode(load(path), str(path)))
    document = parse(text, settings, str(path))
    return document if document.title else replace(document, title=title_from(path.stem))


def title_from(stem: str) -> str:
    """A file's name in words: ``winter-sunshine`` -> ``Winter sunshine``."""
    words = re.sub(r"[\W_]+", " ", normalise(stem)).strip()
    return words[:1].upper() + words[1:] if words else "Untitled"


def parse(text: str, settings: ReadingSettings, source: str) -> Document:
    """The article in normalised text; the title is empty where the text has none.

    ``source`` names the file in an EmptyInputError.
    """
    words = vocabulary(settings.language)
    found = paragraphs(text)
    title, rest = split_title(found, words)
    byline, byline_index, rest = split_byline(rest, words)
    biography = find_biography([line.text for line in rest], byline, words)
    about = _about(rest, biography, words)
    if biography:
        rest = rest[: biography.begin - (biography.heading is not None)]
    front = _front_matter(rest, title, byline, biography, byline_index, words)
    if not any(is_prose(line.text) for line in (*front.body, *rest)):
        raise EmptyInputError(source, _why_empty(text, found, title))
    sections = [*_sections(front, words), *about]
    return Document(
        title=front.title or "",
        standfirst=front.standfirst,
        byline=front.byline,
        language=settings.language,
        sections=tuple(_numbered(number, part) for number, part in enumerate(sections, 1)),
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """A section before its blocks have ids."""

    role: SectionRole
    heading: str | None
    contents: tuple[str | tuple[str, Caption], ...]
    """Paragraphs, and captions with what was read in them."""
