"""The names of letters. Engines take a lone A before other words for the article. Pure."""

from oped_audio.scripting.spoken.rewriting import Said

SOUNDS = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        (
            "eɪ biː siː diː iː ɛf dʒiː eɪtʃ aɪ dʒeɪ keɪ ɛl ɛm ɛn oʊ piː kjuː ɑːɹ ɛs tiː juː viː "
            "dʌbəljuː ɛks waɪ ziː"
        ).split(),
        strict=True,
    )
)
"""IPA of each, for engines that do not know them."""


def spelled(begin: int, end: int, letters: str, ending: str = "") -> Said:
    """``A.M.`` or ``AM`` -> ``A M``, with its IPA if there is an A in it.

    The ending is that of a plural or of a possessive.
    """
    names = [char for char in letters.upper() if char in SOUNDS]
    sounds = " ".join(SOUNDS[name] for name in names) + (_sibilant(names[-1]) if ending else "")
    return Said(begin, end, " ".join(names) + ending, sounds if "A" in names else None)


def among_words(words: str) -> str:
    """``A three`` -> ``A-three``: so joined, the letter keeps its name without IPA."""
    return words.replace("A ", "A-")


def _sibilant(last: str) -> str:
    sound = SOUNDS[last][-1]
    return "ɪz" if sound in "sʃ" else "s" if sound in "fkpt" else "z"
