"""Times of day and lengths of time. Pure."""

import re
from dataclasses import replace

from oped_audio.scripting.spoken.english.letters import spelled
from oped_audio.scripting.spoken.english.numbers import DASH, cardinal, counted, digits, number
from oped_audio.scripting.spoken.rewriting import Rule, Said, groups, whole, word_after

_HALF = r"[ap]\.?\s?m\b\.?|[AP]\.?M\b\.?"
_CLOCK = r"(?:[01]?\d|2[0-4])"
_ZONE = r"(?:\s?(?P<zone>(?:[ECMPBAH]|AK|AE|AW)?[SD]T|[ECMP]T|GMT|UTC|BST|CET|CEST|IST|JST|KST|[EeCcMmPp]\.?[SsDd]\.?[Tt])\b\.?)?"

_BIBLE = (
    "Gen(?:esis)?|Exod(?:us)?|Lev(?:iticus)?|Numbers|Deut(?:eronomy)?|Joshua|Judges|Ruth|Samuel|Kings|Chronicles"
    "|Ezra|Nehemiah|Esther|Job|Psalms?|Ps|Proverbs|Prov|Ecclesiastes|Song of Songs|Isa(?:iah)?|Jer(?:emiah)?"
    "|Lamentations|Ezekiel|Daniel|Hosea|Joel|Amos|Obadiah|Jonah|Micah|Nahum|Habakkuk|Zephaniah|Haggai|Zechariah"
    "|Malachi|Matt(?:hew)?|Mark|Luke|John|Acts|Romans|Corinthians|Galatians|Ephesians|Philippians|Colossians"
    "|Thessalonians|Timothy|Titus|Philemon|Hebrews|James|Peter|Jude|Revelation|Qur[’']?an|Koran|Surah"
)


def _hour_and_minute(hour: str, minute: str | None, *, with_half: bool) -> str:
    named = cardinal(int(hour))
    if not minute or minute == "00":
        return named if with_half else f"{named} o'clock"
    return f"{named} {f'oh {cardinal(int(minute))}' if minute[0] == '0' else cardinal(int(minute))}"


def _with_half(match: re.Match[str]) -> tuple[Said, ...]:
    """``5:30 p.m. EST`` -> ``five thirty P M E S T``; a full stop that ends the sentence stays."""
    words = {"clock": _hour_and_minute(match["hour"], match["minute"], with_half=True)}
    if match["first_clock"]:
        words["first_clock"] = _hour_and_minute(
            match["first_hour"], match["first_minute"], with_half=True
        )
        words["to"] = " to "
    letters = [
        spelled(*match.span(name), match[name])
        for name in ("first_half", "half", "zone")
        if match[name]
    ]
    return _without_last_stop(match, (*groups(match, **words), *letters))


def _without_last_stop(match: re.Match[str], said: tuple[Said, ...]) -> tuple[Said, ...]:
    """Where the abbreviation ends the sentence, its full stop does too."""
    last = said[-1]
    rest = match.string[last.end :].strip(" \"”’')")
    if match.string[last.end - 1] == "." and not rest:
        return (*said[:-1], replace(last, end=last.end - 1))
    return said


def _twenty_four(match: re.Match[str]) -> tuple[Said, ...]:
    """``17:30`` -> ``seventeen thirty``; ``23:00`` -> ``twenty-three o'clock``."""
    if match["to"]:
        words = {
            "first": _hour_and_minute(match["first"][:-3], match["first"][-2:], with_half=True),
            "to": " to ",
        }
    else:
        words = {}
    zone = match["zone"]
    words["clock"] = _hour_and_minute(
        match["hour"], match["minute"], with_half=bool(zone or match["to"])
    )
    letters = (spelled(*match.span("zone"), zone),) if zone else ()
    return (*groups(match, **words), *letters)


def _length(match: re.Match[str]) -> tuple[Said, ...]:
    """``2:05:31`` -> ``two hours five minutes and thirty-one seconds``."""
    parts = [
        f"{number(match[name].lstrip('0') or '0')} {counted(match[name].lstrip('0'), name, f'{name}s')}"
        for name in ("hour", "minute", "second")
    ]
    return whole(match, f"{parts[0]} {parts[1]} and {parts[2]}")


def _hours_and_minutes(match: re.Match[str]) -> tuple[Said, ...]:
    """``2h 15m`` -> ``two hours fifteen minutes``."""
    said = []
    for name, one in (("hour", "hour"), ("minute", "minute")):
        amount = match[name].split("h")[0].rstrip("mins ")
        words = f"{cardinal(int(amount))} {counted(amount, one, f'{one}s')}"
        said.append(Said(match.start(name), match.end(name), words))
    return tuple(said)


def _lap(match: re.Match[str]) -> tuple[Said, ...]:
    """``1:59.40`` -> ``one fifty-nine point four zero``."""
    minute = _hour_and_minute(match["minutes"], match["seconds"], with_half=True)
    return whole(match, f"{minute} point {digits(match['parts'])}")


