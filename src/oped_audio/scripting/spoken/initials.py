"""Initials before a name: ``George W. Bush`` -> ``W``, ``the U.S. Congress`` -> ``U.S``.

espeak-ng takes a full stop before a capital or a digit for the end of a sentence, and pauses.
"""

import re
from collections.abc import Sequence

from oped_audio.scripting.spoken.marks import opened

_INITIALS = re.compile(r"((?:[A-Z]\.)*[A-Z]|[ap]\.m|Ph\.D|[JS]r|Inc|Corp|Co)\.")
_ARTICLE = "A"
"""Without its full stop this initial would be said as the word."""


def initials(tokens: Sequence[str], index: int) -> tuple[str, ...]:
    """Leave out the last full stop if the sentence goes on with a capital or a digit."""
    found = _INITIALS.fullmatch(opened(tokens[index]))
    if not found or found[1] == _ARTICLE or index + 1 == len(tokens):
        return ()
    following = opened(tokens[index + 1])[:1]
    return (found[1],) if following.isupper() or following.isdigit() else ()
