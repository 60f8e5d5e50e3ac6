"""Roman numerals where nothing else can be meant: ``World War II`` -> ``World War 2``."""

from collections.abc import Sequence

from oped_audio.scripting.spoken.marks import parts

_BEFORE = frozenset(
    ("War", "Part", "Chapter", "Book", "Volume", "Act", "Phase", "Title", "Article")
)
_NUMERALS = {
    "I": "1", "II": "2", "III": "3", "IV": "4", "V": "5", "VI": "6", "VII": "7", "VIII": "8",
    "IX": "9", "X": "10", "XI": "11", "XII": "12",
}  # fmt: skip


def numerals(tokens: Sequence[str], index: int) -> tuple[str, ...]:
    """Say a numeral as a number after a word that is counted with such."""
    core, after = parts(tokens[index])
    if index and core in _NUMERALS and tokens[index - 1] in _BEFORE:
        return (_NUMERALS[core] + after,)
    return ()
