"""Initialisms are said letter by letter, acronyms as the words that they look like. Pure."""

import re

from oped_audio.scripting.spoken.english.letters import spelled
from oped_audio.scripting.spoken.rewriting import Rule, Said

_WORDS = frozenset(
    "NATO ASEAN UNESCO UNICEF UNRWA OPEC NASA FEMA AIDS COVID SARS MERS BRICS BRIC APEC NAFTA SWAT "
    "DACA DARPA FIFA UEFA INTERPOL HAMAS QUAD AUKUS NASDAQ KOSPI KOSDAQ NIKKEI PIN PINS SIM GIF ZIP "
    "TED RADAR LASER SCUBA SONAR ISIS ISIL OSHA NIMBY YIMBY CISA SCOTUS POTUS FLOTUS DOGE MAGA GATT "
    "PETA ADIZ THAAD COMAC SMIC COVAX GAVI CERN IKEA LEGO YUKOS FARC ETA TEPCO NOAA NORAD SEATO "
    "CENTCOM AFRICOM INDOPACOM EUCOM USAID AIPAC ECOWAS MERCOSUR CARICOM EURATOM FRONTEX SIPRI "
    "SWIFT PISA STEM SALT START NICE TASS RIA BAFTA GRECO SARS ERASMUS AMBER CAPTCHA DREAM CHIPS "
    "MAX HIPAA RICO RAND COBRA EBITDA LIBOR FICA MEDICARE MEDICAID HUD PAC PACS SAT GOP".split()
) - {"SAT", "GOP", "ETA", "RIA"}
_LETTERS = frozenset(
    "IAEA ACLU USDA UCLA OSCE ICAO ISDA IUCN IMAX NCAA NAACP USSR AFSCME AOC MIA POW IDF UAE EU UK "
    "US UN USA IRA IOU IPO EPA IDEA OECD IEA ILO IOC IAM AUMF IEEE ABBA AARP ESPN ISI BAE EADS "
    "UNGA USMCA OAS LGBTQIA SLGBTQIA".split()
) - {"ABBA", "IDEA", "IAM"}
_SAID = {
    "NAACP": "N double A C P", "NCAA": "N C double A", "AAA": "triple A", "IEEE": "I triple E",
    "USAID": "U S A I D", "JPEG": "jay peg", "CD-ROM": "C D rom", "RCEP": "R sep", "AARP": "A A R P",
    "UNRWA": "unruh", "UNGA": "U N G A", "THAAD": "thad", "NOAA": "noah", "HIPAA": "hippa",
    "TEPCO": "tepco", "OK": "okay", "OKs": "okays", "TV": "T V", "IMAX": "eye max",
}  # fmt: skip
_EMPHASISED = frozenset(
    "NOT AND THE ALL YES NO IS ARE WAS OR BUT IF WE YOU HE SHE THEY MY OUR NOW NEW ONE TWO ANY MORE "
    "MOST MUST NEVER EVER ONLY VERY REAL TRUE FALSE BIG BAD GOOD BEST FREE STOP START WAR OIL MEN MAN "
    "CAN DO DOES DID HAS HAVE HAD WILL THIS THAT THESE THOSE WITH FROM FOR OF IN ON AT TO BY AS AN A I "
    "BE BEEN WHAT WHY HOW WHEN WHERE LIVE READ SEE SAY SAYS SAID GET GOT OUT OFF UP DOWN OVER TOO SO "
    "GO LET MAY ITS IT HIS HER HIM OWN OLD DAY YEAR TIME LIFE DEAD DIE HELL GOD JUST LIKE EVEN ALSO "
    "BREAKING WATCH NEXT LAST LEFT RIGHT EAST WEST SOUTH NORTH TOP END WIN WON LOST LOSE FAKE NEWS "
    "PHOTO VIDEO OPINION BOOK PART ACT ME US".split()
) - {"US", "WHO", "IT"}
_ONSETS = frozenset(
    "BL BR CH CL CR DR DW FL FR GL GR KL KR KN PH PL PR QU SC SH SK SL SM SN SP ST SW TH TR TW WH WR TS".split()
)
_CODAS = frozenset(
    "CK CT FF FT GH LD LF LK LL LM LP LS LT MP MPS MS ND NG NK NS NT NTS PS PT RB RC RD RF RG RK RL RM RN "
    "RP RS RT SH SK SP SS ST TH TS XT CH".split()
)
_SYLLABLES = re.compile(r"([^AEIOUY]*)[AEIOUY]{1,2}(?:([^AEIOUY]{1,3})[AEIOUY]{1,2})*([^AEIOUY]*)")
_CAPITALS = re.compile(r"(?<![\w.&])[A-Z][A-Z’'-]*[A-Z](?![\w])")
_DOTTED = re.compile(
    r"(?<![\w.])(?P<letters>(?:[A-Z]\.[\s\u00a0]?(?=[A-Z]\.))*[A-Z]\.)(?P<many>[’']?s\b)?(?=[\s\u00a0,;:!?)\]”’\"—–-]|$|s\b|[’'])"
)
_CAPITAL_WORD = re.compile(
    r"(?<![\w.@#])(?P<before>[a-z]{1,2})?(?P<letters>[A-Z]{2,}(?:&[A-Z]+)?|[A-Z]&[A-Z])(?P<many>s(?!\w))?(?P<own>[’'](?:s(?!\w)|(?!\w)))?(?![\w])"
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
            parts.append(spelled(begin, match.end("many"), token[0], "'s"))
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
    if not is_initialism(written) or _in_capitals(match):
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
    if written in _WORDS or written in _EMPHASISED:
        return False
    if written in _LETTERS or "&" in written or len(written) <= 3:
        return True
    return len(written) <= 6 and not _is_pronounceable(written)


def _is_pronounceable(written: str) -> bool:
    found = _SYLLABLES.fullmatch(written)
    if not found:
        return False
    onset, _, coda = found.groups()
    inner = re.findall(r"(?<=[AEIOUY])[^AEIOUY]+(?=[AEIOUY])", written)
    return (
        (len(onset) < 2 or onset in _ONSETS)
        and (len(coda) < 2 or coda in _CODAS)
        and all(len(part) < 3 for part in inner)
    )


def _in_capitals(match: re.Match[str]) -> bool:
    """Whether the words around are in capitals too, as in a headline."""
    around = _CAPITALS.findall(match.string[max(0, match.start() - 40) : match.end() + 40])
    return sum(len(word) > 6 or word in _EMPHASISED for word in around) >= 2 and (
        len(around) > 2 or not re.search(r"[a-z]", match.string)
    )


RULES = (Rule(_DOTTED, _dotted), Rule(_CAPITAL_WORD, _capitals))
