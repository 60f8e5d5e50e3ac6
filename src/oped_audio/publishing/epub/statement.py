"""Claims -> the statement of accessibility that people read, and its summary. Pure.

Headings, their order and the claims below them are those of the W3C's Accessibility Metadata
Display Guide 2.0.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Protocol

from oped_audio.model.audio import Voice
from oped_audio.model.document import Block, Document, Item, ItemList, Section, Span
from oped_audio.model.language import primary
from oped_audio.model.publication import Metadata
from oped_audio.publishing.epub.claims import Claims
from oped_audio.publishing.epub.pages import Highlight

SECTION = "accessibility"


class Certified(Protocol):
    """What is said of who certified a book."""

    @property
    def certified_by(self) -> str | None:
        """Who did."""

    @property
    def certifier_credential(self) -> str | None:
        """What makes that one able to."""

    @property
    def certifier_report(self) -> str | None:
        """Its address."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of the statement, in one language."""

    language: str
    """BCP 47 tag of the words: the book's own where they are known in it, otherwise ``en``."""
    words: Mapping[str, str]
    """By their keys in ``statement.toml``; those in braces stand for facts."""

    def narrators(self, metadata: Metadata) -> tuple[str, ...]:
        """Who reads, the narrator first, each named as the synthetic voice that it is."""
        return tuple(map(self._narrator, (metadata.narrator, *metadata.further_narrators)))

    def summary(self, document: Document, metadata: Metadata, highlight: Highlight) -> str:
        """What ``schema:accessibilitySummary`` says: a few sentences."""
        voices = self.words["and"].join(self.narrators(metadata))
        sentences = (
            self.words[f"by_{highlight}"].format(voices=voices),
            self.words["reach"],
            self.words["adjust"],
            self._pictures(document),
        )
        return " ".join(sentences)

    def _narrator(self, voice: Voice) -> str:
        return self.words["voice"].format(name=voice.name, engine=voice.engine)

    def _pictures(self, document: Document) -> str:
        images = document.images
        missing = sum(not image.is_described for image in images)
        if missing:
            return self.words["undescribed"].format(missing=missing, all=len(images))
        if images:
            return self.words["described"]
        blocks = (block for section in document.sections for block in section.blocks)
        figures = any(block.kind == "figure" for block in blocks)
        return self.words["captions_only" if figures else "no_pictures"]


def wording(language: str) -> Wording:
    """The words in this language, or in English."""
    table = _table()
    known = primary(language)
    return Wording(language, table[known]) if known in table else Wording("en", table["en"])


def statement(
    document: Document, metadata: Metadata, highlight: Highlight, claimed: Claims
) -> Section:
    """The page that says what is claimed, with the summary in the end."""
    own = wording(metadata.language)
    language = None if own.language == metadata.language else own.language
    blocks: list[Block] = []
    for heading, lines in parts(own, metadata, claimed):
        blocks.append(Block(_id(blocks), "subheading", (Span(own.words[heading], language),)))
        name = _id(blocks)
        items = tuple(
            Item(f"{name}-i{number}", "item", (Span(line, language, link=address),))
            for number, (line, address) in enumerate(lines, 1)
        )
        blocks.append(ItemList(name, "list", (), items))
    blocks.append(Block(_id(blocks), "subheading", (Span(own.words["summary"], language),)))
    said = own.summary(document, metadata, highlight)
    blocks.append(Block(_id(blocks), "paragraph", (Span(said, language),)))
    title = own.words["title"]
    spans = (Span(title, language),)
    return Section(SECTION, "statement", title, tuple(blocks), heading_spans=spans)


Line = tuple[str, str | None]
"""What is said, and where it leads."""


def parts(own: Wording, certified: Certified, claimed: Claims) -> Iterator[tuple[str, list[Line]]]:
    """Each key of a heading with what stands below it."""
    words, has = own.words, claimed.features
    ways = [words["modifiable"]]
    ways.append(words["readable" if claimed.readable_without_sight else "not_fully"])
    ways += [words["alternatives"]] if "alternativeText" in has else []
    ways += [words["synchronized"]] if "synchronizedAudioText" in has else []
    yield "ways", _plain(ways)
    yield "conformance", _conformance(words, certified, claimed)
    yield "navigation", _plain((words["contents"], words["headings"]))
    yield "hazards", _plain((words["no_hazards"],))
    if "ttsMarkup" in has:
        yield "additional", _plain((words["hints"],))


def _conformance(words: Mapping[str, str], certified: Certified, claimed: Claims) -> list[Line]:
    if claimed.conforms_to is None:
        return _plain((words["no_information"],))
    lines = _plain((words["meets"], words["claim"]))
    if certified.certified_by:
        lines += _plain((words["certified"].format(name=certified.certified_by),))
    if certified.certifier_credential:
        credential = words["credential"].format(credential=certified.certifier_credential)
        lines += _plain((credential,))
    if certified.certifier_report:
        lines.append((words["report"], certified.certifier_report))
    return lines


def _plain(lines: Sequence[str]) -> list[Line]:
    return [(line, None) for line in lines]


def _id(blocks: Sequence[Block]) -> str:
    return f"{SECTION}-p{len(blocks) + 1:02}"


@cache
def _table() -> dict[str, dict[str, str]]:
    source = files("oped_audio.publishing") / "templates" / "statement.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))
