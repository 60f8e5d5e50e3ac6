"""What a reader of one script makes of a text, put in place of what espeak-ng made of it. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from oped_audio.voices.timing import Sound

_CLAUSE_ENDS = re.compile(r"[、，。．！？：；…—,;:!?]|\.(?!\w)")
_PAUSE = 2
"""Nameless sounds, as ``transcript.words`` takes them: behind a clause, and between words."""


@dataclass(frozen=True, slots=True)
class Syllable:
    """What is said of a stretch of the text, and whether the next one belongs to the same word."""

    begin: int
    """Characters from the start of the text."""
    end: int
    sounds: tuple[str, ...]
    is_joined: bool = False


def merged(text: str, sounds: Iterable[Sound], read: Sequence[Syllable]) -> tuple[Sound, ...]:
    """The sounds of the syllables, and of espeak-ng's those that lie in none of them.

    Between words is one nameless sound, behind a clause two, within a word none.
    """
    covered = {place for one in read for place in range(one.begin, one.end)}
    others: dict[int, list[str]] = {}
    for sound in sounds:
        if sound.ipa and sound.position not in covered:
            others.setdefault(sound.position, []).append(sound.ipa)
    said = [Syllable(at, at + 1, tuple(names)) for at, names in others.items()]
    said = sorted([*said, *(one for one in read if one.sounds)], key=lambda one: one.begin)
    found: list[Sound] = []
    for number, one in enumerate(said):
        found += [Sound(one.begin, 0, name) for name in one.sounds]
        after = said[number + 1].begin if number + 1 < len(said) else len(text)
        pauses = _PAUSE if _CLAUSE_ENDS.search(text, one.begin, after) else int(not one.is_joined)
        found += [Sound(one.begin, 0, "")] * pauses
    return tuple(found)
