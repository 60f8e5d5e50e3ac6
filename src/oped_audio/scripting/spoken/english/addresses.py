"""Street addresses and postcodes. Pure."""

import re

from oped_audio.scripting.spoken.english.abbreviations import STATE_CODES, STREETS
from oped_audio.scripting.spoken.english.numbers import cardinal, digits
from oped_audio.scripting.spoken.rewriting import Rule, Said, groups, word_before

_DIRECTIONS = {
    "N": "North",
    "S": "South",
    "E": "East",
    "W": "West",
    "NE": "Northeast",
    "NW": "Northwest",
    "SE": "Southeast",
    "SW": "Southwest",
}
_STREET = "|".join(sorted(map(re.escape, STREETS), key=len, reverse=True))
_FULL = "Street|Avenue|Road|Lane|Drive|Boulevard|Court|Place|Square|Highway|Expressway|Parkway|Terrace|Way"
_CODE = "|".join(STATE_CODES)


def _address(match: re.Match[str]) -> tuple[Said, ...]:
    """``1428 Elm St.`` -> ``fourteen twenty-eight Elm Street``."""
    said = [Said(match.start("number"), match.end("number"), _number(match["number"]))]
    if match["letter"]:
        said.append(Said(match.start("letter"), match.end("letter"), f" {match['letter']}"))
    if match["direction"]:
        said.append(
            Said(
                match.start("direction"),
                match.end("direction"),
                _DIRECTIONS[match["direction"].strip(". ")],
            )
        )
    if match["short"]:
        end = match.end("short")
        rest = match.string[end + 1 :].lstrip()
        if match.string[end : end + 1] == "." and rest and not rest[0].isupper():
            end += 1
        said.append(Said(match.start("short"), end, STREETS[match["short"].lower()]))
    return tuple(said)


def _number(written: str) -> str:
    if len(written) < 3:
        return cardinal(int(written))
    first, last = written[:-2], written[-2:]
    if last == "00":
        return (
            cardinal(int(written))
            if len(written) == 4 and written[1] == "0"
            else f"{cardinal(int(first))} hundred"
        )
    said = f"oh {cardinal(int(last))}" if last[0] == "0" else cardinal(int(last))
    return f"{cardinal(int(first))} {said}"


def _direction(match: re.Match[str]) -> tuple[Said, ...]:
    """``E. 14th St.`` -> ``East 14th St.``; an initial between names stays."""
    before = word_before(match)
    if before[:1].isupper() and before not in ("At", "On", "In", "From", "Near"):
        return ()
    return groups(match, direction=_DIRECTIONS[match["direction"].rstrip(".")])


def _state(match: re.Match[str]) -> tuple[Said, ...]:
    """``CA 95051`` -> ``California nine five zero five one``."""
    said = [Said(match.start("state"), match.end("state"), STATE_CODES[match["state"]])]
    if match["zip"]:
        said.append(Said(match.start("zip"), match.end("zip"), digits(match["zip"])))
    return tuple(said)


def _quarter(match: re.Match[str]) -> tuple[Said, ...]:
    """``K St. NW`` -> ``K Street Northwest``."""
    quarter = _DIRECTIONS[match["quarter"]]
    if not match["short"]:
        return groups(match, quarter=quarter)
    street = STREETS[match["short"].rstrip(".").lower()]
    return groups(match, short=street, quarter=quarter)


def _direction_behind(match: re.Match[str]) -> tuple[Said, ...]:
    """``27 km NW of``; a street that another rule has said."""
    return groups(match, quarter=_DIRECTIONS[match["quarter"]])


def _part_of_a_country(match: re.Match[str]) -> tuple[Said, ...]:
    """``N. Korea`` -> ``North Korea``."""
    return groups(match, direction=_DIRECTIONS[match["direction"].rstrip(".")])


def _unstopped(match: re.Match[str]) -> tuple[Said, ...]:
    """``Park Ave``, ``5th St``, without a full stop."""
    return groups(match, road=STREETS[(match["road"] or "st").lower()], street="Street")


DIRECTION_RULES = (
    Rule(
        re.compile(
            r"(?<![\w.])(?:[A-Z][\w’']+|\d+(?:st|nd|rd|th)) (?:(?P<road>Ave(?! Maria)|Blvd)|(?<=th |st |nd |rd )(?P<street>St))\b(?!\.)"
        ),
        _unstopped,
    ),
    Rule(
        re.compile(
            r"(?<![\w.])(?P<direction>[NSEW]\.) (?=(?:Korea|Africa|Sudan|Ireland|Carolina|Dakota|Virginia|German|Yemen|Vietnam|Macedonia|America)\w*)"
        ),
        _part_of_a_country,
    ),
    Rule(
        re.compile(rf"(?:(?P<short>\b(?i:{_STREET})\b\.?)|\b(?:{_FULL})) (?P<quarter>[NS][EW])\b"),
        _quarter,
    ),
    Rule(re.compile(rf"\b(?i:{_STREET})\b\.? (?P<quarter>[NS][EW])\b"), _direction_behind),
    Rule(
        re.compile(
            r"\d\s?(?:km|mi|miles|kilomet(?:er|re)s|m|yards) (?P<quarter>[NS][EW])(?= of\b)"
        ),
        _direction_behind,
    ),
    Rule(
        re.compile(
            rf"(?<!\w)(?P<direction>[NSEW]\.?) (?=(?:\d+(?:st|nd|rd|th)|[A-Z][a-z]+)"
            rf" (?:(?i:{_STREET})\b|(?:{_FULL})\b))",
        ),
        _direction,
    ),
)
RULES = (
    Rule(
        re.compile(
            rf"(?<![\w.,$€£-])(?P<number>\d{{1,5}})(?P<letter>[A-D])? (?P<direction>[NSEW]{{1,2}}\.? )?(?:(?:[A-Z][\w’']*|\d+(?:st|nd|rd|th)) ){{1,3}}"
            rf"(?:(?P<short>(?i:{_STREET}))\b|(?:{_FULL})\b)"
        ),
        _address,
    ),
    Rule(
        re.compile(rf"(?<=, )(?P<state>{_CODE})(?:,? (?P<zip>\d{{5}})(?:-\d{{4}})?)(?!\w)"), _state
    ),
)
_UNMISTAKABLE = "|".join(sorted(STATE_CODES.keys() - {"IN", "OR", "ME", "OK", "HI", "OH"}))
_DEGREE_BEHIND = (
    r"(?:MD|MA|PA), (?:MPH|Ph\.?D|MBA|MS|MSc|MA|MBBS|FACP|FACS|FAAP|MHS|JD|RN|DrPH|FRCP)\b"
)
_OF_A_PERSON = re.compile(r"(?:^[Bb]y|\bDrs?\.?) (?:[A-Z][\w.’'-]* ){0,3}[A-Z][\w’'-]+, $")
"""``Dr. Jane Roe, MD``."""
STATE_RULES = (
    Rule(
        re.compile(
            rf"(?<=[a-z], )(?!{_DEGREE_BEHIND})(?P<state>{_UNMISTAKABLE})(?P<zip>\d)?(?=[,.;:!?)]|$)"
        ),
        lambda match: () if _OF_A_PERSON.search(match.string[: match.start()]) else _state(match),
    ),
)
