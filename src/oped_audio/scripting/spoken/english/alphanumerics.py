"""Letters and digits in one word: ``G20``, ``F-16s``, ``COVID-19``, ``5G``, ``H1N1``. Pure."""

import re

from oped_audio.scripting.spoken.english.initialisms import is_initialism
from oped_audio.scripting.spoken.english.letters import spelled
from oped_audio.scripting.spoken.english.numbers import (
    cardinal,
    digits,
    number,
    ordinal,
    plural,
    year,
)
from oped_audio.scripting.spoken.rewriting import Rule, Said, groups, whole

_DESIGNATED = (
    "Resolution|Flight|Route|Highway|Interstate|Section|Proposition|Prop|Bill|Channel|Room|Rule|Order"
    r"|H\.R\.|HB|SB|Xbox|Directive|Article|Executive Order|Protocol|Form"
)
_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_IN_BRACKETS = re.compile(r"\(([a-zA-Z]|[ivx]{1,4}|\d{1,2})\)")
_PIECE = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]+")


def _mixed(match: re.Match[str]) -> tuple[Said, ...]:
    """Letters are said one by one, unless they are a word; digits as a number, or in pairs.

    A stretch a piece; a hyphen goes with the piece after it.
    """
    written = match["code"].translate(_SUBSCRIPTS)
    many = written.endswith("s") and len(written) > 2 and written[-2].isdigit()
    said: list[Said] = []
    at = match.start("code")
    for piece in _PIECE.finditer(written, 0, len(written) - many):
        end = match.start("code") + piece.end()
        said.append(_piece(at, end, piece[0]))
        at = end
    if many:
        said[-1] = Said(said[-1].begin, match.end("code"), plural(said[-1].words))
    return tuple(said)


def _piece(begin: int, end: int, written: str) -> Said:
    if written.isdecimal():
        return Said(begin, end, _number(written))
    if written[0].isdigit():
        return Said(begin, end, number(written))
    if written.isupper() and (len(written) < 3 or is_initialism(written)):
        return spelled(begin, end, written)
    return Said(begin, end, written)


def _number(written: str) -> str:
    if written[0] == "0" and len(written) > 1:
        return digits(written)
    if len(written) == 4 and written[2:] != "00":
        return year(int(written))
    if len(written) == 3 and written[1:] != "00":
        rest = (
            f"oh {cardinal(int(written[2]))}" if written[1] == "0" else cardinal(int(written[1:]))
        )
        return f"{cardinal(int(written[0]))} {rest}"
    return cardinal(int(written)) if len(written) < 5 else digits(written)


def _paragraph(match: re.Match[str]) -> tuple[Said, ...]:
    """``401(k)`` -> ``four oh one K``; ``501(c)(3)`` -> ``five oh one C three``."""
    written = match["number"]
    words = number(written) if "." in written else _number(written)
    section = Said(match.start(), match.end("number"), words)
    parts = _IN_BRACKETS.finditer(match.string, match.end("number"), match.end())
    letter = match["letter"]
    between = (spelled(*match.span("letter"), letter),) if letter else ()
    return (section, *between, *(_part(part) for part in parts))


def _part(match: re.Match[str]) -> Said:
    if match[1].isdecimal():
        return Said(*match.span(), _number(match[1]))
    return spelled(*match.span(), match[1])


def _version(match: re.Match[str]) -> tuple[Said, ...]:
    """``17.2.1`` -> ``seventeen point two point one``; ``B.1.1.7`` -> ``B one one seven``.

    Thousands may be apart by full stops: ``1.000.000``.
    """
    letters = match["letters"]
    if not letters and re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+", match[0]):
        return whole(match, cardinal(int(match[0].replace(".", ""))))
    parts = [number(part) for part in re.findall(r"\d+", match[0])]
    if not letters:
        end = match.end("patch") - 1 if match["patch"] else match.end()
        patch = (spelled(end, match.end(), match["patch"]),) if match["patch"] else ()
        return (Said(match.start(), end, " point ".join(parts)), *patch)
    end = match.end("letters")
    return (spelled(match.start(), end, letters), Said(end, match.end(), " ".join(parts)))


def _decimal(match: re.Match[str]) -> tuple[Said, ...]:
    """``PM2.5`` -> ``P M two point five``."""
    letters = spelled(match.start(), match.end("letters"), match["letters"])
    return (letters, Said(match.end("letters"), match.end(), number(match["number"])))


