"""The International Phonetic Alphabet, as it is written in dictionaries -> one spelling. Pure."""

import re
import unicodedata

STRESSES = "ˈˌ"
NASAL = "\u0303"
"""Behind a vowel."""
SYLLABIC = "\u0329"
"""Behind a consonant that is the core of a syllable."""
LONG = "ː"
_VOWELS = "iyɨʉɯuɪʏʊeøɘɵɤoəɛœɜɞʌɔæɐaɶɑɒɚɝᵻᵊ"
_CONSONANTS = "pbtdʈɖcɟkɡqɢʔmɱnɳɲŋɴʙʀⱱɾɽɸβfvθðszʃʒʂʐçʝxɣχʁħʕhɦɬɮʋɹɻjɰlɭʎʟwʍɥʑɕɓɗʄɠʛʜʢʡɺɧʘǀǃǂǁ"
_DIPHTHONGS = ("eɪ", "aɪ", "ɔɪ", "oʊ", "əʊ", "aʊ", "ɪə", "eə", "ɛə", "ʊə")
_SAME = str.maketrans({
    "g": "ɡ", "r": "ɹ", "ɫ": "l", "'": "ˈ", "’": "ˈ", ":": LONG, "ˑ": LONG, "ʷ": "w",
    "ʧ": "tʃ", "ʤ": "dʒ", "ʦ": "ts", "ʣ": "dz", "ʨ": "tɕ", "ʥ": "dʑ", "ⁿ": "n", "ᵐ": "m", "ᵑ": "ŋ",
    "ᵿ": "ʊ", "ɷ": "ʊ", "ᶷ": "ʊ", "ɩ": "ɪ", "ᶦ": "ɪ", "ǝ": "ə", "ә": "ə", "ε": "ɛ", "α": "ɑ",
    "γ": "ɣ", "φ": "ɸ", "-": " ", "|": " ", "‖": " ", "\u030d": SYLLABIC,
})  # fmt: skip
_BETWEEN_SYLLABLES = ".()‿·‧•\u00ad\u200b-\u200d\u2060\ufeff"
_TONES = "\u0300-\u0302\u0304\u030b\u030c\u030f\u1dc4-\u1dc9˥-˩ꜛꜜ↗↘"
_SHADES = (
    "ʰʱʲˠˤˀˡʼ\u0361\u035c\u0306\u0308\u030a\u0318-\u031a\u031c-\u0320\u0324\u0325\u032a"
    "\u032c\u032f\u0330\u0334\u0339-\u033d"
)
_UNHEARD = re.compile(rf"[{_BETWEEN_SYLLABLES}{_TONES}{_SHADES}]")
_TIDY = (
    (re.compile(rf"(?<=[{_VOWELS}]){SYLLABIC}"), ""),
    (re.compile(rf"(?<=[{_CONSONANTS}{SYLLABIC}]){NASAL}"), ""),
    (re.compile(rf"{LONG}+({NASAL}?)"), rf"\1{LONG}"),
    (re.compile("ə˞"), "ɚ"),
    (re.compile("ɜ˞"), "ɝ"),
    (re.compile("˞"), "ɹ"),
    (re.compile(r",(?=[^\s,])"), "ˌ"),
    (re.compile(rf"([{STRESSES}])[{STRESSES}]+"), r"\1"),
    (re.compile(rf"[{STRESSES}](?=\s|$)"), ""),
)
_SOUND = (
    rf"(?:tʃ|dʒ){LONG}?|(?:{'|'.join(_DIPHTHONGS)})(?![{LONG}{NASAL}])"
    rf"|[{_VOWELS}]{NASAL}?{LONG}?|[{_CONSONANTS}]{SYLLABIC}?{LONG}?"
)
_SYMBOL = re.compile(rf"{_SOUND}|[{STRESSES}]| ")
_WORD = rf"(?:[{STRESSES}]?(?:{_SOUND}))+"
_NORMAL = re.compile(rf"{_WORD}(?: {_WORD})*")


def normal(ipa: str) -> str:
    """One spelling for what is written in several: ``/'rɪə.li/`` -> ``ˈɹɪəli``.

    Tones and shades of a sound, which no voice is asked for, are left out. Raises ValueError, whose
    argument is the sign that is no IPA; an empty one where there is no sound at all.
    """
    bare = ipa.strip().strip("/[]")
    if _NORMAL.fullmatch(bare):
        return bare
    decomposed = unicodedata.normalize("NFD", bare).replace("c\u0327", "ç")
    written = _UNHEARD.sub("", decomposed.translate(_SAME))
    for pattern, instead in _TIDY:
        written = pattern.sub(instead, written)
    written = " ".join(written.split())
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
            sign = ipa[at]
            raise ValueError(f"◌{sign}" if unicodedata.combining(sign) else sign)
        found.append(match[0])
        at = match.end()
    return found


def is_vowel(symbol: str) -> bool:
    """Whether a symbol is the core of a syllable."""
    return symbol[0] in _VOWELS or SYLLABIC in symbol
