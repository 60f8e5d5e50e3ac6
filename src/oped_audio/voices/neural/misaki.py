"""The alphabet of Kokoro's voices and of those made from them, and IPA <-> this alphabet. Pure.

It is IPA with a letter of its own for each diphthong and affricate (``A`` for ``eɪ``), a stress
right before its vowel, and no length in American English.
"""

from collections.abc import Iterator, Mapping, Sequence

from oped_audio.model.ipa import LONG, NASAL, STRESSES, SYLLABIC, is_vowel, symbols

VOCABULARY = {
    ";": 1, ":": 2, ",": 3, ".": 4, "!": 5, "?": 6, "—": 9, "…": 10, '"': 11, "(": 12, ")": 13,
    "“": 14, "”": 15, " ": 16, "\u0303": 17, "ʣ": 18, "ʥ": 19, "ʦ": 20, "ʨ": 21, "ᵝ": 22, "ꭧ": 23,
    "A": 24, "I": 25, "O": 31, "Q": 33, "S": 35, "T": 36, "W": 39, "Y": 41, "ᵊ": 42, "a": 43,
    "b": 44, "c": 45, "d": 46, "e": 47, "f": 48, "h": 50, "i": 51, "j": 52, "k": 53, "l": 54,
    "m": 55, "n": 56, "o": 57, "p": 58, "q": 59, "r": 60, "s": 61, "t": 62, "u": 63, "v": 64,
    "w": 65, "x": 66, "y": 67, "z": 68, "ɑ": 69, "ɐ": 70, "ɒ": 71, "æ": 72, "β": 75, "ɔ": 76,
    "ɕ": 77, "ç": 78, "ɖ": 80, "ð": 81, "ʤ": 82, "ə": 83, "ɚ": 85, "ɛ": 86, "ɜ": 87, "ɟ": 90,
    "ɡ": 92, "ɥ": 99, "ɨ": 101, "ɪ": 102, "ʝ": 103, "ɯ": 110, "ɰ": 111, "ŋ": 112, "ɳ": 113,
    "ɲ": 114, "ɴ": 115, "ø": 116, "ɸ": 118, "θ": 119, "œ": 120, "ɹ": 123, "ɾ": 125, "ɻ": 126,
    "ʁ": 128, "ɽ": 129, "ʂ": 130, "ʃ": 131, "ʈ": 132, "ʧ": 133, "ʊ": 135, "ʋ": 136, "ʌ": 138,
    "ɣ": 139, "ɤ": 140, "χ": 142, "ʎ": 143, "ʒ": 147, "ʔ": 148, "ˈ": 156, "ˌ": 157, "ː": 158,
    "ʰ": 162, "ʲ": 164, "↓": 169, "→": 171, "↗": 172, "↘": 173, "ᵻ": 177,
}  # fmt: skip
"""The symbols and their numbers in the models; 0 begins and ends."""

_LETTERS = {
    "eɪ": "A", "aɪ": "I", "aʊ": "W", "ɔɪ": "Y", "oʊ": "O", "əʊ": "Q", "tʃ": "ʧ", "dʒ": "ʤ",
}  # fmt: skip
_ENGLISH = {
    **_LETTERS, "e": "ɛ", "ɾ": "T", "ʔ": "t", "r": "ɹ", "ɐ": "ə", "ɚ": "əɹ", "aɪɚ": "Iəɹ",
    "aɪə": "Iə", "aʊɚ": "Wəɹ", "aʊə": "Wə", "əl": "ᵊl", "x": "k", "χ": "k", "ç": "h", "ɬ": "l",
    "c": "ʧ", "ɟ": "ʤ", "β": "v", "ʋ": "v", "ɣ": "ɡ", "q": "k", "ɳ": "n", "ɭ": "l", "ɕ": "ʃ",
    "ʑ": "ʒ", "ʂ": "ʃ", "ʐ": "ʒ", "ɲ": "nj", "ʎ": "lj", "ʝ": "j", "ħ": "h", "ɦ": "h", "ʜ": "h",
    "ʁ": "ɹ", "ʀ": "ɹ", "ɻ": "ɹ", "ɽ": "ɹ", "ɺ": "T", "ɸ": "f", "ⱱ": "v", "ɱ": "m", "ɴ": "n",
    "ʈ": "t", "ɖ": "d", "ʍ": "w", "ɥ": "w", "ɰ": "w", "ɮ": "l", "ʟ": "l", "ɓ": "b", "ʙ": "b",
    "ɗ": "d", "ɢ": "ɡ", "ɠ": "ɡ", "ʛ": "ɡ", "ʄ": "ʤ", "ʕ": "t", "ʢ": "t", "ʡ": "t", "ɧ": "ʃ",
    "g": "ɡ", "ᵊ": "ə", "ɨ": "ɪ", "ɘ": "ə", "ɵ": "ə", "ɤ": "ʌ", "ʏ": "ʊ", "ɶ": "æ", "ɯ": "ʊ",
    "ʉ": "u", "y": "u", NASAL: "n",
}  # fmt: skip
"""For sounds of other languages the ones that speakers of English say instead."""
_AMERICAN = _ENGLISH | {
    "əʊ": "O", "o": "O", "oː": "O", "eː": "A", "a": "æ", "aː": "ɑ", "ɒ": "ɑ", "ɜ": "ɜɹ", "ɝ": "ɜɹ",
    "ɜː": "ɜɹ", "ɞ": "ɜɹ", "ø": "ɜɹ", "œ": "ɜɹ", "ɪə": "iə", "eə": "ɛ", "ɛə": "ɛ", LONG: "",
}  # fmt: skip
_BRITISH = _ENGLISH | {
    "oʊ": "Q", "o": "Q", "oː": "Q", "eː": "A", "a": "æ", "aː": "ɑː", "ɝ": "ɜː", "ɚ": "ə",
    "ɜː": "ɜː", "ɜ": "ɜː", "ɞ": "ɜː", "ø": "ɜː", "œ": "ɜː", "iə": "ɪə", "eə": "ɛː", "ɛə": "ɛː",
    "ɑː": "ɑː", "ɑ": "ɑː",
}  # fmt: skip
_OTHER = {**_LETTERS, "dz": "ʣ", "ts": "ʦ", "g": "ɡ", "ɫ": "l", "ʐ": "ʒ", "ʑ": "ʒ", "ɱ": "m",
          "ɭ": "l", "ɦ": "h", "ɧ": "ʃ", "ʏ": "y", "ʉ": "u", "ɝ": "ɜɹ"}  # fmt: skip
