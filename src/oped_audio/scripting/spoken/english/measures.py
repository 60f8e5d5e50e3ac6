"""Percentages and units behind a number. Pure."""

import re

from oped_audio.scripting.spoken.english.grammar import is_before_noun
from oped_audio.scripting.spoken.english.numbers import (
    DASH,
    NUMBER,
    SCALE,
    cardinal,
    number,
    ordinal,
)
from oped_audio.scripting.spoken.rewriting import Rule, Said, groups, whole, word_after, word_before

_UNITS = {
    "km": ("kilometer", "kilometers"), "m": ("meter", "meters"), "cm": ("centimeter", "centimeters"),
    "mm": ("millimeter", "millimeters"), "nm": ("nanometer", "nanometers"),
    "μm": ("micrometer", "micrometers"), "µm": ("micrometer", "micrometers"),
    "mi": ("mile", "miles"), "mi.": ("mile", "miles"), "ft": ("foot", "feet"), "ft.": ("foot", "feet"),
    "in.": ("inch", "inches"), "yd": ("yard", "yards"), "yds": ("yard", "yards"),
    "kg": ("kilogram", "kilograms"), "KG": ("kilogram", "kilograms"), "g": ("gram", "grams"),
    "mg": ("milligram", "milligrams"), "μg": ("microgram", "micrograms"),
    "µg": ("microgram", "micrograms"), "lb": ("pound", "pounds"), "lbs": ("pound", "pounds"),
    "lb.": ("pound", "pounds"), "lbs.": ("pound", "pounds"), "oz": ("ounce", "ounces"),
    "oz.": ("ounce", "ounces"), "ha": ("hectare", "hectares"), "sq km": ("square kilometer", "square kilometers"),
    "sq mi": ("square mile", "square miles"), "sq m": ("square meter", "square meters"),
    "sq ft": ("square foot", "square feet"), "sq. km": ("square kilometer", "square kilometers"),
    "sq. mi.": ("square mile", "square miles"), "sq. ft.": ("square foot", "square feet"),
    "sq. m": ("square meter", "square meters"),
    "km²": ("square kilometer", "square kilometers"), "km2": ("square kilometer", "square kilometers"),
    "m²": ("square meter", "square meters"), "m2": ("square meter", "square meters"),
    "m³": ("cubic meter", "cubic meters"), "m3": ("cubic meter", "cubic meters"),
    "km³": ("cubic kilometer", "cubic kilometers"), "cm³": ("cubic centimeter", "cubic centimeters"),
    "µg/m³": ("microgram per cubic meter", "micrograms per cubic meter"),
    "μg/m³": ("microgram per cubic meter", "micrograms per cubic meter"),
    "mph": ("mile per hour", "miles per hour"), "kph": ("kilometer per hour", "kilometers per hour"),
    "km/h": ("kilometer per hour", "kilometers per hour"), "kmh": ("kilometer per hour", "kilometers per hour"),
    "m/s": ("meter per second", "meters per second"), "mpg": ("mile per gallon", "miles per gallon"),
    "mi/h": ("mile per hour", "miles per hour"),
    "ml": ("milliliter", "milliliters"), "mL": ("milliliter", "milliliters"), "L": ("liter", "liters"),
    "l": ("liter", "liters"), "gal": ("gallon", "gallons"), "gal.": ("gallon", "gallons"),
    "W": ("watt", "watts"), "kW": ("kilowatt", "kilowatts"), "MW": ("megawatt", "megawatts"),
    "GW": ("gigawatt", "gigawatts"), "TW": ("terawatt", "terawatts"),
    "Wh": ("watt hour", "watt hours"), "kWh": ("kilowatt hour", "kilowatt hours"),
    "MWh": ("megawatt hour", "megawatt hours"), "GWh": ("gigawatt hour", "gigawatt hours"),
    "TWh": ("terawatt hour", "terawatt hours"), "kV": ("kilovolt", "kilovolts"),
    "Hz": ("hertz", "hertz"), "kHz": ("kilohertz", "kilohertz"), "MHz": ("megahertz", "megahertz"),
    "GHz": ("gigahertz", "gigahertz"), "KB": ("kilobyte", "kilobytes"), "MB": ("megabyte", "megabytes"),
    "GB": ("gigabyte", "gigabytes"), "TB": ("terabyte", "terabytes"), "PB": ("petabyte", "petabytes"),
    "mbps": ("megabit per second", "megabits per second"),
    "Mbps": ("megabit per second", "megabits per second"),
    "Gbps": ("gigabit per second", "gigabits per second"),
    "dB": ("decibel", "decibels"), "hp": ("horsepower", "horsepower"), "ppm": ("part per million", "parts per million"),
    "ppb": ("part per billion", "parts per billion"), "bps": ("basis point", "basis points"),
    "bp": ("basis point", "basis points"), "pp": ("percentage point", "percentage points"),
    "ppt": ("percentage point", "percentage points"), "pct": ("percent", "percent"), "pct.": ("percent", "percent"),
    "bpd": ("barrel per day", "barrels per day"), "b/d": ("barrel per day", "barrels per day"),
    "hr": ("hour", "hours"), "hrs": ("hour", "hours"), "hr.": ("hour", "hours"), "hrs.": ("hour", "hours"),
    "min": ("minute", "minutes"), "mins": ("minute", "minutes"), "min.": ("minute", "minutes"),
    "sec": ("second", "seconds"), "secs": ("second", "seconds"), "sec.": ("second", "seconds"),
    "ms": ("millisecond", "milliseconds"), "yrs": ("year", "years"), "yrs.": ("year", "years"),
    "rpm": ("revolution per minute", "revolutions per minute"), "psi": ("pound per square inch", "pounds per square inch"),
    "cc": ("C C", "C C"), "kcal": ("kilocalorie", "kilocalories"), "mt": ("megatonne", "megatonnes"), "Mt": ("megatonne", "megatonnes"),
    "kt": ("kiloton", "kilotons"), "Gt": ("gigatonne", "gigatonnes"), "%": ("percent", "percent"),
    "‰": ("per thousand", "per thousand"), "% points": ("percentage point", "percentage points"),
    "%-point": ("percentage point", "percentage points"),
}  # fmt: skip
_UNIT = "|".join(sorted(map(re.escape, _UNITS), key=len, reverse=True))
_PER = {unit: one for unit, (one, _) in _UNITS.items() if unit.isalnum()} | {
    word: word
    for word in (
        "day", "week", "month", "year", "hour", "minute", "second", "mile", "acre", "person", "capita",
        "head", "ton", "tonne", "gallon", "liter", "litre", "barrel", "share", "game", "household", "pound",
    )
} | {"h": "hour", "s": "second", "d": "day", "yr": "year", "dl": "deciliter", "dL": "deciliter"}  # fmt: skip
_PER_ONE = "|".join(sorted(map(re.escape, _PER), key=len, reverse=True))
_RACES = frozenset(
    (
        "race",
        "sprint",
        "dash",
        "final",
        "finals",
        "freestyle",
        "butterfly",
        "backstroke",
        "breaststroke",
        "hurdles",
        "relay",
        "record",
        "champion",
        "event",
        "heat",
        "heats",
        "medley",
        "swim",
        "steeplechase",
        "title",
        "gold",
        "run",
        "walk",
    )
)
_EXTENTS = frozenset(
    (
        "tall", "high", "deep", "wide", "long", "away", "above", "below", "off", "from", "apart",
        "tower", "fence", "wall", "pool",
    )
)  # fmt: skip
_VULGAR = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅛": (1, 8)}


