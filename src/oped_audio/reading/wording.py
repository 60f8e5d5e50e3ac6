"""What can be said of a line of text by looking at its characters alone. Pure."""

import re
from collections.abc import Set as AbstractSet
from functools import cache

from oped_audio.model.unspaced import WIDE, may_be_unspaced

_TERMINAL = ".!?…。．！？।॥؟۔։"
_CLOSERS = "\"'”’»›)]}）】」*_ \xa0\u202f"
_NOTE_MARK = re.compile(r"(?:\[\d{1,3}\]|[¹²³⁰⁴-⁹])+$")
_INITIALISM = re.compile(r"(?:^|[\s“‘(])(?:[^\W\d_]\.){1,6}$")
_SENTENCE_END = re.compile(
    r"(?<=[.!?…؟。！？])[\"'”’»)\]]*\s+|(?<=[。！？])[”’」』）]*(?=[^\s”’」』）])"
)
_NOT_WORDS = re.compile(r"[\W_]+")
_LONGEST_LINE = 90
"""Characters that a heading may have; more is a paragraph, punctuated or not."""


def terminal(text: str) -> str:
    """The punctuation that ends the text's last sentence; empty if it has none."""
    tail = _NOTE_MARK.sub("", text[-40:]).rstrip(_CLOSERS)
    return tail[-1:] if tail[-1:] in _TERMINAL else ""


def ends_with_abbreviation(text: str, abbreviations: AbstractSet[str]) -> bool:
    """Whether the full stop at the end belongs to the last word, as in ``Made in the U.S.``."""
    tail = text[-40:].rstrip(_CLOSERS)
    last = tail.split()[-1:] or [""]
    return bool(_INITIALISM.search(tail)) or (
        tail.endswith(".") and last[0].rstrip(".").lower() in abbreviations
    )


def has_letters(text: str) -> bool:
    """Whether there is anything that can be called a word."""
    return any(map(str.isalpha, text))


def starts_high(text: str) -> bool:
    """Whether the first letter is a capital or of a script without capitals, or a digit leads."""
    first = next(filter(str.isalnum, text), "")
    return first.isdigit() or (first.isalpha() and not first.islower())


def is_prose(text: str) -> bool:
    """Whether it reads as a paragraph: it is punctuated as one, or too long for anything else."""
    width = len(text) + _wide(text[:_LONGEST_LINE])[1]
    return has_letters(text) and (
        width > _LONGEST_LINE or bool(terminal(text)) or text.endswith((":", "："))
    )


def word_count(text: str) -> int:
    """Words between white space; where there is none, two characters are a word."""
    spaced, unspaced = _wide(text)
    return len(spaced.split()) + (unspaced + 1) // 2


def _wide(text: str) -> tuple[str, int]:
    """The text with spaces for kana and han, and how many they were."""
    return _wide_characters().subn(" ", text) if may_be_unspaced(text) else (text, 0)


@cache
def _wide_characters() -> re.Pattern[str]:
    return re.compile(f"[{WIDE}]")


def has_case(text: str) -> bool:
    """Whether its script tells capitals from small letters."""
    return any(character.islower() or character.isupper() for character in text)


def first_word(text: str) -> str:
    """In lower case, without punctuation around it."""
    found = re.match(r"\W*([\w’'-]+)", text)
    return found[1].lower().rstrip("’'-") if found else ""


def sentences(text: str) -> list[str]:
    """Roughly; an abbreviation ends one too."""
    return [sentence for sentence in _SENTENCE_END.split(text) if sentence]


def has_inner_sentence_end(text: str, abbreviations: AbstractSet[str]) -> bool:
    """Whether a sentence ends before the end of the text."""
    return any(
        not ends_with_abbreviation(text[: end.start()], abbreviations)
        and not re.fullmatch(r"[\divxlIVXL]+\.", text[: end.start()])
        for end in _SENTENCE_END.finditer(text.rstrip(_CLOSERS))
    )


def in_title_case(text: str, small_words: AbstractSet[str]) -> bool:
    """Whether all words but small ones begin with a capital or a digit."""
    words = re.findall(r"[^\W_][\w’'-]*", text)
    large = [word for word in words if word.lower() not in small_words]
    return len(large) > 1 and all(word[0].isupper() or word[0].isdigit() for word in large)


def plain(text: str) -> str:
    """Letters and digits alone, in lower case: the same for quotes of any shape."""
    return _NOT_WORDS.sub(" ", text).casefold().strip()
