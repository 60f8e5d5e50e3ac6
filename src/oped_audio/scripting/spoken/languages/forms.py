"""Patterns of a language, and what is said for each -> Rules. Pure."""

import re
from collections.abc import Callable, Iterable

from oped_audio.scripting.spoken.languages.numerals import Numerals
from oped_audio.scripting.spoken.rewriting import Rule, Said

Say = Callable[[re.Match[str], Numerals], tuple[Said, ...]]
Form = tuple[str, Say]
"""A pattern, and what is said for a match of it in a language with these numerals."""


def rules_of(forms: Iterable[Form], numerals: Numerals) -> tuple[Rule, ...]:
    """A rule for each form, in their order."""
    return tuple(_rule(pattern, say, numerals) for pattern, say in forms)


def _rule(pattern: str, say: Say, numerals: Numerals) -> Rule:
    return Rule(re.compile(pattern), lambda match: say(match, numerals))
