"""What espeak-ng heard in a text -> its words, each with its punctuation. Pure.

espeak-ng tells sounds and pauses, but not which sign made a pause; the signs come from the text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from oped_audio.voices.timing import Sound


@dataclass(frozen=True, slots=True)
class Word:
    """What espeak-ng says in one breath: a word, or several that it runs together."""

    position: int
    """Characters from the start of the text."""
    sounds: tuple[str, ...]
    """IPA, stresses before their vowels."""
    before: str = ""
    """Opening signs: ``“`` and ``(``."""
    after: str = ""
    """Signs behind it: ``. , ; : ! ? … — ) ”``."""


_BRACKETED = re.compile(r"\[\[.*?\]\]")
_SAME = str.maketrans({
    "、": ",", "，": ",", "،": ",", "。": ".", "．": ".", "।": ".", "！": "!", "？": "?", "؟": "?",
    "：": ":", "；": ";", "؛": ";", "–": "—", "―": "—", "⸺": "—", "«": "“", "»": "”", "„": "“",
    "《": "“", "》": "”", "「": "“", "」": "”", "（": "(", "）": ")", "¿": " ", "¡": " ",
})  # fmt: skip
_BETWEEN = re.compile(r"[^\w]*$")
_SIGN = re.compile(r'\.\.+|…|--+|(?<=\s)-(?=\s)|[.,;:!?—()“”"]')
_CALLED = {"..": "…", "--": "—", "-": "—"}
_OPENING = "“("
_STOPS = ".!?…"
_CLAUSE_ENDS = ".,;:!?…—"


def words(text: str, sounds: Sequence[Sound]) -> list[Word]:
    """The words in order; the last ends with a full stop if no other sign ends it.

    ``text`` is what espeak-ng was given, with phonemes in double brackets, ``sounds`` what it gave.
    """
    plain = _BRACKETED.sub(lambda match: "x" * len(match[0]), text).translate(_SAME)
    heard = list(_heard(sounds))
    found: list[Word] = []
    before = _signs(plain[: heard[0][0]], opening=True)[1] if heard else ""
    for index, (position, names, pauses) in enumerate(heard):
        is_last = index + 1 == len(heard)
        end = len(plain) if is_last else max(heard[index + 1][0], position)
        between = _BETWEEN.search(plain, position, end)
        after, opening = _signs(between[0] if between else "", opening=not is_last)
        if not pauses:
            after = "".join(sign for sign in after if sign not in _STOPS)
        found.append(Word(position, names, before, after))
        before = opening
    if found and not set(found[-1].after) & set(_STOPS):
        last = found[-1]
        after = "".join(sign for sign in last.after if sign not in _CLAUSE_ENDS)
        found[-1] = Word(last.position, last.sounds, last.before, f".{after}")
    return found


def _heard(sounds: Sequence[Sound]) -> Iterator[tuple[int, tuple[str, ...], bool]]:
    """Position and sounds of each word, and whether espeak-ng pauses behind it."""
    groups = [
        (position, tuple(sound.ipa for sound in group))
        for position, group in groupby(sounds, attrgetter("position"))
    ]
    spoken = [index for index, (_, names) in enumerate(groups) if any(names)]
    for index in spoken:
        position, names = groups[index]
        follows = groups[index + 1][1] if index + 1 < len(groups) else ("",)
        yield position, tuple(filter(None, names)), not (names[-1] and follows[0])


def _signs(between: str, *, opening: bool) -> tuple[str, str]:
    """The signs between two words: behind the first, one of a clause at most, and before the next.

    Without ``opening`` there is no next one.
    """
    after = before = ""
    for match in _SIGN.finditer(between):
        sign = _CALLED.get(match[0][:2], match[0])
        if sign == '"':
            closes = match.start() == 0 or not between[match.start() - 1].isspace()
            sign = "”" if closes and (between[: match.start()] or not opening) else "“"
        if sign in _OPENING:
            before += sign if opening else ""
        elif sign in _CLAUSE_ENDS:
            if not set(after) & set(_CLAUSE_ENDS):
                after += sign
            elif sign in "!?":
                after = after.replace(next(s for s in after if s in _CLAUSE_ENDS), sign)
        else:
            after += sign
    return after, before
