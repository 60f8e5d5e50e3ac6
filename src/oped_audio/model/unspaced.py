"""Scripts that are written without spaces between words. Pure.

Python looks at each character of a class when it compiles a pattern, which takes milliseconds for
tens of thousands: patterns with these are made when a text may have such a character.
"""

import re
from functools import cache

WIDE = "\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Kana and han, two of which are about a word."""
UNSPACED = f"\u0e00-\u0e7f\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff{WIDE}"
"""Thai, Lao, Burmese and Khmer besides."""
_FAR = re.compile("[^\0-\u0dff\u1e00-\u2bff]")


def may_be_unspaced(text: str) -> bool:
    """Whether a character may be of such a script: in texts in most others, none is."""
    return _FAR.search(text) is not None


def is_unspaced(text: str) -> bool:
    """Whether a character is."""
    return may_be_unspaced(text) and _unspaced().search(text) is not None


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile(f"[{UNSPACED}]")
