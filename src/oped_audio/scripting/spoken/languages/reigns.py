"""Roman numerals of rulers, centuries and republics in other languages than English. Pure."""

import re
from collections.abc import Mapping

from oped_audio.scripting.spoken.languages.forms import Form, rules_of
from oped_audio.scripting.spoken.languages.numerals import NUMERALS, Numerals
from oped_audio.scripting.spoken.languages.words import cardinal, ordinal
from oped_audio.scripting.spoken.rewriting import (
    Rule,
    Said,
    end_in_sentence,
    groups,
    word_before,
)
from oped_audio.scripting.spoken.roman_numerals import value

_NUMERAL = r"(?P<numeral>(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3}))"
_LONG = r"(?P<numeral>(?=[IVXL]{2})(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3}))"

_AND_SECOND = r"(?: [ya] (?P<second>[IVX]+)(?!\w))?"


def reigns(language: str) -> tuple[Rule, ...]:
    """The rules of a language; none if it has none here."""
    return rules_of(_RULES.get(language, ()), NUMERALS[language])


def _german(match: re.Match[str], numerals: Numerals) -> tuple[Said, ...]:
    """``unter Wilhelm II.`` -> ``dem Zweiten``; ``Wilhelm II. sprach`` -> ``der Zweite``."""
    said = ordinal(value(match["numeral"]), numerals).capitalize()
    before, is_she = word_before(match).lower(), match["name"] in _QUEENS
    if match["name"].endswith("s") and match["name"] not in _NAMES_IN_S:
        article, ending = ("der", "n") if is_she else ("des", "n")
    elif before in _DATIVE:
        article, ending = ("der", "n") if is_she else ("dem", "n")
    elif before in _ACCUSATIVE:
        article, ending = ("die", "") if is_she else ("den", "n")
    else:
        article, ending = ("die", "") if is_she else ("der", "")
    return (Said(match.start("numeral"), end_in_sentence(match), f"{article} {said}{ending}"),)


_DATIVE = frozenset(("unter", "von", "mit", "bei", "zu", "nach", "seit", "vor", "gegenüber", "aus"))
_ACCUSATIVE = frozenset(("durch", "für", "gegen", "ohne", "um"))
_QUEENS = frozenset(("Elisabeth", "Elizabeth", "Katharina", "Margrethe", "Maria", "Isabella"))
_NAMES_IN_S = frozenset(("Pius", "Julius", "Nikolaus", "Charles", "Felix", "Darius", "Johannes"))
_GERMAN_NAMES = (
    "Friedrich Wilhelm|Johannes Paul|Juan Carlos|Wilhelm|Friedrich|Ludwig|Karl|Heinrich|Otto|Georg|Elisabeth"
    "|Elizabeth|Katharina|Johannes|Paul|Pius|Benedikt|Leo|Napoleon|Franz|Joseph|Philipp|Maximilian|Gregor"
    "|Innozenz|Clemens|Gustav|Christian|Alexander|Nikolaus|Peter|Charles|Felipe|Harald|Albert|Leopold|Rudolf"
    "|Konrad|Ferdinand|Julius|Margrethe|Gustav Adolf|Carl Gustaf|Carl|Ramses|Darius|Friedrich August|August"
)


def _french_ordinal(match: re.Match[str], numerals: Numerals) -> tuple[Said, ...]:
    """``XIXe`` -> ``dix-neuvième``; ``François Ier`` -> ``premier``."""
    number, mark = value(match["numeral"]), match["mark"]
    said = ordinal(number, numerals)
    if number == 1:
        said = "première" if mark in ("re", "ʳᵉ", "ère") else "premier"
    return groups(match, whole=said, century="siècle")


def _cardinal(match: re.Match[str], numerals: Numerals) -> tuple[Said, ...]:
    """``Louis XIV`` -> ``quatorze``; ``siglo XX`` -> ``veinte``."""
    said = groups(match, numeral=cardinal(value(match["numeral"]), numerals))
    return (*said, *_second(match, numerals))


def _second(match: re.Match[str], numerals: Numerals) -> tuple[Said, ...]:
    """``siglos XVI y XVII``."""
    second = match.groupdict().get("second")
    return groups(match, second=cardinal(value(second), numerals)) if second else ()


def _spanish(match: re.Match[str], numerals: Numerals) -> tuple[Said, ...]:
    """``Felipe II`` -> ``segundo``; ``Alfonso XIII`` -> ``trece``."""
    number = value(match["numeral"])
    if number > numerals.highest_ordinal:
        return groups(match, numeral=cardinal(number, numerals))
    said = ordinal(number, numerals)
    if match["name"] in ("Isabel", "Catalina", "Margarita", "Juana", "Cristina"):
        said = f"{said.removesuffix('o')}a"
    return groups(match, numeral=said)


def _spanish_century(match: re.Match[str], numerals: Numerals) -> tuple[Said, ...]:
    """``el s. XX`` -> ``siglo``, ``veinte``."""
    said = cardinal(value(match["numeral"]), numerals)
    short = "siglos" if match["short"] == "ss." else "siglo"
    return (*groups(match, short=short, numeral=said), *_second(match, numerals))


_SPANISH_NAMES = (
    "Juan Carlos|Juan Pablo|Felipe|Alfonso|Carlos|Fernando|Isabel|Pío|Pablo|Jorge|Enrique|Francisco|Jaime|Pedro"
    "|Sancho|Luis|Napoleón|León|Benedicto|Clemente|Gregorio|Juan|Guillermo|Catalina|Margarita|Nicolás|Alejandro"
    "|Constantino|Leopoldo|Balduino|Alberto|Harald|Gustavo|Cristina|Ramiro|Mohamed|Hasán|Ramsés|Eduardo|Jacobo"
)
_FRENCH_NAMES = "Charles|Henri|Louis|Pie|Paul|Georges|Philippe|Édouard|Sixte|Clément|Léon|Benoît|Jean|François|Napoléon"
_RULES: Mapping[str, tuple[Form, ...]] = {
    "de": (
        (
            rf"\b(?P<name>(?:{_GERMAN_NAMES})s?) {_NUMERAL}(?:\.(?=\s+[^\W\d_]|[,;:!?)]|\W*$)|(?=[\s,;:!?)]|$))",
            _german,
        ),
    ),
    "fr": (
        (
            (
                r"(?<![\w.])(?P<whole>(?P<numeral>(?=[VX]|I[IVX])X{0,3}(?:IX|IV|V?I{0,3})|I(?=[eè]r|re|ᵉʳ|ʳᵉ))"
                r"(?P<mark>e|ème|ᵉ|er|re|ère|ᵉʳ|ʳᵉ))(?![\w’])(?: (?P<century>s\.)(?!\w))?"
            ),
            _french_ordinal,
        ),
        (rf"(?<![\w.])[A-ZÉ][\w’-]+ {_LONG}(?![\w’])", _cardinal),
        (rf"\b(?:{_FRENCH_NAMES}) (?P<numeral>[VX])(?![\w’.])", _cardinal),
    ),
    "es": (
        (rf"(?<!\w)(?P<short>ss?\.) {_NUMERAL}(?!\w){_AND_SECOND}", _spanish_century),
        (rf"\b[Ss]iglos? {_NUMERAL}(?!\w){_AND_SECOND}", _cardinal),
        (rf"\b(?P<name>{_SPANISH_NAMES}) {_NUMERAL}(?!\w|\.\w)", _spanish),
    ),
}
