"""How words are pronounced: Lexicon > Entry."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

PartOfSpeech = Literal["noun", "verb", "past", "adjective", "adverb", "name"]
"""``past`` is a verb's past tense or participle: the *read* of "she has read"."""


@dataclass(frozen=True, slots=True)
class Entry:
    """How a word, or a name of several words, is said: by its sounds, or as other words."""

    written: str
    """Words apart by single spaces."""
    ipa: str | None = None
    """As ``model.ipa.normal`` gives it, words apart by spaces; None if ``respelled`` is given."""
    respelled: str | None = None
    """Words that are said in its place."""
    language: str | None = None
    """BCP 47 tag of the text that it is for; None for any."""
    case_sensitive: bool = False
    """Only as it is written. Otherwise a word that begins with a capital is meant with its capital
    or in capitals (of three letters at most, only with its capital: *XI* is a numeral), one that is
    all capitals so, and one without in any case."""
    part_of_speech: PartOfSpeech | None = None
    """Only where it is used so; None for any use."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Entries; of two for the same word, the later one is meant."""

    entries: tuple[Entry, ...] = ()

    @classmethod
    def merged(cls, lexicons: Iterable["Lexicon"]) -> "Lexicon":
        """All entries, later lexicons over earlier ones."""
        return cls(tuple(entry for lexicon in lexicons for entry in lexicon.entries))
