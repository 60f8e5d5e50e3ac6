"""Titles before a name: ``Sen. Warren`` -> ``Senator Warren``."""

from collections.abc import Sequence

_TITLES = {
    "Mr.": "Mister", "Mrs.": "Missus", "Ms.": "Miz", "Dr.": "Doctor", "Prof.": "Professor",
    "Gov.": "Governor", "Sen.": "Senator", "Rep.": "Representative", "Gen.": "General",
    "Lt.": "Lieutenant", "Sgt.": "Sergeant", "Col.": "Colonel", "Capt.": "Captain",
    "Rev.": "Reverend", "Hon.": "Honorable",
}  # fmt: skip


def titles(tokens: Sequence[str], index: int) -> tuple[str, ...]:
    """Say the title in full if a name follows."""
    title = _TITLES.get(tokens[index].lstrip("“\"'‘(["))
    if title and index + 1 < len(tokens) and tokens[index + 1][0].isupper():
        return (title,)
    return ()
