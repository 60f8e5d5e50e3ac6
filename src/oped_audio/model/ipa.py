"""The International Phonetic Alphabet, as it is written in dictionaries -> one spelling. Pure."""

import re
import unicodedata

STRESSES = "ˈˌ"
_VOWELS = "iyɨʉɯuɪʏʊeøɘɵɤoəɛœɜɞʌɔæɐaɶɑɒɚɝᵻᵊ"
_CONSONANTS = "pbtdʈɖcɟkɡqɢʔmɱnɳɲŋɴʙrʀⱱɾɽɸβfvθðszʃʒʂʐçʝxɣχʁħʕhɦɬɮʋɹɻjɰlɭʎʟwʍɥʑɕ"
_DIPHTHONGS = ("eɪ", "aɪ", "ɔɪ", "oʊ", "əʊ", "aʊ", "ɪə", "eə", "ɛə", "ʊə")
_NASAL = "\u0303"
_SAME = str.maketrans(
    {
        "g": "ɡ", "r": "ɹ", "ɫ": "l", "'": "ˈ", "’": "ˈ", ",": "ˌ", ":": "ː", "ˑ": "ː", "ʧ": "tʃ",
        "ʤ": "dʒ", "ʦ": "ts", "ʣ": "dz", "ʷ": "w", "ǝ": "ə", "-": " ", "\u00a0": " ",
        **dict.fromkeys("./()[]‿ʰʲˠʼ\u0361\u035c\u0329\u030d\u032f\u031a\u032a\u0325\u030a"),
    }
)  # fmt: skip
_SYMBOL = re.compile(
    rf"tʃ|dʒ|(?:{'|'.join(_DIPHTHONGS)})(?!ː)"
    rf"|[{_VOWELS}]{_NASAL}?ː?|[{_CONSONANTS}]ː?|[{STRESSES}]| "
)


def normal(ipa: str) -> str:
    """One spelling for what is written in several: ``/'rɪə.li/`` -> ``ˈɹɪəli``.

    Raises ValueError, whose argument is the sign that is no IPA; an empty one where there is no
    sound at all.
    """
    decomposed = unicodedata.normalize("NFD", ipa.strip()).replace("c\u0327", "ç")
    written = " ".join(decomposed.translate(_SAME).split())
    if all(symbol in STRESSES or symbol == " " for symbol in symbols(written)):
        raise ValueError("")
    return written


def symbols(ipa: str) -> list[str]:
    """The phonemes, stresses and spaces of what ``normal`` gave; diphthongs are one phoneme."""
    found: list[str] = []
    at = 0
    while at < len(ipa):
        match = _SYMBOL.match(ipa, at)
        if not match:
            raise ValueError(unicodedata.normalize("NFC", ipa[at]))
        found.append(match[0])
        at = match.end()
    return found


def is_vowel(symbol: str) -> bool:
    """Whether a symbol is the core of a syllable."""
    return symbol[0] in _VOWELS
