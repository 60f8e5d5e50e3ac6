"""Coordinates, degrees and temperatures. Pure."""

import re

from oped_audio.scripting.spoken.english.grammar import is_before_noun
from oped_audio.scripting.spoken.english.numbers import DASH, NUMBER, counted, number
from oped_audio.scripting.spoken.rewriting import Rule, Said, groups, whole, word_before

_DIRECTIONS = {"N": "north", "S": "south", "E": "east", "W": "west"}
_SCALES = {"C": "Celsius", "F": "Fahrenheit", "K": "Kelvin"}
_SCALED_BEFORE = re.compile(r"\d\s?°?[CF]?,? (?:and|or|to) $|\d[CF]/$")
_SCALED_BEHIND = re.compile(r"/\d{2,3}[CF]\b")
_NUMBERED = frozenset(
    ("gate", "seat", "flat", "apartment", "room", "route", "bus", "level", "class", "size", "section",
     "block", "unit", "row", "rule", "schedule", "form", "part", "number", "line", "train", "and", "or")
)  # fmt: skip


def _coordinates(match: re.Match[str]) -> tuple[Said, ...]:
    first = match["first"]
    parts = [f"{number(first)} to"] if first else []
    parts += [f"{number(match['degrees'])} {counted(match['degrees'], 'degree', 'degrees')}"]
    for name, one in (("minutes", "minute"), ("seconds", "second")):
        if match[name]:
            parts.append(f"{number(match[name])} {counted(match[name], one, f'{one}s')}")
    return whole(match, " ".join([*parts, _DIRECTIONS[match["direction"]]]))


def _temperature(match: re.Match[str]) -> tuple[Said, ...]:
    last = match["last"] or match["amount"]
    words = [number(last)]
    one = last == "1" or (not match["scale"] and is_before_noun(match))
    words.append("degree" if one else "degrees")
    if match["scale"]:
        words.append(_SCALES.get(match["scale"], match["scale"]))
    minus = "minus " if match["sign"] else ""
    if not match["last"]:
        return whole(match, minus + " ".join(words))
    return (
        Said(match.start(), match.start("to"), minus + number(match["amount"])),
        Said(match.start("to"), match.start("last"), " to "),
        Said(match.start("last"), match.end(), " ".join(words)),
    )


def _scaled(match: re.Match[str]) -> tuple[Said, ...]:
    """``1.5C``, ``98 F``: degrees, where a decimal, a sign or a common word keeps it from being
    a name.
    """
    before = word_before(match)
    told = (
        _SCALED_BEHIND.match(match.string, match.end())
        or _SCALED_BEFORE.search(match.string[: match.start()])
        or match["sign"]
        or match.string[: match.start()][-1:] == "("
        or "." in match["amount"]
        or match["first"]
        or match["measured"]
    )
    apart = match.end("amount") < match.end("scale") - 1
    is_short = apart and len(match["amount"]) < 2 and match["amount"] != "0"
    if not told and (not before.islower() or before in _NUMBERED or is_short):
        return ()
    unit = counted(match["amount"], "degree", "degrees")
    sign = "minus " if match["sign"] else ""
    said = []
    begin = match.start()
    if match["first"]:
        said = [Said(begin, match.end("first"), f"{sign}{number(match['first'])}")]
        said.append(Said(match.start("to"), match.end("to"), " to "))
        begin, sign = match.end("to"), ""
    words = f"{sign}{number(match['amount'])}"
    named = f" {unit} {_SCALES[match['scale']]}"
    return (
        *said,
        Said(begin, match.end("amount"), words),
        Said(match.end("amount"), match.end("scale"), named),
    )


def _position(match: re.Match[str]) -> tuple[Said, ...]:
    """``38.9 N, 77.0 W``, without the sign of degrees."""
    words = {}
    for amount, direction in (("one", "north"), ("two", "east")):
        degrees = counted(match[amount], "degree", "degrees")
        words[amount] = f"{number(match[amount])} {degrees}"
        words[direction] = f" {_DIRECTIONS[match[direction].strip()]}"
    return groups(match, **words)


RULES = (
    Rule(
        re.compile(
            rf"(?<![\w.])(?:(?P<first>\d{{1,3}})\s?°?\s?[-–]\s?)?(?P<degrees>{NUMBER})\s?°\s?(?:(?P<minutes>\d{{1,2}}(?:\.\d+)?)\s?[′'’]\s?)?"
            r"(?:(?P<seconds>\d{1,2}(?:\.\d+)?)\s?(?:″|\"|”|''|’’)\s?)?(?P<direction>[NSEW])\b"
        ),
        _coordinates,
    ),
    Rule(
        re.compile(
            rf"(?<![\w.])(?P<sign>[-−–](?=[\d.]))?(?P<amount>{NUMBER})(?:\s?(?:[°º]\s?[CFK]?)?(?P<to>\s?(?:-|–|to)\s?)(?P<last>\d+(?:\.\d+)?))?"
            r"\s?[°º](?:\s?(?P<scale>[CFK]\b|Celsius|Fahrenheit))?"
        ),
        _temperature,
    ),
    Rule(
        re.compile(
            rf"(?<![\w.$€£])(?P<sign>[-−](?=\d))?(?:(?P<first>\d+(?:\.\d+)?)(?P<to>[CF]?(?:{DASH})))?"
            r"(?P<amount>\d{1,4}(?:\.\d+)?)\s?(?P<scale>[CF])\b(?![-.]\w| [A-Z]|\. ?(?:Supp|App|\d))"
            r"(?P<measured> (?:warming|warmer|above|rise|target|limit|hotter|heat))?"
        ),
        _scaled,
    ),
    Rule(
        re.compile(
            r"(?<![\w.,$€£-])(?P<one>\d{1,2}(?:\.\d+)?)(?P<north>\s?[NS]),? (?P<two>\d{1,3}(?:\.\d+)?)(?P<east>\s?[EW])\b"
        ),
        _position,
    ),
)
