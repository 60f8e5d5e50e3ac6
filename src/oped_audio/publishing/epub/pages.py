"""Publication -> Pages: each section with its utterances, its track and its places in the book."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from oped_audio.model.audio import Track
from oped_audio.model.document import Image, Section, SectionRole
from oped_audio.model.publication import Publication
from oped_audio.model.script import Utterance

Highlight = Literal["sentence", "word"]

NAVIGATION = "nav.xhtml"
STYLESHEET = "styles/book.css"
COVER = "images/cover.jpg"
COVER_PAGE = "text/cover.xhtml"


@dataclass(frozen=True, slots=True)
class Semantics:
    """What a section is, in the EPUB Structural Semantics Vocabulary 1.1 and in DPUB-ARIA 1.1."""

    partition: str
    type: str
    role: str | None
    """None where DPUB-ARIA has no counterpart."""


SEMANTICS: dict[SectionRole, Semantics] = {
    "title": Semantics("frontmatter", "titlepage", None),
    "introduction": Semantics("bodymatter", "introduction", "doc-introduction"),
    "section": Semantics("bodymatter", "chapter", "doc-chapter"),
    "about-author": Semantics("backmatter", "contributors", None),
    "notes": Semantics("backmatter", "endnotes", "doc-endnotes"),
}


def image_href(image: Image) -> str:
    """Where a picture of the article lies."""
    return f"images/{image.digest[:16]}{image.path.suffix}"


@dataclass(frozen=True, slots=True)
class Page:
    """One document of the book with its audio and its overlay; hrefs count from the package."""

    section: Section
    utterances: tuple[Utterance, ...]
    track: Track

    @property
    def semantics(self) -> Semantics:
        """What the section is."""
        return SEMANTICS[self.section.role]

    @property
    def text_href(self) -> str:
        """Where the XHTML document lies."""
        return f"text/{self.track.name}.xhtml"

    @property
    def overlay_href(self) -> str:
        """Where the overlay lies."""
        return f"overlays/{self.track.name}.smil"

    @property
    def audio_href(self) -> str:
        """Where the audio lies."""
        return f"audio/{self.track.file_name}"

    @property
    def text_id(self) -> str:
        """The document's id in the manifest."""
        return f"text-{self.section.id}"

    @property
    def overlay_id(self) -> str:
        """The overlay's id in the manifest."""
        return f"overlay-{self.section.id}"

    @property
    def audio_id(self) -> str:
        """The audio's id in the manifest."""
        return f"audio-{self.section.id}"

    def by_block(self) -> dict[str, list[Utterance]]:
        """The utterances of each leaf and of the heading, in order, by its id."""
        found = defaultdict(list)
        for utterance in self.utterances:
            found[utterance.block].append(utterance)
        return dict(found)


def pages(publication: Publication) -> tuple[Page, ...]:
    """One page for each of the document's, in reading order."""
    utterances = defaultdict(list)
    for utterance in publication.script.utterances:
        utterances[utterance.section].append(utterance)
    return tuple(
        Page(section, tuple(utterances[section.id]), track)
        for section, track in zip(publication.document.pages, publication.tracks, strict=True)
    )
