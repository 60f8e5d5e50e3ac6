"""Percentages and units behind a number. Pure."""

import re
import unicodedata
from fractions import Fraction

from oped_audio.scripting.spoken.english.grammar import is_before_noun
from oped_audio.scripting.spoken.english.numbers import (
    DASH,
    NUMBER,
    SCALE,
    cardinal,
    number,
    ordinal,
)
from oped_audio.scripting.spoken.english.units import PER, UNITS
from oped_audio.scripting.spoken.rewriting import (
    Rule,
    Said,
    groups,
    whole,
    word_after,
    word_before,
)

_UNIT = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
_PER_ONE = "|".join(sorted(map(re.escape, PER), key=len, reverse=True))
_RACES = frozenset(
    "free individual mixed race sprint dash final finals freestyle butterfly backstroke breaststroke hurdles relay "
    "record champion event heat heats medley swim steeplechase title gold run walk".split()
)
_EXTENTS = frozenset(
    (
        "tall", "high", "deep", "wide", "long", "away", "above", "below", "off", "from", "apart",
        "tower", "fence", "wall", "pool",
    )
)  # fmt: skip
VULGAR = "½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_MOST_POINTS = 40
"""Percentage points; ``746 pp.`` are pages."""
_GENES = re.compile(r"genom|chromosom|DNA|nucleotide")
_TRACK = frozenset("50 60 100 110 200 400 800 1500 1,500 5000 5,000 10,000 10000".split())


def _measure(match: re.Match[str]) -> tuple[Said, ...]:
    """``12kg`` -> ``twelve kilograms``; ``5-10%`` -> ``five to ten percent``."""
    amount, written = match["amount"], match["unit"]
    if written == "m" and not match["gap"] and _means_million(match):
        unit = "million"
    elif (
        (written == "in" and match["gap"])
        or (written == "V" and match["gap"].isspace())
        or (written == "t" and (not match["gap"].isspace() or _continues(match)))
        or (
            written in ("g", "l", "L", "W", "V", "m", "hp", "pp", "in.", "T")
            and _is_a_letter(match)
        )
        or (len(written) == 1 and _is_of_a_name(match))
    ):
        return ()
    else:
        one, many = UNITS[written]
        single = (amount == "1" and not match["first"]) or _is_run(match)
        unit = one if single or "-" in match["gap"] or is_before_noun(match) else many
        if written == "pp" and amount.isdecimal() and _means_pages(match):
            unit = "pages"
        if written == "Mb" and _GENES.search(match.string):
            unit = "megabases"
    said_amount = number(amount)
    if written == "m" and amount in ("1500", "1,500"):
        said_amount = "fifteen hundred"
    if match["per"]:
        unit = f"{unit} per {PER[match['per']]}"
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
            Said(begin, match.end("amount"), f"{minus}{said_amount}"),
            *((Said(match.end("amount"), split, scale),) if scale else ()),
            Said(split, match.end(), unit),
        )
    if scale:
        return (
            *said,
            Said(begin, match.end("amount"), f"{minus}{said_amount}"),
            Said(match.end("amount"), match.end(), f"{scale} {unit}"),
        )
    return (*said, Said(begin, match.end(), f"{minus}{said_amount} {unit}"))


def _means_pages(match: re.Match[str]) -> bool:
    """``746 pp.``; of points there are few, and a full stop ends the sentence behind them."""
    rest = match.string[match.end() :]
    goes_on = bool(re.match(r"\.(?:[,;:)]| [a-z&])", rest))
    return goes_on or (rest[:1] == "." and int(match["amount"]) > _MOST_POINTS)


def _each(match: re.Match[str]) -> tuple[Said, ...]:
    """``12/kg`` -> ``twelve per kilogram``."""
    return whole(match, f"{number(match['amount'])} per {PER[match['unit']]}")


def _means_million(match: re.Match[str]) -> bool:
    """``5m people``, but not ``the 100m final``, ``a 3m-high fence``."""
    after = word_after(match)
    if re.match(r"[-–]\d", match.string[match.end() :]):
        return True
    if word_before(match) in ("pop", "population"):
        return True
    if not after and match["amount"] not in _TRACK and re.search(r"\bmillion\b", match.string):
        return not _continues(match)
    if match["amount"] in _TRACK and after in ("in", "at", "and", "on"):
        return False
    counts = after.islower() or (bool(after) and match["amount"] not in _TRACK)
    return counts and after not in _RACES | _EXTENTS and not _continues(match)


def _is_run(match: re.Match[str]) -> bool:
    """``the 3,000m steeplechase``."""
    return match["unit"] in ("m", "km") and word_after(match) in _RACES


