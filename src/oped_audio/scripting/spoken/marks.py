"""Punctuation: what an engine needs for its melody is kept, what it would read out is dropped."""

import re
from collections.abc import Sequence

_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]+"
)
"""Controls, soft hyphens and surrogates; not the joiners of Persian, Indic scripts and emoji."""
_UNSAID = re.compile(
    r"[\"“”„‚«»‹›()\[\]{}<>*_|\\^~`#（）「」『』《》〈〉【】•‣⁃†‡¶⁂※★☆✓✔❖✦✧\u25a0-\u25ff]+"
)
_SINGLE_QUOTES = re.compile(r"^['‘](?P<within>.*)['’]$|^['‘’]+|(?<=[^\w\s])['‘’]+$")
_HYPHENS = re.compile(r"-{2,}")
_SIGNS_BETWEEN = re.compile(r"(?<=\w)/?[<>|\\^]+/?(?=\w)")
_BETWEEN_WORDS = re.compile(r"(?<=[^\W\d])/(?=[^\W\d])")
_SPEAKABLE = re.compile(r"[^\W_]|[^\w\s.,;:!?…'\-–—―‒*_/·‧。，、；：！？．]")
_MELODY = ".,;:!?…—"
_DASHES = frozenset("-–—―‒")
_BRACKET_WITHIN = re.compile(r"\w[(\[]")
_PARTS = re.compile(r"^(\W*)(.*?)(\W*)$", re.DOTALL)


def plain(token: str) -> str:
    """The token without quotation marks and brackets; a slash between words is a pause."""
    if token.isalnum():
        return token
    said = _UNSEEN.sub("", token)
    said = _SIGNS_BETWEEN.sub(" ", said)
    said = said if _is_lone_symbol(said) else _UNSAID.sub("", said)
    said = _HYPHENS.sub("—", said)
    said = _SINGLE_QUOTES.sub(r"\g<within>", said).replace("’", "'")
    said = _BETWEEN_WORDS.sub(", ", said)
    return said if _SPEAKABLE.search(said) else ""


def parts(token: str) -> tuple[str, str]:
    """The word in a token, and the punctuation after it that an engine is to see."""
    found = _PARTS.match(token)
    _, core, after = found.groups() if found else ("", token, "")
    return core, "".join(char for char in after if char in _MELODY)


def add_pauses(tokens: Sequence[str], forms: Sequence[str]) -> list[str]:
    """Let words carry the dash or punctuation that stands alone after them (French puts a space
    before some), and brackets be heard as commas.
    """
    heard = list(forms)
    word: int | None = None
    for index in range(len(heard)):
        if heard[index]:
            word = index
        elif word is not None and (pause := _standing_alone(tokens[index])):
            heard[word] += pause
            word = None
        if index and (tokens[index] == "/" or tokens[index].startswith(("(", "["))):
            heard[index - 1] = _with_comma(heard[index - 1])
    for index in range(len(heard) - 1):
        if tokens[index].endswith((")", "]")) and not _BRACKET_WITHIN.search(tokens[index]):
            heard[index] = _with_comma(heard[index])
    return heard


def _standing_alone(token: str) -> str:
    if token and set(token) <= _DASHES:
        return " —"
    if any(map(str.isalnum, token)):
        return parts(token)[1]
    return "".join(char for char in token if char in _MELODY)


def _with_comma(form: str) -> str:
    return f"{form}," if form[-1:].isalnum() else form


def _is_lone_symbol(token: str) -> bool:
    return len(token) == 1 and token in "<>"
