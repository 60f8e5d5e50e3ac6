"""A line that says when -> a W3CDTF date. Pure."""

import re
from datetime import date

_MONTHS = {
    beginning: number
    for number, beginnings in enumerate(
        (
            *("jan jän janv ene يناير", "feb fév févr فبراير", "mar mär mrz mars مارس"),
            *("apr avr abr أبريل ابريل إبريل", "may mai مايو", "jun juin يونيو"),
            *("jul juil يوليو", "aug aoû ago أغسطس", "sep set سبتمبر", "oct okt أكتوبر"),
            *("nov نوفمبر", "dec dez déc dic ديسمبر"),
        ),
        1,
    )
    for beginning in beginnings.split()
}
_WORD = r"([^\W\d_]+)\.?"
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})")
_EAST_ASIAN = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일号]")
_DAY_FIRST = re.compile(
    rf"\b(\d{{1,2}})(?:\.|er|º)?\s+(?:de\s+)?{_WORD},?\s+(?:del?\s+)?(\d{{4}})\b"
)
_MONTH_FIRST = re.compile(rf"\b{_WORD}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b")


def date_of(text: str) -> str | None:
    """``2026-01-05`` for ``Jan. 5, 2026`` or ``5 January 2026``; None where no date is certain."""
    lower = text.lower()
    for pattern in (_ISO, _EAST_ASIAN):
        if found := pattern.search(lower):
            return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := _MONTH_FIRST.search(lower):
        return _date(int(found[3]), _month(found[1]), int(found[2]))
    if found := _DAY_FIRST.search(lower):
        return _date(int(found[3]), _month(found[2]), int(found[1]))
    return None


def _month(word: str) -> int:
    """1 to 12 by the word's longest known beginning; 0 for a word that is no month."""
    beginnings = (word[:length] for length in range(min(len(word), 7), 2, -1))
    return next((_MONTHS[beginning] for beginning in beginnings if beginning in _MONTHS), 0)


def _date(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