def _continues(match: re.Match[str]) -> bool:
    return match.string[match.end() :][:1] == "-"


def _is_a_letter(match: re.Match[str]) -> bool:
    """``4 L`` could be a unit, ``5 m`` too; not at the end of ``Boeing 747 L``."""
    return word_before(match).lower() in ("boeing", "model", "class", "type", "route", "flight")


def _is_of_a_name(match: re.Match[str]) -> bool:
    """``RC-135W``."""
    return not match["gap"] and bool(_CAPITAL.search(match.string[: match.start()]))


_CAPITAL = re.compile(r"[A-Z]-?$")


def _minutes_and_seconds(match: re.Match[str]) -> tuple[Said, ...]:
    """``4′33″``: a foot has no thirty-three inches."""
    minutes, seconds = match[1], match[2]
    one = "minute" if minutes == "1" else "minutes"
    return whole(match, f"{number(minutes)} {one} {number(seconds.lstrip('0'))} seconds")


def _shared_among(match: re.Match[str]) -> tuple[Said, ...]:
    """``copies/L`` -> ``copies per liter``, where a number is before it."""
    per = match["per"]
    if match["what"] in _SPELLS or not _COUNT_BEFORE.search(match.string[: match.start()]):
        return ()
    return groups(match, sign=" per ", per=PER.get(per, per))


_SPELLS = frozenset("second minute hour day night week month quarter year".split())
_COUNT_BEFORE = re.compile(
    r"\d[^.;!?]{0,30}$|\b(?:one|two|three|four|five|six|ten|million) [^.;!?]{0,20}$"
)


def _behind_power(match: re.Match[str]) -> tuple[Said, ...]:
    """``10⁻⁹ g/µL`` -> ``grams per microliter``."""
    per = f" per {PER[match['per']]}" if match["per"] else ""
    return (Said(match.start("unit"), match.end(), f"{UNITS[match['unit']][1]}{per}"),)


def _after_per(match: re.Match[str]) -> tuple[Said, ...]:
    """``per ha.`` -> ``per hectare``."""
    return groups(match, unit=UNITS[match["unit"]][0])


def _feet_and_inches(match: re.Match[str]) -> tuple[Said, ...]:
    """``6'2"`` -> ``six foot two``."""
    return whole(match, f"{number(match[1])} foot {number(match[2])}")


def _two_units(match: re.Match[str]) -> tuple[Said, ...]:
    """``6ft 2in`` -> ``six feet two inches``; ``5st 9lb`` -> ``five stone nine pounds``."""
    large, small = match["large"], match["small"]
    if "s" in match["above"]:
        above, below = "stone", "pound" if small == "1" else "pounds"
    else:
        above, below = "foot" if large == "1" else "feet", "inch" if small == "1" else "inches"
    return groups(
        match,
        large=number(large),
        above=f" {above}",
        small=number(small),
        below=f" {below}",
    )


def _height(match: re.Match[str]) -> tuple[Said, ...]:
    """``6ft 2`` -> ``six foot two``."""
    return groups(match, large=number(match["large"]), above=" foot", small=number(match["small"]))


def _stone(match: re.Match[str]) -> tuple[Said, ...]:
    """``10st``: what is no ordinal is a weight."""
    if match[1].endswith("1"):
        return ()
    return whole(match, f"{number(match[1])} stone")


def _seconds(match: re.Match[str]) -> tuple[Said, ...]:
    """``9.58s``: a decimal is no decade."""
    return whole(match, f"{number(match[1])} seconds")


def _per_unit(match: re.Match[str]) -> tuple[Said, ...]:
    """``60 miles/hour``: per hour."""
    per = match["per"]
    return groups(match, sign=" per ", per=PER.get(per) or UNITS.get(per, (per,))[0])


def _behind_short_scale(match: re.Match[str]) -> tuple[Said, ...]:
    """``1.2m b/d``: another rule says the scale."""
    return groups(match, unit=UNITS[match["unit"]][1])


def _by(match: re.Match[str]) -> tuple[Said, ...]:
    """``12ft x 10ft``: by ten feet."""
    return groups(match, sign="by")


def _squared(match: re.Match[str]) -> tuple[Said, ...]:
    """``5 sq. miles``, with the unit in full."""
    return groups(match, square="square" if match["square"].startswith("s") else "cubic")


def _inches(match: re.Match[str]) -> tuple[Said, ...]:
    if match.string.count('"', 0, match.start()) % 2:
        return ()
    one = match[1] == "1" or is_before_noun(match)
    return whole(match, f"{number(match[1])} {'inch' if one else 'inches'}")


