"""BCP 47 tag -> writing direction, and the words that the book itself adds to the article."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from oped_audio.model.document import Section
from oped_audio.model.language import primary

# Languages written from right to left by default, and scripts that are whatever the language.
_RTL_LANGUAGES = frozenset({
    "ar", "arc", "ckb", "dv", "fa", "he", "iw", "khw", "ks", "lrc", "mzn", "nqo", "pnb", "ps", "sd",
    "syr", "ug", "ur", "yi",
})  # fmt: skip
_RTL_SCRIPTS = frozenset(
    ("adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa")
)
_SCRIPT_LENGTH = 4


@dataclass(frozen=True, slots=True)
class Labels:
    """The words that the book adds to the article, in one language."""

    language: str
    """BCP 47 tag of the words: the book's own where they are known in it, otherwise ``en``."""
    contents: str
    cover: str
    landmarks: str
    start: str
    title: str
    introduction: str
    section: str
    about_author: str
    notes: str

    def of(self, section: Section) -> str:
        """What the table of contents calls a section: its heading, or else its role."""
        if section.role != "title" and section.heading:
            return section.heading
        by_role = {
            "title": self.title,
            "introduction": self.introduction,
            "section": self.section,
            "about-author": self.about_author,
            "notes": self.notes,
            "cover": self.cover,
        }
        return by_role[section.role]


def direction(language: str) -> Literal["ltr", "rtl"]:
    """Which way the text of this language runs; a script subtag outweighs the language."""
    subtags = language.casefold().split("-")[1:]
    scripts = [tag for tag in subtags if len(tag) == _SCRIPT_LENGTH and tag.isalpha()]
    backwards = scripts[0] in _RTL_SCRIPTS if scripts else primary(language) in _RTL_LANGUAGES
    return "rtl" if backwards else "ltr"


def labels(language: str) -> Labels:
    """The labels in this language, or in English."""
    table = _table()
    if primary(language) in table:
        return Labels(language, **table[primary(language)])
    return Labels("en", **table["en"])


@cache
def _table() -> dict[str, dict[str, str]]:
    source = files("oped_audio.publishing") / "templates" / "labels.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))
