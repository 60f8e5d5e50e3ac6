"""A sentence that is too long to be shown or found -> pieces of bounded size. Pure."""

import re
from collections.abc import Iterator

Span = tuple[int, int]

LONGEST = 600
"""Characters of a sentence; what runs on for longer is cut."""

_STRONG = re.compile(r"[;:](?=\s)|[；：。]")
_WEAK = re.compile(r"[,—–](?=\s)|[，、—]")
_SPACE = re.compile(r"\S(?=\s)")
_LETTER = re.compile(r"\w(?=\w)")
"""Never before a combining mark, which is no ``\\w``."""
_CONJUNCTIONS = {
    "en": re.compile(r"\S(?=\s+(?:and|or|but|because|although|which|that|when|while|if|so)\s)"),
}


def pieces(text: str, begin: int, end: int, language: str) -> Iterator[Span]:
    """Cut after the last clause that fits, else phrase, conjunction, word, letter.

    Every piece is within LONGEST and all but the last are at least a third of it. ``language`` is
    a primary subtag, such as ``en``.
    """
    conjunction = _CONJUNCTIONS.get(language)
    rules = [rule for rule in (_STRONG, _WEAK, conjunction, _SPACE, _LETTER) if rule]
    while end - begin > LONGEST:
        limit = begin + LONGEST
        cut = next((at for rule in rules if (at := _last(rule, text, begin, limit))), limit)
        yield begin, cut
        begin = cut
    yield begin, end


def _last(rule: re.Pattern[str], text: str, begin: int, limit: int) -> int | None:
    ends = [match.end() for match in rule.finditer(text, begin + LONGEST // 3, limit)]
    return ends[-1] if ends else None
