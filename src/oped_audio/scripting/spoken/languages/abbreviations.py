"""Abbreviations, units behind numbers and common fractions, for a table of short forms. Pure."""

import re
from collections.abc import Iterable, Iterator

from oped_audio.scripting.spoken.languages.patterns import SPACES
from oped_audio.scripting.spoken.languages.short_forms import ShortForms
from oped_audio.scripting.spoken.rewriting import (
    Rule,
    Said,
    end_in_sentence,
    groups,
    word_before,
)

SIGN = re.compile(r"[^\W\d_]\.|\d|[°º§~/]|\b(?:M(?:me|lle|mes|gr|e)|[DP]rs?|Ste?|EE ?UU|Vve)\b")
"""In whatever one of the rules finds."""
_ONE = re.compile(r"(?<![\d.,])1\W*$")
_AFTER_NUMBER = re.compile(rf"\d[{SPACES}]?$")
_INITIAL = len("D.")


def abbreviations(short: ShortForms) -> Iterator[Rule]:
    """``z. B.`` -> ``zum Beispiel``; ``n° 5`` -> ``numéro``; ``D. Juan`` -> ``don``."""
    by_form = {_unspaced(form): said for form, said in short.anywhere.items()}

    def anywhere(match: re.Match[str]) -> tuple[Said, ...]:
        """The full stop of one that ends the sentence stays; a unit agrees with its number."""
        if match[0] in short.units and _AFTER_NUMBER.search(match.string[: match.start()]):
            return ()
        return (Said(match.start(), end_in_sentence(match), by_form[_unspaced(match[0])]),)

    def before_number(match: re.Match[str]) -> tuple[Said, ...]:
        """Not the letter between the numbers of ``10 p. 100``."""
        if len(match["short"]) == _INITIAL and _AFTER_NUMBER.search(match.string[: match.start()]):
            return ()
        return groups(match, short=f"{short.before_number[match['short']]} ")

    def before_name(match: re.Match[str]) -> tuple[Said, ...]:
        """Not of the initial in ``Juan D. Perón``."""
        if len(match["short"]) == _INITIAL and word_before(match)[:1].isupper():
            return ()
        return groups(match, short=short.before_name[match["short"]])

    yield Rule(
        re.compile(rf"(?<![\w.])(?<!\d\.)(?:{_any_of(short.anywhere)})(?![\w’/])"),
        anywhere,
    )
    yield Rule(
        re.compile(
            rf"(?<![\w.])(?P<short>{_any_of(short.before_number)})(?=[{SPACES}]?(?:\d|[IVX]+\b))"
        ),
        before_number,
    )
    yield Rule(
        re.compile(
            rf"(?<![\w.-])(?P<short>{_any_of(short.before_name)})(?=[{SPACES}](?![A-Z]\. [A-Z])(?:[^\W\d_a-zß-ÿ]|l[ea] |et M))"
        ),
        before_name,
    )


def units(short: ShortForms) -> Iterator[Rule]:
    """``5 km`` -> ``Kilometer``; ``5 €/kg`` -> ``pro Kilogramm``; the number is another rule's."""

    by_form = {_unspaced(form): names for form, names in short.units.items()}

    def unit(match: re.Match[str]) -> tuple[Said, ...]:
        one, many = by_form[_unspaced(match["unit"])]
        name = one if _ONE.search(match.string[: match.start("unit")]) else many
        per = f" {short.per} {short.shares[match['share']]}" if match["share"] else ""
        return (Said(match.start("unit"), end_in_sentence(match), f" {name}{per}"),)

    def share(match: re.Match[str]) -> tuple[Said, ...]:
        name = short.shares[match["share"]]
        return (Said(match.start("slash"), match.end(), f" {short.per} {name}"),)

    shares = _any_of(short.shares)
    yield Rule(
        re.compile(
            rf"(?<=\d)[{SPACES}]?(?P<unit>{_any_of(short.units)})(?:/(?P<share>{shares}))?(?![\w/²³€’]| 100\b)"
        ),
        unit,
    )
    yield Rule(
        re.compile(
            rf"(?<=\d)(?:[{SPACES}]?[€$])?(?: [^\W\d_]+){{0,2}}(?P<slash>/)(?P<share>{shares})(?!\w)"
        ),
        share,
    )


def fractions(short: ShortForms) -> Iterator[Rule]:
    """``2/3`` -> ``zwei Drittel``."""
    yield Rule(
        re.compile(rf"(?<![\w/.,])(?P<fraction>{_any_of(short.fractions)})(?![\w/]|[.,]\d)"),
        lambda match: groups(match, fraction=short.fractions[match["fraction"]]),
    )


def _any_of(forms: Iterable[str]) -> str:
    """Any of them, with whatever space they have; the longest first."""
    longest_first = sorted(forms, key=len, reverse=True)
    escaped = (re.escape(form).replace(r"\ ", f"[{SPACES}]?") for form in longest_first)
    return "|".join(escaped) or "(?!)"


def _unspaced(form: str) -> str:
    return re.sub(rf"[{SPACES}]", "", form)
