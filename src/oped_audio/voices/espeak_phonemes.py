"""IPA -> the names that espeak-ng has for the phonemes of a voice. Pure."""

from collections.abc import Sequence

from oped_audio.model.ipa import STRESSES, is_vowel, symbols

_CONSONANTS = {
    "p": "p", "b": "b", "t": "t", "d": "d", "k": "k", "ɡ": "g", "f": "f", "v": "v", "s": "s",
    "z": "z", "ʃ": "S", "ʒ": "Z", "h": "h", "m": "m", "n": "n", "ŋ": "N", "l": "l", "ɹ": "r",
    "j": "j", "w": "w", "tʃ": "tS", "dʒ": "dZ", "θ": "T", "ð": "D", "x": "x",
}  # fmt: skip
_NEAREST = {
    "χ": "x", "ħ": "h", "ɦ": "h", "ɣ": "g", "ʁ": "r", "ʀ": "r", "ɾ": "r", "ɻ": "r", "ɽ": "r",
    "q": "k", "c": "tS", "ɟ": "dZ", "β": "v", "ɸ": "f", "ʋ": "v", "ɱ": "m", "ʈ": "t", "ɖ": "d",
    "ɳ": "n", "ɭ": "l", "ʍ": "w", "ɥ": "w", "ɕ": "S", "ʑ": "Z", "ʂ": "S", "ʐ": "Z", "ɲ": "n|j",
    "ʎ": "l|j", "ʝ": "j", "ɰ": "w", "ʔ": "?", "ç": "h", "ɬ": "l",
}  # fmt: skip
"""For sounds of other languages the one that speakers of this one say instead."""
_ENGLISH = _CONSONANTS | _NEAREST | {
    "iː": "i:", "i": "i:", "ɪ": "I", "eɪ": "eI", "e": "E", "eː": "eI", "ɛ": "E", "æ": "a", "a": "a",
    "aː": "A:", "ɑː": "A:", "ɑ": "A:", "ɒ": "0", "ɔː": "O:", "ɔ": "O:", "oʊ": "oU", "əʊ": "oU",
    "o": "oU", "oː": "oU", "ʊ": "U", "uː": "u:", "u": "u:", "ʌ": "V", "ə": "@", "ɐ": "a#",
    "ɜː": "3:", "ɜ": "3:", "ɝ": "3:", "ɚ": "3", "aɪ": "aI", "aʊ": "aU", "ɔɪ": "OI", "ɪə": "i@",
    "eə": "e@", "ɛə": "e@", "ʊə": "U@", "ᵻ": "I2", "ᵊ": "@", "ɨ": "I", "ɘ": "@", "ɵ": "@", "ɤ": "V",
    "ɞ": "3:", "y": "u:", "ʏ": "U", "ø": "3:", "œ": "3:", "ɶ": "a", "ɯ": "U", "ʉ": "u:",
    "ɑ\u0303": "A:|n", "ɛ\u0303": "a|n", "ɔ\u0303": "O:|n", "a\u0303": "A:|n", "œ\u0303": "V|n",
    "o\u0303": "O:|n", "e\u0303": "a|n", "ɐ\u0303": "a#|n", "ɒ\u0303": "O:|n",
}  # fmt: skip
_ANY = _CONSONANTS | _NEAREST | {
    "θ": "s", "ð": "z", "i": "i", "ɪ": "i", "e": "e", "ɛ": "e", "æ": "a", "a": "a", "ɑ": "a",
    "ɒ": "o", "ɔ": "o", "o": "o", "ʊ": "u", "u": "u", "ʌ": "a", "ə": "e", "ɐ": "a", "ɜ": "e",
    "ɝ": "e|r", "ɚ": "e|r", "ᵻ": "i", "ᵊ": "e", "ɨ": "i", "ɘ": "e", "ɵ": "e", "ɤ": "o", "ɞ": "e",
    "y": "u", "ʏ": "u", "ø": "e", "œ": "e", "ɶ": "a", "ɯ": "u", "ʉ": "u", "ɑ\u0303": "a|n",
    "ɛ\u0303": "e|n", "ɔ\u0303": "o|n", "a\u0303": "a|n", "œ\u0303": "e|n", "o\u0303": "o|n",
    "e\u0303": "e|n",
    "ɐ\u0303": "a|n", "ɒ\u0303": "o|n",
}  # fmt: skip
"""What every voice of espeak-ng 1.52 has."""
_FRONT_ROUNDED = {"y": "y", "ø": "Y:", "œ": "W", "ɛ": "E", "ɔ": "O", "ə": "@", "ɪ": "I"}
_TABLES = {
    "en": _ENGLISH,
    "de": _ANY | _FRONT_ROUNDED | {
        "iː": "i:", "eː": "e:", "ɛː": "E:", "aː": "a:", "ɑː": "a:", "oː": "o:", "uː": "u:",
        "yː": "y:", "ʊ": "U", "ʏ": "y", "aɪ": "aI", "aʊ": "aU", "ç": "C", "ɐ": "@", "ɑ\u0303": "A~",
        "ɔ\u0303": "O~", "œ\u0303": "W~",
    },
    "fr": _ANY | _FRONT_ROUNDED | {
        "ɑ\u0303": "A~", "ɛ\u0303": "E~", "ɔ\u0303": "O~", "œ\u0303": "W~", "a\u0303": "A~",
        "e\u0303": "E~", "o\u0303": "O~",
    },
}  # fmt: skip
_RHOTIC = {
    "ɑː": "A@", "ɑ": "A@", "ɔː": "O@", "ɔ": "O@", "ɪ": "i@", "iː": "i@", "ɛ": "e@", "eə": "e@",
    "ʊ": "U@", "ɜː": "3:", "ɜ": "3:", "ɝ": "3:", "ɝː": "3:", "ə": "3",
}  # fmt: skip
"""English vowels that hold the r behind them; British voices say it only before a vowel."""
_STRESSES = {"ˈ": "'", "ˌ": ","}
_APART = "|"


