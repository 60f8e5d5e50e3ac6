"""What a user may choose about reading."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class ReadingChoices:
    """Where notes go, and what pieces of an article are, whatever they look like.

    Each of the lists holds beginnings of pieces: ``"Really?"`` is any piece that begins so.
    """

    notes: Literal["end", "in-place"] = "end"
    """In a section at the end, or each after the paragraph that refers to it."""
    title: tuple[str, ...] = ()
    kicker: tuple[str, ...] = ()
    standfirst: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    quotations: tuple[str, ...] = ()
    pull_quotes: tuple[str, ...] = ()
    about_author: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadingSettings:
    """How an article's file becomes a Document."""

    language: str = ""
    """BCP 47 tag of the article; empty to take what the article says, or else to detect it."""
    choices: ReadingChoices = ReadingChoices()


@dataclass(frozen=True, slots=True)
class LexiconSettings:
    """Where pronunciations come from, beside the lexicon.toml files that lie where articles do."""

    bundled: bool = True
    """Names in the news, which come with the program."""
    files: tuple[str, ...] = ()
    """Further lexicons, TOML or W3C PLS, by their paths from the article or the working directory;
    later ones outweigh earlier ones."""
