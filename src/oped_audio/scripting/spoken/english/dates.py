"""Dates in the forms that newspapers use. Pure."""

import re

from oped_audio.scripting.spoken.english.numbers import cardinal, ordinal, year
from oped_audio.scripting.spoken.rewriting import Rule, Said, groups, whole, word_before

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_BY_START = {month[:3].lower(): month for month in MONTHS}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY_BY_START = {day[:3].lower(): day for day in _WEEKDAYS}
_BY_TWO = {"Tu": "Tuesday", "Th": "Thursday"}

_WEEKDAY = r"(?:(?P<weekday>(?:Mon|Tues?|Weds?|Thurs?|Thur|Fri|Sat|Sun)(?:\.|(?=,? \d))),? )?"
_ABBREVIATED = r"(?i:jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?|(?:Mar|MAR)\b\.?"
_MONTH = (
    r"(?P<month>(?i:january|february|april|june|july|august|september|october|november|december)"
    rf"|March|MARCH|May|MAY|(?:march|may)(?=,? (?:19|20)\d\d)|{_ABBREVIATED})"
)
_MAY_OR_MARCH = r"(?!May (?:be|have|not|I|we|he|she|they|it|also|well|yet)\b|March (?:on|in|to)\b)"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?P<ending>st|nd|rd|th)?"
_TO = (
    r"(?P<to>[-–—]|\s[-–—]\s(?!\d+ (?:[a-z]+s\b|[a-z]+\.|more\b|of\b))|/| (?:to|and|or)(?: the)? )"
)
_LAST = rf"(?:{_TO}(?P<last>3[01]|[12]\d|[1-9])(?P<last_ending>st|nd|rd|th)?(?![\d%]|[.,:]\d))?"
_YEAR = r"(?P<year>1[1-9]\d\d|20\d\d)(?![\w/%]|[.,]\d|[-–]\d{3})"
_NO_NUMBER = r"(?![\w:/%]|\.\d|,\d(?!\d{3}\b))"

_DETERMINERS = frozenset(
    ("the", "a", "this", "that", "its", "last", "next", "our", "their", "strong", "weak")
)
_BEFORE_A_DAY = frozenset(
    ("the", "a", "an", "this", "last", "every", "each", "his", "her", "its", "their")
)
_SHORT_WEEKDAY = "Mon|Tues?|Tu|Weds?|Thurs?|Thur|Th|Fri|Sat|Sun"
_QUARTERS = ("first", "second", "third", "fourth")


def _month(written: str) -> str:
    return _BY_START[written[:3].lower()]


def _surroundings(match: re.Match[str]) -> dict[str, str]:
    words = {}
    if match["weekday"]:
        words["weekday"] = _WEEKDAY_BY_START[match["weekday"][:3].lower()]
    if match["year"]:
        words["year"] = year(int(match["year"]))
    return words


def _last(match: re.Match[str], the: str) -> dict[str, str]:
    """The last day of several; a word between the two is heard as it is."""
    if not match["last"]:
        return {}
    last = ordinal(int(match["last"]))
    if match["to"].strip()[0].isalpha():
        return {"last": last if "the" in match["to"] else f"{the}{last}"}
    return {"to": f" to {the}", "last": last}


def _with_endings(match: re.Match[str], said: tuple[Said, ...]) -> tuple[Said, ...]:
    """A day is claimed with its ``th``."""
    ends = {match.start(n): max(match.end(n), match.end(e)) for n, e in _ENDINGS if match[n]}
    return tuple(Said(s.begin, ends.get(s.begin, s.end), s.words) for s in said)


_ENDINGS = (("day", "ending"), ("last", "last_ending"))


def _month_first(match: re.Match[str]) -> tuple[Said, ...]:
    """``Jan. 5, 2026`` -> ``January fifth, twenty twenty-six``."""
    words = {"month": _month(match["month"]), "day": ordinal(int(match["day"]))}
    words |= _last(match, "") | _surroundings(match)
    return _with_endings(match, groups(match, **words))


def _days(match: re.Match[str]) -> tuple[Said, ...]:
    """``Oct. 3, 4 and 5`` -> ``October third, fourth and fifth``."""
    days = re.finditer(r"\d+", match.string[: match.end()][match.start("days") :])
    begin = match.start("days")
    ordinals = (Said(begin + d.start(), begin + d.end(), ordinal(int(d[0]))) for d in days)
    return (*groups(match, month=_month(match["month"])), *ordinals)


def _night(match: re.Match[str]) -> tuple[Said, ...]:
    """``Nov. 9/10`` -> ``November ninth to tenth``."""
    words = {"month": _month(match["month"]), "day": ordinal(int(match["day"])), "to": " to "}
    return groups(match, **words, last=ordinal(int(match["last"])))


