"""Punctuation: what an engine needs for its melody is kept, what it would read out is dropped."""

import re
from collections.abc import Sequence

_UNSAID = re.compile(r"[\"“”„«»‹›()\[\]{}<>*_|\\^~`#]+")
_QUOTES_AROUND = re.compile(r"^['‘’]+|(?<=[^\w\s])['‘’]+$|(?<=\w)[‘]+$")
_BETWEEN_WORDS = re.compile(r"(?<=[^\W\d])/(?=[^\W\d])")
_DASHES = frozenset("-–—―‒")
_PARTS = re.compile(r"^(\W*)(.*?)(\W*)$", re.DOTALL)


def plain(token: str) -> str:
    """The token without quotation marks and brackets; a slash between words is a pause."""
    said = _UNSAID.sub("", token) if not _is_lone_symbol(token) else token
    said = _QUOTES_AROUND.sub("", said).replace("’", "'")
    said = _BETWEEN_WORDS.sub(", ", said)
    return said if re.search(r"[^\W_]|[^\w\s.,;:!?…'\-–—―‒*_]", said) else ""


def parts(token: str) -> tuple[str, str]:
    """The word in a token, and the punctuation after it that an engine is to see."""
    found = _PARTS.match(token)
    _, core, after = found.groups() if found else ("", token, "")
    return core, "".join(char for char in after if char in ".,;:!?…—")


def tie_dashes(tokens: Sequence[str], forms: Sequence[str]) -> list[str]:
    """Let the word before a dash that stands alone carry it, so that the engine pauses there."""
    tied = list(forms)
    for index in range(1, len(tied)):
        if set(tokens[index]) <= _DASHES and tied[index - 1] and not tied[index]:
            tied[index - 1] += " —"
    return tied


def _is_lone_symbol(token: str) -> bool:
    return len(token) == 1 and token in "<>"
