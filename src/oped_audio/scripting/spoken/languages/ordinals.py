"""Days of the month, ordinals and decades, for a table of numerals. Pure."""

import re
from collections.abc import Iterator

from oped_audio.scripting.spoken.languages.numerals import Numerals
from oped_audio.scripting.spoken.languages.patterns import BEFORE, DASHES, SPACES
from oped_audio.scripting.spoken.languages.words import cardinal, ordinal, year
from oped_audio.scripting.spoken.rewriting import Rule, Said, groups, whole, word_before

_DAY = r"3[01]|[12]\d|[1-9]"
_GERMAN_ARTICLES = frozenset(
    ("der", "die", "das", "dieser", "dieses", "jener", "jeder", "jedes", "ins", "fürs", "durchs")
)
_GERMAN_BEFORE_OBLIQUE = frozenset(
    (
        "am", "vom", "zum", "beim", "im", "den", "dem", "des", "diesem", "diesen", "jedem", "jeden",
        "ab", "seit", "bis", "vor", "nach", "zwischen", "und", "oder", "ihrem", "seinem",
        "beginnenden", "späten", "frühen", "ausgehenden", "ganzen",
    )
)  # fmt: skip


def days(numerals: Numerals) -> Iterator[Rule]:
    """``am 5. Januar`` -> ``am fünften Januar``."""
    if not numerals.months:
        return

    def say(match: re.Match[str]) -> tuple[Said, ...]:
        ending = _german_ending(match) if numerals.declined else ""
        days = {name: match[name] for name in ("day", "last") if match[name]}
        words = {
            name: ordinal(int(re.sub(r"\D", "", day)), numerals) + ending
            for name, day in days.items()
        }
        return groups(match, **words, to=f" {numerals.to} ")

    last = (
        rf"(?:(?:(?P<to>[{SPACES}]?[{DASHES}][{SPACES}]?)"
        rf"|[{SPACES}](?:{numerals.days_and})[{SPACES}])(?P<last>(?:{_DAY}){numerals.day}))?"
    )
    yield Rule(
        re.compile(
            rf"{BEFORE}(?P<day>(?:{_DAY}){numerals.day}){last}[{SPACES}]?(?=(?:{numerals.months})(?!\w))"
        ),
        say,
    )


def ordinals(numerals: Numerals) -> Iterator[Rule]:
    """``1er`` -> ``premier``; ``2.ª`` -> ``segunda``."""
    if not numerals.marks:
        return

    def say(match: re.Match[str]) -> tuple[Said, ...]:
        if int(match["number"]) > numerals.highest_ordinal:
            return ()
        said = ordinal(int(match["number"]), numerals)
        masculine, feminine = numerals.feminine
        if match["feminine"] and said.endswith(masculine):
            said = f"{said.removesuffix(masculine)}{feminine}"
        return whole(match, said)

    feminine = numerals.feminine_marks or "(?!)"
    yield Rule(
        re.compile(
            rf"{BEFORE}(?P<number>[1-9]\d{{0,2}})(?:(?P<feminine>{feminine})|(?:{numerals.marks}))(?!\w)"
        ),
        say,
    )


def decades(numerals: Numerals) -> Iterator[Rule]:
    """``1980er`` -> ``neunzehnhundertachtziger``."""
    if not numerals.tens_ending:
        return

    def say(match: re.Match[str]) -> tuple[Said, ...]:
        value = int(match["number"])
        said = year(value, numerals) if value > 99 else cardinal(value, numerals)
        return whole(match, f"{said}{numerals.tens_ending}")

    yield Rule(
        re.compile(
            rf"(?<![\w.,])(?P<number>(?:1[1-9]|20)?[1-9]0){numerals.tens_ending}(?=[\s-]|\W)"
        ),
        say,
    )


def _german_ending(match: re.Match[str]) -> str:
    """What follows ``fünfte``: ``der fünfte``, ``am fünften``, ``Montag, fünfter Mai``."""
    before = word_before(match).lower()
    if before in _GERMAN_ARTICLES:
        return ""
    if before in _GERMAN_BEFORE_OBLIQUE:
        return "n"
    return "s" if match.string.startswith("Jahrhundert", match.end()) else "r"
