"""What a user may choose about reading."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

DEEPEST = 6
"""Of all levels that headings have."""


@dataclass(frozen=True, slots=True)
class ReadingChoices:
    """Where notes go, and what pieces of an article are, whatever they look like.

    Each of the lists holds beginnings of pieces: ``"Really?"`` is any piece that begins so; or, if
    there is a piece that is just that, this one alone. White space is as good as other white space.
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
    added_headings: Mapping[str, str] = field(default_factory=dict)
    """By the beginning of a piece, a heading that is put above it and begins a section there."""
    levels: Mapping[str, int] = field(default_factory=dict)
    """By the beginning of a heading, its level: 1 for a section, 2 for a section in one, and so on;
    none is more than one below the heading before it."""

    def __post_init__(self) -> None:
        if not all(1 <= level <= DEEPEST for level in self.levels.values()):
            raise ValueError(f"levels must be 1 to {DEEPEST}")


@dataclass(frozen=True, slots=True)
class ReadingSettings:
    """How an article's file becomes a Document."""

    language: str = ""
    """BCP 47 tag of the article; empty to take what the article says, or else to detect it."""
    choices: ReadingChoices = field(default_factory=ReadingChoices)


@dataclass(frozen=True, slots=True)
class LexiconSettings:
    """Where pronunciations come from, beside the lexicon.toml files that lie where articles do."""

    bundled: bool = True
    """Names in the news, which come with the program."""
    files: tuple[str, ...] = ()
    """Further lexicons, TOML or W3C PLS, by their paths from the article or the working directory;
    later ones outweigh earlier ones."""
