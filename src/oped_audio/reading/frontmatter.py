"""An article's first paragraphs -> its title, standfirst and byline. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from oped_audio.reading.byline import read_byline
from oped_audio.reading.captions import read_caption
from oped_audio.reading.headings import objection
from oped_audio.reading.names import is_name
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
class FrontMatter:
    """What stands before the introduction."""

    title: str | None
    byline: str | None
    standfirst: str | None
    body: tuple[Paragraph, ...]
    """All paragraphs that are none of these."""


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
        and not text.lower().startswith(words.salutations)
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
) -> tuple[str | None, int | None, tuple[Paragraph, ...]]:
    """The byline, the index at which its line was, and the paragraphs without that line.

    A line that says more than the name stays among the paragraphs.
    """
    for index, line in enumerate(body[:_BYLINE_WITHIN]):
        found = read_byline(line.text, words)
        if found:
            rest = [*body[:index], *body[index + 1 :]] if found.whole else body
            return found.name, index, tuple(rest)
    return None, None, tuple(body)


def is_standfirst(
    body: Sequence[Paragraph], headings: frozenset[int], words: Vocabulary, *, before_byline: bool
) -> bool:
    """Whether the paragraph after the title sums the article up.

    ``headings`` are those of the body; ``before_byline`` says that a byline follows the paragraph.
    """
    if len(body) < 2 or len(body[0].text) > _LONGEST_STANDFIRST or 1 in headings:
        return False
    text = body[0].text
    if not has_letters(text) or text.lower().startswith(words.not_standfirst_starts):
        return False
    if not is_prose(body[1].text) or _DATELINE.match(text) or _cannot_stand_alone(text):
        return False
    if objection(body[0], words) is None:
        return before_byline or word_count(text) >= _LEAST_SUBTITLE_WORDS
    return before_byline or _is_repeated(text, body[1:]) or _reads_like_one(body, words)


def is_unconfirmed_name(line: Paragraph, words: Vocabulary) -> bool:
    """Whether a line after the title may be the author's name rather than a heading."""
    return is_name(line.text, words)


def _cannot_stand_alone(text: str) -> bool:
    return text[-1] in ",;:" or text[0] in "•*-–—"


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
