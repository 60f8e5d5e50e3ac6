"""Publication -> Edition: its chapters, with all that the page tells of them. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from oped_audio.model.publication import Publication
from oped_audio.publishing.captions import track_cues
from oped_audio.publishing.captions.cues import Cue
from oped_audio.publishing.epub.language import Labels, labels
from oped_audio.publishing.epub.links import Links, in_one_document, links
from oped_audio.publishing.epub.pages import IN_ARTICLE, Highlight, Page, pages
from oped_audio.publishing.ranks import ranks
from oped_audio.publishing.read_along.words import Words, words
from oped_audio.publishing.settings import WriterSettings

COVER = "cover.jpg"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section of the article on the page."""

    page: Page
    rank: int
    """1 to 6, of its heading; 1 is the title's alone."""
    label: str
    """What the page calls it: its heading, or else its role."""
    cues: tuple[Cue, ...]

    @property
    def is_heard(self) -> bool:
        """Whether anything of it is said."""
        return bool(self.page.utterances)

    @property
    def audio(self) -> str:
        """Its audio file; the first that was made is one that every browser plays."""
        return self.page.audio_href

    @property
    def captions(self) -> str:
        """Its captions, as a file."""
        return f"captions/{self.page.track.name}.vtt"


@dataclass(frozen=True)
class Edition:
    """The article for a web browser."""

    publication: Publication
    chapters: tuple[Chapter, ...]
    highlight: Highlight
    """What lights up unless the reader chooses otherwise."""
    labels: Labels
    words: Words

    @property
    def heard(self) -> tuple[Chapter, ...]:
        """The chapters that can be played."""
        return tuple(chapter for chapter in self.chapters if chapter.is_heard)

    @cached_property
    def links(self) -> Links:
        """References to notes and the ways back, all within the page."""
        return in_one_document(links([chapter.page for chapter in self.chapters]))


def edition(publication: Publication, settings: WriterSettings) -> Edition:
    """What an EPUB adds to the article is left out: the page has its own cover and contents."""
    language = publication.metadata.language
    named = labels(language)
    return Edition(
        publication,
        tuple(_chapters(publication, settings, named)),
        settings.highlight,
        named,
        words(language),
    )


def _chapters(
    publication: Publication, settings: WriterSettings, named: Labels
) -> Iterator[Chapter]:
    shown = [page for page in pages(publication) if page.section.role in IN_ARTICLE]
    ranked = ranks([page.section.level for page in shown])
    for number, (page, rank) in enumerate(zip(shown, ranked, strict=True)):
        below = min(rank + 1, 6) if number else 1
        cues = track_cues(publication, page.track, settings.captions)
        yield Chapter(page, below, named.of(page.section), cues)