def _measure(match: re.Match[str]) -> tuple[Said, ...]:
    """``12kg`` -> ``twelve kilograms``; ``5-10%`` -> ``five to ten percent``."""
    amount, written = match["amount"], match["unit"]
    if written == "m" and not match["gap"] and _means_million(match):
        unit = "million"
    elif written in ("g", "l", "L", "W", "m", "hp", "pp", "in.", "T") and _is_a_letter(match):
        return ()
    else:
        one, many = _UNITS[written]
        single = (amount == "1" and not match["first"]) or _is_run(match)
        unit = one if single or "-" in match["gap"] or is_before_noun(match) else many
    if match["per"]:
        unit = f"{unit} per {_PER[match['per']]}"
    minus = "minus " if match["minus"] else ""
    begin = match.start()
    said = []
    if match["first"]:
        said = [
            Said(begin, match.start("dash"), f"{minus}{number(match['first'])}"),
            Said(match.start("dash"), match.start("amount"), " to "),
        ]
        begin, minus = match.start("amount"), ""
    scale = f" {match['scale']}" if match["scale"] else ""
    gap = match["gap"]
    if gap.strip("-"):
        split = match.start("gap")
        return (
            *said,
            Said(begin, match.end("amount"), f"{minus}{number(amount)}"),
            *((Said(match.end("amount"), split, scale),) if scale else ()),
            Said(split, match.end(), unit),
        )
    if scale:
        return (
            *said,
            Said(begin, match.end("amount"), f"{minus}{number(amount)}"),
            Said(match.end("amount"), match.end(), f"{scale} {unit}"),
        )
    return (*said, Said(begin, match.end(), f"{minus}{number(amount)} {unit}"))


def _each(match: re.Match[str]) -> tuple[Said, ...]:
    """``12/kg`` -> ``twelve per kilogram``."""
    return whole(match, f"{number(match['amount'])} per {_PER[match['unit']]}")


def _means_million(match: re.Match[str]) -> bool:
    """``5m people``, but not ``the 100m final``, ``a 3m-high fence``."""
    after = word_after(match)
    return after.islower() and after not in _RACES | _EXTENTS and not _continues(match)


def _is_run(match: re.Match[str]) -> bool:
    """``the 3,000m steeplechase``."""
    return match["unit"] in ("m", "km") and word_after(match) in _RACES


def _continues(match: re.Match[str]) -> bool:
    return match.string[match.end() :][:1] == "-"


