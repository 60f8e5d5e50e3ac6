"""A paragraph -> the caption and the credit in it, if it is a picture's caption. Pure.

A caption is known by its credit alone: at its end, in brackets or as its last sentence, or in
brackets before it.
"""

import re
from dataclasses import dataclass
from functools import cache

from oped_audio.reading.vocabulary import Vocabulary
from oped_audio.reading.wording import ends_with_abbreviation, has_inner_sentence_end

_LONGEST_CAPTION = 1000
"""Characters; more is prose with a credit at its end."""
_LONGEST_CREDIT = 140
_MOST_CREDIT_WORDS = 14
_BRACKETS = {")": "(", "]": "[", "）": "（", "】": "【"}
_BREAK = re.compile(
    r"(?<=[.!?…”\"’)\]])\s+(?:[|–—-]\s+)?|\s+[|–—-]\s+|(?<=[。！？])(?=[^\s”’」』）])"
)
_LEADING = re.compile(r"[(\[（](?P<credit>[^()\[\]（）]{1,140})[)\]）]\s*(?=\S)")
_NAMED = r"[\s:：/|]*(?:the\s)?[\"“‘(@©]?[^\W_a-z]"
"""What may follow ``Photo:``: a name, not the lower case of a sentence."""


@dataclass(frozen=True, slots=True)
class Caption:
    """The two parts of a caption; either may be empty, not both."""

    caption: str
    credit: str
    """Without the brackets around it and the full stop after it."""


def read_caption(text: str, words: Vocabulary) -> Caption | None:
    """The parts of a paragraph that ends or begins with a credit; None for one that does not."""
    if len(text) > _LONGEST_CAPTION:
        return None
    return (
        _credit_in_brackets(text, words)
        or _credit_at_end(text, words)
        or _credit_at_start(text, words)
    )


def _credit_in_brackets(text: str, words: Vocabulary) -> Caption | None:
    body = text.rstrip(". ")
    opener = _BRACKETS.get(body[-1:])
    begin = body.rfind(opener, 0, -1) if opener else -1
    if begin < 0:
        return None
    credit = body[begin + 1 : -1].strip()
    defined = body != text and credit.lower() in words.agencies  # the Associated Press (AP).
    picture = _is_short(credit) and _patterns(words).picture.match(credit)
    if defined or not (picture or is_credit(credit, words)):
        return None
    return Caption(text[:begin].rstrip(), credit)


def _credit_at_end(text: str, words: Vocabulary) -> Caption | None:
    begin = max(0, len(text) - _LONGEST_CREDIT)
    breaks = {(found.start(), found.end()) for found in _BREAK.finditer(text, begin)}
    breaks |= {(at.start(), at.start()) for at in _patterns(words).labelled.finditer(text, begin)}
    if begin == 0:
        breaks.add((0, 0))
    for caption_end, credit_begin in sorted(breaks):
        credit = _without_stop(text[credit_begin:], words)
        if credit[:1].islower() or credit[:1] in _BRACKETS.values():
            continue
        if is_credit(credit, words) and not has_inner_sentence_end(credit, words.abbreviations):
            return Caption(text[:caption_end].rstrip(), credit)
    return None


def _credit_at_start(text: str, words: Vocabulary) -> Caption | None:
    found = _LEADING.match(text)
    if found and is_credit(found["credit"], words):
        return Caption(text[found.end() :], found["credit"])
    return None


def is_credit(text: str, words: Vocabulary) -> bool:
    """Whether the text says who made a picture, such as ``AP Photo/John Smith``."""
    return _is_short(text) and (
        bool(_patterns(words).credit.match(text)) or _names_agency(text, words)
    )


def _is_short(text: str) -> bool:
    return len(text) <= _LONGEST_CREDIT and len(text.split()) <= _MOST_CREDIT_WORDS


def _names_agency(text: str, words: Vocabulary) -> bool:
    """``Reuters``, ``Jane Doe/Getty Images``, ``Jane Doe via AP``; no sentence about one."""
    parts = [part.strip(" .©") for part in re.split(r"\s*(?:/|\||\bvia\b|\bVIA\b)\s*", text)]
    known = any(part.lower() in words.agencies for part in parts)
    return known and all(len(part.split()) <= 5 for part in parts)


def _without_stop(text: str, words: Vocabulary) -> str:
    stopped = text.endswith(".") and not ends_with_abbreviation(text, words.abbreviations)
    return text[:-1] if stopped else text


@dataclass(frozen=True, slots=True)
class _Patterns:
    credit: re.Pattern[str]
    picture: re.Pattern[str]
    """``File photo``, ``Xinhua photo``: a credit in brackets only."""
    labelled: re.Pattern[str]
    """Where ``Photo:`` or ``Photo/`` begins inside a text."""


@cache
def _patterns(words: Vocabulary) -> _Patterns:
    pictures = _any_case(words.pictures)
    kinds = _any_case((*words.picture_kinds, *sorted(words.agencies)))
    credit = (
        rf"(?:(?:{kinds})\s+)?(?:{pictures})\s*(?:[:：/|]|(?:{_any_case(words.sources)})\s){_NAMED}"
        rf"|(?:{_any_case(words.bare_sources)})(?:\b|(?=[^\x00-\x7f])){_NAMED}"
        rf"|©\s*{_NAMED}"
    )
    labels = "|".join(f"{word.capitalize()}|{word.upper()}" for word in words.pictures)
    return _Patterns(
        re.compile(credit),
        re.compile(rf"(?:[^\W\d_][\w.’'-]*\s+){{1,4}}(?:{pictures})$"),
        re.compile(rf"(?<=\s)(?:{labels})\s?[:：/]"),
    )


def _any_case(alternatives: tuple[str, ...]) -> str:
    return f"(?i:{'|'.join(map(re.escape, alternatives))})"