class UnsayableSignError(ValueError):
    """A sound that the voice does not have; its argument is the IPA symbol."""


def mnemonics(ipa: str, language: str) -> str:
    """What stands between ``[[`` and ``]]``: ``ˈʃiː`` -> ``S|'i:``.

    ``ipa`` is as ``model.ipa.normal`` gives it, ``language`` the primary subtag of the voice's.
    espeak-ng wants a stress right before its vowel. Raises UnsayableSignError.
    """
    return " ".join(_word(symbols(word), language) for word in ipa.split())


def _word(sounds: Sequence[str], language: str) -> str:
    names: list[str] = []
    stress = ""
    for at, sound in enumerate(sounds):
        if sound in STRESSES:
            stress = _STRESSES[sound]
        elif is_vowel(sound):
            names.append(f"{stress}{_vowel(sounds, at, language)}")
            stress = ""
        elif not (sound == "ɹ" and _is_held(sounds, at, language)):
            names.append(_name(sound, language))
    return _APART.join(names)


def _vowel(sounds: Sequence[str], at: int, language: str) -> str:
    before_r = language == "en" and sounds[at + 1 : at + 2] == ["ɹ"]
    held = _RHOTIC.get(sounds[at]) if before_r else None
    return held or _name(sounds[at], language)


def _is_held(sounds: Sequence[str], at: int, language: str) -> bool:
    """Whether an r is heard in the vowel before it, and not a second time before another vowel."""
    after = [sound for sound in sounds[at + 1 :] if sound not in STRESSES]
    is_linking = bool(after) and is_vowel(after[0])
    return language == "en" and at > 0 and sounds[at - 1] in _RHOTIC and not is_linking


def _name(sound: str, language: str) -> str:
    """Of a long vowel that the voice lacks, the short one; of a diphthong, its two vowels."""
    table = _TABLES.get(language, _ANY)
    name = table.get(sound) or table.get(sound.removesuffix("ː"))
    if name is None and len(sound) == 2 and all(part in table for part in sound):
        name = _APART.join(table[part] for part in sound)
    if name is None:
        raise UnsayableSignError(sound)
    return name
