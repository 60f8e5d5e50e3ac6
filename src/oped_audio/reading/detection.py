"""A text -> the language it is written in, by its script and by the words of py3langid. Pure."""

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import Any

_SAMPLE = 6000
"""Characters from the beginning, the middle and the end."""
_LEAST_LETTERS = 60
_LEAST_SURE = 0.9
_LEAST_SURE_OF_SCRIPT = 0.5
"""Where few languages share the script."""
_ENGLISH = frozenset(
    ["the", "of", "and", "to", "a", "that", "is", "for", "it", "was", "with", "as"]
)
_LEAST_ENGLISH = 0.15
"""Of a text's words; then the model need not be loaded, which takes half a second."""
_SCRIPTS = {
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "HEBREW": "he",
    "GREEK": "el",
    "THAI": "th",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
    "KHMER": "km",
    "TAMIL": "ta",
    "TELUGU": "te",
    "MALAYALAM": "ml",
    "KANNADA": "kn",
    "GUJARATI": "gu",
    "BENGALI": "bn",
}
"""Scripts that tell the language, or its by far most likely one."""
_LEAST_OF_SCRIPT = 0.5
_LEAST_KANA = 0.1
_LEAST_HAN = 20


def detect(text: str) -> str | None:
    """The BCP 47 tag of the text's language; None where it is too short or it is not certain."""
    sample = _sample(text)
    letters = [character for character in sample if character.isalpha()]
    scripts = Counter(map(_script, letters))
    if scripts["CJK"] + scripts["HIRAGANA"] >= _LEAST_HAN:
        kana = scripts["HIRAGANA"] + scripts["KATAKANA"]
        if kana >= _LEAST_KANA * len(letters):
            return "ja"
        if scripts["CJK"] >= _LEAST_OF_SCRIPT * len(letters):
            return "zh"
    if len(letters) < _LEAST_LETTERS:
        return None
    script, count = scripts.most_common(1)[0]
    if script in _SCRIPTS and count >= _LEAST_OF_SCRIPT * len(letters):
        return _SCRIPTS[script]
    words = sample.lower().split()
    if sum(word in _ENGLISH for word in words) >= _LEAST_ENGLISH * len(words):
        return "en"
    language, certainty = _identifier().classify(sample)
    least = _LEAST_SURE if script == "LATIN" else _LEAST_SURE_OF_SCRIPT
    return str(language) if certainty >= least else None


def _sample(text: str) -> str:
    if len(text) > 3 * _SAMPLE:
        middle = len(text) // 2
        text = f"{text[:_SAMPLE]} {text[middle : middle + _SAMPLE]} {text[-_SAMPLE:]}"
    return re.sub(r"https?://\S+|\s+", " ", text)


@cache
def _script(character: str) -> str:
    return unicodedata.name(character, "").split(" ")[0].split("-")[0]


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