def _dimensions(match: re.Match[str]) -> tuple[Said, ...]:
    """``25 x 7 m`` -> ``twenty-five by seven meters``."""
    said = [
        Said(match.start("one"), match.end("one"), number(match["one"])),
        Said(match.end("one"), match.start("two"), " by "),
    ]
    if match["unit"]:
        said += [
            Said(match.start("two"), match.end("two"), number(match["two"])),
            Said(match.end("two"), match.end(), f" {UNITS[match['unit']][not _is_run(match)]}"),
        ]
        return tuple(said)
    return (*said, Said(match.start("two"), match.end("two"), number(match["two"])))


def _behind_fraction(match: re.Match[str]) -> tuple[Said, ...]:
    one, many = UNITS[match["unit"]]
    single = match["gap"] == "-" or not _MORE_THAN_ONE.search(match.string[: match.start()])
    return (Said(match.start(), match.end(), f" {one if single else many}"),)


_MORE_THAN_ONE = re.compile(rf"\d\s?(?:[{VULGAR}]|\d+/\d+)$")
"""``2½ cups``; of less than one there is no plural: ``¾ cup``."""


def _spoonful(match: re.Match[str]) -> tuple[Said, ...]:
    """``⅛ t.`` of a recipe."""
    return groups(match, unit=" teaspoon" if match["unit"][0] == "t" else " tablespoon")


def _inches_behind_fraction(match: re.Match[str]) -> tuple[Said, ...]:
    if match.string.count('"', 0, match.start()) % 2:
        return ()
    return whole(match, " inch" if is_before_noun(match) else " inches")


def _times(match: re.Match[str]) -> tuple[Said, ...]:
    """``2.5x`` -> ``two point five times``."""
    return whole(match, f"{number(match[1])} times")


def _mixed(match: re.Match[str]) -> tuple[Said, ...]:
    """``2½`` -> ``two and a half``."""
    whole_number, sign = match["whole"], match["sign"]
    value = Fraction(unicodedata.numeric(sign)).limit_denominator(10)
    part = fraction(value.numerator, value.denominator)
    if not whole_number:
        return whole(match, part)
    part = part.replace("one half", "a half").replace("one quarter", "a quarter")
    return whole(match, f"{cardinal(int(whole_number))} and {part}")


def fraction(above: int, below: int) -> str:
    """``3, 4`` -> ``three quarters``."""
    names = {2: ("half", "halves"), 4: ("quarter", "quarters")}
    one, many = names.get(below, (ordinal(below), f"{ordinal(below)}s"))
    return f"{cardinal(above)} {one if above == 1 else many}"


