"""Euros and dollars, for a table of numerals. Pure."""

import re
from collections.abc import Iterator

from oped_audio.scripting.spoken.languages.numerals import Numerals
from oped_audio.scripting.spoken.languages.patterns import BEFORE, DASHES, SPACES, written_number
from oped_audio.scripting.spoken.languages.words import number
from oped_audio.scripting.spoken.rewriting import Rule, Said, groups, whole

_SIGN = r"(?P<sign>[€$])"
_END = rf"(?![\w€$])(?![.,'’{SPACES}{DASHES}]\d)"
_CENTS = re.compile(r"(.*\d)[.,](\d\d)$", re.DOTALL)
_VOWEL = re.compile(r"[aeiouhàéè]", re.IGNORECASE)


def amounts(numerals: Numerals) -> Iterator[Rule]:
    """``3,50 €`` -> ``drei Euro fünfzig``; ``€ 5 Mrd.`` -> ``fünf Mrd. Euro``."""

    def simple(match: re.Match[str]) -> tuple[Said, ...]:
        said = _amount(match["number"], _names(match, numerals), numerals)
        return whole(match, said) if said else ()

    def millions(match: re.Match[str]) -> tuple[Said, ...]:
        said = number(match["number"], numerals, "currency")
        if not said:
            return ()
        scale = numerals.full_scales.get(match["scale"], match["scale"])
        scale = f"{scale} {_of(_names(match, numerals)[1], numerals)}"
        return groups(match, before="", number=said, scale=scale)

    def sign_after_millions(match: re.Match[str]) -> tuple[Said, ...]:
        return groups(match, sign=_of(_names(match, numerals)[1], numerals))

    written = written_number(numerals)
    scale = rf"(?P<scale>{numerals.scales})"
    before = rf"(?P<before>(?<![\w€$£]){_SIGN}[{SPACES}]?)"
    yield Rule(re.compile(rf"{before}(?P<number>{written})[{SPACES}]{scale}(?!\w)"), millions)
    yield Rule(re.compile(rf"(?<=\d[{SPACES}]){scale}[{SPACES}]{_SIGN}{_END}"), sign_after_millions)
    yield Rule(re.compile(rf"{before}(?P<number>{written}){_END}"), simple)
    yield Rule(re.compile(rf"{BEFORE}(?P<number>{written})[{SPACES}]?{_SIGN}{_END}"), simple)


def _amount(written: str, names: tuple[str, str], numerals: Numerals) -> str | None:
    cents = _CENTS.match(written)
    coins = cents[1] if cents else written
    said = number(coins, numerals, "currency")
    if not said:
        return None
    said = f"{said} {names[0] if coins == '1' else names[1]}"
    if cents and int(cents[2]):
        said += f"{numerals.and_cents}{number(str(int(cents[2])), numerals, 'per cent')}"
    return said


def _names(match: re.Match[str], numerals: Numerals) -> tuple[str, str]:
    return numerals.euro if match["sign"] == "€" else numerals.dollar


def _of(name: str, numerals: Numerals) -> str:
    """``d’euros``, ``de dollars``."""
    before_vowel, bar, otherwise = numerals.of.partition("|")
    if not bar:
        return f"{numerals.of}{name}"
    return f"{before_vowel if _VOWEL.match(name) else otherwise}{name}"
