"""How numbers are written, for the rules of all languages but English."""

import re

from oped_audio.scripting.spoken.languages.numerals import Numerals

SPACES = " \u00a0\u2009\u202f"
DASHES = r"\-–—‒‑"
BEFORE = rf"(?<![\w$€£#°])(?<!\d[.,:/'’{SPACES}{DASHES}])(?<!\w[.,:/])"
"""No number goes on another one, a word or an address."""
AFTER = rf"(?![\w:/$€£])(?![.,'’{SPACES}{DASHES}]\d)(?!\.\w)(?!-(?:lea|a)\b)"
PER_CENT = rf"(?P<sign>[{SPACES}]?%(?!\w))"

_NO_ORDINAL = r"(?!\.[)\]”“\"»’']*\s+\S)"


def written_number(numerals: Numerals) -> str:
    """The pattern of a number: thousands apart or not, with decimals or without."""
    apart = rf"[{re.escape(numerals.thousands)}{SPACES}'’]"
    point = r",\d+"
    if numerals.point_too:
        point = r"(?:,(?!\d{3}(?!\d))|\.(?!\d{3}(?!\d)))\d+"
    swiss = r"\d{1,3}(?:['’]\d{3})+\.\d{1,2}"
    return rf"(?:{swiss}|(?:\d{{1,3}}(?:{apart}\d{{3}})+(?!\d)|\d+)(?:{point})?)"


def after_number(numerals: Numerals) -> str:
    """What a number ends before; not a full stop that makes an ordinal of it."""
    return AFTER + (_NO_ORDINAL if numerals.full_stop_is_ordinal else "")
