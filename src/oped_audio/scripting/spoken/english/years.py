"""Years, decades and ages. Pure."""

import re

from oped_audio.scripting.spoken.english.letters import spelled
from oped_audio.scripting.spoken.english.numbers import DASH, cardinal, plural, year
from oped_audio.scripting.spoken.rewriting import (
    Rule,
    Said,
    groups,
    whole,
    word_after,
    word_before,
)

_YEAR = r"10[1-9]\d|1[1-9]\d\d|20\d\d"
_END = r"(?![\w/%]|[.,:]\d|[-–]\d|\s?[-–]\s?\d)"
_QUANTIFIERS = frozenset(
    (
        "about", "nearly", "almost", "some", "over", "than", "least", "most", "roughly",
        "approximately", "another", "additional", "every", "exactly", "only", "just", "of", "up",
        "under", "estimated",
    )
)  # fmt: skip
_BEFORE_A_YEAR = frozenset(
    (
        "in", "since", "by", "until", "till", "from", "during", "before", "after", "the", "through",
        "around", "early", "late", "mid", "circa", "year", "of", "between", "and", "fiscal", "back",
        "pre", "post", "january", "february", "march", "april", "may", "june", "july", "august",
        "september", "october", "november", "december", "spring", "summer", "autumn", "fall", "winter",
    )
)  # fmt: skip
_COUNTED = frozenset(
    (
        "people", "men", "women", "children", "troops", "soldiers", "workers", "jobs", "dollars",
        "pounds", "euros", "tons", "tonnes", "miles", "kilometers", "kilometres", "meters", "metres",
        "feet", "acres", "hectares", "points", "votes", "seats", "homes", "houses", "cases", "deaths",
        "students", "pupils", "patients", "prisoners", "hostages", "refugees", "migrants", "flights",
        "ships", "tanks", "missiles", "drones", "units", "times", "hours", "days", "years", "pages",
        "words", "residents", "civilians", "words", "signatures", "schools", "books", "books,", "more",
        "barrels", "companies", "firms", "members", "fighters", "casualties", "staff", "employees",
        "calories", "degrees", "square", "megawatts", "gigawatts", "copies", "steps", "species",
    )
)  # fmt: skip


def _alone(match: re.Match[str]) -> tuple[Said, ...]:
    """A number of four digits is a year, unless something is counted with it."""
    before = word_before(match).lower()
    after = word_after(match)
    counts = after in _COUNTED and before not in _BEFORE_A_YEAR - {"of", "and", "the"}
    if counts or (
        before in _QUANTIFIERS - _BEFORE_A_YEAR and after.islower() and after[-1:] == "s"
    ):
        return ()
    return whole(match, year(int(match["year"])))


def _span(match: re.Match[str]) -> tuple[Said, ...]:
    """``2012-16`` -> ``twenty twelve to sixteen``."""
    first, last = int(match["first"]), match["last"]
    if len(last) == 1:
        if int(last) <= first % 10:
            return ()
        said = cardinal(int(last))
    elif len(last) == 2:
        if int(last) <= first % 100:
            return ()
        said = f"oh {cardinal(int(last))}" if last[0] == "0" else cardinal(int(last))
    else:
        said = year(int(last))
    return groups(match, first=year(first), to=" to ", last=said)


def _decade(match: re.Match[str]) -> tuple[Said, ...]:
    """``1990s`` -> ``nineteen nineties``; ``'80s`` -> ``eighties``."""
    written = match["decade"]
    number = int(written)
    if len(written) == 2:
        return whole(match, plural(cardinal(number or 2000)))
    if number % 1000 == 0 or number % 100 == 0:
        return whole(match, plural(year(number)))
    return whole(match, plural(f"{cardinal(number // 100)} {cardinal(number % 100)}"))


def _decades(match: re.Match[str]) -> tuple[Said, ...]:
    return groups(match, to=" to ")


def _before_christ(match: re.Match[str]) -> tuple[Said, ...]:
    """``340 A.D.`` -> ``three forty A D``."""
    number = int(match["year"])
    century, rest = divmod(number, 100)
    if 1 <= century <= 9 and rest >= 10:
        said = f"{cardinal(century)} {cardinal(rest)}"
    else:
        said = year(number)
    return (*groups(match, year=said), spelled(*match.span("era"), match["era"]))


def _era_first(match: re.Match[str]) -> tuple[Said, ...]:
    return _before_christ(match)


RULES = (
    Rule(re.compile(rf"s(?P<to>{DASH})(?=[’']?(?:\d\d)?\d0s)"), _decades),
    Rule(
        re.compile(r"(?<![\w.,$€£/])[’'‘]?(?P<decade>(?:1[1-9]|20)\d0|[02-9]0)[’']?s(?!\w)"),
        _decade,
    ),
    Rule(re.compile(r"(?<![\w.,$€£/])(?P<decade>(?:1[5-9]|20)\d0) s(?![\w’'])"), _decade),
    Rule(
        re.compile(
            r"(?<![\w.,$€£/])(?P<year>\d{1,4})\s?(?P<era>B\.?C\.?E\b\.?|B\.?C\b\.?|A\.?D\b\.?|C\.?E\b\.?)"
        ),
        _before_christ,
    ),
    Rule(re.compile(r"\b(?P<era>A\.?D\b\.?)\s(?P<year>\d{1,4})(?!\w)"), _era_first),
    Rule(
        re.compile(
            rf"(?<![\w.,$€£/-])(?P<first>{_YEAR})(?P<to>\s?(?:{DASH}|/)\s?)[’']?(?P<last>{_YEAR}|\d\d?)(?![\w/%]|[.,:]\d|[-–]\d)"
        ),
        _span,
    ),
    Rule(
        re.compile(rf"(?:(?<![\w.,$€£/:#])|(?<=[a-z]\.))(?<!\d-)[’'‘]?(?P<year>{_YEAR}){_END}"),
        _alone,
    ),
    Rule(
        re.compile(r"\b(?:[Bb]y|[Ii]n|[Uu]ntil|[Ss]ince|year) (?P<year>21\d\d)(?![\w/%-]|[.,:]\d)"),
        lambda m: groups(m, year=year(int(m["year"]))),
    ),
    Rule(
        re.compile(r"(?<!\w)[’'‘](?P<year>\d\d)(?![\w’']|[.,:]\d)"),
        lambda m: whole(m, _short(m["year"])),
    ),
)


def _short(written: str) -> str:
    return f"oh {cardinal(int(written))}" if written[0] == "0" else cardinal(int(written))