def _verse(match: re.Match[str]) -> tuple[Said, ...]:
    """``John 3:16-18`` -> ``three sixteen``, ``to eighteen``."""
    last = match["last"]
    first = f"{cardinal(int(match['chapter']))} {cardinal(int(match['verse']))}"
    to = f" to {cardinal(int(last))}" if last else ""
    return (Said(match.start("chapter"), match.end(), f"{first}{to}"),)


def _ratio(match: re.Match[str]) -> tuple[Said, ...]:
    return whole(match, f"{cardinal(int(match[1]))} to {cardinal(int(match[2]))}")


def _hours(match: re.Match[str]) -> tuple[Said, ...]:
    """``0600 hours`` -> ``oh six hundred hours``; ``0405 GMT`` -> ``oh four oh five``."""
    hour, minute = match["clock"][:2], match["clock"][-2:]
    rest = "hundred" if minute == "00" else _two_digits(minute)
    return groups(match, clock=f"{_two_digits(hour)} {rest}", hours="hours")


def _two_digits(written: str) -> str:
    said = cardinal(int(written))
    return f"oh {said}" if written[0] == "0" else said


def _alone(match: re.Match[str]) -> tuple[Said, ...]:
    """``a.m.`` without a number of its own."""
    said = (spelled(match.start(), match.end(), match[0]),)
    return _without_last_stop(match, said) if not word_after(match) else said


RULES = (
    Rule(
        re.compile(
            r"(?<![\w:.,$])(?P<clock>[0-2]\d[0-5]\d|[0-2]\d:[0-5]\d(?= h(?:ou)?rs))(?=(?: hours| (?:to|and) [0-2]\d[0-5]\d (?:hours|hrs)| local time| (?P<hours>hrs)| (?:GMT|UTC|BST|[CE]E?S?T))\b)"
        ),
        _hours,
    ),
    Rule(
        re.compile(
            rf"(?<![\w:.$€£])(?<!\d,)(?:(?P<first_clock>(?P<first_hour>{_CLOCK})(?:[:.](?P<first_minute>[0-5]\d))?)\s?"
            rf"(?P<first_half>{_HALF})?(?P<to>\s?(?:{DASH})\s?))?"
            rf"(?P<clock>(?P<hour>{_CLOCK})(?:[:.](?P<minute>[0-5]\d))?(?::00)?)\s?(?P<half>{_HALF}){_ZONE}"
        ),
        _with_half,
    ),
    Rule(
        re.compile(
            r"(?<![\w:.,])(?P<minutes>\d{1,2}):(?P<seconds>[0-5]\d)\.(?P<parts>\d{1,3})(?!\w|\.\d)"
        ),
        _lap,
    ),
    Rule(
        re.compile(
            rf"(?<![\w.])(?:{_BIBLE})\.?\s(?P<chapter>\d{{1,3}}):(?P<verse>\d{{1,3}})(?:[-–](?P<last>\d{{1,3}}))?(?![\w:])"
        ),
        _verse,
    ),
    Rule(
        re.compile(
            r"(?<![\w:.,])(?P<hour>\d{1,2}):(?P<minute>[0-5]\d):(?P<second>[0-5]\d(?:\.\d+)?)(?![\w:]|[.,]\d)"
        ),
        _length,
    ),
    Rule(
        re.compile(
            r"(?<![\w:.,])(?P<hour>\d{1,2}\s?h(?:rs?)?),? ?(?P<minute>\d{1,2}\s?m(?:ins?)?)(?!\w)"
        ),
        _hours_and_minutes,
    ),
    Rule(
        re.compile(
            r"(?<![\w:.,])([1-9]\d?):([1-9]\d?)(?= (?:ratio|odds|split|majority|margin|mix))"
        ),
        _ratio,
    ),
    Rule(
        re.compile(
            rf"(?<![\w:.,])(?:(?P<first>{_CLOCK}:[0-5]\d)(?P<to>\s?(?:{DASH})\s?))?"
            rf"(?P<clock>(?P<hour>{_CLOCK}):(?P<minute>[0-5]\d)){_ZONE}(?![\w:]|,\d|\.\d)"
        ),
        _twenty_four,
    ),
    Rule(re.compile(r"(?<![\w:.,])([1-9]\d{0,2}):([1-9]\d{0,2})(?![\w:]|[.,]\d)"), _ratio),
    Rule(
        re.compile(
            rf"(?<![\w:.,$€£])(?P<hour>{_CLOCK})\.(?P<minute>[0-5]\d)(?= (?:GMT|UTC|BST|CES?T|EES?T|IST)\b)"
        ),
        lambda m: whole(m, _hour_and_minute(m["hour"], m["minute"], with_half=True)),
    ),
)
HALF_RULES = (Rule(re.compile(r"(?<!\w)[ap]\.m\."), _alone),)