def _is_a_letter(match: re.Match[str]) -> bool:
    """``4 L`` could be a unit, ``5 m`` too; not at the end of ``Boeing 747 L``."""
    return word_before(match).lower() in ("boeing", "model", "class", "type", "route", "flight")


def _feet_and_inches(match: re.Match[str]) -> tuple[Said, ...]:
    """``6'2"`` -> ``six foot two``."""
    return whole(match, f"{number(match[1])} foot {number(match[2])}")


def _inches(match: re.Match[str]) -> tuple[Said, ...]:
    if match.string.count('"', 0, match.start()) % 2:
        return ()
    return whole(match, f"{number(match[1])} {'inch' if match[1] == '1' else 'inches'}")


def _inch(match: re.Match[str]) -> tuple[Said, ...]:
    """``5 ft 10 in``."""
    unit = " inch" if match["amount"] == "1" else " inches"
    return groups(match, amount=number(match["amount"]), unit=unit)


def _dimensions(match: re.Match[str]) -> tuple[Said, ...]:
    """``25 x 7 m`` -> ``twenty-five by seven meters``."""
    said = [
        Said(match.start("one"), match.end("one"), number(match["one"])),
        Said(match.end("one"), match.start("two"), " by "),
    ]
    if match["unit"]:
        said += [
            Said(match.start("two"), match.end("two"), number(match["two"])),
            Said(match.end("two"), match.end(), f" {_UNITS[match['unit']][not _is_run(match)]}"),
        ]
        return tuple(said)
    return (*said, Said(match.start("two"), match.end("two"), number(match["two"])))


def _behind_fraction(match: re.Match[str]) -> tuple[Said, ...]:
    one, many = _UNITS[match["unit"]]
    said = one if match["gap"] == "-" else many
    return (Said(match.start(), match.end(), f" {said}"),)


def _times(match: re.Match[str]) -> tuple[Said, ...]:
    """``2.5x`` -> ``two point five times``."""
    return whole(match, f"{number(match[1])} times")


def _mixed(match: re.Match[str]) -> tuple[Said, ...]:
    """``2½`` -> ``two and a half``."""
    whole_number, sign = match["whole"], match["sign"]
    above, below = _VULGAR[sign]
    part = fraction(above, below)
    if not whole_number:
        return whole(match, part)
    part = part.replace("one half", "a half").replace("one quarter", "a quarter")
    return whole(match, f"{cardinal(int(whole_number))} and {part}")


def fraction(above: int, below: int) -> str:
    """``3, 4`` -> ``three quarters``."""
    names = {2: ("half", "halves"), 4: ("quarter", "quarters")}
    one, many = names.get(below, (ordinal(below), f"{ordinal(below)}s"))
    return f"{cardinal(above)} {one if above == 1 else many}"


RULES = (
    Rule(
        re.compile(
            rf"(?<![\w.,/])(?P<one>\d+(?:\.\d+)?)\s?[x×]\s?(?P<two>\d+(?:\.\d+)?)(?:[\s-]?(?P<unit>{_UNIT})(?![\w%/]))?(?!\w)"
        ),
        _dimensions,
    ),
    Rule(
        re.compile(
            rf"(?<![\w.,/$€£:])(?P<minus>[-−](?=[\d.]))?(?:(?P<first>{NUMBER})\s?%?(?P<dash>\s?(?:{DASH})\s?))?"
            rf"(?P<amount>{NUMBER})(?: (?P<scale>{SCALE}))?(?P<gap>[\s\u00a0\u202f-]?)(?P<unit>{_UNIT})(?:/(?P<per>{_PER_ONE}))?(?![\w%²³])(?!/[a-z])"
        ),
        _measure,
    ),
    Rule(
        re.compile(
            rf"(?<![\w.,/$€£:])(?P<amount>{NUMBER})/(?P<unit>(?![a-zA-Z]\b)(?:{_PER_ONE}))(?![\w/])"
        ),
        _each,
    ),
    Rule(re.compile(r"(?<![\w.,])([3-8])['’′]\s?(\d{1,2})(?:[\"”″]|'')"), _feet_and_inches),
    Rule(
        re.compile(
            r"(?<=ft|t\.) (?P<amount>\d{1,2})(?P<unit>[ -]?in)(?=[,;:)]|\.?$|\. [A-Z]| (?:tall|high|long|deep|wide|and|by|x|or|of)\b)"
        ),
        _inch,
    ),
    Rule(re.compile(rf"(?<![\w.,/\"])({NUMBER})[″\"](?!\w)"), _inches),
    Rule(re.compile(r"(?<![\w.,])(\d+(?:\.\d+)?)x(?!\w)"), _times),
    Rule(re.compile(r"(?<![\w.,])(?P<whole>\d+)?\s?(?P<sign>[½¼¾⅓⅔⅛])"), _mixed),
    Rule(
        re.compile(rf"(?:(?<=\d/\d)|(?<=[½¼¾⅓⅔⅛]))(?P<gap>[\s-]?)(?P<unit>{_UNIT})(?!\w)"),
        _behind_fraction,
    ),
)