_PER_COUNT = "day|week|month|year|yr|mo|wk|hr|hour|h|s|min|acre|ha|L|l|mL|ml|kg|km|qtr|capita|person|head|ml|mile"
RULES = (
    Rule(
        re.compile(rf"(?<=[⁰¹²³⁴-⁹]) (?P<unit>{_UNIT})(?:/(?P<per>{_PER_ONE}))?(?![\w%/])"),
        _behind_power,
    ),
    Rule(
        re.compile(
            r"(?<=\bper )(?P<unit>ha|sq\. ?ft|sq ft|sqm|sqft|kg|km|lb|oz|mL|ml|kWh|MWh)\b\.?(?= |$|[,;)])"
        ),
        _after_per,
    ),
    Rule(
        re.compile(r"(?<![\w.,'’])(\d{1,3})['’′]\s?(1[2-9]|[2-5]\d)(?:[\"”″]|''|’’)"),
        _minutes_and_seconds,
    ),
    Rule(
        re.compile(r"(?<=\d)[- ]?y/o\b"),
        lambda match: whole(match, "-year-old"),
    ),
    Rule(re.compile(rf"(?<=[{VULGAR}])[″\"](?!\w)"), _inches_behind_fraction),
    Rule(re.compile(rf"(?<=[{VULGAR}])\s(?P<unit>[tT])(?=\.)"), _spoonful),
    Rule(
        re.compile(r"\b[Ee]very (?P<amount>\d+)s(?!\w)"),
        lambda match: (
            Said(match.start("amount"), match.end(), f"{number(match['amount'])} seconds"),
        ),
    ),
    Rule(
        re.compile(
            r"(?<=[\d)n] )(?P<square>(?:sq|cu)\b\.?)(?=[ -](?:miles?|kilomet|met(?:er|re)|feet|foot|yards?|inch))"
        ),
        _squared,
    ),
    Rule(
        re.compile(
            r"(?<![\w.,])(?P<large>\d{1,2})(?:(?P<above>\s?ft\.?)\s?(?P<small>\d{1,2}(?:\.\d)?)(?P<below>ins?\b|\sins?\b"
            r"(?=[,;:)]|\.?$|\.? (?:tall|high|long|deep|wide|and|by|x|or|of)\b)))"
        ),
        _two_units,
    ),
    Rule(
        re.compile(
            r"(?<![\w.,])(?P<large>\d{1,2})(?P<above>\s?st)\s?(?P<small>\d{1,2})(?P<below>\s?lbs?)\b"
        ),
        _two_units,
    ),
    Rule(
        re.compile(
            r"(?<![\w.,])(?P<large>[4-7])(?P<above>\s?ft\.?)\s?(?P<small>\d{1,2})(?=,? [a-z]|[,;)]|$|\.(?:$| ))(?! (?:feet|people|percent|million))"
        ),
        _height,
    ),
    Rule(
        re.compile(
            rf"(?<![\w.,/])(?P<one>\d+(?:\.\d+)?)\s?[x×]\s?(?P<two>\d+(?:\.\d+)?)(?:[\s-]?(?P<unit>{_UNIT})(?![\w%/]))?(?![\w^⁻⁰¹²³⁴-⁹]|[.]?\d)"
        ),
        _dimensions,
    ),
    Rule(
        re.compile(
            rf"(?<![\w.,$€£:^])(?<![^B.a-z]/)(?P<minus>[-−](?=[\d.]))?(?:(?P<first>{NUMBER})(?!\s—\s)\s?%?(?P<dash>\s?(?:{DASH})\s?))?"
            rf"(?P<amount>{NUMBER})(?: (?P<scale>{SCALE}))?(?P<gap>[\s\u00a0\u202f-]?)(?P<unit>{_UNIT})(?:/(?P<per>{_PER_ONE}))?(?![\w%²³])(?!/[a-z])"
        ),
        _measure,
    ),
    Rule(re.compile(r"(?<![\w.,])(\d+\.\d+)s(?!\w)"), _seconds),
    Rule(re.compile(r"(?<![\w.,])(\d{1,2})st(?!\w)"), _stone),
    Rule(
        re.compile(
            r"(?<=\d) ?[a-z]{2,}(?P<sign>/)(?P<per>hour|hr|mile|day|week|month|year|person|kg|km2|km|lb|gallon|second|minute)\b"
        ),
        _per_unit,
    ),
    Rule(
        re.compile(
            rf"(?<![\w/])(?P<what>[a-z]{{2,}}|[A-Z]{{2,}})(?P<sign>/)(?P<per>{_PER_COUNT})(?![\w/])"
        ),
        _shared_among,
    ),
    Rule(
        re.compile(r"(?<=\d )(?P<age>Ma)(?= ago\b)"),
        lambda match: groups(match, age="million years"),
    ),
    Rule(re.compile(rf"(?<=\d)\s?(?:{_UNIT})\s(?P<sign>[x×])\s(?=\d)"), _by),
    Rule(re.compile(r"(?<=\d)[\"”″'’′]\s?(?P<sign>[x×])\s?(?=\d)"), _by),
    Rule(
        re.compile(
            r"(?<=\d)(?:k|m|mn|mln|bn|bln|tn|trn) (?P<unit>b/d|bpd|km|kg|ha|kWh|MWh|GWh|TWh|sq km|sq mi|sq ft|sq m)(?!\w)"
        ),
        _behind_short_scale,
    ),
    Rule(
        re.compile(
            rf"(?<![\w.,/$€£:])(?P<amount>{NUMBER})/(?P<unit>(?![a-zA-Z]\b)(?:{_PER_ONE}))(?![\w/])"
        ),
        _each,
    ),
    Rule(
        re.compile(r"(?<![\w.,'’])([3-8])['’′]\s?(\d{1,2})(?:[\"”″]|''|(?![\w'’]|[.,]\d))"),
        _feet_and_inches,
    ),
    Rule(re.compile(rf"(?<![\w.,/\"])({NUMBER})[″\"](?!\w)"), _inches),
    Rule(re.compile(r"(?<![\w.,])(\d+(?:\.\d+)?)x(?!\w)"), _times),
    Rule(re.compile(rf"(?<![\w.,])(?P<whole>\d+)?\s?(?P<sign>[{VULGAR}])"), _mixed),
    Rule(
        re.compile(rf"(?:(?<=\d/\d)|(?<=[{VULGAR}]))(?P<gap>[\s-]?)(?P<unit>{_UNIT})(?!\w)"),
        _behind_fraction,
    ),
)
