"""Japanese -> morae, in the alphabet of Kokoro's voices.

Readings, numbers and counters are Open JTalk's, as pyopenjtalk-plus brings it with its dictionary.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from oped_audio.voices.neural.unspaced.kana import KANA, SMALL
from oped_audio.voices.neural.unspaced.merging import Syllable, merged
from oped_audio.voices.timing import Sound

PACKAGES = ("pyopenjtalk-plus",)
_LONG = "ー"
_STOP = "ッ"
_NASAL = "ン"
_BEFORE = (("mpb", "m"), ("kɡ", "ŋ"), ("ɲʨʥ", "ɲ"), ("ntdɾz", "n"))
"""What the nasal becomes before which sounds."""
_BEFORE_NOTHING = "ɴ"
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SPELLED = re.compile(r"[〇零一二三四五六七八九十百千万億兆点.]+")
"""A part of a number as Open JTalk writes it."""
_SIGN = "記号"
_INFLECTED = frozenset(("動詞", "形容詞", "助動詞"))
_ENDING = "助動詞"
_CONNECTING = frozenset(("て", "で"))


def heard(text: str, sounds: Sequence[Sound]) -> tuple[Sound, ...]:
    """``sounds``, espeak-ng's of the text, with all that Open JTalk can read read by it.

    Raises ImportError.
    """
    return merged(text, sounds, list(_syllables(text)))


def kana_sounds(kana: str) -> str:
    """A word in katakana as it is said -> its signs: ``ギンコー`` -> ``ɡʲiŋkoː``."""
    said = ""
    for at, sign in enumerate(kana):
        pair = kana[at : at + 2]
        if sign == _LONG:
            said += "ː"
        elif sign == _STOP:
            said += "ʔ"
        elif sign == _NASAL:
            said += _nasal(kana[at + 1 : at + 3])
        elif pair in KANA and len(pair) == 2:
            said += KANA[pair]
        elif sign not in SMALL or kana[at - 1 : at + 1] not in KANA or not at:
            said += KANA.get(sign, "")
    return said


def _nasal(following: str) -> str:
    after = KANA.get(following) or KANA.get(following[:1], "")
    return next((one for signs, one in _BEFORE if after[:1] and after[0] in signs), _BEFORE_NOTHING)


def _syllables(text: str) -> Iterator[Syllable]:
    """A word each, where it lies in the text."""
    import pyopenjtalk

    nodes = pyopenjtalk.run_frontend(text, use_sudachi_kanji_yomi=False)
    places = places_of([node["string"] for node in nodes], text)
    for number, (node, (begin, end)) in enumerate(zip(nodes, places, strict=True)):
        after = nodes[number + 1] if number + 1 < len(nodes) else None
        kana = "" if node["pos"] == "記号" else str(node["pron"])
        sounds = tuple(kana_sounds(kana.replace("’", "").replace("'", "")))
        yield Syllable(
            begin, end, sounds, is_joined=after is not None and _is_one_word(node, after)
        )


def _is_one_word(node: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether what follows is the ending of a verb or an adjective."""
    if node["pos"] not in _INFLECTED:
        return False
    return after["pos"] == _ENDING or after["string"] in _CONNECTING


def places_of(words: Sequence[str], text: str) -> list[tuple[int, int]]:
    """Where each word lies in the text, of which Open JTalk widens letters and spells numbers.

    The words of a number lie where its digits are, and one that is not found where the last does.
    """
    plain = "".join(map(_narrow, text))
    found: list[tuple[int, int]] = []
    at = 0
    goes_on = False
    for word in ("".join(map(_narrow, word)) for word in words):
        begin = plain.find(word, at) if word else -1
        digits = _DIGITS.search(plain, at) if _SPELLED.fullmatch(word) else None
        if goes_on and _SPELLED.fullmatch(word):
            found.append(found[-1])
            continue
        goes_on = digits is not None and not 0 <= begin < digits.start()
        if digits and goes_on:
            found.append(digits.span())
        else:
            last = found[-1] if found else (0, 0)
            found.append((begin, begin + len(word)) if begin >= 0 else last)
        at = found[-1][1]
    return found


def _narrow(sign: str) -> str:
    """Full-width letters as usual ones; a sign stays one sign."""
    plain = unicodedata.normalize("NFKC", sign)
    return plain if len(plain) == 1 else sign
