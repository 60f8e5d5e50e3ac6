"""What a radio newsreader says in English for what is written. Pure.

The families are asked in this order, and what one has said, no later one says again. A family's sign
is in whatever its rules find; it is cheap to look for, and most sentences have none.
"""

import re
from collections.abc import Callable
from functools import cache
from importlib import import_module

from oped_audio.scripting.spoken.english import abbreviations, titles
from oped_audio.scripting.spoken.rewriting import Family, Rule


@cache
def _rules(module: str, name: str) -> tuple[Rule, ...]:
    rules: tuple[Rule, ...] = getattr(import_module(f"{__name__}.{module}"), name)
    return rules


def _of(module: str, name: str = "RULES") -> Callable[[], tuple[Rule, ...]]:
    return lambda: _rules(module, name)


_FRACTIONS = "½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_NUMBERS = tuple(
    Family(re.compile(sign), rules)
    for sign, rules in (
        (r"\d{3}|\d/\d|\d\.\d+\.\d|(?:in|on|PIN|ip|IP|de|t\.) \d\d", _of("telephone")),
        (r"\d[ \u00a0\u2009\u202f]\d{3}| 000", _of("cardinals", "APART_RULES")),
        (r"\d\s?[°ºCFNS]", _of("places")),
        (
            r"[JjFfMmAaSsOoNnDd][aepucoAEPUCO][nbrylgptvcNBRYLGPTVC]|\d[-/.]\d|\d\. ?[ivx]|[QH]\d|\dQ|FY",
            _of("dates"),
        ),
        (
            r"\d[:.]\d|\d\s?[aApP]\.?\s?[mM]|\d\s?h|\d\d (?:[a-z]{2,5}|[A-Z]{3,4})\b",
            _of("times"),
        ),
        (
            r"[$€£¥₩₹₽₺₪₦₴₫₱฿¢]|Rs|kr|zł|Tk|[A-Z]{3}|\d[pc]\b|\ds\.?,? \d+d\b|\d[sd]\. [a-z]",
            _of("money"),
        ),
        (r"\d[a-z]?\(|\d\.\d|\d-\d", _of("alphanumerics", "DESIGNATION_RULES")),
        (r"\.\d\d|Boeing|Airbus|7\d7", _of("alphanumerics", "MODEL_RULES")),
        (r"\d[A-D]? [A-Z\d]|, [A-Z]{2},? \d", _of("addresses")),
        (
            rf"[\d)n] (?:sq|cu)|[⁰¹²³⁴-⁹] [a-zA-Zµμ]|\d[\s-]?[a-zA-Z%°µμ/'’′\"″”×]|[{_FRACTIONS}]",
            _of("measures"),
        ),
        (r"\d{4}|\d0[’']?s|[’'‘]\d\d|\d\s?[BAC]\.?[CDE]|A\.?D", _of("years")),
        (r"\d\s?[/⁄]\s?[\dA-Z]", _of("fractions")),
        (r"[-–—‒‑−^+=×÷*⁻⁰¹²³⁴⁵⁶⁷⁸⁹]", _of("ranges")),
        (r"\d\s?[bBmMtkKsec]", _of("cardinals", "SCALED_RULES")),
        (r"#|[^\W\d_]-?[\d₀-₉]|\d[^\W\d_]|\d\+|[\w.] \d{3}", _of("alphanumerics")),
    )
)
FAMILIES = (
    Family(re.compile(r"[@#/]|\.\w"), _of("electronic")),
    Family(re.compile(rf"[\d₀-₉{_FRACTIONS}]"), members=_NUMBERS),
    Family(re.compile(r"[ABCDF][+−–*-]|\b(?:min|maj)\b"), _of("symbols", "LETTER_RULES")),
    Family(
        re.compile(r"\b[NSEW]\.? [A-Z\d]|[NS][EW]\b|\b(?:Ave|Blvd)\b|[hdt] St\b"),
        _of("addresses", "DIRECTION_RULES"),
    ),
    Family(
        re.compile(
            r"\b[IVXLC]{2,}\b|(?:[A-Z][\w.’-]*|vols?\.)\s[IVXLC]\b|WWI|(?:tage|lass|ype|hase)s? [IV]+[A-C]|(?:\b[Pp]age|[a-z]\.|[Cc]hapter|[Cc]anto|[Vv]olume|[Bb]ook) [ivx]+\b"
        ),
        _of("roman"),
    ),
    Family(
        abbreviations.SIGN,
        lambda: (*titles.RULES, *abbreviations.RULES, *_rules("times", "HALF_RULES")),
    ),
    Family(re.compile(titles.SIGN), lambda: titles.BRITISH_RULES),
    Family(
        re.compile(r"\b(?:Jan|Feb|Mar|Apr|Ju[nl]|Aug|Sept?|Oct|Nov|Dec)[.-–]"),
        _of("dates", "MONTH_RULES"),
    ),
    Family(re.compile(r"\d"), _of("cardinals")),
    Family(re.compile(r"[a-z], [A-Z]{2}\b"), _of("addresses", "STATE_RULES")),
    Family(re.compile(r"[A-Z]{2}|[A-Z]\.|[a-z][A-Z]|[A-Z]&[A-Z]"), _of("initialisms")),
    Family(re.compile(r"[²³]|[^\w\s.,;:!?'’“”\"()—-]|\b\w/"), _of("symbols")),
)