"""What is written otherwise in the alphabet for languages other than English, or not at all."""
_WITH_R = ("ɜɹ", "əɹ")
_IPA = {letter: ipa for ipa, letter in _LETTERS.items()} | {
    "T": "ɾ", "ᵊ": "ə", "ʣ": "dz", "ʥ": "dʑ", "ʦ": "ts", "ʨ": "tɕ", "ꭧ": "ʈʂ", "S": "ʃ", "ᵝ": "",
    "ʰ": "", "ʲ": "", "↓": "", "→": "", "↗": "", "↘": "",
}  # fmt: skip
_SOUNDLESS = ';:,.!?—…"()“”'


def from_ipa(ipa: str, *, british: bool = False) -> str:
    """How a pronunciation is written for the English voices: ``ˈʃaʊmi`` -> ``ʃˈWmi``.

    ``ipa`` is as ``model.ipa.normal`` gives it; words stay apart by spaces.
    """
    return " ".join(_word(symbols(word), british=british) for word in ipa.split())


def to_ipa(written: str) -> str:
    """The IPA of what is written so, punctuation left out: ``ʃˈWmi,`` -> ``ʃˈaʊmi``."""
    heard = "".join("" if sign in _SOUNDLESS else _IPA.get(sign, sign) for sign in written)
    return " ".join(heard.split())


def spell(sounds: Sequence[str], language: str) -> str:
    """How the sounds of a word are written for the voices of a language, a BCP 47 tag.

    ``sounds`` are espeak-ng's names for them in IPA, such as ``ˈɑːɹ``. Sounds that the
    alphabet lacks are written as their nearest, or left out.
    """
    tag = language.casefold()
    if tag.partition("-")[0] != "en":
        return _written(sounds, _OTHER)
    return _written(sounds, _BRITISH if tag == "en-gb" else _AMERICAN)


def _word(sounds: Sequence[str], *, british: bool) -> str:
    """Each stress right before the next vowel; a word of one syllable without a stress has one."""
    ordered: list[str] = []
    stress = "ˈ" if not set(STRESSES) & set(sounds) and sum(map(is_vowel, sounds)) == 1 else ""
    for at, sound in enumerate(sounds):
        if sound in STRESSES:
            stress = sound
        elif is_vowel(sound):
            ordered.append(stress + sound)
            stress = ""
        elif not (british and ordered and sound == "ɹ" and not _vowel_follows(sounds[at + 1 :])):
            ordered.append(sound)
    return _written(ordered, _BRITISH if british else _AMERICAN)


def _vowel_follows(sounds: Sequence[str]) -> bool:
    return is_vowel(next((sound for sound in sounds if sound not in STRESSES), "b"))


def _written(sounds: Sequence[str], table: Mapping[str, str]) -> str:
    written = ""
    for sound in sounds:
        for letters in _letters(sound, table):
            is_held = letters == "ɹ" and written.endswith(_WITH_R)
            written += "" if is_held else letters
    return "".join(sign for sign in written if sign in VOCABULARY)


def _letters(sound: str, table: Mapping[str, str]) -> Iterator[str]:
    """Of each part of a sound, the longest that the table knows or else its next sign."""
    at = 0
    if SYLLABIC in sound:
        yield "ᵊ"
        sound = sound.replace(SYLLABIC, "")
    while at < len(sound):
        end = next((e for e in range(len(sound), at, -1) if sound[at:e] in table), at + 1)
        yield table.get(sound[at:end], sound[at:end])
        at = end
