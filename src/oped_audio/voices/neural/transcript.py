"""What espeak-ng heard in a text -> its words, each with its punctuation. Pure.

espeak-ng tells sounds and pauses, but not which sign made a pause; the signs come from the text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from oped_audio.model.ipa import STRESSES, is_vowel
from oped_audio.voices.timing import Sound


@dataclass(frozen=True, slots=True)
class Word:
    """What espeak-ng says in one breath: a word, or several that it runs together."""

    position: int
    """Characters from the start of the text."""
    sounds: tuple[str, ...]
    """IPA, stresses before their vowels, with the ``ʲ`` by which English glides to a vowel."""
    before: str = ""
    """Opening signs: ``“`` and ``(``."""
    after: str = ""
    """Signs behind it: ``. , ; : ! ? … — ) ”``."""
    is_joined: bool = False
    """Whether no space follows it, as within the words of languages that are written without."""


_BRACKETED = re.compile(r"\[\[.*?\]\]")
_SAME = str.maketrans({
    "、": ",", "，": ",", "،": ",", "。": ".", "．": ".", "।": ".", "！": "!", "？": "?", "؟": "?",
    "：": ":", "；": ";", "؛": ";", "–": "—", "―": "—", "⸺": "—", "«": "“", "»": "”", "„": "“",
    "《": "“", "》": "”", "「": "“", "」": "”", "（": "(", "）": ")", "¿": " ", "¡": " ",
})  # fmt: skip
_BETWEEN = re.compile(r"[^\w]*$")
_SIGN = re.compile(r'\.\.+|…|--+|(?<=\s)-(?=\s)|[.,;:!?—()“”"]')
_CALLED = {"..": "…", "--": "—", "-": "—"}
_PAUSE = 2
_NOWHERE = -2
_OPENING = "“("
_STOPS = ".!?…"
_CLAUSE_ENDS = ".,;:!?…—"
_GLIDE = "ʲ"
_UNSPACED = frozenset(("zh", "ja"))
_CLOSE = ("iː", "i", "ɪ")


def words(text: str, sounds: Sequence[Sound], language: str) -> list[Word]:
    """The words in order; the last ends with a full stop if no other sign ends it.

    ``text`` is what espeak-ng was given, with phonemes in double brackets, ``sounds`` what it gave;
    ``language`` is the primary subtag.
    """
    plain = _BRACKETED.sub(lambda match: "x" * len(match[0]), text).translate(_SAME)
    heard = list(_heard(sounds, language))
    found: list[Word] = []
    before = _signs(plain[: heard[0][0]], opening=True, is_first=True)[1] if heard else ""
    for index, (position, names, silent) in enumerate(heard):
        is_last = index + 1 == len(heard)
        end = len(plain) if is_last else max(heard[index + 1][0], position)
        between = _BETWEEN.search(plain, position, end)
        after, opening = _signs(between[0] if between else "", opening=not is_last)
        after = _of_one_clause(after, pauses=silent > 1)
        is_joined = language in _UNSPACED and not silent
        found.append(Word(position, tuple(names), before, after, is_joined))
        before = opening
    if found and not set(found[-1].after) & set(_STOPS):
        last = found[-1]
        after = "".join(sign for sign in last.after if sign not in _CLAUSE_ENDS)
        found[-1] = replace(last, after=f".{after}", is_joined=False)
    return found


def _heard(sounds: Sequence[Sound], language: str) -> Iterator[tuple[int, list[str], int]]:
    """Position and sounds of each word, and the number of nameless sounds behind it.

    espeak-ng pauses with two; a single one may be a glide.
    """
    position, names, silent = _NOWHERE, list[str](), 0
    for sound in sounds:
        if not sound.ipa:
            silent += 1
            continue
        if names and silent == 1 and language == "en" and _glides(names[-1], sound.ipa):
            names[-1] += _GLIDE
        if sound.position != position:
            if names:
                yield position, names, silent
            position, names = sound.position, []
        names.append(sound.ipa)
        silent = 0
    if names:
        yield position, names, _PAUSE


def _glides(sound: str, after: str) -> bool:
    return sound.lstrip(STRESSES) in _CLOSE and is_vowel(after.lstrip(STRESSES))


def _signs(between: str, *, opening: bool, is_first: bool = False) -> tuple[str, str]:
    """The signs between two words: behind the first, and before the next.

    ``opening`` if there is a next one, ``is_first`` if there is none before.
    """
    after = before = ""
    for match in _SIGN.finditer(between):
        sign = _CALLED.get(match[0][:2], match[0])
        if sign == '"':
            opens = opening and (before or between[: match.start()][-1:].isspace() or is_first)
            sign = "“" if opens else "”"
        if sign in _OPENING:
            before += sign if opening else ""
        else:
            after += sign
    return after, before


def _of_one_clause(signs: str, *, pauses: bool) -> str:
    """The signs with one end of a clause at most, which is no stop where there is no pause."""
    ends = [sign for sign in signs if sign in _CLAUSE_ENDS and (pauses or sign not in _STOPS)]
    kept = next((sign for sign in ends if sign in "!?"), ends[0] if ends else "")
    found = ""
    for sign in signs:
        if sign not in _CLAUSE_ENDS:
            found += sign
        elif sign == kept:
            found, kept = found + sign, ""
    return found
