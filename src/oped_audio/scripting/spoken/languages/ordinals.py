"""Days of the month, ordinals and decades, for a table of numerals. Pure."""

import re
from collections.abc import Iterator

from oped_audio.scripting.determiners import GERMAN
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
        ending = german_ending(match) if numerals.declined else ""
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


def counted(numerals: Numerals) -> Iterator[Rule]:
    """``mein 11. Zug`` -> ``elfter``: what stands behind an article or its like."""
    if not numerals.declined:
        return

    def say(match: re.Match[str]) -> tuple[Said, ...]:
        said = ordinal(int(match["number"]), numerals)
        return groups(match, whole=f"{said}{german_ending(match)}")

    yield Rule(
        re.compile(
            rf"\b(?i:{GERMAN})[{SPACES}](?P<whole>(?P<number>[1-9]\d?)\.)(?=[{SPACES}][^\W\d_]|[,;)])"
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
        if match[0].endswith("er"):
            said = said.removesuffix("o")
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
        many = match["many"] or ""
        return whole(match, f"{said}{numerals.tens_ending}{many}")

    yield Rule(
        re.compile(
            rf"(?<![\w.,])(?P<number>(?:1[1-9]|20)?[1-9]0){numerals.tens_ending}(?P<many>n)?(?=[\s-]|\W|$)"
        ),
        say,
    )


def german_ending(match: re.Match[str]) -> str:
    """What follows ``fünfte``: ``der fünfte``, ``am fünften``, ``Montag, fünfter Mai``."""
    before = match[0].split()[0].lower() if match[0][:1].isalpha() else word_before(match).lower()
    if before in _GERMAN_ARTICLES or before in ("eine", "keine", "meine", "seine", "deine", "ihre"):
        return ""
    if before in _GERMAN_BEFORE_OBLIQUE or before.endswith(("en", "em", "er")):
        return "n"
    if before.endswith("es"):
        return "n"
    return "s" if match.string.startswith("Jahrhundert", match.end()) else "r"
