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
_NAMES = "|".join(sorted(_TITLES, key=len, reverse=True))


def _title(match: re.Match[str]) -> tuple[Said, ...]:
    return groups(match, title=_TITLES[match["short"]])


def _behind_an_office(match: re.Match[str]) -> tuple[Said, ...]:
    """``Attorney Gen. Smith``, ``the Atty. Gen. said``."""
    return groups(match, general="General")


_UNSTOPPED = (
    "Mrs?|Ms|Dr|Prof|Lt|Sgt|Capt|Col|Gen|St|Rev|Sen|Sens|Rep|Reps|Gov|Maj|Cpl|Cmdr|Supt|Insp|Det|Mt"
)
SIGN = rf"\b(?:{_UNSTOPPED}) [A-Z]"
"""Titles as British papers write them, without a full stop."""
RULES = (
    Rule(
        re.compile(
            rf"(?<![\w.])(?P<title>(?P<short>{_NAMES})\.)"
            r"(?=[\s\u00a0-][“\"‘]?(?:[A-Z]|1st\b|and (?:Mrs|Ms|Dr|Mr)\b))"
        ),
        _title,
    ),
    Rule(
        re.compile(
            r"(?:\b(?:Attorney|Solicitor|Surgeon|Secretary|Adjutant|Governor|Consul)"
            r"|(?<!\w)(?:Atty|Maj|Lt|Brig)\.) (?P<general>Gen\.)(?!\w)"
        ),
        _behind_an_office,
    ),
    Rule(
        re.compile(
            rf"(?<![\w.])(?<!Wall )(?<!High )(?<!Main )(?P<title>(?P<short>{_UNSTOPPED}))"
            r"(?= (?:[A-Z][a-z]|and (?:Mrs|Ms|Dr|Mr)\b))"
        ),
        _title,
    ),
)
