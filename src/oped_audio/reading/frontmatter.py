"""An article's first paragraphs -> its title, standfirst and byline. Pure."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from oped_audio.reading.byline import read_byline
from oped_audio.reading.captions import read_caption
from oped_audio.reading.headings import objection
from oped_audio.reading.paragraphs import Paragraph
from oped_audio.reading.vocabulary import Vocabulary
from oped_audio.reading.wording import (
    ends_with_abbreviation,
    first_word,
    has_letters,
    is_prose,
    plain,
    sentences,
    terminal,
    word_count,
)

_MOST_TITLE_WORDS = 25
_LONGEST_TITLE = 160
_SALUTATION = 4
"""Words; ``Dear graduates: nobody is coming to save you`` is more than that, and a title."""
_NUMBER = re.compile(r"[IVXLC]{1,7}\.?|\d{1,3}\.?|(?:No|Chapter|Part)\.? \w{1,7}\.?")
_BYLINE_WITHIN = 3
"""Paragraphs after the title among which a byline may stand."""
_LONGEST_STANDFIRST = 600
_MOST_STANDFIRST_WORDS = 60
_MOST_STANDFIRST_SENTENCES = 3
_LEAST_SUBTITLE_WORDS = 7
"""A line right after the title with fewer is a heading."""
_LEAST_REPEATED_WORDS = 6
_DATELINE = re.compile(r"[A-Z][A-Z.'’ -]+(?:,[^.—–]{0,40}\.?)?[^.—–]{0,20}(?:—|–|--| - )")


@dataclass(frozen=True, slots=True)
class BylineLine:
    """A line near the top that names the author."""

    name: str
    index: int
    """Of the line among the paragraphs after the title."""
    kept: tuple[Paragraph, ...]
    """The line, if it says more than the name and is to be read with the introduction."""


def is_title(line: Paragraph, words: Vocabulary) -> bool:
    """Whether an article's first paragraph is its title: short, and not punctuated as prose."""
    text = line.text
    stops = terminal(text) not in {"", "?", "!"}
    return (
        has_letters(text)
        and len(text) <= _LONGEST_TITLE
        and word_count(text) <= _MOST_TITLE_WORDS
        and not (stops and not ends_with_abbreviation(text, words.abbreviations))
        and text[-1] not in ",;:"
        and not (text.lower().startswith(words.salutations) and word_count(text) <= _SALUTATION)
        and read_caption(text, words) is None
    )


def split_title(
    paragraphs: Sequence[Paragraph], words: Vocabulary
) -> tuple[str | None, tuple[Paragraph, ...]]:
    """The title and what follows it; a number above it, as of a chapter, belongs to it."""
    if not paragraphs or not is_title(paragraphs[0], words):
        return None, tuple(paragraphs)
    first, rest = paragraphs[0].text, tuple(paragraphs[1:])
    if _NUMBER.fullmatch(first) and rest and is_title(rest[0], words):
        return f"{first.rstrip('.')}. {rest[0].text}", rest[1:]
    return first, rest


def split_byline(
    body: Sequence[Paragraph], words: Vocabulary
) -> tuple[BylineLine | None, tuple[Paragraph, ...]]:
    """The byline, and the paragraphs without it."""
    for index, line in enumerate(body[:_BYLINE_WITHIN]):
        found = read_byline(line.text, words)
        if found:
            kept = () if found.whole else (line,)
            return BylineLine(found.name, index, kept), (*body[:index], *body[index + 1 :])
    return None, tuple(body)


def is_standfirst(
    body: Sequence[Paragraph],
    headings: AbstractSet[int],
    byline: BylineLine | None,
    words: Vocabulary,
) -> bool:
    """Whether the first paragraph after the title sums the article up.

    ``headings`` are indexes into ``body``, which is without the byline and without captions.
    """
    if len(body) < 2 or 1 in headings or not is_prose(body[1].text):
        return False
    text = body[0].text
    reason = objection(body[0], words)
    is_date = reason == "is a date"
    if is_date or len(text) > _LONGEST_STANDFIRST or not _can_stand_alone(text, words):
        return False
    if byline and byline.index == 1:
        return True
    if reason is None:
        return word_count(text) >= _LEAST_SUBTITLE_WORDS
    if _is_repeated(text, body[1:]):
        return True
    return byline is None and _reads_like_one(body, words)


def _can_stand_alone(text: str, words: Vocabulary) -> bool:
    return (
        has_letters(text)
        and text[-1] not in ",;:"
        and text[0] not in "•*-–—"
        and not text.lower().startswith(words.not_standfirst_starts)
        and not _DATELINE.match(text)
    )


def _reads_like_one(body: Sequence[Paragraph], words: Vocabulary) -> bool:
    """Short by itself and beside the body, which does not go on from it."""
    text = body[0].text
    prose = [word_count(line.text) for line in body[1:] if is_prose(line.text)]
    return (
        word_count(text) <= min(_MOST_STANDFIRST_WORDS, sum(prose) / len(prose))
        and len(sentences(text)) <= _MOST_STANDFIRST_SENTENCES
        and text[0] not in '“"‘'
        and first_word(body[1].text) not in words.continuations
    )


def _is_repeated(text: str, body: Sequence[Paragraph]) -> bool:
    """Whether the body has a sentence of it again, as editors take one from there."""
    later = " ".join(plain(line.text) for line in body)
    parts = (plain(sentence) for sentence in sentences(text))
    return any(word_count(part) >= _LEAST_REPEATED_WORDS and part in later for part in parts)
