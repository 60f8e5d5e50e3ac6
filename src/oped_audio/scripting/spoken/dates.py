"""Dates and years: ``Jan. 5, 2026`` -> ``January`` ``5th,`` ``20 26``."""

import re
from collections.abc import Sequence

from oped_audio.scripting.spoken.marks import parts

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_SHORT = {month[:3]: month for month in _MONTHS} | {"Sept": "September"}
_BEFORE_A_YEAR = frozenset(
    (
        "in", "by", "since", "until", "till", "from", "of", "before", "after", "during", "year",
        "early",
    )
)  # fmt: skip
_DAY = re.compile(r"[12]?\d|3[01]|0[1-9]")
_YEAR = re.compile(r"20[1-9]\d")


def dates(tokens: Sequence[str], index: int) -> tuple[str, ...]:
    """A month with its day and year, a day before a month, or a year after a word like ``in``."""
    month = _month(tokens[index])
    if month and index + 1 < len(tokens):
        return _after_month(month, tokens, index)
    core, after = parts(tokens[index])
    if _DAY.fullmatch(core) and not after and index + 1 < len(tokens) and _month(tokens[index + 1]):
        return (_ordinal(int(core)),)
    if index and _YEAR.fullmatch(core) and tokens[index - 1].lower() in _BEFORE_A_YEAR:
        return (_year(core) + after,)
    return ()


def _after_month(month: str, tokens: Sequence[str], index: int) -> tuple[str, ...]:
    number, after = parts(tokens[index + 1])
    if _YEAR.fullmatch(number):
        return month, _year(number) + after
    if not _DAY.fullmatch(number):
        return (month,) if number.isdigit() else ()
    day = _ordinal(int(number)) + after
    if "," in after and index + 2 < len(tokens):
        year, end = parts(tokens[index + 2])
        if _YEAR.fullmatch(year):
            return month, day, _year(year) + end
    return month, day


def _month(token: str) -> str | None:
    core, after = parts(token)
    if core in _MONTHS and not after:
        return core
    return _SHORT.get(core) if after == "." else None


def _ordinal(day: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th") if day not in (11, 12, 13) else "th"
    return f"{day}{ending}"


def _year(year: str) -> str:
    return f"{year[:2]} {year[2:]}"
