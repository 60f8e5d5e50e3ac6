"""A plain-text article, pasted as an editor has it -> Document.

Paragraphs stand between blank lines and nothing is marked: what each is follows from its wording
and its place. Whatever is in doubt is a paragraph, and nothing that can be seen is left out.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from oped_audio.errors import EmptyInputError, TooLargeError
from oped_audio.model.document import Block, Document, Figure, Section, SectionRole, Span
from oped_audio.reading.biography import Biography, find_biography
from oped_audio.reading.captions import read_caption
from oped_audio.reading.encoding import decode
from oped_audio.reading.frontmatter import BylineLine, is_standfirst, split_byline, split_title
from oped_audio.reading.headings import find_headings
from oped_audio.reading.names import is_name
from oped_audio.reading.normalise import normalise
from oped_audio.reading.paragraphs import Paragraph, paragraphs
from oped_audio.reading.settings import ReadingSettings
from oped_audio.reading.source import load
from oped_audio.reading.vocabulary import Vocabulary, vocabulary
from oped_audio.reading.wording import is_prose, plain

LONGEST_PARAGRAPH = 100_000
"""Characters: two hours of speech. No article has one, but a file that lost its lines does."""


def read(path: Path, settings: ReadingSettings) -> Document:
    """The article in a file; one without a title is named after it. Raises InputError."""
    document = parse(normalise(decode(load(path), str(path))), settings, str(path))
    return document if document.title else replace(document, title=title_from(path.stem))


def title_from(stem: str) -> str:
    """A file's name in words: ``winter-sunshine`` -> ``Winter sunshine``."""
    words = re.sub(r"[\W_]+", " ", normalise(stem)).strip()
    return words[:1].upper() + words[1:] or "Untitled"


def parse(text: str, settings: ReadingSettings, source: str) -> Document:
    """The article in normalised text; the title is empty where the text has none.

    Raises EmptyInputError and TooLargeError, in which ``source`` names the file.
    """
    words = vocabulary(settings.language)
    found = paragraphs(text)
    longest = max((len(line.text) for line in found), default=0)
    if longest > LONGEST_PARAGRAPH:
        raise TooLargeError(source, longest, LONGEST_PARAGRAPH, "characters in one paragraph")
    title, rest = split_title(found, words)
    byline, rest = split_byline(rest, words)
    biography = find_biography([line.text for line in rest], byline.name if byline else None, words)
    article = _Article(rest[: _end_of_body(rest, biography)], title, byline, biography, words)
    if not article.has_prose:
        raise EmptyInputError(source, _why_empty(text, found))
    sections = [*article.sections, *_about_author(rest, biography, words)]
    return Document(
        title=title or "",
        standfirst=article.standfirst.text if article.standfirst else None,
        byline=article.author,
        language=settings.language,
        sections=tuple(_section(number, part, words) for number, part in enumerate(sections, 1)),
    )


def _end_of_body(rest: Sequence[Paragraph], biography: Biography | None) -> int:
    if biography is None:
        return len(rest)
    return biography.begin - (biography.heading is not None)


def _why_empty(text: str, found: Sequence[Paragraph]) -> str:
    if not text:
        return "it is empty"
    if not found:
        return "it holds only white space"
    if len(found) == 1:
        return "there is only a title"
    return "there are only headings and captions, no paragraph"


@dataclass(frozen=True, slots=True)
class _Part:
    """A section before it has an id."""

    role: SectionRole
    heading: str | None
    lines: tuple[Paragraph, ...]


class _Article:
    """The paragraphs between the title and the note about the author, and what they are."""

    def __init__(
        self,
        lines: Sequence[Paragraph],
        title: str | None,
        byline: BylineLine | None,
        biography: Biography | None,
        words: Vocabulary,
    ) -> None:
        self._words = words
        self._byline = byline
        self._lines = tuple(lines)
        self.author: str | None = None
        """As the byline names them, or else the note about them."""
        if byline:
            self.author = byline.name
        elif biography:
            self.author = biography.author
        if byline is None and self._begins_with_author():
            self._byline = BylineLine(self._lines[0].text, 0, ())
            self._lines = self._lines[1:]
        self.standfirst: Paragraph | None = None
        """The paragraph after the title that sums the article up."""
        if title and self._has_standfirst():
            self.standfirst, self._lines = self._lines[0], self._lines[1:]

    @property
    def has_prose(self) -> bool:
        """Whether there is anything to narrate."""
        return any(is_prose(line.text) for line in self._prose())

    @property
    def sections(self) -> list[_Part]:
        """The introduction, if there is one, and the sections under their headings."""
        prose = self._prose()
        headings = {id(prose[index]) for index in self._headings(prose)}
        parts: list[tuple[str | None, list[Paragraph]]] = [(None, self._kept())]
        for line in self._lines:
            if id(line) in headings:
                parts.append((line.text, []))
            else:
                parts[-1][1].append(line)
        return [
            _Part("introduction" if heading is None else "section", heading, tuple(lines))
            for heading, lines in parts
            if lines
        ]

    def _prose(self) -> list[Paragraph]:
        return [line for line in self._lines if read_caption(line.text, self._words) is None]

    def _kept(self) -> list[Paragraph]:
        return list(self._byline.kept) if self._byline else []

    def _headings(self, prose: Sequence[Paragraph]) -> frozenset[int]:
        found = find_headings(prose, self._words)
        unnamed = self.author is None and bool(prose) and is_name(prose[0].text, self._words)
        return found - {0} if unnamed else found

    def _begins_with_author(self) -> bool:
        first = plain(self._lines[0].text) if self._lines else ""
        return bool(first) and first == plain(self.author or "")

    def _has_standfirst(self) -> bool:
        prose = self._prose()
        if not prose or prose[0] is not self._lines[0]:
            return False
        return is_standfirst(prose, self._headings(prose), self._byline, self._words)


def _about_author(
    rest: Sequence[Paragraph], biography: Biography | None, words: Vocabulary
) -> Iterable[_Part]:
    if biography:
        heading = biography.heading or words.about_author
        yield _Part("about-author", heading, tuple(rest[biography.begin :]))


def _section(number: int, part: _Part, words: Vocabulary) -> Section:
    name = f"s{number:02}"
    blocks = tuple(
        _block(f"{name}-p{index:02}", line.text, words) for index, line in enumerate(part.lines, 1)
    )
    return Section(name, part.role, part.heading, blocks)


def _block(name: str, text: str, words: Vocabulary) -> Block:
    found = read_caption(text, words)
    if found is None:
        return Block(name, "paragraph", (Span(text),))
    return Figure(name, "figure", (Span(text),), found.caption, found.credit or None)
