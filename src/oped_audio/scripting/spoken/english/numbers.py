"""English number words. Pure.

Those below ten thousand are put together here, since most articles have no others; num2words, which
knows the rest, first loads all of its languages.
"""

import re
from functools import cache, lru_cache
from typing import Any, Literal

NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,2}(?:,\d\d)+,\d{3}|\d+)(?:\.\d+)?|\.\d+"
"""A number as it is written: with commas between thousands, or as in India, or without; with decimals."""
SCALE = r"hundred|thousand|lakh crore|lakh|crore|million|billion|trillion|quadrillion"
SHORT_SCALES = {
    "k": "thousand", "K": "thousand", "m": "million", "M": "million", "mn": "million",
    "mln": "million", "mm": "million", "MM": "million", "b": "billion", "B": "billion",
    "bn": "billion", "bln": "billion", "Bn": "billion", "BN": "billion", "t": "trillion",
    "T": "trillion", "tn": "trillion", "tr": "trillion", "trn": "trillion", "tln": "trillion",
    "cr": "crore",
}  # fmt: skip
DASH = r"-|–|—|‒|‑|−"

_LONGEST = 66
"""Digits that have a name; longer numbers are read digit by digit."""
_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINAL_ENDS = (
    ("one", "first"), ("two", "second"), ("three", "third"), ("ve", "fth"), ("eight", "eighth"),
    ("nine", "ninth"), ("y", "ieth"),
)  # fmt: skip
_KNOWN = 10_000
_PLURALS = re.compile(r"(.*?)(\w+)$", re.DOTALL)


@cache
def _converter() -> Any:
    from num2words.lang_EN import Num2Word_EN

    return Num2Word_EN()


@lru_cache(2000)
def cardinal(number: int) -> str:
    """``1205`` -> ``one thousand two hundred five``."""
    return _cardinal(number) if 0 <= number < _KNOWN else _by_num2words("to_cardinal", number)


@lru_cache(500)
def ordinal(number: int) -> str:
    """``23`` -> ``twenty-third``."""
    return _ordinal(number) if 0 <= number < _KNOWN else _by_num2words("to_ordinal", number)


def _by_num2words(form: Literal["to_cardinal", "to_ordinal"], number: int) -> str:
    if len(str(abs(number))) > _LONGEST:
        return digits(str(number))
    said: str = getattr(_converter(), form)(number)
    return said.replace(",", "").replace(" and ", " ")


def _cardinal(number: int) -> str:
    if number < 20:
        return _SMALL[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return f"{_TENS[tens]}-{_SMALL[ones]}" if ones else _TENS[tens]
    size, scale = (1000, "thousand") if number >= 1000 else (100, "hundred")
    many, rest = divmod(number, size)
    said = f"{_cardinal(many)} {scale}"
    return f"{said} {_cardinal(rest)}" if rest else said


def _ordinal(number: int) -> str:
    said = _cardinal(number)
    for end, instead in _ORDINAL_ENDS:
        if said.endswith(end):
            return said.removesuffix(end) + instead
    return f"{said}th"


@lru_cache(500)
def year(number: int) -> str:
    """``1905`` -> ``nineteen oh five``; ``2005`` -> ``two thousand five``."""
    century, rest = divmod(number, 100)
    if not 1010 <= number <= 9999 or (century % 10 == 0 and rest < 10):
        return cardinal(number)
    if rest == 0:
        return f"{cardinal(century)} hundred"
    return f"{cardinal(century)} {f'oh {cardinal(rest)}' if rest < 10 else cardinal(rest)}"


def digits(text: str) -> str:
    """``007`` -> ``zero zero seven``; all but digits is left out."""
    return " ".join(_SMALL[int(char)] for char in text if char in "0123456789")


def number(text: str) -> str:
    """What is written as NUMBER; ``1,200.50`` -> ``one thousand two hundred point five zero``."""
    whole, point, decimals = text.replace(",", "").partition(".")
    if len(whole) > 1 and whole.startswith("0"):
        said = digits(whole)
    else:
        said = cardinal(int(whole)) if whole else ""
    return f"{said} point {digits(decimals)}".strip() if point and decimals else said


def value(text: str) -> float:
    """What is written as NUMBER, as a number."""
    return float(text.replace(",", ""))


def plural(words: str) -> str:
    """``nineteen ninety`` -> ``nineteen nineties``."""
    found = _PLURALS.match(words)
    if not found:
        return words
    before, last = found.groups()
    if last.endswith("y"):
        return f"{before}{last[:-1]}ies"
    return f"{before}{last}{'es' if last.endswith(('x', 's')) else 's'}"


def counted(amount: str, one: str, many: str) -> str:
    """The word for one thing or for many of it."""
    return one if amount in ("1", "1.0", "1.00") else many
