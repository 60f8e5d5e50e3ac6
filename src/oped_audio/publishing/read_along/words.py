"""BCP 47 tag -> the words of the page's own buttons, settings and messages. Pure."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from oped_audio.model.language import primary
from oped_audio.publishing.epub.language import direction


@dataclass(frozen=True, slots=True)
class Words:
    """The page's own words, in one language."""

    language: str
    """BCP 47 tag: the article's own where the words are known in it, otherwise ``en``."""
    table: Mapping[str, str]
    """By their keys in ``words.toml``."""

    def __getitem__(self, key: str) -> str:
        return self.table[key]

    def attributes(self, around: str) -> dict[str, str | None]:
        """Language and direction of an element with these words; none if it is that around it."""
        if self.language == around:
            return {}
        return {"lang": self.language, "dir": direction(self.language)}


def words(language: str) -> Words:
    """The words in this language, or in English."""
    known = primary(language)
    table = _table()
    return Words(language, table[known]) if known in table else Words("en", table["en"])


@cache
def _table() -> dict[str, dict[str, str]]:
    source = files("oped_audio.publishing") / "templates" / "read_along" / "words.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))
