"""Coordinates, degrees and temperatures. Pure."""

import re

from oped_audio.scripting.spoken.english.grammar import is_before_noun
from oped_audio.scripting.spoken.english.numbers import NUMBER, counted, number
from oped_audio.scripting.spoken.rewriting import Rule, Said, whole

_DIRECTIONS = {"N": "north", "S": "south", "E": "east", "W": "west"}
_SCALES = {"C": "Celsius", "F": "Fahrenheit", "K": "Kelvin"}


def _coordinates(match: re.Match[str]) -> tuple[Said, ...]:
    parts = [f"{number(match['degrees'])} {counted(match['degrees'], 'degree', 'degrees')}"]
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


def _rise(match: re.Match[str]) -> tuple[Said, ...]:
    """``1.5C``: degrees, where a decimal or a sign keeps it from being a name."""
    unit = counted(match["amount"], "degree", "degrees")
    sign = "minus " if match["sign"] else ""
    return whole(match, f"{sign}{number(match['amount'])} {unit} {_SCALES[match['scale']]}")


RULES = (
    Rule(
        re.compile(
            rf"(?<![\w.])(?P<degrees>{NUMBER})\s?°\s?(?:(?P<minutes>\d{{1,2}}(?:\.\d+)?)\s?[′'’]\s?)?"
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
            r"(?<![\w.])(?P<sign>[-−](?=\d))?(?P<amount>\d+\.\d+|\d+(?=C (?:warming|warmer|above|rise|target|limit|hotter)))(?P<scale>[CF])\b"
        ),
        _rise,
    ),
)
