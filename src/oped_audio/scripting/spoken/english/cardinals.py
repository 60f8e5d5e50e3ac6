"""Numbers that no other rule has said. Pure."""

import re

from oped_audio.scripting.spoken.english.numbers import NUMBER, SHORT_SCALES, digits, number
from oped_audio.scripting.spoken.rewriting import Rule, Said, groups, whole

_SHORT = "|".join(sorted(SHORT_SCALES.keys() - {"t", "T", "mm", "MM", "K"}, key=len, reverse=True))


def _number(match: re.Match[str]) -> tuple[Said, ...]:
    written = match["number"]
    minus = "minus " if match["minus"] else ""
    if "," not in written and "." not in written and len(written) > 15:
        return whole(match, f"{minus}{digits(written)}")
    return whole(match, f"{minus}{number(written)}")


def _scaled(match: re.Match[str]) -> tuple[Said, ...]:
    """``50k`` -> ``fifty thousand``."""
    return whole(match, f"{number(match['number'])} {SHORT_SCALES[match['short']]}")


def _apart(match: re.Match[str]) -> tuple[Said, ...]:
    """``10 000 000``, where spaces part the thousands."""
    return whole(match, number(re.sub(r"\s", "", match[0])))


def _round(match: re.Match[str]) -> tuple[Said, ...]:
    """``1000s of`` -> ``thousands of``."""
    return groups(
        match, number={"10": "tens", "100": "hundreds", "1000": "thousands"}[match["few"]]
    )


def _listed(match: re.Match[str]) -> tuple[Said, ...]:
    """``(1)Hello``: the number of a list that no space stands behind."""
    return (Said(match.start("number"), match.end(), f"{number(match['number'])}, "),)


def _remaining(match: re.Match[str]) -> tuple[Said, ...]:
    return groups(match, number=number(match["number"]))


SCALED_RULES = (
    Rule(
        re.compile(
            rf"(?<![\w.,])(?<![A-Za-z]-)(?P<number>{NUMBER})\s?(?P<short>{_SHORT}|K(?= (?:people|[a-z]+s)\b))(?! (?:run|race|walk)s?\b)(?![\w’'/])"
        ),
        _scaled,
    ),
)
APART_RULES = (
    Rule(
        re.compile(
            r"(?<![\w.,])[1-9]\d{0,2}(?:(?: \d{3}){2,}| 000|(?:[\u00a0\u2009\u202f]\d{3})+)(?![\w.,-]\d|\w| \d)"
        ),
        _apart,
    ),
    Rule(
        re.compile(r"(?<![\w.,$€£])(?P<number>(?P<few>10{1,3})s)(?= of\b| (?:more|upon)\b)"),
        _round,
    ),
)
RULES = (
    Rule(re.compile(r"(?<!\S)\(?(?P<number>\d{1,2})\)(?=[^\W\d_]{2})"), _listed),
    Rule(
        re.compile(
            rf"(?<![\w.,])(?P<minus>(?<![^\s(\[“\"‘,.;:!?])[-−](?=[\d.]))?(?P<number>{NUMBER})"
        ),
        _number,
    ),
    Rule(re.compile(r"(?P<number>\d+)"), _remaining),
)