def _variant(match: re.Match[str]) -> tuple[Said, ...]:
    """``737-800`` -> ``seven thirty-seven eight hundred``."""
    variant = _number(match["variant"])
    many = match["ending"] == "s"
    end = match.end() if many else match.end("variant")
    return (
        Said(match.start(), match.end("model"), _number(match["model"])),
        Said(match.end("model"), end, f" {plural(variant) if many else variant}"),
        *((spelled(end, match.end(), match["ending"]),) if end < match.end() else ()),
    )


def _model(match: re.Match[str]) -> tuple[Said, ...]:
    """``747s`` -> ``seven forty-sevens``; ``the 737 Max``."""
    many = match[0].endswith("s")
    said = _number(match["number"])
    return (Said(match.start("number"), match.end(), plural(said) if many else said),)


def _world_war(match: re.Match[str]) -> tuple[Said, ...]:
    """``WW2`` -> ``World War two``."""
    return whole(match, f"World War {cardinal(int(match['number']))}")


def _designation(match: re.Match[str]) -> tuple[Said, ...]:
    """``Resolution 2231`` -> ``Resolution twenty-two thirty-one``."""
    return groups(match, number=_number(match["number"]))


def _ordinal(match: re.Match[str]) -> tuple[Said, ...]:
    position = int(match["number"].replace(",", ""))
    ending = {1: "st", 2: "nd", 3: "rd"}.get(position % 10, "th")
    if position % 100 in (11, 12, 13):
        ending = "th"
    if match["ending"].lower() != ending:
        return ()
    many = "s" if match["many"] else ""
    return whole(match, f"{ordinal(position)}{many}")


def _ranked(match: re.Match[str]) -> tuple[Said, ...]:
    """``#1`` -> ``number one``."""
    return whole(match, f"number {cardinal(int(match[1]))}")


def _plus(match: re.Match[str]) -> tuple[Said, ...]:
    return (Said(match.start("plus"), match.end(), " plus"),)


_HUNDREDTHS = re.compile(r"(?<![\w.,])\.\d\d?(?![\w-]|\.\d)(?! (?:cal|rifle|pistol))")
"""Among such decimals, ``.418`` is no average of a batter."""


def _short_decimal(match: re.Match[str]) -> tuple[Said, ...]:
    """``batted .312`` -> ``three twelve``; ``a .22 rifle`` -> ``twenty-two``."""
    written = match[0][1:]
    if _HUNDREDTHS.search(match.string):
        return ()
    return whole(match, f"oh {cardinal(int(written))}" if written[0] == "0" else _number(written))


def _release(match: re.Match[str]) -> tuple[Said, ...]:
    """``v2.4.1`` -> ``version two point four point one``."""
    parts = " point ".join(number(part) for part in match["parts"].split("."))
    return whole(match, f"version {parts}")


def _docket(match: re.Match[str]) -> tuple[Said, ...]:
    """``No. 23-1187`` -> ``twenty-three``, ``eleven eighty-seven``; ``P.L. 119-1``."""
    return groups(match, first=_number(match["first"]), to=" ", last=_number(match["last"]))


def _vulnerability(match: re.Match[str]) -> tuple[Said, ...]:
    """``CVE-2023-1389`` -> ``C V E twenty twenty-three thirteen eighty-nine``."""
    return (
        spelled(*match.span("letters"), match["letters"]),
        *groups(match, to=" ", first=year(int(match["first"]))),
        *groups(match, dash=" ", last=_number(match["last"])),
    )


