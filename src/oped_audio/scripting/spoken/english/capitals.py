"""Whether capitals can be pronounced, and whether they are shouted, as in a headline. Pure."""

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

EMPHASISED = frozenset(
    "NOT AND THE ALL YES NO IS ARE WAS OR BUT IF WE YOU HE SHE THEY MY OUR NOW NEW ONE TWO ANY MORE "
    "MOST MUST NEVER EVER ONLY VERY REAL TRUE FALSE BIG BAD GOOD BEST FREE STOP START WAR OIL MEN MAN "
    "CAN DO DOES DID HAS HAVE HAD WILL THIS THAT THESE THOSE WITH FROM FOR OF IN ON AT TO BY AS AN A I "
    "BE BEEN WHAT WHY HOW WHEN WHERE LIVE READ SEE SAY SAYS SAID GET GOT OUT OFF UP DOWN OVER TOO SO "
    "GO LET MAY ITS HIS HER HIM OWN OLD DAY YEAR TIME LIFE DEAD DIE HELL GOD JUST LIKE EVEN ALSO "
    "BREAKING WATCH NEXT LAST LEFT RIGHT EAST WEST SOUTH NORTH TOP END WIN WON LOST LOSE FAKE NEWS "
    "PHOTO VIDEO OPINION BOOK PART ACT ME".split()
)
_ONSETS = frozenset(
    "BL BR CH CL CR DH DR DW FL FR GD GH GL GN GR KH KL KR KN LH LV PH PL PR QU SC SH SK SL SM SN SP SR ST "
    "SW TH TR TW VL WH WR TS ZH CHR PHR PHN SCH SCR SHR SPL SPR SQU STR THR".split()
)
_CODAS = frozenset(
    "CK CT DH FF FT GH LD LF LK LL LM LP LS LT MP MPS MS ND NG NK NS NT NTS PS PT RB RC RD RF RG RK RL RM RN "
    "RP RS RT SH SK SP SS ST TH TS XT CH GHT LTH MPT NCH NSK NTH RCH RLD RST RTH TCH WL WN WK WTH".split()
)
_VOWELS = "[AEIOUY]{1,3}"
_SYLLABLES = re.compile(rf"([^AEIOUY]*){_VOWELS}(?:([^AEIOUY]{{1,4}}){_VOWELS})*([^AEIOUY]*)")
_INNER = re.compile(r"(?<=[AEIOUY])[^AEIOUY]+(?=[AEIOUY])")
_WORD = re.compile(r"[A-Z]{2,}")
_LOWER = re.compile(r"[a-z]")


def is_pronounceable(written: str) -> bool:
    """Whether English has such syllables: ``NATO``, ``STOCKS``, but not ``OPCW``."""
    found = _SYLLABLES.fullmatch(written)
    if not found:
        return False
    onset, _, coda = found.groups()
    return (
        (len(onset) < 2 or onset in _ONSETS)
        and (len(coda) < 2 or coda in _CODAS or (coda[-1] == "S" and _ends(coda[:-1])))
        and all(len(part) < 4 for part in _INNER.findall(written))
    )


def _ends(coda: str) -> bool:
    return len(coda) == 1 or coda in _CODAS


def is_shouted(match: re.Match[str], acronyms: frozenset[str]) -> bool:
    """Whether it stands among words in capitals that are neither initialisms nor ``acronyms``, as
    in a headline or ``LOS ANGELES (AP)``.
    """
    before, after = match.string[: match.start()], match.string[match.end() :]
    around = (*_in_capitals(reversed(before[-80:].split())), *_in_capitals(after[:80].split()))
    return any(
        word in EMPHASISED or (len(word) > 3 and word not in acronyms and is_pronounceable(word))
        for word in _WORD.findall(" ".join(around))
    )


def _in_capitals(words: Iterable[str]) -> Iterator[str]:
    """The words until one has a small letter."""
    return takewhile(lambda word: not _LOWER.search(word), words)
