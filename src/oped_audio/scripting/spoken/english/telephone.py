"""Telephone numbers, and other numbers that are read digit by digit. Pure."""

import re

from oped_audio.scripting.spoken.english.numbers import cardinal, digits
from oped_audio.scripting.spoken.rewriting import Rule, Said, groups, whole, word_before

_PARTS = re.compile(r"\d+|[A-Za-z]+")


def _number(match: re.Match[str]) -> tuple[Said, ...]:
    """Groups of digits, apart as they are written; a token each where spaces stand between."""
    said = []
    for token in re.finditer(r"\S+", match[0]):
        plus = "plus " if token[0].startswith("+") else ""
        parts = ", ".join(_part(part[0]) for part in _PARTS.finditer(token[0]))
        comma = "," if token.end() < len(match[0]) else ""
        begin = match.start() + token.start()
        said.append(Said(begin, match.start() + token.end(), f"{plus}{parts}{comma}"))
    return tuple(said)


def _part(part: str) -> str:
    if part == "800":
        return "eight hundred"
    return digits(part) if part.isdecimal() else part


_RELEASED = frozenset(("version", "versions", "release", "update", "firmware", "build", "patch"))


def _internet(match: re.Match[str]) -> tuple[Said, ...]:
    if word_before(match).lower() in _RELEASED:
        return ()
    return whole(match, " dot ".join(digits(part) for part in match[0].split(".")))


def _emergency(match: re.Match[str]) -> tuple[Said, ...]:
    return groups(match, number=digits(match["number"]))


def _behind_a_call(match: re.Match[str]) -> tuple[Said, ...]:
    """``call 116 123``, digit by digit."""
    begin = match.start("number")
    return tuple(
        Said(begin + token.start(), begin + token.end(), digits(token[0]))
        for token in re.finditer(r"\d+", match["number"])
    )


def _local(match: re.Match[str]) -> tuple[Said, ...]:
    """``call 867-5309``."""
    line = f"{digits(match['exchange'])}, {digits(match['line'])}"
    return (Said(match.start("exchange"), match.end("line"), line),)


def _area(code: str) -> str:
    return f"{digits(code[0])} hundred" if code.endswith("00") else digits(code)


def _read_out(match: re.Match[str]) -> tuple[Said, ...]:
    return groups(match, number=digits(match["number"] or ""), area=digits(match["area"] or ""))


def _ending(match: re.Match[str]) -> tuple[Said, ...]:
    return groups(match, number=digits(match["number"]))


def _all_hours(match: re.Match[str]) -> tuple[Said, ...]:
    return whole(match, f"{cardinal(int(match[1]))} {cardinal(int(match[2]))}")


def _shares(match: re.Match[str]) -> tuple[Said, ...]:
    """``60/40`` -> ``sixty forty``; ``20/20`` is how well one sees."""
    if int(match[1]) + int(match[2]) != 100 and match[0] != "20/20":
        return ()
    return _all_hours(match)


RULES = (
    Rule(
        re.compile(
            r"(?<![\w.,$€£-])(?:\+?\d{1,3}[ -]?)?(?:\(\d{3}\)[ -]?|\d{3}[-.])\d{3}[-.]\d{4}(?:-\d{1,4})?(?![\w-]|,\d)"
        ),
        _number,
    ),
    Rule(re.compile(r"(?<![\w.,$€£-])1-8\d\d-(?:[A-Z\d]+-)*[A-Z\d]+(?![\w-])"), _number),
    Rule(re.compile(r"(?<![\w.,$€£])\+\d{1,3}(?:[ -]?\(?\d{1,5}\)?){2,6}(?![\w-]|,\d)"), _number),
    Rule(
        re.compile(r"(?<![\w.,$€£-])(?<!\d )0(?:\d{2,4} \d{3,4}|\d{3,4}) \d{3,4}(?![\w-])"), _number
    ),
    Rule(re.compile(r"(?<![\w.-])\d{3}-\d{2}-\d{4}(?![\w-])"), _number),
    Rule(re.compile(r"(?<![\w.,$€£-])(?:555-\d{4}|\d{3}-0\d{3})(?![\w-]|[.,]\d)"), _number),
    Rule(re.compile(r"(?<![\w.])\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?!\w|\.\d)"), _internet),
    Rule(
        re.compile(
            r"\b(?:[Cc]all(?:s|ed|ing)?|[Tt]ext(?:ed|ing)?|[Rr]ing|[Dd]ial(?:s|ed|ing)?|[Pp]hon(?:e|ed|ing)|a|the) "
            r"(?P<number>911|999|988|112|311|411|111|101|000)(?=[ .,;!?]|$)(?! (?:people|men|women|points?|years|days))"
        ),
        _emergency,
    ),
    Rule(
        re.compile(
            r"\b(?:[Cc]all|[Rr]ing|[Pp]hone|[Dd]ial|[Tt]ext|[Tt]el\.?|[Tt]elephone|[Hh]otline|[Hh]elpline) "
            r"(?P<number>\d{3,5} \d{3,6}(?: \d{3,4})*)(?![\w-]|[.,]\d)"
        ),
        _behind_a_call,
    ),
    Rule(
        re.compile(
            r"(?<![\w.,$€£-])(?P<number>911|999|988|111|101|311)(?=-? ?(?:call|line|caller|dispatch|operator|tape|hotline|lifeline|emergency)(?:e?r?s)?\b)"
        ),
        _emergency,
    ),
    Rule(
        re.compile(
            r"\b[Tt]ext(?:ed|ing)? [“\"]?[A-Z]+[”\"]? to (?P<number>\d{5,6})\b|(?<![\w.,])(?P<area>\d{3,5})(?= (?:zip|ZIP|area|postal|dialing) codes?\b)"
        ),
        _read_out,
    ),
    Rule(
        re.compile(
            r"\b(?:[Nn]umbers?|[Cc]all(?:ed|ing)?|[Dd]ial(?:ed|ing)?|[Pp]hone|[Tt]el\.)\b[^.;!?]{0,60}?"
            r"(?<![\w.,$€£-])(?P<exchange>[2-9]\d{2})(?P<dash>-)(?P<line>\d{4})(?![\w-]|[.,]\d)"
        ),
        _local,
    ),
    Rule(
        re.compile(
            r"(?<![\w.,$€£-])1-(?P<area>800|888|877|900)(?= (?:numbers?|no\.|lines?|hotlines?)(?!\w))"
        ),
        lambda match: whole(match, f"one {_area(match['area'])}"),
    ),
    Rule(
        re.compile(
            r"\b(?:ending in|extension|ext\.|PIN|(?:zip|ZIP)(?: code)?|code) (?P<number>\d{2,6})\b"
        ),
        _ending,
    ),
    Rule(re.compile(r"(?<![\w/.-])(24)/(7)(?![\w/])"), _all_hours),
    Rule(
        re.compile(r"(?<![\w/.-])([1-9][05])/([1-9][05])(?![\w/])"),
        _shares,
    ),
)
