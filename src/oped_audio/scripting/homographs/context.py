"""A sentence -> its words, and what stands around one of them. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from oped_audio.scripting.homographs.word_classes import (
    CLASSES,
    ENDINGS,
)

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|&")
_BREAK = re.compile(r"[,;:()\[\]–—“”\"…!?]|\s-|-\s|\.\s|[‘’'](?=\s|$)|(?:^|\s)[‘’']")
_HYPHEN = re.compile(r"[-\u2010\u2011]\Z")
_PLACES = 6
_LONG = 4
_SKIPPED = 4
ADVERBS = ("adverb", "frequency")


class Word(NamedTuple):
    """A word of a sentence."""

    text: str
    """In lower case, with straight apostrophes."""
    is_capital: bool
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Context:
    """A word and its sentence."""

    sentence: str
    words: Sequence[Word]
    at: int
    """Index of the word."""

    @property
    def word(self) -> Word:
        return self.words[self.at]

    def text(self, offset: int) -> str:
        """The word so many places to the right (negative: left); empty beyond the ends."""
        at = self.at + offset
        return self.words[at].text if 0 <= at < len(self.words) else ""

    def gap(self, offset: int) -> str:
        """``start``, ``end``, ``break``, ``hyphen`` or nothing: what parts a word so many places
        off from its neighbour on this side."""
        at = self.at + offset
        if at < 0:
            return "start"
        if at >= len(self.words):
            return "end"
        if offset < 0:
            between = self.sentence[self.words[at].end : self.words[at + 1].begin]
        else:
            between = self.sentence[self.words[at - 1].end : self.words[at].begin]
        if between == " ":
            return ""
        if _HYPHEN.match(between):
            return "hyphen"
        return "break" if _BREAK.search(between) else ""

    def kind(self, offset: int) -> str:
        """The class of the word so many places off, or the gap on the way to it."""
        return self.gap(offset) or word_class(self.words[self.at + offset], self.at + offset == 0)

    def kind_across(self, offset: int) -> str:
        """The class of the word so many places off, whatever mark stands on the way to it."""
        at = self.at + offset
        return word_class(self.words[at], at == 0) if 0 <= at < len(self.words) else "start"

    def before_adverbs(self) -> int:
        """How many places to the left, as a negative number, the nearest word is that is no
        adverb."""
        offset = -1
        while self.kind(offset) in ADVERBS and offset > -_SKIPPED:
            offset -= 1
        return offset

    def after_adverbs(self) -> int:
        """The same to the right."""
        offset = 1
        while self.kind(offset) in ADVERBS and offset < _SKIPPED:
            offset += 1
        return offset

    def is_running_text(self) -> bool:
        """Whether long words are written small, unlike in a headline."""
        return any(len(word.text) > _LONG and not word.is_capital for word in self.words)

    def before(self) -> list[str]:
        """Words to the left as far as the nearest break, the nearest first."""
        found: list[str] = []
        for offset in range(-1, -_PLACES - 1, -1):
            if self.gap(offset) not in ("", "hyphen"):
                break
            found.append(self.text(offset))
        return found


def words_of(sentence: str) -> list[Word]:
    """The words of a sentence, in order."""
    return [
        Word(
            match[0].lower().replace("’", "'"),
            match[0][0].isupper(),
            match.start(),
            match.end(),
        )
        for match in _WORD.finditer(sentence)
    ]


def word_class(word: Word, is_first: bool = False) -> str:
    """A name of ``CLASSES``, or what the form of the word tells."""
    text = word.text
    known = CLASSES.get(text, "other")
    if known != "other":
        return known
    if text[0].isdigit():
        return "number"
    if word.is_capital and not is_first and not text.endswith(("'s", "ly")):
        return "name"
    if text in CLASSES:
        return "other"
    return next((name for ending, name in ENDINGS if text.endswith(ending)), "other")
