"""Text that begins with personal names -> the names. Pure."""

import re
from dataclasses import dataclass

from oped_audio.reading.vocabulary import Vocabulary

_LONGEST_NAMES = 300
"""Characters that are looked at."""
_MOST_WORDS = 6
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[-’'](?=[^\W\d_]))*")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?){1,4}|[^\W\d_]")
_RETIRED = re.compile(r"\([Rr]et(?:d|’d|'d|ired)?\.?\)")
_POSSESSIVE = re.compile(r"[’']s$")


@dataclass(frozen=True, slots=True)
class Names:
    """Names at the start of a text."""

    names: tuple[str, ...]
    written: str
    """All of them as the text has them, such as ``Jane Doe and J. P. Marsh``."""
    rest: str
    """What follows, from its first character that is no white space."""


def leading_names(text: str, words: Vocabulary, shortest: int = 2) -> Names | None:
    """The name or names that the text begins with, each of at least ``shortest`` words."""
    head = text[:_LONGEST_NAMES]
    end = _name_end(head, 0, words, shortest)
    if end is None:
        return None
    ends = [(0, end)]
    joint = re.compile(rf"\s*(,)\s+(?!{words.conjunction}\b)|\s*,?\s+(?:{words.conjunction}|&)\s+")
    while True:
        joined = joint.match(head, ends[-1][1])
        end = _name_end(head, joined.end(), words, shortest) if joined else None
        if joined is None or end is None:
            break
        ends.append((joined.end(), end))
        if joined[1] is None:
            return _names(text, ends)
    return _names(text, ends[:1])  # a list without its "and" was no list


def is_name(text: str, words: Vocabulary, most: int = 4) -> bool:
    """Whether the text may be a person's name and is nothing else."""
    found = leading_names(text, words)
    return found is not None and not found.rest and len(text.split()) <= most


def without_titles(name: str, words: Vocabulary) -> str:
    """``Jane Doe`` for ``Dr. Jane Doe, MD``."""
    parts = [part.strip(",") for part in name.split()]
    known = words.titles | words.name_suffixes
    return " ".join(part for part in parts if part.replace(".", "").lower() not in known) or name


def _names(text: str, ends: list[tuple[int, int]]) -> Names:
    end = ends[-1][1]
    return Names(tuple(text[a:b] for a, b in ends), text[:end], text[end:].lstrip())


def _name_end(text: str, begin: int, words: Vocabulary, shortest: int) -> int | None:
    end = None
    capitals = full = 0
    for number, match in enumerate(re.finditer(r"[^\s,;:|]+", text[begin:])):
        word, stop = match[0], begin + match.end()
        bare = word.replace(".", "").lower() if word[-1] == "." else word.lower()
        if bare in words.name_suffixes and capitals > 1:
            end = stop
        elif bare in words.particles and (
            word.islower() or capitals == 0 or bare in words.small_words
        ):
            pass  # belongs to a name only if one of its words follows
        elif _RETIRED.fullmatch(word):
            pass  # belongs to the rank before it
        elif capitals and re.fullmatch('[“"(][A-Z][\\w-]*[”")]', word):
            pass  # a nickname belongs to the name if its last word follows
        elif _is_initials(word, words):
            end, capitals = stop, capitals + 1
        elif bare in words.titles and (word[0].isupper() or (word[-1] == "." and not capitals)):
            pass  # ``Dr. med.`` too
        elif _is_name_word(word, words):
            end, capitals, full = stop, capitals + 1, full + 1
        else:
            break
        after = text[stop : stop + 8].lstrip(", ").split(maxsplit=1)
        suffixed = (
            bool(after) and after[0].replace(".", "").strip(",").lower() in words.name_suffixes
        )
        if number == _MOST_WORDS or (text[stop : stop + 1] in set(",;:|") and not suffixed):
            break
    return end if full and capitals >= shortest else None


def _is_initials(word: str, words: Vocabulary) -> bool:
    return (
        word[0].isupper()
        and bool(_INITIALS.fullmatch(word))
        and word.lower() not in words.small_words
    )


def _is_name_word(word: str, words: Vocabulary) -> bool:
    return (
        word[0].isupper()
        and bool(_NAME_WORD.fullmatch(word))
        and not _POSSESSIVE.search(word)
        and word.lower() not in words.small_words
    )
