"""Numbers that no other rule has said. Pure."""

import re

from oped_audio.scripting.spoken.english.numbers import (
    NUMBER,
    SHORT_SCALES,
    cardinal,
    digits,
    number,
    plural,
)
from oped_audio.scripting.spoken.rewriting import (
    Rule,
    Said,
    groups,
    whole,
    word_after,
    word_before,
)

_SHORT = "|".join(sorted(SHORT_SCALES.keys() - {"t", "T", "mm", "MM", "K"}, key=len, reverse=True))


def _number(match: re.Match[str]) -> tuple[Said, ...]:
    written = match["number"]
    minus = "minus " if match["minus"] else ""
    if "," not in written and "." not in written and len(written) > 15:
        return whole(match, f"{minus}{digits(written)}")
    return whole(match, f"{minus}{number(written)}")


def _scaled(match: re.Match[str]) -> tuple[Said, ...]:
    """``50k`` -> ``fifty thousand``."""
    if not _means_a_scale(match):
        return ()
    return whole(match, f"{number(match['number'])} {SHORT_SCALES[match['short']]}")


def _apart(match: re.Match[str]) -> tuple[Said, ...]:
    """``10 000 000``, where spaces part the thousands."""
    return whole(match, number(re.sub(r"\s", "", match[0])))


def _listed(match: re.Match[str]) -> tuple[Said, ...]:
    """``(1)Hello``: the number of a list that no space stands behind."""
    return (Said(match.start("number"), match.end(), f"{number(match['number'])}, "),)


def _remaining(match: re.Match[str]) -> tuple[Said, ...]:
    return groups(match, number=number(match["number"]))


def _round(match: re.Match[str]) -> tuple[Said, ...]:
    """``100s of`` -> ``hundreds of``."""
    return whole(match, _ROUND[match["number"]])


_ROUND = {"10": "tens", "100": "hundreds", "1000": "thousands", "1,000": "thousands"}


def _many(match: re.Match[str]) -> tuple[Said, ...]:
    """``under-5s``."""
    return groups(match, number=plural(number(match["number"][:-1])))


def _to(match: re.Match[str]) -> tuple[Said, ...]:
    """``3m-4m`` -> ``three million to four million``."""
    return groups(match, to=" to ")


def _belonging(match: re.Match[str]) -> tuple[Said, ...]:
    """``49ers`` -> ``forty-niners``."""
    said = cardinal(int(match["number"])).removesuffix("e")
    return whole(match, f"{said}{match['many']}")


def _means_a_scale(match: re.Match[str]) -> bool:
    """Not in ``Apt. 4B``, nor in ``4K television``."""
    if len(match["short"]) == 1 and word_before(match) in _LETTERED:
        return False
    after = word_after(match)
    if match["short"] == "B" and _is_a_model(match) and not after.endswith(("s", "people")):
        return False
    if match[0] == "3M" and not (after[:1].islower() and after[-1:] in "es"):
        return False
    return not (match["short"] == "K" and after in _RESOLVED)


def _is_a_model(match: re.Match[str]) -> bool:
    """``a Raspberry Pi 4B``: a name right before it, and few of them."""
    name = word_before(match)
    begins = match.string[: match.start()].strip() == name
    return len(match["number"]) < 3 and name[:1].isupper() and not begins


_LETTERED = frozenset(
    ("Apt", "Apartment", "Room", "Gate", "Flat", "Seat", "Suite", "Unit", "Building", "Block", "Platform",
     "Highway", "Route", "Section", "Rule", "Form", "Type", "No", "Pier", "Terminal", "Exit", "Channel",
     "Figure", "Table", "Schedule", "Class", "Lot", "Area", "Sector", "gate", "seat", "room", "apartment",
     "flat", "exit")
)  # fmt: skip
_RESOLVED = frozenset(
    ("screens", "televisions", "displays", "monitors", "videos", "cameras", "races", "runs", "walks", "films",
     "movies", "sets", "times", "finishes", "events", "runners")
)  # fmt: skip
_PER = {
    "mo": "month",
    "yr": "year",
    "wk": "week",
    "day": "day",
    "month": "month",
    "year": "year",
    "hr": "hour",
}
SCALED_RULES = (
    Rule(
        re.compile(
            rf"(?<![\w.,])(?P<number>{NUMBER})(?P<short>{_SHORT})/(?P<per>{'|'.join(_PER)})\b"
        ),
        lambda match: whole(
            match,
            f"{number(match['number'])} {SHORT_SCALES[match['short']]} per {_PER[match['per']]}",
        ),
    ),
    Rule(re.compile(r"\b(?:[Uu]nder|[Oo]ver)[- ](?P<number>[1-9]s)(?!\w)"), _many),
    Rule(re.compile(rf"(?<=\d)(?:{_SHORT})(?P<to>[-–])(?=\d+(?:\.\d+)?(?:{_SHORT})\b)"), _to),
    Rule(
        re.compile(
            r"(?<![\w.,])(?P<number>1,?000|100?(?=s (?:of|more|upon)\b))s(?!\w| ?[BA]\.?[CD])"
        ),
        _round,
    ),
    Rule(re.compile(r"(?<![\w.,])(?P<number>\d{1,3})(?P<many>ers?)\b"), _belonging),
    Rule(
        re.compile(
            rf"(?<![\w.,])(?<![A-Za-z]-)(?P<number>{NUMBER})\s?(?P<short>{_SHORT}|K(?= (?:people|[a-z]+s)\b))(?! (?:run|race|walk)s?\b)(?![\w’'/]|\.[A-Z])"
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
