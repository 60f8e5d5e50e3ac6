"""What a radio newsreader says in English for what is written. Pure.

The families are asked in this order, and what one has said, no later one says again.
"""

import re

from oped_audio.scripting.spoken.english import (
    abbreviations,
    addresses,
    alphanumerics,
    cardinals,
    dates,
    electronic,
    fractions,
    initialisms,
    measures,
    money,
    places,
    ranges,
    roman,
    symbols,
    telephone,
    times,
    titles,
    years,
)
from oped_audio.scripting.spoken.rewriting import Family

FAMILIES = (
    Family(re.compile(r"[@#/]|\w\.\w"), electronic.RULES),
    Family(
        re.compile(rf"[\d₀-₉{measures.VULGAR}]"),
        (
            *telephone.RULES,
            *cardinals.APART_RULES,
            *places.RULES,
            *dates.RULES,
            *times.RULES,
            *money.RULES,
            *alphanumerics.DESIGNATION_RULES,
            *alphanumerics.MODEL_RULES,
            *addresses.RULES,
            *measures.RULES,
            *years.RULES,
            *fractions.RULES,
            *ranges.RULES,
            *cardinals.SCALED_RULES,
            *alphanumerics.RULES,
        ),
    ),
    Family(
        re.compile(r"\b[NSEW]\.? [A-Z\d]|[NS][EW]\b|\b(?:Ave|Blvd)\b|[hdt] St\b"),
        addresses.DIRECTION_RULES,
    ),
    Family(
        re.compile(r"\b[IVXLC]{2,}\b|(?:[A-Z][\w.’-]*|vols?\.)\s[IVXLC]\b|WWI|\b[Pp]age [ivxl]"),
        roman.RULES,
    ),
    Family(abbreviations.SIGN, (*titles.RULES, *abbreviations.RULES, *times.HALF_RULES)),
    Family(re.compile(titles.SIGN), titles.BRITISH_RULES),
    Family(
        re.compile(r"\b(?:Jan|Feb|Mar|Apr|Ju[nl]|Aug|Sept?|Oct|Nov|Dec)[.-–]"), dates.MONTH_RULES
    ),
    Family(re.compile(r"\d"), cardinals.RULES),
    Family(re.compile(r"[a-z], [A-Z]{2}\b"), addresses.STATE_RULES),
    Family(re.compile(r"[A-Z]{2}|[A-Z]\.|[a-z][A-Z]|[A-Z]&[A-Z]"), initialisms.RULES),
    Family(re.compile(r"[²³]|[^\w\s.,;:!?'’“”\"()—-]|\b\w/"), symbols.RULES),
)
