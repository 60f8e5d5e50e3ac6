"""Titles before a name: ``Sen. Warren`` -> ``Senator Warren``; ``St. Louis`` -> ``Saint Louis``. Pure."""

import re

from oped_audio.scripting.spoken.rewriting import Rule, Said, groups, word_before

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
    "Sec": "Secretary", "Asst": "Assistant", "Assoc": "Associate", "Rt": "Right", "Dep": "Deputy",
    "Cllr": "Councillor", "Ald": "Alderman", "Ens": "Ensign", "Tech": "Technical", "Ofc": "Officer", "Tpr": "Trooper",
    "Cpt": "Captain", "Pt": "Point", "Pte": "Private", "Flt": "Flight",
    "Wg": "Wing", "Sqn": "Squadron", "Gp": "Group", "Msgr": "Monsignor", "Chmn": "Chairman", "Comdr": "Commander",
}  # fmt: skip
SHORT = tuple(_TITLES)
_NAMES = "|".join(sorted(_TITLES, key=len, reverse=True))


def _title(match: re.Match[str]) -> tuple[Said, ...]:
    """A street of one letter is no saint: ``K St. NW``."""
    short = match["short"]
    if short == "St" and len(word_before(match)) == 1 and word_before(match).isupper():
        return ()
    return groups(match, title=_TITLES.get(short) or _TITLES[short.capitalize()])


def _behind_an_office(match: re.Match[str]) -> tuple[Said, ...]:
    """``Attorney Gen. Smith``, ``the Atty. Gen. said``."""
    return groups(match, general="General")


def _sister(match: re.Match[str]) -> tuple[Said, ...]:
    """``Sr. Helen``, where no name of which she is the elder stands before."""
    return () if word_before(match)[:1].isupper() else groups(match, title="Sister")


_UNSTOPPED = "Mrs?|Ms|Dr|Prof|Lt|Sgt|Capt|Col|St|Rev|Sen|Sens|Rep|Reps|Gov|Maj|Cpl|Cmdr|Supt|Insp|Det|Mt|Ft|Pte|Flt|Wg|Sqn|Gp|Rt|(?<=Rt )Hon|Brig|Cdr"
SIGN = rf"\b(?:{_UNSTOPPED}) [A-Z]"
"""Titles as British papers write them, without a full stop."""
RULES = (
    Rule(
        re.compile(
            rf"(?<![\w.])(?P<title>(?P<short>{_NAMES})\.)"
            r"(?=[\s\u00a0-][“\"‘]?(?:[A-Z]|1st\b|elect\b|j\.g\.|and (?:Mrs|Ms|Dr|Mr)\b)|(?<=Sec\.) of [A-Z]|\s\((?:[Rr]et\.|M(?:rs|s)\.))"
        ),
        _title,
    ),
    Rule(
        re.compile(
            r"(?<![\w.])(?P<title>(?P<short>ST|MT|FT|DR|MR|MRS|GOV|SEN|REP|GEN)\.)(?= [A-Z]{2})"
        ),
        _title,
    ),
    Rule(re.compile(r"(?<=\()(?P<title>(?P<short>Mrs|Ms|Dr)\.)(?=\) [A-Z])"), _title),
    Rule(re.compile(r"(?<!\w)(?P<title>Sr\.)(?= [A-Z][a-z])"), _sister),
    Rule(
        re.compile(
            r"(?:\b(?:Attorney|Solicitor|Surgeon|Secretary|Adjutant|Governor|Consul)"
            r"|(?<!\w)(?:Atty\.|(?:Maj|Lt|Brig|Sec)\b\.?))[ -](?P<general>Gen\b\.?)(?!\w)"
        ),
        _behind_an_office,
    ),
    Rule(
        re.compile(r"(?<!\w)Lt\. (?P<title>(?P<short>Col|Gov|Cmdr|Gen)\.)(?!\w)"),
        lambda match: groups(match, title=_TITLES[match["short"]]),
    ),
)
BRITISH_RULES = (
    Rule(
        re.compile(r"\b(?:Maj|Lt|Brig) (?P<general>Gen)\b(?!\.)"),
        _behind_an_office,
    ),
    Rule(
        re.compile(r"\b(?P<title>Lt) (?P<rank>Cdr|Col)\b(?!\.)"),
        lambda match: groups(match, title="Lieutenant", rank=_TITLES[match["rank"]]),
    ),
    Rule(
        re.compile(
            rf"(?<![\w.])(?<!Wall )(?<!High )(?<!Main )(?P<title>(?P<short>{_UNSTOPPED}))"
            r"(?= (?:[A-Z][a-z]|and (?:Mrs|Ms|Dr|Mr)\b))"
        ),
        _title,
    ),
)
