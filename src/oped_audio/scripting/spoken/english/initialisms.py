"""Initialisms are said letter by letter, acronyms as the words that they look like. Pure."""

import re

from oped_audio.scripting.spoken.english.capitals import EMPHASISED, is_pronounceable, is_shouted
from oped_audio.scripting.spoken.english.letters import spelled
from oped_audio.scripting.spoken.rewriting import Rule, Said

_WORDS = frozenset(
    "NATO ASEAN UNESCO UNICEF UNRWA OPEC NASA FEMA AIDS COVID SARS MERS BRICS BRIC APEC NAFTA SWAT "
    "DACA DARPA FIFA UEFA INTERPOL HAMAS QUAD AUKUS NASDAQ KOSPI KOSDAQ NIKKEI PIN PINS SIM GIF ZIP "
    "TED RADAR LASER SCUBA SONAR ISIS ISIL OSHA NIMBY YIMBY CISA SCOTUS POTUS FLOTUS DOGE MAGA GATT "
    "PETA ADIZ THAAD COMAC SMIC COVAX GAVI CERN IKEA LEGO YUKOS FARC TEPCO NOAA NORAD SEATO "
    "CENTCOM AFRICOM INDOPACOM EUCOM USAID AIPAC ECOWAS MERCOSUR CARICOM EURATOM FRONTEX SIPRI "
    "SWIFT PISA STEM SALT START NICE TASS BAFTA GRECO SARS ERASMUS AMBER CAPTCHA DREAM CHIPS "
    "HIPAA RICO RAND COBRA EBITDA LIBOR FICA MEDICARE MEDICAID HUD PAC PACS ICE MADD MAX COP COPS "
    "SAG JAG WIC ROTC AWOL SNAP RINO RAM ROM CAT PET SAM MAC LOL GAAP FINRA LSAT MCAT GMAT BART SADC PEN CRISPR DAX CAC LIV".split()
)
INITIALISMS = frozenset(
    "IAEA ACLU USDA UCLA OSCE ICAO ISDA IUCN IMAX NCAA NAACP USSR AFSCME AOC MIA POW IDF UAE EU UK "
    "US UN USA IRA IOU IPO EPA OECD IEA ILO IOC AUMF IEEE AARP ESPN ISI BAE EADS LGBTQIA SLGBTQIA "
    "UNGA USMCA OAS USAF USTA NYSE PAYE AIIB SEIU ASAP UNEP EEOC IBEW AFGE SAIC FAO AAPI ECHR AFSC NAEP".split()
)
_SAID = {
    "NAACP": "N double A C P", "NCAA": "N C double A", "AAA": "triple A", "IEEE": "I triple E",
    "USAID": "U S A I D", "JPEG": "jay peg", "CD-ROM": "C D rom", "RCEP": "R sep", "AARP": "A A R P",
    "UNRWA": "unruh", "UNGA": "U N G A", "THAAD": "thad", "NOAA": "noah", "HIPAA": "hippa",
    "TEPCO": "tepco", "OK": "okay", "OKs": "okays", "TV": "T V", "IMAX": "eye max",
}  # fmt: skip
_ACRONYMS = _WORDS | INITIALISMS
_SPELLED_IN_CAPITALS = INITIALISMS | frozenset(
    "AI AP CEO CIA GOP SEC EPA IPO IRA IRS VIP UFO LA NY ID AG DA PLA PLO ROK NIH DUP RAF IOC UAW LED ROC AFL "
    "NAB DEI DEA OAS AOC CAA FAA AU TV AC".split()
)
"""Among words in capitals, what could be pronounced and is not."""
_DOTTED = re.compile(
    r"(?<![\w.])(?P<letters>(?:[A-Z]\.[\s\u00a0]?(?=[A-Z]\.))*[A-Z]\.)(?P<many>[’']?s\b)?(?=(?<=s)\.|[\s\u00a0,;:!?)\]”’\"—–-]|$|s\b|[’'])"
)
_CAPITAL_WORD = re.compile(
    r"(?<![\w.@#])(?<!\b[OD][’'])(?P<before>[a-z]{1,2})?(?P<letters>[A-Z]{2,}(?:&[A-Z]+)?|[A-Z]&[A-Z])(?P<many>s(?!\w))?(?P<own>[’'](?:s(?!\w)|(?!\w)))?(?![\w])"
)
_SMALL_WITHIN = re.compile(
    r"(?<![\w.@#])(?P<letters>(?!Mc|De|Di|Du|La|Le|Te|Xi|YoY|QoQ|MoM)[A-Z][a-z][A-Z])(?!\w)"
)


def _dotted(match: re.Match[str]) -> tuple[Said, ...]:
    """``U.S.`` -> ``U S``; the last full stop stays where it ends the sentence."""
    written = match["letters"]
    letters = re.findall(r"[A-Z]", written)
    rest = match.string[match.end() :].strip(" \"”’')]")
    ends = not rest and not match["many"]
    if len(letters) == 1 and (ends or match.start() == 0):
        return ()
    stop = match.end("letters") - (1 if ends else 0)
    tokens = list(re.finditer(r"\S+", written))
    parts = []
    for token in tokens:
        begin, end = match.start() + token.start(), min(match.start() + token.end(), stop)
        if match["many"] and token is tokens[-1]:
            parts.append(
                spelled(begin, match.end("many"), token[0], match["many"].replace("’", "'"))
            )
        else:
            parts.append(spelled(begin, end, token[0]))
    return tuple(parts)


def _capitals(match: re.Match[str]) -> tuple[Said, ...]:
    """``ROK`` -> ``R O K``; ``NATO`` and words in capitals stay."""
    written = match["letters"]
    ending = "s" if match["many"] else ""
    own = "'s" if match["own"] and not match["many"] else ""
    if match["before"]:
        return _prefixed(match, ending + own)
    if written + ending in _SAID:
        return (Said(match.start(), match.end(), f"{_SAID[written + ending]}{own}"),)
    if written in _SAID:
        return (Said(match.start(), match.end(), f"{_SAID[written]}{ending}{own}"),)
    if not is_initialism(written) or (
        _is_word_in_capitals(written) and is_shouted(match, _ACRONYMS)
    ):
        return ()
    first, _, second = written.partition("&")
    if not second:
        return (spelled(match.start(), match.end(), written, ending + own),)
    sign = match.start() + len(first)
    return (
        spelled(match.start(), sign, first),
        Said(sign, sign + 1, " and "),
        spelled(sign + 1, match.end(), second, ending + own),
    )


def _prefixed(match: re.Match[str], ending: str) -> tuple[Said, ...]:
    """``mRNA`` -> ``m R N A``."""
    return (
        Said(match.start(), match.end("before"), match["before"]),
        spelled(match.start("letters"), match.end(), match["letters"], ending),
    )


def is_initialism(written: str) -> bool:
    """Whether capitals are said one by one: what cannot be pronounced, or has three or less."""
    if written in _WORDS or written in EMPHASISED:
        return False
    if written in INITIALISMS or "&" in written or len(written) <= 3:
        return True
    return len(written) <= 6 and not is_pronounceable(written)


def _is_word_in_capitals(written: str) -> bool:
    return written not in _SPELLED_IN_CAPITALS and is_pronounceable(written)


def _small_within(match: re.Match[str]) -> tuple[Said, ...]:
    """``MoD`` -> ``M O D``."""
    return (spelled(match.start(), match.end(), match["letters"]),)


RULES = (Rule(_DOTTED, _dotted), Rule(_CAPITAL_WORD, _capitals), Rule(_SMALL_WITHIN, _small_within))
