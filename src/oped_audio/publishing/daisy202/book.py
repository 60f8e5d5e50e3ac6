"""Publication -> Book: chapters with their ranks and file names, and what is heard in each. Pure.

File names are of eight characters at most, letters and digits only, as old players want them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Literal

from oped_audio.model.document import Figure, Image, Note
from oped_audio.model.publication import Publication
from oped_audio.publishing.epub.links import Links, in_one_document, links
from oped_audio.publishing.epub.pages import IN_ARTICLE, Page, pages
from oped_audio.publishing.epub.timing import Sentence, sentences
from oped_audio.publishing.ranks import ranks

CONTENT = "content.html"
FORMAT = "Daisy 2.02"

_IMAGE_SUFFIXES = {"image/jpeg": "jpg", "image/png": "png", "image/gif": "gif"}
"""What players can show."""

Skippable = Literal["footnote", "sidebar", "prodnote"]
"""What a listener may have passed over (SMIL ``system-required``, with ``-on``)."""


@dataclass(frozen=True, slots=True)
class Event:
    """A stretch of a chapter's audio and the element of the text that is heard in it."""

    target: str
    """Id of the element, and of the event itself."""
    leaf: str
    """Id of the block, or heading, that it is in."""
    begin: int
    """Characters from the start of the leaf's text."""
    begin_ms: int
    end_ms: int
    skippable: Skippable | None


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section of the book that is heard: one SMIL file, one audio file, one heading."""

    page: Page
    number: int
    """From 1."""
    rank: int
    """1 to 6, of its heading; never more than one deeper than that of the chapter before."""
    events: tuple[Event, ...]
    """In order; there is at least one, and each ends where the next begins."""

    @property
    def name(self) -> str:
        """``s0001``, without extension."""
        return f"s{self.number:04}"

    @property
    def smil(self) -> str:
        """The file that says when what is heard."""
        return f"{self.name}.smil"

    @property
    def audio(self) -> str:
        """The file that is heard: players take MP3s only."""
        return f"{self.name}.mp3"

    @property
    def duration_ms(self) -> int:
        """The sum of its clips."""
        return self.events[-1].end_ms - self.events[0].begin_ms


@dataclass(frozen=True)
class Book:
    """The publication as DAISY 2.02 has it."""

    publication: Publication
    pages: tuple[Page, ...]
    ranks: tuple[int, ...]
    """Of the pages' headings."""
    chapters: tuple[Chapter, ...]
    """Of the pages that are heard; there is at least one."""
    images: Mapping[str, str]
    """The names of the pictures' files by their digests, for those that players can show."""

    @cached_property
    def links(self) -> Links:
        """References to notes and the ways back, all within the one text document."""
        return in_one_document(links(self.pages))


def book(publication: Publication) -> Book:
    """The book; pages of which nothing is said are only shown.

    What the EPUB adds to the article is left out: the NCC is the contents here.
    """
    made = tuple(page for page in pages(publication) if page.section.role in IN_ARTICLE)
    ranked = ranks([page.section.level for page in made])
    heard = [
        (page, rank, tuple(_events(page)))
        for page, rank in zip(made, ranked, strict=True)
        if page.utterances
    ]
    chapters = tuple(
        Chapter(page, number, rank, found) for number, (page, rank, found) in enumerate(heard, 1)
    )
    return Book(publication, made, ranked, chapters, _image_names(publication.document.images))


def _events(page: Page) -> Iterator[Event]:
    """One for each sentence, and one for each text alternative of a picture."""
    alternatives = {
        block.alternative_id for block in page.section.blocks if isinstance(block, Figure)
    }
    skippable = dict(_skippable(page))

    def target(sentence: Sentence) -> str:
        leaf = sentence.utterance.block
        return leaf if leaf in alternatives else sentence.utterance.id

    for name, together in groupby(sentences(page, "sentence"), target):
        run = [*together]
        first = run[0].utterance
        yield Event(
            name,
            first.block,
            first.begin,
            run[0].pars[0].begin_ms,
            run[-1].pars[-1].end_ms,
            skippable.get(first.block),
        )


def _skippable(page: Page) -> Iterator[tuple[str, Skippable]]:
    """The leaves that a listener may have passed over."""
    for block in page.section.blocks:
        if isinstance(block, Note):
            yield block.id, "footnote"
        elif isinstance(block, Figure):
            yield block.alternative_id, "prodnote"
        elif block.kind == "pullquote":
            yield block.id, "sidebar"


def _image_names(images: Sequence[Image]) -> dict[str, str]:
    shown = {image.digest: image for image in images if image.media_type in _IMAGE_SUFFIXES}
    return {
        digest: f"i{number:04}.{_IMAGE_SUFFIXES[image.media_type]}"
        for number, (digest, image) in enumerate(shown.items(), 1)
    }
