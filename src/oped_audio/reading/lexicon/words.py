"""What every kind of lexicon file does with a word, its pronunciation and a mistake. Pure."""

import re
import unicodedata

from oped_audio.errors import LexiconError
from oped_audio.model.ipa import normal

HOW_TO_RESPELL = "write how the word is said"
_HOW_TO_WRITE_IPA = "write IPA between the slashes, or leave them out for a respelling"
_BRACKETS = re.compile(r"[\[\]<>{}|]+")
_STRESSED = re.compile(r"(?<![^\W_])[A-Z]{2,}(?![^\W_])")
_LONGEST = 100
"""Characters of a word that a message shows."""


def spelling(word: str) -> str:
    """A word as articles have it: composed, without what is not seen, words apart by a space."""
    if word.isascii() and word.isalnum():
        return word
    seen = "".join(char for char in word if char.isspace() or not _is_unseen(char))
    return unicodedata.normalize("NFC", " ".join(seen.split()))


def normal_ipa(ipa: str, written: str, name: str) -> str:
    """The IPA in one spelling. Raises LexiconError, which names the sign that is none."""
    try:
        return normal(ipa)
    except ValueError as error:
        told = f"/{shortened(ipa.strip().strip('/[]'))}/"
        sign = shortened(error.args[0])
        reason = f"“{sign}” in {told} is no sign of the IPA" if sign else f"{told} has no sound"
        raise trouble(name, written, reason, _HOW_TO_WRITE_IPA) from None


def respelling(words: str, written: str, name: str) -> str:
    """The words; capitals that mark a stressed syllable (tah-kah-EE-chee) are not spelled out.

    Brackets, which engines obey, are left out. Raises LexiconError where there are no words.
    """
    said = spelling(_BRACKETS.sub(" ", words))
    if not any(map(str.isalnum, said)):
        raise trouble(name, written, "says nothing", HOW_TO_RESPELL)
    has_syllables = "-" in said and any(map(str.islower, said))
    return _STRESSED.sub(lambda match: match[0].lower(), said) if has_syllables else said


def trouble(name: str, word: str, reason: str, advice: str) -> LexiconError:
    """The error for a word of the file called ``name``; for all of the file if it is empty."""
    return LexiconError(name, shortened(word), reason, advice)


def shortened(text: str) -> str:
    """As much of it as fits into a message, what is not seen as its code."""
    seen = "".join(f"\\u{ord(char):04x}" if _is_unseen(char) else char for char in text[:_LONGEST])
    return f"{seen}…" if len(text) > _LONGEST else seen


def _is_unseen(char: str) -> bool:
    """Whether it is a control or tells the direction of writing; the joiners of Persian are not."""
    return unicodedata.category(char) in {"Cc", "Cf", "Cs"} and char not in "\u200c\u200d"
