"""How a catalogue or feed that is too long for one file goes on in the next. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from oped_audio.model.shelf import BuiltArticle, Shelf


@dataclass(frozen=True, slots=True)
class FeedPage:
    """One file of a feed."""

    number: int
    """From 1."""
    count: int
    """How many files the feed has."""
    total: int
    """Articles in all of them."""
    size: int
    """Articles in a file at most."""
    articles: tuple[BuiltArticle, ...]
    stem: str
    extension: str

    @property
    def path(self) -> str:
        """Of this file in the site."""
        return self._path(self.number)

    @property
    def others(self) -> Iterator[tuple[str, str]]:
        """The relations of other files to this one, with their paths (RFC 5005, 3)."""
        if self.count > 1:
            yield "first", self._path(1)
            if self.number > 1:
                yield "previous", self._path(self.number - 1)
            if self.number < self.count:
                yield "next", self._path(self.number + 1)
            yield "last", self._path(self.count)

    def _path(self, number: int) -> str:
        suffix = "" if number == 1 else f"-{number}"
        return f"{self.stem}{suffix}.{self.extension}"


def feed_pages(shelf: Shelf, path: str, size: int) -> Iterator[FeedPage]:
    """The files of a feed whose first is called ``path``."""
    stem, _, extension = path.rpartition(".")
    groups = list(shelf.pages(size))
    for number, articles in enumerate(groups, 1):
        total = len(shelf.articles)
        yield FeedPage(number, len(groups), total, size, articles, stem, extension)
