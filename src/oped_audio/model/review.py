"""Words of an article that are likely to be said wrong, for an editor to hear."""

from dataclasses import dataclass
from typing import Literal

Reason = Literal["name", "unknown", "differs", "acronym", "letters"]
"""A name that is in no dictionary; another word that is in none; a word that the dictionary says
otherwise; capitals that are read as a word; capitals that are read letter by letter."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word, and why an editor should hear it."""

    written: str
    reason: Reason
    count: int
    """How often it stands in the article."""
    context: str
    """The words around it where it stands first."""
    spoken: str
    """What is said for it."""
    language: str
    """BCP 47 tag of the text that it stands in."""
    ipa: str = ""
    """How the voice says it now; empty where the engine does not tell."""
    expected: str = ""
    """How the dictionary says it, where that is otherwise."""
