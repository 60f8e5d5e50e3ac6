"""Numbers, per cent and ranges, for a table of numerals. Pure."""

import re
from collections.abc import Iterator

from oped_audio.scripting.spoken.languages.numerals import Numerals
from oped_audio.scripting.spoken.languages.patterns import (
    BEFORE,
    DASHES,
    PER_CENT,
    SPACES,
    after_number,
    written_number,
)
from oped_audio.scripting.spoken.languages.words import number
from oped_audio.scripting.spoken.rewriting import Rule, Said, groups

_MINUS = r"(?P<minus>(?<![^\s(\[“„«\"‘])[-−–](?=\d))?"
_CODE = re.compile(r"0\d")


def ranges(numerals: Numerals) -> Iterator[Rule]:
    """``10-15`` -> ``zehn bis fünfzehn``. What does not rise is a score, and no range."""

    def say(match: re.Match[str]) -> tuple[Said, ...]:
        if _value(match["first"]) >= _value(match["last"]) or _CODE.match(match["first"]):
            return ()
        words = {"to": f" {numerals.to} "} | _per_cent(match, numerals)
        for end in ("first", "last"):
            said = number(match[end], numerals, "per cent" if match["sign"] else "")
            if said:
                words[end] = said
        return groups(match, **words)

    written = written_number(numerals)
    yield Rule(
        re.compile(
            rf"{BEFORE}(?P<first>{written})(?P<to>[{DASHES}]|[{SPACES}][–-][{SPACES}])"
            rf"(?P<last>{written})(?:{PER_CENT}|{after_number(numerals)})"
        ),
        say,
    )


def numbers(numerals: Numerals) -> Iterator[Rule]:
    """What no other rule has said: ``-3,5 %`` -> ``minus drei Komma fünf Prozent``."""

    def say(match: re.Match[str]) -> tuple[Said, ...]:
        words = _per_cent(match, numerals)
        said = number(match["number"], numerals, "per cent" if match["sign"] else "")
        if said:
            words |= {"minus": f"{numerals.minus} ", "number": said}
        return groups(match, **words)

    yield Rule(
        re.compile(
            rf"{_MINUS}{BEFORE}(?P<number>{written_number(numerals)})"
            rf"(?:{PER_CENT}|{after_number(numerals)})"
        ),
        say,
    )


def _per_cent(match: re.Match[str], numerals: Numerals) -> dict[str, str]:
    return {"sign": f" {numerals.per_cent}"} if match["sign"] else {}


def _value(written: str) -> float:
    """Good enough to tell which of two numbers that are written alike is the greater one."""
    whole, _, decimals = written.partition(",")
    return float(f"{''.join(filter(str.isdecimal, whole))}.{decimals or 0}")
