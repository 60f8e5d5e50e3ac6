"""The paragraphs at an article's end -> the note about its author, if there is one. Pure.

In doubt there is none: a closing paragraph of the article must not be taken for it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from oped_audio.reading.names import Names, leading_names, without_titles
from oped_audio.reading.vocabulary import Vocabulary
from oped_audio.reading.wording import first_word, has_case, is_prose, plain

_LONGEST = 1200
"""Characters of one author's note."""
_LONGEST_APPOSITION = 200
_LONGEST_ANNOUNCEMENT = 200
"""Characters of a note that says what the author has published."""
_NEAR = 40
"""Characters within which a role follows the name."""
_MOST_NOTES = 4
"""Paragraphs by the publisher after it."""
_MOST_NOTES_ON_AUTHORS = 6
_WRAPPING = " ([*_—–-)]"
_LABEL = re.compile(r"[\w’' ]{4,20}:\s+(?=\w)")
_IN_BRACKETS = re.compile(r"^\([^()]{1,80}\)\s*")
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
    begin = end
    authors: list[str] = []
    while begin > 0 and end - begin < _MOST_NOTES_ON_AUTHORS:
        opening = _opening(texts[begin - 1], words)
        if not _is_about_author(texts[begin - 1], opening, texts[: begin - 1], byline, words):
            break
        begin -= 1
        authors[:0] = [opening.written] if opening else []
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
    """The names that it begins with, after a label such as ``About the author:``."""
    bare = _unwrapped(text)
    label = _LABEL.match(bare)
    return leading_names(bare[label.end() :] if label else bare, words)


def _is_about_author(
    text: str,
    opening: Names | None,
    before: Sequence[str],
    byline: str | None,
    words: Vocabulary,
) -> bool:
    if len(text) > _LONGEST or "?" in text or _speaks_to_the_reader(text, words):
        return False
    if byline and _is_known_by(byline, text, before, words):
        return True
    if opening is None:
        return _means_the_author(text, words) or _is_about_caseless(text, byline, words)
    verb = _verb_after(opening, words)
    if verb is None:
        return False
    if byline and any(
        without_titles(name, words).casefold() in byline.casefold() for name in opening.names
    ):
        return True
    before = [text for text in before if not _is_the_name(text, words)]
    return _is_new(opening, before) and _says_what_one_is(opening, verb, before, words)


def _is_known_by(byline: str, text: str, before: Sequence[str], words: Vocabulary) -> bool:
    """``Dr. Doe practices medicine``, ``Jane Doe’s book is out``: of the name in the byline.

    Where the article speaks of somebody of the surname, it may still do so.
    """
    bare = _unwrapped(text)
    before = [text for text in before if not _is_the_name(text, words)]
    for name in _each(byline, words):
        if any(re.search(rf"\b{re.escape(name.split()[-1])}\b", text) for text in before):
            continue
        if re.match(rf"{re.escape(name)}[’']s?\W", bare):
            return len(bare) <= _LONGEST_ANNOUNCEMENT
        surname = re.escape(name.split()[-1])
        titled = re.match(rf"([^\W\d_]+)\.? {surname} ([\w’'-]+)", bare)
        if titled and titled[1].lower() in words.titles:
            return titled[2] in words.present_verbs | words.past_verbs
    return False


def _each(byline: str, words: Vocabulary) -> tuple[str, ...]:
    """The names in it, without titles and degrees."""
    found = leading_names(byline, words)
    return tuple(without_titles(name, words) for name in found.names) if found else ()


def _speaks_to_the_reader(text: str, words: Vocabulary) -> bool:
    """Authors do not say "we" in a note about themselves, though a title in quotes may."""
    found = re.findall(r"[\w’']+", _QUOTED.sub("", text))
    return not words.first_person.isdisjoint(found)


def _means_the_author(text: str, words: Vocabulary) -> bool:
    """``The author is …``, without a name."""
    bare = _unwrapped(text).lower()
    if not has_case(bare):
        lead = next((lead for lead in words.the_author if bare.startswith(lead)), None)
        return lead is not None and _begins_with_verb_or_role(bare[len(lead) :], words)
    lead = next((lead for lead in words.the_author if bare.startswith(f"{lead} ")), None)
    return lead is not None and first_word(bare[len(lead) :]) in words.present_verbs


def _is_about_caseless(text: str, byline: str | None, words: Vocabulary) -> bool:
    """In a script without capitals a name is known only if the byline has it."""
    bare = _unwrapped(text)
    if not byline or has_case(byline) or not bare.startswith(byline):
        return False
    return _begins_with_verb_or_role(bare[len(byline) :], words)


def _begins_with_verb_or_role(rest: str, words: Vocabulary) -> bool:
    """Scripts without spaces too."""
    start = rest[:_LONGEST_APPOSITION].lstrip(" ：:，،,（(")
    known = any(role in start[:_NEAR] for role in words.roles)
    return known or start.startswith(tuple(words.present_verbs | words.past_verbs))


@dataclass(frozen=True, slots=True)
class _Verb:
    word: str
    after: str
    """The word that follows."""


def _verb_after(opening: Names, words: Vocabulary) -> _Verb | None:
    """The verb that follows the names, or what stands between commas after them."""
    verbs = words.present_verbs | words.past_verbs
    rest = _IN_BRACKETS.sub("", opening.rest[:_LONGEST_APPOSITION])
    found = re.findall(r"[\w’'-]+|[,;.]", rest)
    if found[:1] == [","]:
        after_commas = (i + 1 for i in range(len(found) - 1) if found[i] == ",")
        found = next((found[i:] for i in after_commas if found[i] in verbs), [])
    while found and found[0] in words.adverbs:
        found = found[1:]
    return _Verb(*found[:2]) if len(found) > 1 and found[0] in verbs else None


def _is_the_name(text: str, words: Vocabulary) -> bool:
    """A line that is a name and nothing else, as a byline without a ``By`` is."""
    found = leading_names(text, words)
    return found is not None and not found.rest


def _is_new(opening: Names, before: Sequence[str]) -> bool:
    """Authors seldom mention themselves by name."""
    return not any(name in text for name in opening.names for text in before)


def _says_what_one_is(
    opening: Names, verb: _Verb, before: Sequence[str], words: Vocabulary
) -> bool:
    """A role, or at least ``is a`` of somebody of whose names the article has no part."""
    start = re.findall(r"[\w-]+", opening.rest[:300].lower())
    if any(word in words.roles or word.removesuffix("s") in words.roles for word in start):
        return True
    if verb.word in words.past_verbs:
        return False
    if verb.word in words.be and verb.after.lower() not in words.after_be:
        return False
    bare = (without_titles(name, words) for name in opening.names)
    name = set(plain(" ".join(bare)).split())
    return name.isdisjoint(word for text in before for word in plain(text).split())
