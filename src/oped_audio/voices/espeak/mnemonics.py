"""IPA -> the names that espeak-ng has for the phonemes of a voice. Pure."""

from collections.abc import Sequence

from oped_audio.model.ipa import LONG, NASAL, STRESSES, SYLLABIC, is_vowel, symbols

_CONSONANTS = {
    "p": "p", "b": "b", "t": "t", "d": "d", "k": "k", "ɡ": "g", "f": "f", "v": "v", "s": "s",
    "z": "z", "ʃ": "S", "ʒ": "Z", "h": "h", "m": "m", "n": "n", "ŋ": "N", "l": "l", "ɹ": "r",
    "j": "j", "w": "w", "tʃ": "tS", "dʒ": "dZ", "θ": "T", "ð": "D", "x": "x", "ɾ": "*", "ç": "C",
    "ʔ": "?",
    # the nearest that every voice has
    "ħ": "h", "ɦ": "h", "ʜ": "h", "ʁ": "r", "ʀ": "r", "ɻ": "r", "ɽ": "r", "ɺ": "*", "ɸ": "f",
    "ⱱ": "v", "ɱ": "m", "ɴ": "n", "ʈ": "t", "ɖ": "d", "ʍ": "w", "ɥ": "w", "ɰ": "w", "ɮ": "l",
    "ʟ": "l", "ɓ": "b", "ʙ": "b", "ɗ": "d", "ɢ": "g", "ɠ": "g", "ʛ": "g", "ʕ": "?", "ʢ": "?",
    "ʡ": "?", "ɧ": "S",
}  # fmt: skip
_ENGLISH = _CONSONANTS | {
    "χ": "x", "ɣ": "g", "q": "k", "c": "tS", "ɟ": "dZ", "ʄ": "dZ", "β": "v", "ʋ": "v", "ɳ": "n",
    "ɭ": "l", "ɕ": "S", "ʑ": "Z", "ʂ": "S", "ʐ": "Z", "ɲ": "n|j", "ʎ": "l|j", "ʝ": "j", "ɬ": "l",
    "n̩": "n-", "m̩": "@|m", "l̩": "@L", "ɹ̩": "3",
    "iː": "i:", "i": "i:", "ɪ": "I", "eɪ": "eI", "e": "E", "eː": "eI", "ɛ": "E", "æ": "a", "a": "a",
    "aː": "A:", "ɑː": "A:", "ɑ": "A:", "ɒ": "0", "ɔː": "O:", "ɔ": "O:", "oʊ": "oU", "əʊ": "oU",
    "o": "oU", "oː": "oU", "ʊ": "U", "uː": "u:", "u": "u:", "ʌ": "V", "ə": "@", "ɐ": "a#",
    "ɜː": "3:", "ɜ": "3:", "ɝ": "3:", "ɚ": "3", "aɪ": "aI", "aʊ": "aU", "ɔɪ": "OI", "ɪə": "i@",
    "eə": "e@", "ɛə": "e@", "ʊə": "U@", "ᵻ": "I2", "ᵊ": "@", "ɨ": "I", "ɘ": "@", "ɵ": "@", "ɤ": "V",
    "ɞ": "3:", "y": "u:", "ʏ": "U", "ø": "3:", "œ": "3:", "ɶ": "a", "ɯ": "U", "ʉ": "u:",
    "ɛ\u0303": "a|n", "a\u0303": "A:|n", "œ\u0303": "V|n", "o\u0303": "O:|n", "ɒ\u0303": "O:|n",
}  # fmt: skip
"""For sounds of other languages the ones that speakers of English say instead."""
_ANY = _CONSONANTS | {
    "χ": "X", "ɣ": "Q", "q": "q", "c": "c", "ɟ": "J", "ʄ": "J", "β": "B", "ʋ": "v#", "ɳ": "n.",
    "ɭ": "l.", "ɕ": "S;", "ʑ": "Z;", "ʂ": "s.", "ʐ": "z.", "ɲ": "n^", "ʎ": "l^", "ʝ": "J^",
    "ɬ": "l#",
    "i": "i", "ɪ": "i", "e": "e", "ɛ": "e", "æ": "a", "a": "a", "ɑ": "a", "ɒ": "o", "ɔ": "o",
    "o": "o", "ʊ": "u", "u": "u", "ʌ": "a", "ə": "@", "ɐ": "a", "ɜ": "e", "ɝ": "e|r", "ɚ": "e|r",
    "ᵻ": "i", "ᵊ": "@", "ɨ": "i", "ɘ": "e", "ɵ": "e", "ɤ": "o", "ɞ": "e", "y": "u", "ʏ": "u",
    "ø": "e", "œ": "e", "ɶ": "a", "ɯ": "u", "ʉ": "u",
    "iː": "i:", "eː": "e:", "ɛː": "e:", "aː": "a:", "ɑː": "a:", "oː": "o:", "ɔː": "o:", "uː": "u:",
}  # fmt: skip
"""What every voice of espeak-ng 1.52 has."""
_FRONT_ROUNDED = {"y": "y", "ø": "Y:", "œ": "W", "ɛ": "E", "ɔ": "O", "ɪ": "I"}
_TABLES = {
    "en": _ENGLISH,
    "ar": _ANY | {"ʒ": "Z;"},
    "de": _ANY | _FRONT_ROUNDED | {
        "ɛː": "E:", "yː": "y:", "ʊ": "U", "ʏ": "y", "aɪ": "aI", "aʊ": "aU",
        "ɑ\u0303": "A~", "ɔ\u0303": "O~", "œ\u0303": "W~",
    },
    "fr": _ANY | _FRONT_ROUNDED | {
        "ɑ\u0303": "A~", "ɛ\u0303": "E~", "ɔ\u0303": "O~", "œ\u0303": "W~", "a\u0303": "A~",
        "e\u0303": "E~", "o\u0303": "O~",
    },
}  # fmt: skip
_RHOTIC = {
    "ɑː": "A@", "ɑ": "A@", "ɔː": "O@", "ɔ": "O@", "oʊ": "O@", "əʊ": "O@", "o": "O@", "oː": "O@",
    "ɪ": "i@3", "iː": "i@3", "i": "i@3", "ɪə": "i@3", "ɛ": "e@", "e": "e@", "eə": "e@", "ɛə": "e@",
    "ʊ": "U@", "uː": "U@", "u": "U@", "ʊə": "U@", "ɜː": "3:", "ɜ": "3:", "ɝ": "3:", "ɝː": "3:",
    "ə": "3", "ᵊ": "3", "ɚ": "3", "aɪ": "aI|3", "aʊ": "aU|3", "ɔɪ": "OI|3",
}  # fmt: skip
"""English vowels with the r behind them, where no vowel follows; British voices leave it out."""
_STRESSES = {"ˈ": "'", "ˌ": ","}
_APART = "|"


