"""The paragraphs at an article's end -> the note about its author among them, if there is one. Pure.

In doubt there is none: a closing paragraph of the article must not be taken for it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from oped_audio.reading.names import Names, leading_names
from oped_audio.reading.vocabulary import Vocabulary
from oped_audio.reading.wording import first_word, is_prose, plain

_LONGEST = 1200
"""Characters of one author's note."""
_LONGEST_APPOSITION = 200
_MOST_NOTES = 4
"""Paragraphs by the publisher after it."""
_MOST_NOTES_ON_AUTHORS = 6
_WRAPPING = " ([*_—–-)]"
_QUOTED = re.compile('“[^”]*”|"[^"]*"|‘[^’]*’(?!\\w)')


@dataclass(frozen=True, slots=True)
class Biography:
    """Where the note about the author is."""

    begin: int
    """Index of its first paragraph; it goes on to the end."""
    heading: str | None
    """The article's own, which stands before it."""
    author: str | None
    """All the names it begins with, as in ``Jane Doe and J. P. Marsh``."""


def find_biography(texts: Sequence[str], byline: str | None, words: Vocabulary) -> Biography | None:
    """The note about the author at the end of the paragraphs; ``byline`` is the name, if known."""
    end = _end_of_notes(texts, words)
    headed = _headed(texts[:end], words)
    if headed is not None:
        opening = _opening(texts[headed + 1], words)
        return Biography(headed + 1, texts[headed], opening.written if opening else None)
    begin, authors = end, []
    while begin > 0 and end - begin < _MOST_NOTES_ON_AUTHORS:
        found = _Candidate(texts[begin - 1], texts[: begin - 1], byline, words)
        if not found.is_biography:
            break
        begin -= 1
        authors[:0] = [found.opening.written] if found.opening else []
    if begin == end or not any(map(is_prose, texts[:begin])):
        return None
    return Biography(begin, None, f" {words.conjunction} ".join(authors) or None)


def _end_of_notes(texts: Sequence[str], words: Vocabulary) -> int:
    """Where the publisher's own paragraphs at the end begin."""
    end = len(texts)
    while end > max(0, len(texts) - _MOST_NOTES) and _unwrapped(texts[end - 1]).lower().startswith(
        words.note_starts
    ):
        end -= 1
    return end


def _headed(texts: Sequence[str], words: Vocabulary) -> int | None:
    """Index of a heading that announces the note, such as ``About the author``."""
    last = range(max(1, len(texts) - _MOST_NOTES_ON_AUTHORS), len(texts) - 1)
    return next((i for i in last if plain(texts[i]) in words.about_author_headings), None)


def _unwrapped(text: str) -> str:
    return text.strip(_WRAPPING)


def _opening(text: str, words: Vocabulary) -> Names | None:
    label = re.match(r"[\w’' ]{4,20}:\s+(?=\w)", text[:40])
    bare = _unwrapped(text)
    return leading_names(
        bare[label.end() :] if label and bare.startswith(text[:4]) else bare, words
    )


@dataclass(frozen=True)
class _Candidate:
    """A paragraph that may be about the author, and what the article says before it."""

    text: str
    before: Sequence[str]
    byline: str | None
    words: Vocabulary

    @property
    def is_biography(self) -> bool:
        if len(self.text) > _LONGEST or "?" in self.text or self._speaks_to_the_reader:
            return False
        if self._names_no_author:
            return True
        if self.opening is None:
            return False
        if self._is_by_the_byline:
            return self._verb is not None
        return self._verb is not None and self._is_unknown_so_far and self._says_what_one_is

    @cached_property
    def opening(self) -> Names | None:
        return _opening(self.text, self.words)

    @property
    def _speaks_to_the_reader(self) -> bool:
        """Authors do not say "we" in a note about themselves, but a title in quotes may."""
        found = re.findall(r"[\w’']+", _QUOTED.sub("", self.text))
        return not self.words.first_person.isdisjoint(found)

    @property
    def _names_no_author(self) -> bool:
        bare = _unwrapped(self.text).lower()
        lead = next((lead for lead in self.words.the_author if bare.startswith(f"{lead} ")), None)
        return lead is not None and first_word(bare[len(lead) :]) in self.words.present_verbs

    @property
    def _is_by_the_byline(self) -> bool:
        assert self.opening is not None
        known = plain(self.byline or "")
        return any(plain(name) in known for name in self.opening.names)

    @cached_property
    def _verb(self) -> tuple[str, str] | None:
        """The verb that follows the name, or the apposition after it, and the word after that."""
        assert self.opening is not None
        rest = self.opening.rest[:_LONGEST_APPOSITION]
        found = re.findall(r"[\w’'-]+|[,;.]", rest)
        if found[:1] == [","]:
            later = [i + 1 for i, word in enumerate(found) if word == "," and i]
            found = next((found[i:] for i in later if self._is_verb(found[i : i + 1])), [])
        while found and found[0] in self.words.adverbs:
            found = found[1:]
        return (found[0], found[1]) if len(found) > 1 and self._is_verb(found[:1]) else None

    def _is_verb(self, word: list[str]) -> bool:
        return bool(word) and word[0] in self.words.present_verbs | self.words.past_verbs

    @property
    def _is_unknown_so_far(self) -> bool:
        """Authors seldom mention themselves by name."""
        assert self.opening is not None
        return not any(name in text for name in self.opening.names for text in self.before)

    @property
    def _says_what_one_is(self) -> bool:
        """A role, or at least ``is a`` of somebody of whose names the article has no part."""
        assert self.opening is not None
        assert self._verb is not None
        start = set(re.findall(r"[\w-]+", self.opening.rest[:300].lower()))
        if not self.words.roles.isdisjoint(start):
            return True
        verb, after = self._verb
        if verb in self.words.past_verbs or (
            verb in self.words.be and after.lower() not in self.words.after_be
        ):
            return False
        name = set(plain(" ".join(self.opening.names)).split())
        return name.isdisjoint(word for text in self.before for word in plain(text).split())
