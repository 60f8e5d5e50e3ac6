"""Titles before a name: ``Sen. Warren`` -> ``Senator Warren``; ``St. Louis`` -> ``Saint Louis``. Pure."""

import re

from oped_audio.scripting.spoken.rewriting import Rule, Said, groups

_TITLES = {
    "Mr": "Mister", "Mrs": "Missus", "Ms": "Miz", "Mx": "Mix", "Messrs": "Messers", "Dr": "Doctor",
    "Drs": "Doctors", "Prof": "Professor", "Profs": "Professors", "Gov": "Governor",
    "Govs": "Governors", "Sen": "Senator", "Sens": "Senators", "Rep": "Representative",
    "Reps": "Representatives", "Gen": "General", "Gens": "Generals", "Lt": "Lieutenant",
    "Sgt": "Sergeant", "Maj": "Major", "Col": "Colonel", "Capt": "Captain", "Cmdr": "Commander",
    "Cdr": "Commander", "Adm": "Admiral", "Brig": "Brigadier", "Cpl": "Corporal", "Pvt": "Private",
    "Pfc": "Private First Class", "Spc": "Specialist", "Amb": "Ambassador", "Pres": "President",
    "Rev": "Reverend", "Revs": "Reverends", "Fr": "Father", "Hon": "Honorable", "St": "Saint",
    "Ste": "Saint", "Sts": "Saints", "Mt": "Mount", "Mts": "Mounts", "Ft": "Fort",
    "Insp": "Inspector", "Supt": "Superintendent", "Det": "Detective", "Atty": "Attorney",
    "Sec": "Secretary", "Msgr": "Monsignor", "Chmn": "Chairman", "Comdr": "Commander",
}  # fmt: skip
SHORT = tuple(_TITLES)
_NAMES = "|".join(sorted(_TITLES, key=len, reverse=True))


def _title(match: re.Match[str]) -> tuple[Said, ...]:
    return groups(match, title=_TITLES[match["short"]])


RULES = (
    Rule(
        re.compile(rf"(?<![\w.])(?P<title>(?P<short>{_NAMES})\.)(?=[\s\u00a0-][“\"‘]?[A-Z])"),
        _title,
    ),
)
BRITISH_RULES = (
    Rule(
        re.compile(
            r"(?<![\w.])(?P<title>(?P<short>Mrs?|Ms|Dr|Prof|Lt|Sgt|Capt|Col|St|Mt))(?= [A-Z][a-z])"
        ),
        _title,
    ),
)