class UnsayableSignError(ValueError):
    """A sound that the voice does not have; its argument is the IPA symbol."""


def mnemonics(ipa: str, language: str) -> str:
    """What stands between ``[[`` and ``]]``: ``ˈʃiː`` -> ``S|'i:``.

    ``ipa`` is as ``model.ipa.normal`` gives it, ``language`` the primary subtag of the voice's.
    espeak-ng wants a stress right before its vowel, and finds one by itself in a word without, of
    more than one syllable. Raises UnsayableSignError.
    """
    return " ".join(_word(symbols(word), language) for word in ipa.split())


def _word(sounds: Sequence[str], language: str) -> str:
    names: list[str] = []
    has_one_syllable = sum(map(is_vowel, sounds)) == 1
    stress = _STRESSES["ˈ"] if has_one_syllable else ""
    for at, sound in enumerate(sounds):
        if sound in STRESSES:
            stress = _STRESSES[sound]
        elif is_vowel(sound):
            held = _RHOTIC.get(sound) if _holds_r(sounds, at, language) else None
            names.append(f"{stress}{held or _name(sound, language)}")
            stress = ""
        elif not (sound == "ɹ" and at and _holds_r(sounds, at - 1, language)):
            names.append(_name(sound, language))
    return _APART.join(names)


def _holds_r(sounds: Sequence[str], at: int, language: str) -> bool:
    """Whether an r is heard in the vowel here, because no vowel follows that it would begin."""
    if language != "en" or sounds[at] not in _RHOTIC or sounds[at + 1 : at + 2] != ["ɹ"]:
        return False
    after = next((sound for sound in sounds[at + 2 :] if sound not in STRESSES), "")
    return not (after and is_vowel(after))


def _name(sound: str, language: str) -> str:
    """Of a long vowel that the voice lacks, the short one; of a diphthong, its two vowels; of a
    nasal vowel, the plain one and an n.
    """
    table = _TABLES.get(language, _ANY)
    short = sound.replace(LONG, "")
    plain = short.replace(NASAL, "").replace(SYLLABIC, "")
    name = table.get(sound) or table.get(short) or table.get(plain)
    if name is None and len(plain) == 2 and all(part in table for part in plain):
        name = _APART.join(table[part] for part in plain)
    if name is None:
        raise UnsayableSignError(sound)
    return f"{name}{_APART}n" if NASAL in short and short not in table else name
