"""A sentence and its tokens -> what is said for each. Pure.

Rules of the language say stretches of the sentence in other words; all else is said as it is
written, without quotation marks and brackets.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from oped_audio.model.language import primary
from oped_audio.model.script import Pronunciation
from oped_audio.scripting.spoken import accents
from oped_audio.scripting.spoken.marks import add_pauses, plain
from oped_audio.scripting.spoken.rewriting import Family, Said, claims

Span = tuple[int, int]

_SIMPLE = re.compile(r"[A-Za-z]+[,.;:!?]?")
"""Words that are said as they are written, and most are."""


@dataclass(frozen=True, slots=True)
class Form:
    """What is said for a token."""

    spoken: str
    """Empty for a token that is shown but not said."""
    pronunciations: tuple[Pronunciation, ...] = ()
    """Their written places count from the start of the sentence."""


def spoken_forms(
    sentence: str,
    tokens: Sequence[Span],
    language: str,
    first: Iterable[Said] = (),
    last: Iterable[Said] = (),
) -> list[Form]:
    """One form a token; ``first`` outweighs the rules, which outweigh ``last``."""
    said = claims(sentence, _families(primary(language)), first, last)
    spoken: list[str] = []
    pronunciations: list[tuple[Pronunciation, ...]] = []
    at = 0
    for begin, end in tokens:
        while at < len(said) and said[at].end <= begin:
            at += 1
        stop = at
        while stop < len(said) and said[stop].begin < end:
            stop += 1
        if at == stop:
            spoken.append(_plain(sentence[begin:end]))
            pronunciations.append(())
            continue
        words, places = _words(sentence, (begin, end), said[at:stop])
        spoken.append(words)
        pronunciations.append(tuple(_pronunciations(words, places)))
    heard = add_pauses(_unsaid(sentence, tokens, said), spoken)
    return [Form(*form) for form in zip(heard, pronunciations, strict=True)]


def _unsaid(sentence: str, tokens: Sequence[Span], said: Sequence[Said]) -> list[str]:
    """The tokens without what a stretch that began before them has said: ``h.`` of ``d. h.``."""
    ends = {
        index: min(one.end, end)
        for index, (begin, end) in enumerate(tokens)
        for one in said
        if one.begin < begin < one.end and sentence[one.begin : begin].strip()
    }
    return [sentence[ends.get(index, begin) : end] for index, (begin, end) in enumerate(tokens)]


@cache
def _families(language: str) -> tuple[Family, ...]:
    letters = () if language in accents.OWN else (accents.FAMILY,)
    if language == "en":
        from oped_audio.scripting.spoken.english import FAMILIES  # noqa: PLC0415 - many patterns

        return (*FAMILIES, *letters)
    from oped_audio.scripting.spoken.languages import families  # noqa: PLC0415 - not for English

    return (*families(language), *letters)


def _words(sentence: str, token: Span, said: Sequence[Said]) -> tuple[str, list[tuple[Said, int]]]:
    """The words of the stretches that begin in the token, between what is said as it is.

    And for those that are to be pronounced, the earliest place where their words can be in it.
    """
    begin, end = token
    parts: list[str] = []
    places: list[tuple[Said, int]] = []
    at = begin
    length = 0
    counted = any(one.phonemes or one.origin != "letters" or one.within for one in said)
    for one in said:
        between = sentence[at : max(at, one.begin)]
        parts.append(between)
        if counted and between:
            length += len(_plain(between))
        if (one.phonemes or one.origin != "letters") and one.begin >= begin:
            places.append((one, length))
        places += [(word, length) for word in one.within if begin <= word.begin < end]
        if one.begin >= begin or not sentence[one.begin : begin].strip():
            parts.append(_apart(parts, one.words))
            length += len(_plain(one.words)) if counted else 0
        at = min(one.end, end)
        if sentence[at : min(at + 1, end)].isalnum() and one.words:
            parts.append(" ")
    parts.append(sentence[at:end])
    return _plain("".join(parts)), places


def _plain(text: str) -> str:
    if _SIMPLE.fullmatch(text):
        return text
    return " ".join(plain(text).split())


def _apart(parts: Sequence[str], words: str) -> str:
    before = next((part[-1] for part in reversed(parts) if part), "")
    return f" {words}" if before.isalnum() and words[:1].isalnum() else words


def _pronunciations(spoken: str, places: Iterable[tuple[Said, int]]) -> Iterator[Pronunciation]:
    """Those of the stretches that begin in the token, at their places in its spoken form."""
    end = 0
    for one, earliest in places:
        words = _plain(one.words)
        begin = spoken.find(words, max(earliest, end)) if words else -1
        if begin >= 0:
            end = begin + len(words)
            yield Pronunciation(begin, end, one.phonemes, one.begin, one.end, one.origin)