def _day_first(match: re.Match[str]) -> tuple[Said, ...]:
    """``5 January`` -> ``the fifth of January``."""
    before = word_before(match).lower()
    if before[:3] in _BY_START and "-" in match[0]:
        return ()
    the = "" if before in _BEFORE_A_DAY else "the "
    words = {"day": f"{the}{ordinal(int(match['day']))}", "month": f"of {_month(match['month'])}"}
    words |= _last(match, "the ") | _surroundings(match)
    return _with_endings(match, groups(match, **words))


def _month_and_year(match: re.Match[str]) -> tuple[Said, ...]:
    return groups(match, month=_month(match["month"]), year=year(int(match["year"])))


def _numbered(match: re.Match[str]) -> tuple[Said, ...]:
    """``2026-01-05``, ``1/5/2026``, ``15.01.2020``: the month first, if it can be one."""
    month, day, written = int(match["first"]), int(match["second"]), match["year"]
    day_first = month > 12
    if day_first:
        month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return ()
    named = year(int(written)) if len(written) == 4 else short_year(written)
    name = MONTHS[month - 1]
    date = f"the {ordinal(day)} of {name}" if day_first else f"{name} {ordinal(day)}"
    return whole(match, f"{date}, {named}")


def short_year(written: str) -> str:
    """``05`` -> ``oh five``; ``98`` -> ``ninety-eight``."""
    if written == "00":
        return "two thousand"
    return f"oh {cardinal(int(written))}" if written[0] == "0" else cardinal(int(written))


def _day_of_the_week(match: re.Match[str]) -> tuple[Said, ...]:
    """``Tue. 2/22`` -> ``Tuesday February twenty-second``: after a weekday it is no fraction."""
    month, day = int(match["month"]), int(match["day"])
    weekday = _WEEKDAY_BY_START.get(match["weekday"][:3].lower()) or _BY_TWO[match["weekday"]]
    return (
        Said(*match.span("weekday"), weekday),
        Said(match.start("month"), match.end(), f"{MONTHS[month - 1]} {ordinal(day)}"),
    )


def _name_of_a_day(match: re.Match[str]) -> tuple[Said, ...]:
    """``9/11`` and its like."""
    return whole(match, f"{cardinal(int(match[1]))} {cardinal(int(match[2]))}")


def _quarter(match: re.Match[str]) -> tuple[Said, ...]:
    the = "" if _is_determined(match) else "the "
    said = f"{the}{_QUARTERS[int(match['quarter']) - 1]} quarter"
    written = match["year"]
    if not written:
        return groups(match, number=said)
    named = year(int(written)) if len(written) == 4 else short_year(written)
    return groups(match, number=said, year=f" of {named}")


def _is_determined(match: re.Match[str]) -> bool:
    before = word_before(match).lower()
    return before in _DETERMINERS or before.endswith(("'s", "’s", "s'", "s’"))


def _half_year(match: re.Match[str]) -> tuple[Said, ...]:
    """``H1 2024`` -> ``the first half``, ``of twenty twenty-four``."""
    the = "" if word_before(match).lower() in _DETERMINERS else "the "
    half = _QUARTERS[int(match["number"]) - 1]
    return groups(match, half=f"{the}{half} half", year=f"of {year(int(match['year']))}")


def _fiscal(match: re.Match[str]) -> tuple[Said, ...]:
    """``FY24`` -> ``fiscal year twenty twenty-four``."""
    named = year(2000 + int(match["year"]) % 100)
    return whole(match, f"fiscal year {named}")


def _quarters(match: re.Match[str]) -> tuple[Said, ...]:
    """``Q1-Q3`` -> ``the first to the third quarter``."""
    first, last = (_QUARTERS[int(match[name]) - 1] for name in ("first", "last"))
    the = "" if word_before(match).lower() in _DETERMINERS else "the "
    return groups(match, begin=f"{the}{first}", to=" to ", end=f"the {last} quarter")


def _abbreviated_month(match: re.Match[str]) -> tuple[Said, ...]:
    return groups(match, month=_month(match["month"]))


def _from_month_to_month(match: re.Match[str]) -> tuple[Said, ...]:
    return groups(match, to=" to ")


def _between_months(match: re.Match[str]) -> tuple[Said, ...]:
    """``Jan-Mar`` -> ``January to``; the last month is another rule's."""
    return groups(match, first=_month(match["first"]), to=" to ")


_SHORT_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"


def _roman_month(match: re.Match[str]) -> tuple[Said, ...]:
    """``25.ii.1570`` -> ``the twenty-fifth of February, fifteen seventy``."""
    day, month = int(match["day"]), _ROMAN_MONTHS.index(match["month"])
    written = match["year"]
    named = year(int(written)) if len(written) == 4 else short_year(written)
    return whole(match, f"the {ordinal(day)} of {MONTHS[month]}, {named}")


