"""What is said for numbers in other languages than English. Pure.

Said in words, where num2words has the right ones: cardinals, decimals, years, per cent, ranges,
days of the month, ordinals and plain amounts. The engine reads all else as it is written: dates in
figures, times, scores, fractions, units, and every number in

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

from oped_audio.scripting.spoken.languages.amounts import amounts
from oped_audio.scripting.spoken.languages.numbers import numbers, ranges
from oped_audio.scripting.spoken.languages.numerals import NUMERALS
from oped_audio.scripting.spoken.languages.ordinals import days, decades, ordinals
from oped_audio.scripting.spoken.rewriting import Family


@cache
def families(language: str) -> tuple[Family, ...]:
    """The rules of a language, which is a primary subtag, such as ``de``; none if it has no table.

    num2words itself is loaded when the first number is met.
    """
    numerals = NUMERALS.get(language)
    if not numerals:
        return ()
    kinds = (days, ordinals, decades, amounts, ranges, numbers)
    rules = tuple(rule for kind in kinds for rule in kind(numerals))
    return (Family(re.compile(r"\d"), lambda: rules),)
