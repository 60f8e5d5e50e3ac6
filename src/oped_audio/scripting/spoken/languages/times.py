"""Times of day and dates in figures: ``7.42 Uhr``, ``3 h 40``, ``24/06/2021``. Pure."""

import re
from collections.abc import Mapping

from oped_audio.scripting.spoken.languages.forms import Form, rules_of
from oped_audio.scripting.spoken.languages.numerals import NUMERALS, Numerals
from oped_audio.scripting.spoken.languages.ordinals import german_ending
from oped_audio.scripting.spoken.languages.patterns import DASHES, SPACES
from oped_audio.scripting.spoken.languages.words import cardinal, ordinal, year
from oped_audio.scripting.spoken.rewriting import Rule, Said, groups, whole

_HOUR = r"(?<![\w.,:/])(?P<hour>1\d|2[0-4]|0?\d)"
_DAY, _MONTH = r"(?P<day>3[01]|[12]\d|0?[1-9])", r"(?P<month>1[0-2]|0?[1-9])"
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"


def times(language: str) -> tuple[Rule, ...]:
    """The rules of a language; none if it has no forms here."""
    return rules_of(_FORMS.get(language, ()), NUMERALS[language])


def _german_clock(match: re.Match[str], numerals: Numerals) -> tuple[Said, ...]:
    """``7.42 Uhr`` -> ``sieben Uhr``, ``zweiundvierzig``."""
    hour = int(match["hour"])
    said = "ein" if hour == 1 else cardinal(hour, numerals)
    if match["minute"] in (None, "00"):
        return groups(match, clock=said)
    return groups(match, clock=f"{said} Uhr", name=cardinal(int(match["minute"]), numerals))


def _french_clock(match: re.Match[str], numerals: Numerals) -> tuple[Said, ...]:
    """``3 h 40`` -> ``trois heures quarante``."""
    hour, minute = int(match["hour"]), match["minute"]
    said = cardinal(hour, numerals)
    said = f"{said}e" if hour in (1, 21) else said
    name = "heure" if hour < 2 else "heures"
    minutes = int(minute) if minute else 0
    spoken = cardinal(minutes, numerals) if minutes else ""
    spoken = f"{spoken}e" if minutes in (1, 21, 31, 41, 51) else spoken
    return whole(match, f"{said} {name} {spoken}".strip())


def _spanish_clock(match: re.Match[str], numerals: Numerals) -> tuple[Said, ...]:
    """``a las 13.15 h`` -> ``trece quince``."""
    hour, minute = int(match["hour"]), int(match["minute"])
    said = "una" if hour == 1 else cardinal(hour, numerals).replace("veintiuno", "veintiuna")
    minutes = cardinal(minute, numerals) if minute else "en punto"
    return whole(match, f"{said} {minutes}")


def _german_date(match: re.Match[str], numerals: Numerals) -> tuple[Said, ...]:
    """``am 4.7.2024`` -> ``vierten Juli``; ``vom 15.7. bis`` without a year."""
    day = f"{ordinal(int(match['day']), numerals)}{german_ending(match)}"
    named = f" {year(int(match['year']), numerals)}" if match["year"] else ""
    return whole(match, f"{day} {_MONTHS['de'][int(match['month']) - 1]}{named}")


def _french_date(match: re.Match[str], numerals: Numerals) -> tuple[Said, ...]:
    """``21/07/2009`` -> ``vingt et un juillet deux mille neuf``."""
    day = "premier" if int(match["day"]) == 1 else cardinal(int(match["day"]), numerals)
    named = year(int(match["year"]), numerals)
    return whole(match, f"{day} {_MONTHS['fr'][int(match['month']) - 1]} {named}")


def _spanish_date(match: re.Match[str], numerals: Numerals) -> tuple[Said, ...]:
    """``24/06/2021``, ``27-XI-2023`` -> ``veintisiete de noviembre de dos mil veintitrés``."""
    written = match["month"]
    month = int(written) if written.isdecimal() else _ROMAN.index(written) + 1
    named = year(int(match["year"]), numerals)
    day = cardinal(int(match["day"]), numerals)
    return whole(match, f"{day} de {_MONTHS['es'][month - 1]} de {named}")


_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_MONTHS: Mapping[str, tuple[str, ...]] = {
    "de": (
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
        "Dezember",
    ),
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ),
    "es": (
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
        "diciembre",
    ),
}  # fmt: skip
_FORMS: Mapping[str, tuple[Form, ...]] = {
    "de": (
        (
            rf"(?P<clock>{_HOUR}(?:[.:](?P<minute>[0-5]\d))?)[{SPACES}](?P<name>Uhr)(?!\w)",
            _german_clock,
        ),
        (
            rf"(?<![\w.,:/]){_DAY}\.[{SPACES}]?{_MONTH}\.[{SPACES}]?{_YEAR}(?!\w|[.,]\d)",
            _german_date,
        ),
        (
            rf"(?<=m )(?<![\w.]){_DAY}\.{_MONTH}\.(?P<year>)(?=[{SPACES}](?:bis|und|an|wird|war|ist|oder)\b)",
            _german_date,
        ),
        (rf"(?<=bis ){_DAY}\.{_MONTH}\.(?P<year>)(?![\w.])", _german_date),
    ),
    "fr": (
        (rf"{_HOUR}[{SPACES}]?h(?:[{SPACES}]?(?P<minute>[0-5]\d))?(?![\w/])", _french_clock),
        (rf"(?<![\w.,:/]){_DAY}[/.]{_MONTH}[/.]{_YEAR}(?![\w/]|[.,]\d)", _french_date),
    ),
    "es": (
        (
            rf"(?<=\blas ){_HOUR}[.:](?P<minute>[0-5]\d)(?:[{SPACES}]?h(?:\b\.?|oras\b))?(?!\w|[.,:]\d)",
            _spanish_clock,
        ),
        (rf"(?<=\bla ){_HOUR}[.:](?P<minute>[0-5]\d)(?![\w%]|[.,:]\d)", _spanish_clock),
        (
            (
                rf"(?<![\w.,:/]){_DAY}(?P<sign>[/.{DASHES}])(?P<month>1[0-2]|0?[1-9]|{'|'.join(reversed(_ROMAN))})(?P=sign)"
                rf"{_YEAR}(?![\w/]|[.,]\d)"
            ),
            _spanish_date,
        ),
    ),
}
