"""Figures -> words, by num2words and the table of the language. Pure."""

import re
from functools import lru_cache
from typing import Any, Literal

from oped_audio.scripting.spoken.languages.numerals import Numerals

Before = Literal["", "per cent", "currency"]
"""What a number is said before: its words may depend on it."""


def number(written: str, numerals: Numerals, before: Before = "") -> str | None:
    """``1.000,5`` -> ``eintausend Komma fünf``; none if no words are right for it."""
    point = _POINT.search(written)
    whole = written[: point.start()] if point else written
    figures = "".join(filter(str.isdigit, whole))
    if not _has_words(figures, numerals):
        return None
    value = int(figures)
    if point:
        mark = (point[0][0] == "." and numerals.point_too) or numerals.point
        return f"{cardinal(value, numerals)} {mark} {_decimals(point[1], numerals)}"
    if whole.isdecimal() and 1100 <= value < 2100:
        return year(value, numerals)
    if before and value == 1:
        return (before == "per cent" and numerals.one_per_cent) or numerals.one
    if before == "per cent":
        return cardinal(value, numerals)
    agrees = numerals.shortened if before else numerals.gendered
    return None if agrees.fullmatch(figures) else cardinal(value, numerals)


def year(value: int, numerals: Numerals) -> str:
    """1999 -> ``neunzehnhundertneunundneunzig``, where years are counted by hundreds."""
    if not numerals.hundred or value >= 2000:
        return cardinal(value, numerals)
    century, rest = divmod(value, 100)
    years = f"{numerals.and_years}{cardinal(rest, numerals)}" if rest else ""
    return f"{cardinal(century, numerals)}{numerals.hundred}{years}".strip()


def cardinal(value: int, numerals: Numerals) -> str:
    """The number as it is counted with, masculine."""
    return _said("to_cardinal", value, numerals)


def ordinal(value: int, numerals: Numerals) -> str:
    """The ordinal, masculine."""
    return _said("to_ordinal", value, numerals)


_POINT = re.compile(r"[.,](\d{1,2}|\d{4,}|(?<=,)\d{3})$")
"""Before decimals; three figures after a full stop are thousands."""


def _has_words(figures: str, numerals: Numerals) -> bool:
    if len(figures) > 1 and figures.startswith("0"):
        return False
    return int(figures) <= numerals.highest and not numerals.wrong.fullmatch(figures)


def _decimals(figures: str, numerals: Numerals) -> str:
    if numerals.decimals_are_a_number and len(figures) == 2 and figures[0] != "0":
        return cardinal(int(figures), numerals)
    return " ".join(cardinal(int(figure), numerals) for figure in figures)


@lru_cache(4000)
def _said(method: str, value: int, numerals: Numerals) -> str:
    said: str = getattr(_converter(numerals.converter), method)(value)
    for pattern, better in numerals.respelled:
        said = re.sub(pattern, better, said)
    return said


def _converter(name: str) -> Any:
    from num2words import CONVERTER_CLASSES

    return CONVERTER_CLASSES[name]
