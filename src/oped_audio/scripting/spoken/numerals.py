"""Roman numerals where nothing else can be meant: ``World War II`` -> ``World War 2``."""

from collections.abc import Sequence

from oped_audio.scripting.spoken.marks import opened, parts

_COUNTED = frozenset(
    ("War", "Part", "Chapter", "Book", "Volume", "Act", "Phase", "Title", "Article")
)
_REGNAL = frozenset(
    (
        "Alexander", "Benedict", "Catherine", "Charles", "Edward", "Elizabeth", "Francis",
        "Frederick", "George", "Gregory", "Henry", "James", "Leo", "Louis", "Napoleon", "Nicholas",
        "Paul", "Philip", "Pius", "Wilhelm", "William",
    )
)  # fmt: skip
_NUMERALS = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV",
    "XVI", "XVII", "XVIII", "XIX", "XX", "XXI", "XXII", "XXIII",
)  # fmt: skip
_VALUES = {numeral: value for value, numeral in enumerate(_NUMERALS, 1)}
_ORDINALS = {2: "2nd", 3: "3rd", 21: "21st", 22: "22nd", 23: "23rd"}


def numerals(tokens: Sequence[str], index: int) -> tuple[str, ...]:
    """Say a numeral as a number after a word that is counted with such, as ``the 2nd`` after a
    ruler's name; but not the pronoun or an initial that may stand there.
    """
    core, after = parts(tokens[index])
    if not index or core not in _VALUES:
        return ()
    value = _VALUES[core]
    before = opened(tokens[index - 1])
    if before in _COUNTED:
        return (f"{value}{after}",)
    initial = len(core) == 1 and (core == "I" or after.startswith("."))
    if before in _REGNAL and not initial:
        return (f"the {_ORDINALS.get(value, f'{value}th')}{after}",)
    return ()