DESIGNATION_RULES = (
    Rule(
        re.compile(
            r"(?<!\w)(?P<letters>CVE)(?P<to>-)(?P<first>20\d\d|1999)(?P<dash>-)(?P<last>\d{4,7})(?!\w)"
        ),
        _vulnerability,
    ),
    Rule(re.compile(r"(?<![\w.])[vV](?P<parts>\d{1,3}(?:\.\d{1,3}){2,})(?!\w|\.\d)"), _release),
    Rule(
        re.compile(
            r"(?:(?:\b(?:No\.|Case|Docket|[SHA]\.?B\.) |(?<!§)§ ?)(?P<first>\d{1,2})(?P<to>-)(?P<last>\d{3,5})"
            r"|(?:P\. ?L\.|Pub\. L\.)(?: No\.)? (?P<congress>\d{2,3})(?P<dash>-)(?P<act>\d{1,3}))(?![\w-]|\.\d)"
        ),
        lambda match: (
            _docket(match)
            if match["to"]
            else groups(
                match,
                congress=cardinal(int(match["congress"])),
                dash=" ",
                act=cardinal(int(match["act"])),
            )
        ),
    ),
    Rule(
        re.compile(
            rf"(?<![\w.,])(?P<number>\d{{1,3}}\.\d{{1,2}}|\d{{1,4}})(?P<letter>[a-z])?(?:{_IN_BRACKETS.pattern})+"
        ),
        _paragraph,
    ),
    Rule(
        re.compile(
            r"(?<![\w.])(?:(?P<letters>[A-Z]{1,2})\.)?\d{1,3}(?:\.\d{1,3}){2,}(?P<patch>[a-z])?(?!\w|\.\d)"
        ),
        _version,
    ),
    Rule(
        re.compile(
            r"(?<![\w.-])(?P<letters>[A-Z]{1,4})-?(?P<number>\d{1,2}\.\d{1,2})(?![\w%]|\.\d)"
        ),
        _decimal,
    ),
    Rule(
        re.compile(
            r"(?:(?<![\w.-])|(?<=\bA))(?P<model>7[0-8]7|(?<=A)3[0-8]\d)-(?P<variant>[1-9]00|1000|[89]|10)(?P<ending>s|ER|LR|F)?(?![\w-]|[.,]\d)"
        ),
        _variant,
    ),
)
MODEL_RULES = (
    Rule(
        re.compile(
            r"(?<![\w.,])\.\d{3}(?!\w|[.,]\d|%| ?(?:percent|inch|second|meter|mm|cm|of\b))"
            r"|(?<![\w.,])\.\d\d(?=[- ](?:caliber|calibre|cal\b|rifle|pistol|handgun|revolver|gun|[Mm]agnum))"
        ),
        _short_decimal,
    ),
    Rule(re.compile(r"\b(?:Boeing|Airbus) (?:[A-Z]-?)?(?P<number>[3-7]\d[07])s?\b"), _model),
    Rule(
        re.compile(
            r"(?<![\w.,$€£])(?P<number>7[0-8]7)"
            r"(?:s\b|(?= (?:M[Aa][Xx]|Dreamliner|jumbo|jet|aircraft|plane|airliner|freighter|passenger)))"
        ),
        _model,
    ),
)
RULES = (
    Rule(
        re.compile(
            r"(?<!\w)(?:F|P|A|So|N\.E|N\.W|S\.E|S\.W|L\. ?Ed|F\. ?Supp|App|N\.Y\.S|Cal)\. ?(?P<series>[2-5])(?:d|th)(?!\w)"
        ),
        lambda match: (
            Said(match.start("series"), match.end(), f" {ordinal(int(match['series']))}"),
        ),
    ),
    Rule(
        re.compile(
            r"(?<![\w.,$])(?P<number>\d{0,2}[23])d(?=(?: and \d{0,2}[1-4]?(?:d|th|st))? (?:of [A-Z]|ed\b|Cir|Cong|Sess|Amendment"
            r"|Regiment|Infantry|Marine|Cavalry|Armored|Airborne|Fleet|Lt|Bn|Dist|Div|Battalion|Brigade|Department|Session|Street|St\b|Avenue|Ave\b))"
        ),
        lambda match: whole(match, ordinal(int(match["number"]))),
    ),
    Rule(re.compile(r"(?<![\w&#])#\s?(\d{1,4})(?!\w)"), _ranked),
    Rule(
        re.compile(
            r"(?<![\w.,$€£])(?P<number>\d{1,3}(?:,\d{3})+|\d+)(?P<ending>st|nd|rd|th|ST|ND|RD|TH|ˢᵗ|ᵗʰ)(?P<many>s)?(?!\w)"
        ),
        _ordinal,
    ),
    Rule(re.compile(r"(?<!\w)WW(?P<number>[123])(?!\w)"), _world_war),
    Rule(re.compile(rf"\b(?:{_DESIGNATED}) (?P<number>\d{{3,4}})(?![\w-]|[.,:]\d)"), _designation),
    Rule(re.compile(r"(?<=\d)(?P<plus>\+)(?!\w)"), _plus),
    Rule(
        re.compile(
            r"(?<![\w.,$€£@/])(?P<code>(?=\w*-?\w*[\d₀-₉])(?:[A-Z][A-Za-z]*-?\d+(?:\.\d+)?|\d+(?:[A-Z]+\d*|[a-z])(?![a-z])|[a-z]{1,3}\d+(?:\.\d+)?|[A-Z][A-Za-z]*[₀-₉][A-Za-z₀-₉]*)"
            r"(?:[A-Z]+\d*|[a-z](?![a-z]))*s?|[A-Z]{1,3}\d{3}[a-z]{2,5})(?![\w]|[.,:]\d|-\d)"
        ),
        _mixed,
    ),
)
