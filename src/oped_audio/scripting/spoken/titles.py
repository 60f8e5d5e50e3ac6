"""Titles before a name: ``Sen. Warren`` -> ``Senator Warren``."""

from collections.abc import Sequence

from oped_audio.scripting.spoken.marks import opened

_TITLES = {
    "Mr.": "Mister", "Mrs.": "Missus", "Ms.": "Miz", "Dr.": "Doctor", "Drs.": "Doctors",
    "Prof.": "Professor", "Gov.": "Governor", "Govs.": "Governors", "Sen.": "Senator",
    "Sens.": "Senators", "Rep.": "Representative", "Reps.": "Representatives",
    "Gen.": "General", "Lt.": "Lieutenant", "Sgt.": "Sergeant", "Maj.": "Major",
    "Col.": "Colonel", "Capt.": "Captain", "Cmdr.": "Commander", "Adm.": "Admiral",
    "Amb.": "Ambassador", "Pres.": "President", "Rev.": "Reverend", "Hon.": "Honorable",
    "St.": "Saint", "Mt.": "Mount",
}  # fmt: skip


def titles(tokens: Sequence[str], index: int) -> tuple[str, ...]:
    """Say the title in full if a name follows."""
    title = _TITLES.get(opened(tokens[index]))
    if title and index + 1 < len(tokens) and opened(tokens[index + 1])[:1].isupper():
        return (title,)
    return ()
