"""Fractions. Pure."""

import re

from oped_audio.scripting.spoken.english.dates import MONTHS
from oped_audio.scripting.spoken.english.measures import fraction
from oped_audio.scripting.spoken.english.numbers import cardinal, ordinal, year
from oped_audio.scripting.spoken.rewriting import Rule, Said, groups, whole


def _fraction(match: re.Match[str]) -> tuple[Said, ...]:
    """``3/4`` -> ``three quarters``; ``2 1/2`` -> ``two``, ``and a half``;
    ``120/80`` -> ``one hundred twenty over eighty``; ``2024/2847``, a regulation's number."""
    above, below = int(match["above"]), int(match["below"])
    if below < 2 or (match["integer"] and match["integer"].startswith("0")):
        return ()
    if 0 < above <= 12 and 1900 <= below < 2100 and _DATED.search(match.string[: match.start()]):
        return whole(match, f"{MONTHS[above - 1]} {year(below)}")
    if 1900 <= above < 2100 and below > 100:
        return whole(match, f"{year(above)} slash {cardinal(below)}")
    if above > below > 20:
        return whole(match, f"{cardinal(above)} over {cardinal(below)}")
    named = _named(above, below)
    if below == 4 and re.match(r"-[a-z]", match.string[match.end() :]):
        named = named.removesuffix("s")
    if not match["integer"]:
        return whole(match, named)
    if above == 1 and below in (2, 4):
        named = named.replace("one ", "a ")
    return (
        Said(match.start("integer"), match.end("integer"), cardinal(int(match["integer"]))),
        Said(match.end("integer"), match.end(), f" and {named}"),
    )


_DATED = re.compile(r"(?:\(|\b(?:[Rr]ev\.|[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom) )$")
"""Before a month and its year: ``since 6/2019``."""


def _named(above: int, below: int) -> str:
    if below > 20 and below % 10 in (1, 2):
        one = ordinal(below)
        return f"{cardinal(above)} {one if above == 1 else f'{one}s'}"
    return fraction(above, below)


def _out_of(match: re.Match[str]) -> tuple[Said, ...]:
    """``8/10`` as a mark that is given: ``eight out of ten``."""
    return groups(
        match,
        above=cardinal(int(match["above"])),
        sign=" out of ",
        below=cardinal(int(match["below"])),
    )


def _numbered_in_a_year(match: re.Match[str]) -> tuple[Said, ...]:
    """``No. 13029/1985``: a case of that year."""
    return groups(
        match,
        number=cardinal(int(match["number"])),
        sign=" of ",
        year=year(int(match["year"])),
    )


def _over_a_letter(match: re.Match[str]) -> tuple[Said, ...]:
    """``1/R₀`` -> ``one over R zero``."""
    index = match["index"]
    said = f" {cardinal(ord(index) - ord('₀'))}" if index else ""
    return groups(match, sign=" over ", letter=match["letter"], index=said)


RULES = (
    Rule(
        re.compile(r"(?<!\w)\d+(?P<sign>/)(?P<letter>[A-Z])(?P<index>[₀-₉])?(?![\w/])"),
        _over_a_letter,
    ),
    Rule(
        re.compile(
            r"\b(?:Nos?\.?|[Cc]ase|[Oo]rder|[Rr]esolution|[Aa]ct) (?P<number>\d{1,6})(?P<sign>/)(?P<year>(?:19|20)\d\d)(?![\w/]|[.,]\d)"
        ),
        _numbered_in_a_year,
    ),
    Rule(
        re.compile(
            r"(?<![\w.,/$€£-])(?P<above>\d+)(?P<sign>/)(?P<below>10|100)(?= (?:people|men|women|voters|[a-z]+ers)\b)"
            r"|(?<![\w.,/$€£-])(?P<top>10)(?P<of>/)(?P<all>10)(?![\w/]|[.,]\d)"
        ),
        lambda match: (
            _out_of(match) if match["sign"] else groups(match, top="ten", of=" out of ", all="ten")
        ),
    ),
    Rule(
        re.compile(
            r"\b(?:[Ss]core[ds]?|[Rr]ated|[Rr]ating|gave (?:it|them|him|her)(?: a| an)?|of) (?P<above>\d+(?:\.\d+)?)(?P<sign>/)(?P<below>10|5|100)\b"
        ),
        lambda match: () if "." in match["above"] else _out_of(match),
    ),
    Rule(
        re.compile(
            r"(?<![\w.,/$€£])(?:(?P<integer>\d+)[ -])?(?P<above>\d+)\s?[/⁄]\s?(?P<below>\d+)(?:(?:th|rd|nd|st|TH|RD|ND|ST)s?)?(?![\w/]|[.,]\d)"
        ),
        _fraction,
    ),
)
