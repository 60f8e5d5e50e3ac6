"""What stands on a shelf: BuiltArticle with its files, chapters and facts, and the Shelf itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from oped_audio.model.listening import Passage
from oped_audio.model.shelf_settings import ShelfSettings

ARTICLES = "articles"
"""The folder of the site that holds a folder for each article."""


@dataclass(frozen=True, slots=True)
class BuiltFile:
    """One of the files that were made of an article."""

    path: str
    """Relative to the article's folder, with forward slashes."""
    format: str
    size: int
    """Bytes, as it now is."""
    sha256: str
    """As it was when it was built."""

    @property
    def name(self) -> str:
        """Without folders."""
        return self.path.rpartition("/")[2]

    @property
    def stem(self) -> str:
        """Without folders and extension."""
        return self.name.rpartition(".")[0]

    @property
    def extension(self) -> str:
        """In lower case, without a dot."""
        return self.name.rpartition(".")[2].lower()


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section, as a listener reaches it."""

    id: str
    role: str
    level: int
    """Depth in the table of contents, from 1."""
    label: str
    """What the table of contents calls it."""
    audio: str
    """The file without folders and extension, such as ``01-introduction``."""
    begin_ms: int
    """From the start of the article."""
    duration_ms: int


@dataclass(frozen=True, slots=True)
class Accessibility:
    """What is claimed of the EPUB, in schema.org's terms."""

    modes: tuple[str, ...]
    sufficient: tuple[str, ...]
    features: tuple[str, ...]
    hazards: tuple[str, ...]
    conforms_to: str | None
    summary: str
    summary_language: str
    """BCP 47 tag."""
    certified_by: str | None = None
    certifier_credential: str | None = None
    certifier_report: str | None = None
    """Address."""


@dataclass(frozen=True, slots=True)
class BuiltArticle:
    """An article that was built, as its folder tells of it."""

    name: str
    """Of its folder on the shelf; safe in addresses and on every system."""
    folder: Path
    """Where its files lie."""
    digest: str
    """SHA-256 of all that the shelf makes of it depends on."""
    title: str
    author: str | None
    language: str
    """BCP 47 tag."""
    identifier: str
    duration_ms: int
    modified: datetime
    """UTC: when it was last changed."""
    files: tuple[BuiltFile, ...]
    chapters: tuple[Chapter, ...]
    narrators: tuple[str, ...] = ()
    """As people are told."""
    date: str | None = None
    """W3CDTF: ``2026``, ``2026-01`` or ``2026-01-05``."""
    publisher: str | None = None
    rights: str | None = None
    published_at: str | None = None
    """Where the article was published: an address or a name."""
    description: str | None = None
    accessibility: Accessibility | None = None
    """None for what was built before manifests told of it."""
    missing: tuple[str, ...] = ()
    """Files that its manifest lists and that are not there."""

    def of(self, format_: str) -> tuple[BuiltFile, ...]:
        """The files of a format."""
        return tuple(file for file in self.files if file.format == format_)

    def only(self, format_: str, extension: str) -> BuiltFile | None:
        """The one file of a format with this extension; None where there is none."""
        return next((file for file in self.of(format_) if file.extension == extension), None)

    def article_captions(self, extension: str) -> BuiltFile | None:
        """The captions of the whole article; None where there are none."""
        sections = {chapter.audio for chapter in self.chapters}
        found = (file for file in self.of("captions") if file.extension == extension)
        return next((file for file in found if file.stem not in sections), None)

    def section_captions(self, chapter: Chapter, extension: str) -> BuiltFile | None:
        """The captions of one section; None where there are none."""
        found = (file for file in self.of("captions") if file.extension == extension)
        return next((file for file in found if file.stem == chapter.audio), None)

    @property
    def read_along(self) -> str | None:
        """The page on which text and audio go together; None where it was not made."""
        index = "read-along/index.html"
        return index if any(file.path == index for file in self.files) else None

    @property
    def published(self) -> datetime:
        """UTC: the day on which it was published; when it was last changed, if nothing says."""
        for form in ("%Y-%m-%d", "%Y-%m", "%Y"):
            try:
                return datetime.strptime(self.date or "", form).replace(tzinfo=UTC)
            except ValueError:
                continue
        return self.modified


@dataclass(frozen=True, slots=True)
class Shelf:
    """The articles, the newest first, and what is chosen about them."""

    settings: ShelfSettings
    articles: tuple[BuiltArticle, ...]

    @property
    def language(self) -> str:
        """BCP 47 tag: the one chosen, or that of most articles."""
        tags = [article.language for article in self.articles]
        return self.settings.language or max(sorted(set(tags)), key=tags.count, default="en")

    @property
    def publisher(self) -> str:
        """Who publishes the site."""
        return self.settings.publisher or self.settings.title

    @property
    def description(self) -> str:
        """What it is about."""
        return self.settings.description or f"{self.settings.title}, read aloud."

    @property
    def modified(self) -> datetime:
        """UTC: when the last of the articles was changed."""
        return max(
            (one.modified for one in self.articles), default=datetime(2000, 1, 1, tzinfo=UTC)
        )

    def pages(self, size: int) -> Iterator[tuple[BuiltArticle, ...]]:
        """The articles in groups of at most so many; one empty group where there are none."""
        for start in range(0, max(len(self.articles), 1), size):
            yield self.articles[start : start + size]


@dataclass(frozen=True, slots=True)
class Narrated:
    """A section's sentences with their times, by the name of its audio file without extension."""

    audio: str
    language: str
    """BCP 47 tag."""
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class OnShelf:
    """An article with all that its files on the shelf are made of."""

    article: BuiltArticle
    settings: ShelfSettings
    cover: bytes
    """JPEG."""
    narrated: tuple[Narrated, ...] = ()
    """None where there is no EPUB."""


def place_of(article: BuiltArticle, path: str = "") -> str:
    """Where a file of an article lies in the site."""
    return f"{ARTICLES}/{article.name}/{path}"
