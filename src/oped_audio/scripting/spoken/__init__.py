"""Written tokens -> what is said for each. Pure.

A rule looks at the tokens from one place on and gives the spoken forms of as many of them as it
knows better than the engine, or none. The first rule that gives any decides; a token that no rule
knows is said as it is written, without quotation marks and brackets.
"""

from collections.abc import Callable, Sequence

from oped_audio.model.language import primary
from oped_audio.scripting.spoken.abbreviations import abbreviations
from oped_audio.scripting.spoken.dates import dates
from oped_audio.scripting.spoken.initials import initials
from oped_audio.scripting.spoken.marks import add_pauses, plain
from oped_audio.scripting.spoken.money import money
from oped_audio.scripting.spoken.numerals import numerals
from oped_audio.scripting.spoken.titles import titles

Rule = Callable[[Sequence[str], int], tuple[str, ...]]
"""Tokens and the index of the first -> spoken forms of the first ones; none if not known."""

_RULES: dict[str, tuple[Rule, ...]] = {
    "en": (titles, abbreviations, initials, dates, numerals, money),
}


def spoken_forms(tokens: Sequence[str], language: str) -> list[str]:
    """One form a token; empty for those that are shown but not said."""
    rules = _RULES.get(primary(language), ())
    forms: list[str] = []
    while len(forms) < len(tokens):
        found = next((f for rule in rules if (f := rule(tokens, len(forms)))), None)
        forms += found or (plain(tokens[len(forms)]),)
    return add_pauses(tokens, forms)
