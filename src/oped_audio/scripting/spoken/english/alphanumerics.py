"""Letters and digits in one word: ``G20``, ``F-16s``, ``COVID-19``, ``5G``, ``H1N1``. Pure."""

import re

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
_WORDS = frozenset(("COP", "SAM", "MAX", "ROM", "RAM", "PAC"))
_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_PIECE = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]+")


def _mixed(match: re.Match[str]) -> tuple[Said, ...]:
    """Letters are said one by one, unless they are a word; digits as a number, or in pairs."""
    written = match["code"].translate(_SUBSCRIPTS)
    many = written.endswith("s") and len(written) > 2 and written[-2].isdigit()
    parts = [_part(piece) for piece in _PIECE.findall(written[:-1] if many else written)]
    said = " ".join(parts)
    return (Said(match.start("code"), match.end("code"), plural(said) if many else said),)


def _part(piece: str) -> str:
    if piece.isdigit():
        return _number(piece)
    if "." in piece:
        return number(piece)
    if (
        piece.isupper()
        and piece not in _WORDS
        and (len(piece) < 4 or not set(piece) & set("AEIOUY"))
    ):
        return " ".join(piece)
    return piece


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


def _pension(match: re.Match[str]) -> tuple[Said, ...]:
    """``501(c)(3)`` -> ``five oh one C three``."""
    parts = (_part(part.upper()) for part in _PIECE.findall(match["parts"]))
    return whole(match, " ".join((_number(match["number"]), *parts)))


def _model(match: re.Match[str]) -> tuple[Said, ...]:
    """``747s`` -> ``seven forty-sevens``; ``the 737 Max``."""
    many = match[0].endswith("s")
    said = _number(match["number"])
    if match["variant"]:
        said = f"{said} {_number(match['variant'])}"
    return (Said(match.start("number"), match.end(), plural(said) if many else said),)


def _world_war(match: re.Match[str]) -> tuple[Said, ...]:
    """``WW2`` -> ``World War two``."""
    return whole(match, f"World War {cardinal(int(match['number']))}")


def _designation(match: re.Match[str]) -> tuple[Said, ...]:
    """``Resolution 2231`` -> ``Resolution twenty-two thirty-one``."""
    return groups(match, number=_number(match["number"]))


def _ordinal(match: re.Match[str]) -> tuple[Said, ...]:
    number = int(match["number"].replace(",", ""))
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    if number % 100 in (11, 12, 13):
        ending = "th"
    if match["ending"].lower() != ending:
        return ()
    many = "s" if match["many"] else ""
    return whole(match, f"{ordinal(number)}{many}")


def _ranked(match: re.Match[str]) -> tuple[Said, ...]:
    """``#1`` -> ``number one``."""
    return whole(match, f"number {cardinal(int(match[1]))}")


def _plus(match: re.Match[str]) -> tuple[Said, ...]:
    return (Said(match.start("plus"), match.end(), " plus"),)


def _short_decimal(match: re.Match[str]) -> tuple[Said, ...]:
    """``batted .312`` -> ``three twelve``; ``a .22 rifle`` -> ``twenty-two``."""
    return whole(match, _number(match[0][1:].lstrip("0") or "0"))


MODEL_RULES = (
    Rule(
        re.compile(
            r"(?<![\w.,])\.\d{3}(?!\w|[.,]\d|%| ?(?:percent|inch|second|meter|mm|cm|of\b))"
            r"|(?<![\w.,])\.\d\d(?=[- ](?:caliber|calibre|cal\b|rifle|pistol|handgun|revolver|gun|[Mm]agnum))"
        ),
        _short_decimal,
    ),
    Rule(re.compile(r"(?<![\w-])A(?P<number>3[1-8]\d)-(?P<variant>\d{3,4})\b"), _model),
    Rule(
        re.compile(
            r"\b(?:Boeing|Airbus) (?:[A-Z]-?)?(?P<number>[3-7]\d[07])(?:-(?P<variant>\d{1,4}))?s?\b"
        ),
        _model,
    ),
    Rule(
        re.compile(
            r"(?<![\w.,$€£])(?P<number>7[0-8]7)(?:-(?P<variant>[89]|10|[2-9]00)(?![\w-]))?"
            r"(?:s\b|(?<=-[89])|(?<=-10)|(?<=00)|(?= (?:M[Aa][Xx]|Dreamliner|jumbo|jet|aircraft|plane|airliner|freighter|passenger)))"
        ),
        _model,
    ),
)
RULES = (
    Rule(re.compile(r"(?<![\w&#])#\s?(\d{1,4})(?!\w)"), _ranked),
    Rule(
        re.compile(
            r"(?<![\w.,$€£])(?P<number>\d{1,3}(?:,\d{3})+|\d+)(?P<ending>st|nd|rd|th|ST|ND|RD|TH|ˢᵗ|ᵗʰ)(?P<many>s)?(?!\w)"
        ),
        _ordinal,
    ),
    Rule(re.compile(r"(?<!\w)(?P<number>\d{1,4})(?P<parts>(?:\([A-Za-z0-9]{1,2}\))+)"), _pension),
    Rule(re.compile(r"(?<!\w)WW(?P<number>[123])(?!\w)"), _world_war),
    Rule(re.compile(rf"\b(?:{_DESIGNATED}) (?P<number>\d{{3,4}})(?![\w-]|[.,:]\d)"), _designation),
    Rule(re.compile(r"(?<=\d)(?P<plus>\+)(?!\w)"), _plus),
    Rule(
        re.compile(
            r"(?<![\w.,$€£@/])(?P<code>(?=\w*-?\w*[\d₀-₉])(?:[A-Z][A-Za-z]*-?\d+(?:\.\d+)?|\d+(?:[A-Z]+|[a-z])(?![a-z])|[a-z]{1,3}\d+(?:\.\d+)?|[A-Z][A-Za-z]*[₀-₉]+[A-Za-z]*)"
            r"(?:[A-Z]+\d*|[a-z](?![a-z])|neo|ceo)*s?)(?![\w]|[.,:]\d|-\d)"
        ),
        _mixed,
    ),
)
