"""Ranges and scores: a dash between numbers is ``to``. Pure."""

import re

from oped_audio.scripting.spoken.english.numbers import DASH, NUMBER, number, ordinal
from oped_audio.scripting.spoken.rewriting import Rule, Said, groups, whole


def _range(match: re.Match[str]) -> tuple[Said, ...]:
    """``15-20`` -> ``fifteen to twenty``; ``3-1`` -> ``three to one``."""
    return groups(match, first=number(match["first"]), to=" to ", last=number(match["last"]))


def _ordinals(match: re.Match[str]) -> tuple[Said, ...]:
    """``18th-19th`` -> ``eighteenth to nineteenth``."""
    first, last = ordinal(int(match["first"][:-2])), ordinal(int(match["last"][:-2]))
    return groups(match, first=first, to=" to ", last=last)


def _sum(match: re.Match[str]) -> tuple[Said, ...]:
    """``2 + 3`` -> ``two plus three``; only what cannot be a range."""
    signs = {"+": " plus ", "=": " equals ", "×": " times ", "÷": " divided by ", "*": " times "}
    return groups(match, sign=signs[match["sign"]])


def _power(match: re.Match[str]) -> tuple[Said, ...]:
    """``10^6`` -> ``ten to the power of six``."""
    minus = "minus " if match["minus"] else ""
    return (Said(match.start(), match.start("to"), f" to the power of {minus}"),)


def _raised(match: re.Match[str]) -> tuple[Said, ...]:
    """``10⁹`` -> ``ten to the power of nine``."""
    if match["power"] in ("²", "³"):
        return ()
    power = match["power"].translate(_RAISED).replace("⁻", "minus ")
    sign, _, digits = power.rpartition(" ")
    return whole(match, f"ten to the power of {sign} {number(digits)}".replace("  ", " "))


_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def _times(match: re.Match[str]) -> tuple[Said, ...]:
    return groups(match, sign=" times ")


def _difference(match: re.Match[str]) -> tuple[Said, ...]:
    return groups(match, sign=" minus ")


def _less(match: re.Match[str]) -> tuple[Said, ...]:
    """``1 − x``: the sign of arithmetic, not a dash."""
    return whole(match, "minus")


def _nil(match: re.Match[str]) -> tuple[Said, ...]:
    """``a 0-0 draw``."""
    return whole(match, "nil nil")


def _nothing(match: re.Match[str]) -> tuple[Said, ...]:
    """``5-0`` -> ``five nil`` of football, ``six love`` of tennis."""
    if "0" not in (match["first"], match["last"]):
        return ()
    names = ((_TENNIS, "love"), (_FOOTBALL, "nil"))
    name = next((name for game, name in names if game.search(match.string)), None)
    if not name:
        return ()
    first, last = (number(match[at]) if match[at] != "0" else name for at in ("first", "last"))
    return groups(match, first=first, to=" ", last=last)


_TENNIS = re.compile(
    r"\b(?:Wimbledon|Roland Garros|(?:French|US|U\.S\.|Australian) Open|tennis|(?:1st|2nd|3rd|4th|5th|first|second|third|fourth|fifth|final|deciding|straight|opening) sets?|tie-?break(?:er)?s?|ATP|WTA)\b"
)
_FOOTBALL = re.compile(
    r"\b(?:Premier League|Champions League|Europa League|FA Cup|League Cup|La Liga|Serie A|Bundesliga|Ligue 1|UEFA"
    r"|FIFA|nil|own goal|penalty shoot-?out|FC|Women[’']s Super League|Scottish Premiership)\b"
)


def _wickets(match: re.Match[str]) -> tuple[Said, ...]:
    """``378-3`` and ``5-104`` in cricket: runs for wickets, of which there are ten."""
    first, last = int(match["first"]), int(match["last"])
    if min(first, last) > _WICKETS or max(first, last) <= _WICKETS:
        return ()
    took = first <= _WICKETS and match.string[: match.start()].endswith("took ")
    if not _CRICKET.search(match.string) and not (took and "innings" in match.string):
        return ()
    return groups(match, first=number(match["first"]), to=" for ", last=number(match["last"]))


