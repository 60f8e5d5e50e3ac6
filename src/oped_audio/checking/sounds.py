"""Words -> keys of how they sound, and how alike two of them are. Pure.

A key keeps the consonants, those that are told apart only by the voice or the place of the tongue
under one sign, as recognisers and spellings confuse them: *kilometre* and *kilometer*, *knight* and
*night* have one key. Letters of other scripts stand for themselves.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_SPELLINGS = (
    (re.compile("(?<=[bcdfgkmptv])re$"), "er"),
    (re.compile("^(?:kn|gn|pn)"), "n"),
    (re.compile("^wr"), "r"),
    (re.compile("^ps"), "s"),
    (re.compile("^wh"), "w"),
    (re.compile("(?<=[aeiou])gh(?=t|$|s)"), ""),
    (re.compile("sch|tch|tion|sion|cial|tial"), "S"),
    (re.compile("ph"), "f"),
    (re.compile("ch|sh|j|dg(?=[eiy])|g(?=[eiy])"), "S"),
    (re.compile("sc(?=[eiy])|c(?=[eiy])|ß"), "s"),
    (re.compile("ck|c|q"), "k"),
    (re.compile("x"), "ks"),
    (re.compile("mb$"), "m"),
    (re.compile("(?<=[aeiouy])r(?![aeiouyr])"), ""),
)
_CLASSES = str.maketrans(
    {
        **dict.fromkeys("bp", "p"),
        **dict.fromkeys("fv", "f"),
        **dict.fromkeys("dt", "t"),
        **dict.fromkeys("szS", "s"),
        **dict.fromkeys("gk", "k"),
        **dict.fromkeys("mn", "n"),
        **dict.fromkeys("aeiouyhw'", None),
    }
)
_LONG = 5
"""Letters of a word in which a third of them may be spelled otherwise; in others it is less."""
_DOUBLE = re.compile(r"(.)\1+")


@lru_cache(1 << 14)
def key(word: str) -> str:
    """The consonants of a word in lower case; a single vowel sign for a word that has none."""
    plain = unicodedata.normalize("NFKD", word)
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    for pattern, sign in _SPELLINGS:
        plain = pattern.sub(sign, plain)
    found = _DOUBLE.sub(r"\1", plain.translate(_CLASSES))
    return found or ("a" if plain else "")


@lru_cache(1 << 16)
def is_same(one: str, other: str) -> bool:
    """Whether two words are spelled alike or in two ways that sound the same."""
    if one == other:
        return True
    changed = 3 * _distance(one, other)
    longest = max(len(one), len(other))
    return key(one) == key(other) and changed <= longest - (longest < _LONG)


def joined_key(words: Sequence[str]) -> str:
    """The key of words that are said without a pause; small words of vowels only do not count."""
    signs = "".join(key(word) for word in words).replace("a", "")
    return _DOUBLE.sub(r"\1", signs) or ("a" if words else "")


@lru_cache(1 << 16)
def alike(one: str, other: str) -> float:
    """How alike two keys are, from 0 to 1: 1 less the share of signs to change."""
    if one == other:
        return 1.0
    longest = max(len(one), len(other))
    return 1 - _distance(one, other) / longest


def _distance(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for number, sign in enumerate(one, 1):
        last, row[0] = row[0], number
        for at, against in enumerate(other, 1):
            last, row[at] = (
                row[at],
                min(row[at] + 1, row[at - 1] + 1, last + (sign != against)),
            )
    return row[-1]