_ROMAN_MONTHS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
RULES = (
    Rule(
        re.compile(
            rf"(?<![\w.])(?P<day>3[01]|[12]\d|[1-9])\. ?(?P<month>{'|'.join(reversed(_ROMAN_MONTHS))})\. ?(?P<year>1\d{{3}}|20\d\d|\d\d)(?![\w.])"
        ),
        _roman_month,
    ),
    Rule(re.compile(rf"(?<!\w)(?P<month>{_SHORT_MONTH})(?= [’']\d\d\b)"), _abbreviated_month),
    Rule(
        re.compile(
            r"(?<![\w/.-])(?P<year>\d{4})(?P<sign>[-/])(?P<first>1[0-2]|0?[1-9])(?P=sign)"
            r"(?P<second>3[01]|[12]\d|0?[1-9])(?![\w/-])"
        ),
        _numbered,
    ),
    Rule(
        re.compile(
            r"(?<![\w/.-])(?<!ersion )(?<!elease )(?P<first>\d{1,2})(?P<sign>[-/.])(?P<second>\d{1,2})(?P=sign)"
            r"(?P<year>(?:1[5-9]|20)\d\d|\d\d)(?![\w/-]|\.\d)"
        ),
        _numbered,
    ),
    Rule(
        re.compile(
            rf"(?<!\w)(?P<weekday>(?:{_SHORT_WEEKDAY})\b\.?|{'|'.join(_WEEKDAYS)})(?:,? \(?|,)"
            r"(?P<month>1[0-2]|0?[1-9])/(?P<day>3[01]|[12]\d|0?[1-9])(?=[),;:!?]|\.(?!\d)|$| (?:at|from|by|until|in)\b)"
        ),
        _day_of_the_week,
    ),
    Rule(
        re.compile(r"(?<![\w/.$€£])(?<!\d-)(9(?=/11)|26(?=/11)|7|10(?=/7))/(11|7)(?![\w/]|\.\d)"),
        _name_of_a_day,
    ),
    Rule(
        re.compile(
            rf"(?<![\w.,$€£]){_WEEKDAY}{_DAY}{_LAST}[ -]{_MAY_OR_MARCH}{_MONTH}(?!\w)(?:(?:,? |,){_YEAR})?"
        ),
        _day_first,
    ),
    Rule(
        re.compile(
            rf"(?<!\w){_MONTH} (?P<day>3[01]|[12]\d|[1-9])(?P<to>/)(?P<last>3[01]|[12]\d|[1-9])(?![\w/%]|[.,:]\d)"
        ),
        _night,
    ),
    Rule(
        re.compile(
            rf"(?<!\w){_MONTH} (?P<days>(?:(?:3[01]|[12]\d|[1-9]), ?)+(?:3[01]|[12]\d|[1-9]),? (?:and|or) (?:3[01]|[12]\d|[1-9]))(?![\w%]|[.,:]\d| [a-z]+s\b)"
        ),
        _days,
    ),
    Rule(
        re.compile(
            rf"(?<!\w){_WEEKDAY}{_MONTH}[ -]{_DAY}{_NO_NUMBER}{_LAST}(?:(?:,?[ -]|,){_YEAR})?"
        ),
        _month_first,
    ),
    Rule(re.compile(rf"(?<!\w){_MONTH},? (?:of )?{_YEAR}"), _month_and_year),
    Rule(
        re.compile(
            r"(?<![\w.])(?P<begin>Q(?P<first>[1-4]))(?P<to>[-–])(?P<end>Q(?P<last>[1-4]))(?![\w-])"
        ),
        _quarters,
    ),
    Rule(
        re.compile(
            r"(?<![\w.])(?P<number>Q(?P<quarter>[1-4]))(?:[ -]?(?P<year>(?:19|20)\d\d))?(?!\w)"
        ),
        _quarter,
    ),
    Rule(
        re.compile(r"(?<![\w.])(?P<number>(?P<quarter>[1-4])Q)(?P<year>(?:19|20)?\d\d)?(?!\w)"),
        _quarter,
    ),
    Rule(re.compile(r"(?<!\w)(?P<half>H(?P<number>[12])) (?P<year>20\d\d)(?![\w-])"), _half_year),
    Rule(re.compile(r"(?<!\w)FY[ -]?[’']?(?P<year>(?:20)?\d\d)(?![\w-])"), _fiscal),
    Rule(re.compile(rf"(?<!\w)(?P<month>{_ABBREVIATED})(?<=\.)(?=,? \d)"), _abbreviated_month),
    Rule(re.compile(rf"(?<=\d)(?P<to>\s?[-–—]\s?)(?={_MONTH} \d)"), _from_month_to_month),
)
_LONG_MONTH = "|".join(MONTHS)
MONTH_RULES = (
    Rule(
        re.compile(
            rf"(?<![\w-])(?P<first>{_SHORT_MONTH}\b\.?)(?P<to>[-–])(?=(?:{_LONG_MONTH}|{_SHORT_MONTH})(?![\w-]))"
        ),
        _between_months,
    ),
    Rule(re.compile(rf"(?<=[a-z.][-–])(?P<month>{_SHORT_MONTH})(?![\w-])"), _abbreviated_month),
)
