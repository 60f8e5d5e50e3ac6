"""What is said for numbers in other languages than English. Pure.

Said in words, where num2words has the right ones: cardinals, decimals, years, per cent, ranges,
days of the month, ordinals and plain amounts; in German, French and Spanish abbreviations, units,
times of day, dates in figures, rulers and centuries too. The engine reads all else as it is
written: scores, most fractions, and every number in

- Arabic, Belarusian, Czech, Finnish, Hebrew, Icelandic, Latvian, Lithuanian, Polish, Russian,
  Serbian, Slovak, Slovene and Ukrainian, because its words follow the case or the gender of what
  is counted, which num2words does not know;
- Turkish, because num2words writes a number as one word, which engines stress wrongly;
- Hungarian, where engines say what num2words does;
- Amharic, Chechen, Kannada, Korean, Telugu and Welsh, where num2words fails for some numbers, and
  Bengali and Vietnamese, where it loses or adds a zero;
- Chinese and Japanese, where engines know more;
- any other language, because nobody has checked its words.
"""

import re
from functools import cache

from oped_audio.scripting.spoken.languages.abbreviations import (
    SIGN,
    abbreviations,
    fractions,
    units,
)
from oped_audio.scripting.spoken.languages.amounts import amounts
from oped_audio.scripting.spoken.languages.numbers import numbers, ranges
from oped_audio.scripting.spoken.languages.numerals import NUMERALS
from oped_audio.scripting.spoken.languages.ordinals import counted, days, decades, ordinals
from oped_audio.scripting.spoken.languages.reigns import reigns
from oped_audio.scripting.spoken.languages.short_forms import SHORT_FORMS, ShortForms
from oped_audio.scripting.spoken.languages.times import times
from oped_audio.scripting.spoken.rewriting import Family


@cache
def families(language: str) -> tuple[Family, ...]:
    """The rules of a language, which is a primary subtag, such as ``de``; none if it has no table.

    num2words itself is loaded when the first number is met.
    """
    numerals = NUMERALS.get(language)
    if not numerals:
        return ()
    short = SHORT_FORMS.get(language, ShortForms())
    kinds = (days, counted, ordinals, decades, amounts, ranges, numbers)
    said_so = (*times(language), *fractions(short))
    rules = (*said_so, *(rule for kind in kinds for rule in kind(numerals)))
    return (
        Family(_ROMAN, lambda: reigns(language)),
        Family(_DIGIT, lambda: rules),
        Family(SIGN, lambda: tuple(abbreviations(short))),
        Family(_DIGIT, lambda: tuple(units(short))),
    )


_DIGIT = re.compile(r"\d")
_ROMAN = re.compile(r"[IVXL](?![a-zà-ÿ]*[a-zà-ÿ]{3})")
