"""The plural and the possessive of English words, in writing and in sounds. Pure."""

from collections.abc import Iterator

from oped_audio.model.ipa import LONG, symbols

_HISSING = ("s", "z", "ʃ", "ʒ", "tʃ", "dʒ", "ɕ", "ʑ", "ʂ", "ʐ")
_VOICELESS = ("p", "t", "k", "f", "θ", "x", "χ", "ç", "c", "q", "ʈ")
_WRITTEN_HISSING = ("s", "x", "z", "sh")
_SHORTEST = 3
"""Letters of a word whose plural is looked for: *as* is none of *a*."""


def stems(folded: str) -> Iterator[tuple[str, str]]:
    """The word itself, and what it may be the possessive or plural of, with the ending.

    ``folded`` is in lower case, with straight apostrophes.
    """
    yield folded, ""
    if folded.endswith("'s"):
        yield folded[:-2], "'s"
    elif folded.endswith("s") and len(folded) > _SHORTEST:
        if not folded[:-1].endswith(_WRITTEN_HISSING):
            yield folded[:-1], "s"
        stem = folded[:-2]
        if folded.endswith("es") and stem.endswith((*_WRITTEN_HISSING, "ch", "o")):
            yield stem, "es"
        stem = folded[:-3]
        if folded.endswith("ies") and len(stem) >= _SHORTEST and stem[-1] not in "aeiou":
            yield f"{stem}y", "ies"


def with_s(ipa: str) -> str:
    """The plural or possessive: ``ʃiː`` -> ``ʃiːz``."""
    last = symbols(ipa)[-1].removesuffix(LONG)
    return f"{ipa}{'ɪz' if last in _HISSING else 's' if last in _VOICELESS else 'z'}"


def with_ending(words: str, ending: str) -> str:
    """Words that are said in place of others, with the ending that those had."""
    if ending in ("es", "ies"):
        ending = "es" if words.endswith((*_WRITTEN_HISSING, "ch")) else "s"
    return f"{words}{ending}"
