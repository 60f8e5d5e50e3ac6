"""Entries of a lexicon that are more than words and spaces, such as ``C++``, in a sentence. Pure.

Words of scripts that put no space between words are found in the same way.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from oped_audio.model.lexicon import Entry, PartOfSpeech
from oped_audio.model.unspaced import is_unspaced
from oped_audio.scripting.inflections import with_ending, with_s
from oped_audio.scripting.spoken.rewriting import Origin, Said

PartOfSpeechOf = Callable[[str, int, int], PartOfSpeech | None]
"""Tells how a sentence uses what stands in it between two places."""

Stretch = tuple[int, int]
_POSSESSIVE = "(?P<possessive>['’]s)?"


@dataclass(frozen=True, slots=True)
class Sign:
    """An entry that is more than words and spaces, such as ``C++``."""

    entry: Entry
    pattern: re.Pattern[str]
    needle: str
    """In lower case; where it is not, nothing is found."""


def sign(entry: Entry, *, has_endings: bool) -> Sign:
    """The entry, made ready; ``has_endings`` tells whether it is found as a possessive too."""
    written = straight(entry.written)
    has_capital = any(map(str.isupper, written))
    forms = [written] if entry.case_sensitive or not has_capital else [written, written.upper()]
    body = "|".join(r"\s".join(map(re.escape, form.split())) for form in forms)
    body = body.replace("'", "['’]")
    ending = _POSSESSIVE if has_endings else ""
    flags = re.NOFLAG if entry.case_sensitive or has_capital else re.IGNORECASE
    before = "" if is_unspaced(written[:1]) else r"(?<!\w)"
    after = "" if is_unspaced(written[-1:]) else rf"{ending}(?!\w)"
    pattern = re.compile(f"{before}(?:{body}){after}", flags)
    return Sign(entry, pattern, max(re.split(r"['\s]", written.lower()), key=len))


def found_signs(
    signs: Iterable[Sign],
    sentence: str,
    addresses: Sequence[Stretch],
    part_of_speech: PartOfSpeechOf,
) -> list[Said]:
    """What the entries, the best first, say in the sentence without overlap; of an address, all."""
    found: list[Said] = []
    lowered = sentence.lower()
    for sign in signs:
        matches = sign.pattern.finditer(sentence) if sign.needle in lowered else ()
        for match in matches:
            is_free = not overlaps(match.span(), [(said.begin, said.end) for said in found])
            is_part = any(_is_part(match, sentence[a:b], a) for a, b in addresses)
            if (
                is_free
                and not is_part
                and is_meant(sign.entry, match.span(), sentence, part_of_speech)
            ):
                found.append(_said_for(sign.entry, match))
    return found


def _said_for(entry: Entry, match: re.Match[str]) -> Said:
    ending = "'s" if match.groupdict().get("possessive") else ""
    if entry.ipa is None:
        words = with_ending(entry.respelled or "", ending)
        return Said(match.start(), match.end(), words, None, origin(entry))
    ipa = with_s(entry.ipa) if ending else entry.ipa
    return Said(match.start(), match.end(), match[0], ipa, origin(entry))


def _is_part(match: re.Match[str], address: str, begin: int) -> bool:
    """Whether it is in the address, with more of it before or behind."""
    first, last = match.start() - begin, match.end() - begin
    is_within = first < len(address) and last > 0
    return is_within and any(map(str.isalnum, address[: max(first, 0)] + address[last:]))


def is_meant(entry: Entry, stretch: Stretch, sentence: str, part_of_speech: PartOfSpeechOf) -> bool:
    """Whether the sentence uses the stretch as the entry's part of speech."""
    wanted = entry.part_of_speech
    return wanted is None or part_of_speech(sentence, *stretch) == wanted


def origin(entry: Entry) -> Origin:
    """Where the entry's pronunciation comes from."""
    return "context" if entry.part_of_speech else "lexicon"


def overlaps(stretch: Stretch, taken: Iterable[Stretch]) -> bool:
    """Whether it has a character in common with one of the taken ones."""
    return any(begin < stretch[1] and stretch[0] < end for begin, end in taken)


def straight(word: str) -> str:
    """The word with straight apostrophes."""
    return word.replace("’", "'")
