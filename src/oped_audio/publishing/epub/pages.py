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

IN_ARTICLE = frozenset[SectionRole]({"title", "introduction", "section", "about-author", "notes"})
"""Roles of what is read from begin to end; the rest is reached by links (``linear="no"``)."""


@dataclass(frozen=True, slots=True)
class Semantics:
    """What a section is, in the EPUB Structural Semantics Vocabulary 1.1 and in DPUB-ARIA 1.1."""

    partition: str | None
    """None for the navigation document, which has several."""
    type: str
    role: str | None
    """None where DPUB-ARIA has no counterpart."""


SEMANTICS: dict[SectionRole, Semantics] = {
    "title": Semantics("frontmatter", "titlepage", None),
    "introduction": Semantics("bodymatter", "introduction", "doc-introduction"),
    "section": Semantics("bodymatter", "chapter", "doc-chapter"),
    "about-author": Semantics("backmatter", "contributors", None),
    "notes": Semantics("backmatter", "endnotes", "doc-endnotes"),
    "cover": Semantics("frontmatter", "cover", None),
    "statement": Semantics("backmatter", "appendix", "doc-appendix"),
    "contents": Semantics(None, "toc", "doc-toc"),
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
        if self.section.role == "contents":
            return NAVIGATION
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
        if self.section.role == "contents":
            return "nav"
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
    """Every page in the order of the spine: the cover, the article's, and what else is added."""
    utterances = defaultdict(list)
    for utterance in publication.script.utterances:
        utterances[utterance.section].append(utterance)
    article = [
        Page(section, tuple(utterances[section.id]), track)
        for section, track in zip(publication.document.pages, publication.tracks, strict=True)
    ]
    added = [Page(one.section, one.utterances, one.track) for one in publication.matter]
    return (*added[:1], *article, *added[1:])