_WICKETS = 10
_CRICKET = re.compile(r"\b(?:wickets?|wkts?|overs|stumps|lbw|not out|bowled|T20s?|tail-?enders?)\b")


def _one_after_the_other(match: re.Match[str]) -> tuple[Said, ...]:
    """``a 1-2 punch``."""
    return (Said(match.start(), match.end(), "one two"),)


def _shares(match: re.Match[str]) -> tuple[Said, ...]:
    """``50-50`` -> ``fifty-fifty``: two shares of a whole."""
    if int(match["first"]) + int(match["last"]) != 100:
        return ()
    return groups(match, first=number(match["first"]), to=" ", last=number(match["last"]))


RULES = (
    Rule(re.compile(r"(?<![\w.,-])0[-–]0(?= draws?\b)"), _nil),
    Rule(
        re.compile(
            r"(?<![\w.,$€£/-])(?P<first>\d{1,2})(?P<to>[-–])(?P<last>\d{1,2})(?![\w%-]|[.:]\d|,\d{3})"
        ),
        _nothing,
    ),
    Rule(
        re.compile(
            r"(?<![\w.,$€£/-])(?P<first>\d{1,3})(?P<to>[-–])(?P<last>\d{1,3})(?![\w%-]|[.,:]\d)"
        ),
        _wickets,
    ),
    Rule(re.compile(r"(?<![\w.,])10(?P<power>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})(?!\w)"), _raised),
    Rule(re.compile(r"(?<=\d)(?P<sign>\s?x\s?)(?=10[\^⁻⁰¹²³⁴-⁹])"), _times),
    Rule(re.compile(r"(?<![\w.,-])1(?P<to>[-–])2(?= (?:punch|finish)\b)"), _one_after_the_other),
    Rule(
        re.compile(
            r"(?<![\w.,/#-])(?:(?P<first>\d0|\d5)(?P<to>-|–)(?P<last>\d[05]))(?= (?:split|rule|mix|chance|partner|joint|basis|deal|ownership|ratio|proposition)|(?<=50.50)(?![\w.,]?\d|[-–%]))"
        ),
        _shares,
    ),
    Rule(re.compile(r"(?<=\d)\^(?P<minus>[-−])?(?P<to>)(?=\d)"), _power),
    Rule(
        re.compile(r"(?<=[\w)] )(?P<sign>−)(?= [A-Za-z])|(?<=[\w)] )(?P<sign_>−)(?= \d+/[A-Z])"),
        _less,
    ),
    Rule(re.compile(r"(?<=\d)(?P<sign>\s?[-−–]\s?)(?=\d+\s?=)"), _difference),
    Rule(
        re.compile(
            r"(?<=[\dA-Za-z])\s?(?P<sign>[+=×÷])\s?(?=[\dA-Za-z])|(?<=\d)(?P<times>\*)(?=\d)"
        ),
        lambda match: _sum(match) if match["sign"] else groups(match, times=" times "),
    ),
    Rule(
        re.compile(
            rf"(?<![\w.,$€£/-])(?P<first>\d+(?:st|nd|rd|th))(?P<to>\s?(?:{DASH})\s?)(?P<last>\d+(?:st|nd|rd|th))\b"
        ),
        _ordinals,
    ),
    Rule(
        re.compile(
            rf"(?<![\w.,/#-])(?P<first>{NUMBER})(?P<to>(?:{DASH})|\s(?:–|-)\s)(?P<last>{NUMBER})(?![\d/]|[.,]\d|(?:{DASH})(?:\d|[A-Za-z]{{1,2}}\b)|(?:st|nd|rd|th)\b)"
        ),
        _range,
    ),
)
