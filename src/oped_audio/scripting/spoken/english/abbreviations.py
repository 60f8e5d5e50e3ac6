"""Abbreviations that are said in full: ``e.g.``, ``vs.``, ``Calif.``, ``Wall St.``. Pure."""

import re

from oped_audio.scripting.spoken.english.letters import spelled
from oped_audio.scripting.spoken.rewriting import Rule, Said, groups, whole, word_after

STREETS = {
    "st": "Street", "ave": "Avenue", "av": "Avenue", "blvd": "Boulevard", "rd": "Road", "dr": "Drive",
    "ln": "Lane", "ct": "Court", "pl": "Place", "sq": "Square", "hwy": "Highway", "expy": "Expressway",
    "pkwy": "Parkway", "ter": "Terrace",
}  # fmt: skip
STATE_CODES = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California",
    "CO": "Colorado", "CT": "Connecticut", "DE": "Delaware", "FL": "Florida", "GA": "Georgia",
    "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas",
    "KY": "Kentucky", "LA": "Louisiana", "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts",
    "MI": "Michigan", "MN": "Minnesota", "MS": "Mississippi", "MO": "Missouri", "MT": "Montana",
    "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico",
    "NY": "New York", "NC": "North Carolina", "ND": "North Dakota", "OH": "Ohio", "OK": "Oklahoma",
    "OR": "Oregon", "PA": "Pennsylvania", "RI": "Rhode Island", "SC": "South Carolina",
    "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "VT": "Vermont",
    "VA": "Virginia", "WA": "Washington", "WV": "West Virginia", "WI": "Wisconsin", "WY": "Wyoming",
}  # fmt: skip
STATES = {
    "Ala.": "Alabama", "Ariz.": "Arizona", "Ark.": "Arkansas", "Calif.": "California",
    "Colo.": "Colorado", "Conn.": "Connecticut", "Del.": "Delaware", "Fla.": "Florida",
    "Ga.": "Georgia", "Ill.": "Illinois", "Ind.": "Indiana", "Kan.": "Kansas", "Ky.": "Kentucky",
    "La.": "Louisiana", "Md.": "Maryland", "Mass.": "Massachusetts", "Mich.": "Michigan",
    "Minn.": "Minnesota", "Miss.": "Mississippi", "Mo.": "Missouri", "Mont.": "Montana",
    "Neb.": "Nebraska", "Nev.": "Nevada", "N.H.": "New Hampshire", "N.J.": "New Jersey",
    "N.M.": "New Mexico", "N.Y.": "New York", "N.C.": "North Carolina", "N.D.": "North Dakota",
    "Okla.": "Oklahoma", "Ore.": "Oregon", "Pa.": "Pennsylvania", "R.I.": "Rhode Island",
    "S.C.": "South Carolina", "S.D.": "South Dakota", "Tenn.": "Tennessee", "Tex.": "Texas",
    "Vt.": "Vermont", "Va.": "Virginia", "Wash.": "Washington", "W.Va.": "West Virginia",
    "W. Va.": "West Virginia", "Wis.": "Wisconsin", "Wyo.": "Wyoming", "Ont.": "Ontario",
    "Que.": "Quebec", "B.C.": "British Columbia", "Cal.": "California",
}  # fmt: skip
_ANYWHERE = {
    "vs.": "versus", "vs": "versus", "v.": "versus", "e.g.": "for example", "i.e.": "that is",
    "E.g.": "For example", "I.e.": "That is", "etc.": "et cetera", "et al.": "et al", "cf.": "compare",
    "Hon'ble": "Honorable", "y/y": "year over year", "m/m": "month over month", "q/q": "quarter over quarter", "ret.": "retired", "Ret.": "Retired", "approx.": "approximately",
    "est.": "estimated", "dept.": "department", "Dept.": "Department", "govt.": "government",
    "Govt.": "Government", "Gov't": "Government", "gov't": "government", "Univ.": "University",
    "Assn.": "Association", "Assoc.": "Association", "Cmte.": "Committee", "Bros.": "Brothers",
    "Co.": "Company", "Cos.": "Companies", "Corp.": "Corporation", "Inc.": "Incorporated",
    "Ltd.": "Limited", "Jr.": "Junior", "Sr.": "Senior", "Esq.": "Esquire", "Ave.": "Avenue",
    "Blvd.": "Boulevard", "Rd.": "Road", "Hwy.": "Highway", "Ct.": "Court", "ed.": "editor",
    "eds.": "editors", "para.": "paragraph", "misc.": "miscellaneous", "min.": "minimum",
    "max.": "maximum", "w/o": "without", "w/": "with", "b/c": "because", "a.k.a.": "A K A",
    "aka": "A K A", "c/o": "care of", "Intl.": "International", "Int'l": "International",
    "Nat'l": "National", "Natl.": "National", "Inst.": "Institute", "Dist.": "District",
    "Ph.D.": "P H D", "Ph.D": "P H D", "PhD": "P H D", "PhDs": "P H Ds", "Ph.D.s": "P H Ds",
    "yr.": "year", "wk.": "week", "mo.": "month", "avg.": "average", "Sts.": "Streets", "ret'd": "retired", "viz.": "namely", "&c.": "et cetera", "Hosp.": "Hospital", "agg.": "on aggregate", "p.a.": "per annum",
    "a.e.t.": "after extra time", "qtr.": "quarter", "mins": "minutes", "hrs": "hours", "secs": "seconds",
    "yrs": "years", "lbw": "L B W", "LL.M.": "L L M", "LL.B.": "L L B", "LL.D.": "L L D", "Rte.": "Route",
    "ca.": "circa", "incl.": "including", "excl.": "excluding",
    "Est.": "Established", "cos.": "companies", "mgmt.": "management", "mgmt": "management", "Mgmt": "Management", "retd.": "retired", "Retd.": "Retired",
    "Addl.": "Additional", "addl.": "additional", "wkts": "wickets", "wkts.": "wickets", "dist.": "district", "w/in": "within",
    "YoY": "year over year", "QoQ": "quarter over quarter", "MoM": "month over month", "spp.": "species",
    "subsp.": "subspecies", "mvt.": "movement", "tbsp": "tablespoon", "Tbsp": "tablespoon", "Tbsp.": "tablespoon", "tsp": "teaspoon", "Bde.": "Brigade", "Div.": "Division",
    "Regt.": "Regiment", "Bn.": "Battalion", "Cir.": "Circuit", "Cong.": "Congress", "Const.": "Constitution",
    "Enters.": "Enterprises", "amend.": "amendment", "L. Rev.": "Law Review", "S. Ct.": "Supreme Court",
    "Civ. Code": "Civil Code", "Fed. R. Civ. P.": "Federal Rule of Civil Procedure",
    "Fed. R. Crim. P.": "Federal Rule of Criminal Procedure", "Fed. R. App. P.": "Federal Rule of Appellate Procedure",
    "Fed. R. Evid.": "Federal Rule of Evidence", "Fed. R. Bankr. P.": "Federal Rule of Bankruptcy Procedure",
}  # fmt: skip
_BEFORE_A_NUMBER = {
    "No.": "Number", "no.": "number", "Nos.": "Numbers", "nos.": "numbers", "Fig.": "Figure",
    "fig.": "figure", "Figs.": "Figures", "Vol.": "Volume", "vol.": "volume", "Vols.": "Volumes",
    "p.": "page", "pp.": "pages", "Ch.": "Chapter", "ch.": "chapter", "Sec.": "Section",
    "sec.": "section", "Art.": "Article", "art.": "article", "Pt.": "Part", "c.": "circa",
    "№": "number", "Rte.": "Route", "Apt.": "Apartment", "Op.": "Opus", "Nos": "Numbers", "Rt.": "Route", "Cat.": "Category", "Prop.": "Proposition",
    "fn.": "footnote", "ext.": "extension", "vv.": "verses", "n.": "note", "Res.": "Resolution", "Temp.": "Temperature", "temp.": "temperature",
    "Ep.": "Episode", "Rm.": "Room", "ll.": "lines", "pt.": "part", "cl.": "clause", "alt.": "altitude", "elev.": "elevation", "Bldg.": "Building", "tel.": "telephone", "pop.": "population", "Bk.": "Book",
}  # fmt: skip
_WEEKDAYS = {
    "Mon.": "Monday", "Tue.": "Tuesday", "Tues.": "Tuesday", "Wed.": "Wednesday", "Weds.": "Wednesday",
    "Thu.": "Thursday", "Thur.": "Thursday", "Thurs.": "Thursday", "Fri.": "Friday",
    "Sat.": "Saturday", "Sun.": "Sunday",
}  # fmt: skip
_LIVED = {
    "b.": "born", "d.": "died", "r.": "reigned", "fl.": "flourished", "m.": "married", "bap.": "baptized",
}  # fmt: skip
REIGNS = {
    "Hen.": "Henry", "Eliz.": "Elizabeth", "Edw.": "Edward", "Ric.": "Richard", "Geo.": "George", "Jac.": "James",
    "Car.": "Charles", "Vict.": "Victoria", "Wm.": "William", "Will.": "William",
}  # fmt: skip
"""In the names of statutes."""
_GIVEN_NAMES = {
    "Thos.": "Thomas", "Wm.": "William", "Chas.": "Charles", "Geo.": "George", "Jas.": "James", "Jos.": "Joseph",
    "Benj.": "Benjamin", "Robt.": "Robert", "Saml.": "Samuel", "Danl.": "Daniel", "Edw.": "Edward",
    "Richd.": "Richard", "Nathl.": "Nathaniel",
}  # fmt: skip
_COURTS = {
    "N": "Northern",
    "S": "Southern",
    "E": "Eastern",
    "W": "Western",
    "C": "Central",
    "M": "Middle",
}
_UNITS_OF_TROOPS = {
    "Sqn": "Squadron", "Bn": "Battalion", "Bde": "Brigade", "Cdo": "Commando", "Regt": "Regiment",
}  # fmt: skip
_BIBLE = {
    "Gen.": "Genesis", "Exod.": "Exodus", "Ex.": "Exodus", "Lev.": "Leviticus", "Num.": "Numbers",
    "Deut.": "Deuteronomy", "Ps.": "Psalm", "Prov.": "Proverbs", "Eccl.": "Ecclesiastes", "Isa.": "Isaiah",
    "Jer.": "Jeremiah", "Ezek.": "Ezekiel", "Dan.": "Daniel", "Hos.": "Hosea", "Matt.": "Matthew",
    "Rom.": "Romans", "Cor.": "Corinthians", "Gal.": "Galatians", "Eph.": "Ephesians", "Phil.": "Philippians",
    "Col.": "Colossians", "Thess.": "Thessalonians", "Tim.": "Timothy", "Heb.": "Hebrews", "Rev.": "Revelation",
}  # fmt: skip
_COUNTIES = (
    "Antrim|Armagh|Down|Fermanagh|Londonderry|Derry|Tyrone|Cork|Kerry|Mayo|Galway|Clare|Donegal|Wicklow|Kildare"
    "|Meath|Louth|Durham|Limerick|Waterford|Wexford|Sligo|Tipperary|Kilkenny|Offaly|Laois|Cavan|Monaghan|Leitrim"
)
_DAYS = {short.rstrip("."): day for short, day in _WEEKDAYS.items()}
_MONTHS = {
    "Jan": "January", "Feb": "February", "Mar": "March", "Apr": "April", "Jun": "June", "Jul": "July",
    "Aug": "August", "Sep": "September", "Oct": "October", "Nov": "November", "Dec": "December",
}  # fmt: skip
_PARTIES = {"D": "Democrat", "R": "Republican", "I": "Independent", "L": "Libertarian"}


def _any_of(written: dict[str, str]) -> str:
    return "|".join(sorted(map(re.escape, written), key=len, reverse=True))


_DAY = _any_of(_DAYS)


def _in_full(match: re.Match[str]) -> tuple[Said, ...]:
    """The full stop of an abbreviation that ends the sentence stays."""
    words = _ALL[match[0]]
    rest = match.string[match.end() :].strip(" \"”’')]")
    if not rest and match[0] in _ALSO_WORDS and match.string[: match.start()].rstrip()[-1:] != ",":
        return ()
    if match[0] == "est." and rest[:1].isdigit() and re.match(r"1[5-9]\d\d\b|20[0-2]\d\b", rest):
        words = "established"
    end = match.end() - 1 if match[0].endswith(".") and not rest else match.end()
    if words.isupper():
        return (spelled(match.start(), end, words),)
    return (Said(match.start(), end, words),)


def _party(match: re.Match[str]) -> tuple[Said, ...]:
    """``(D-Mass.)`` -> ``Democrat of Massachusetts``."""
    state = match["state"]
    named = STATES.get(state) or STATE_CODES.get(state, state)
    named = "D C" if state == "D.C." else named
    party = f"{_PARTIES[match['party'][0]]} of"
    if match["apart"]:
        return groups(match, party=party, state=named)
    return whole(match, f"{party} {named}")


def _street(match: re.Match[str]) -> tuple[Said, ...]:
    """``Wall St.``, unless a saint follows; a street's short name behind its long one."""
    if word_after(match)[:1].isupper() or match["name"] in _NO_STREETS:
        return ()
    rest = match.string[match.end() :].strip(" \"”’')]")
    end = match.end() if rest else match.end() - 1
    return (Said(match.start("street"), end, STREETS[match["street"][:-1].lower()]),)


_NO_STREETS = frozenset(("The", "In", "At", "From", "And", "Of", "To", "For", "But", "On", "By"))


def _before_number(match: re.Match[str]) -> tuple[Said, ...]:
    return groups(match, short=_BEFORE_A_NUMBER[match["short"]])


def _lived(match: re.Match[str]) -> tuple[Said, ...]:
    """``(b. 1948)`` -> ``born 1948``."""
    return groups(match, short=_LIVED[match["short"]])


def _century(match: re.Match[str]) -> tuple[Said, ...]:
    """``the 20th C.``"""
    end = match.end() if match.string[match.end() :].strip(" \"”’')]") else match.end() - 1
    return (Said(match.start("short"), end, "century"),)


def _against(match: re.Match[str]) -> tuple[Said, ...]:
    """``Roe v Wade``, as the British write it."""
    return groups(match, short="versus")


def _of_the_bible(match: re.Match[str]) -> tuple[Said, ...]:
    return groups(match, short=_BIBLE[match["short"]])


def _statute(match: re.Match[str]) -> tuple[Said, ...]:
    """``22 Vict. c. 2`` -> ``Victoria``, ``chapter``."""
    return groups(match, reign=REIGNS[match["reign"]], chapter="chapter")


def _court(match: re.Match[str]) -> tuple[Said, ...]:
    """``N.D. Cal.`` -> ``Northern District of California``."""
    named = f"{_COURTS[match['part']]} District of"
    return groups(match, court=named, state=STATES[match["state"]])


def _given_name(match: re.Match[str]) -> tuple[Said, ...]:
    return groups(match, name=_GIVEN_NAMES[match["name"]])


def _troops(match: re.Match[str]) -> tuple[Said, ...]:
    """``51 Sqn`` -> ``fifty-one Squadron``."""
    return groups(match, unit=_UNITS_OF_TROOPS[match["unit"].rstrip(".")])


def _before_christ(match: re.Match[str]) -> tuple[Said, ...]:
    return (spelled(*match.span("era"), match["era"]),)


def _county(match: re.Match[str]) -> tuple[Said, ...]:
    """``Co. Down`` -> ``County Down``."""
    return groups(match, short="County")


def _days(match: re.Match[str]) -> tuple[Said, ...]:
    """``Mon.-Fri.`` -> ``Monday to Friday``; a word between the two stays."""
    words = {name: _DAYS[match[name].rstrip(".")] for name in ("first", "last")}
    if match["dash"]:
        words["dash"] = " to "
    said = groups(match, **words)
    rest = match.string[match.end() :].strip(" \"”’')]")
    if match["last"].endswith(".") and not rest:
        last = said[1]
        return (said[0], Said(last.begin, last.end - 1, last.words), *said[2:])
    return said


def _number_one(match: re.Match[str]) -> tuple[Said, ...]:
    """``at No 10``, as the British write it."""
    return groups(match, short="Number")


def _month(match: re.Match[str]) -> tuple[Said, ...]:
    """``in Jan.``, where no day follows; a full stop that ends the sentence stays."""
    rest = match.string[match.end() :].strip(" \"”’')]")
    begin, end = match.span("month")
    return (Said(begin, end if rest else end - 1, _MONTHS[match["month"][:3]]),)


def _day_of_the_week(match: re.Match[str]) -> tuple[Said, ...]:
    return groups(match, day=_WEEKDAYS[match["day"]])


_ALL = _ANYWHERE | STATES
_ALSO_WORDS = frozenset(
    "Mass. Wash. Miss. Ore. Ill. Ind. Del. Pa. Ark. Va. Ala. Cal. min. max. ed.".split()
)
SHORT = tuple(_ALL)
_UNCAPITALISED = sorted({short[:-1] for short in _ALL if short[0].islower() and short[-1] == "."})
SIGN = re.compile(
    rf"\w\.(?![\"”’)\]]*$)|\b[A-Z]\w{{0,5}}\.|\b(?:{'|'.join(map(re.escape, _UNCAPITALISED))})\."
    r"|\w/|[vtn][’'][tlb]|\b[DRIL]-[A-Z]|\bvs|\bv [A-Z]|\b(?:mins|hrs|secs|yrs|lbw|ret[’']d|wkts|[mM]gmt|tbsp|tsp|Tbsp|[YQM]o[YQM]|Sqn|Bn|Bde|Cdo|Regt|pts)\b|&c\.|aka|PhD|№|\bNos? \d|\bCo [A-Z]|[-–](?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b"
)
"""A full stop within a sentence, or one at its end after what can be an abbreviation."""
RULES = (
    Rule(
        re.compile(
            r"(?<!\w)(?P<short>(?:b|d|r|fl|m)\.) (?=1\d{3}|20\d\d)|(?<=\()(?P<reign>r\.) (?=\d)"
            r"|(?<!\w)(?P<baptism>bap\.) (?=\d)"
        ),
        lambda match: (
            _lived(match)
            if match["short"]
            else groups(match, reign="reigned", baptism=_LIVED["bap."])
        ),
    ),
    Rule(
        re.compile(rf"(?<=\d )(?P<reign>{_any_of(REIGNS)}),? (?P<chapter>c\.) (?=\d)"),
        _statute,
    ),
    Rule(
        re.compile(
            rf"(?<!\w)(?P<court>(?P<part>[NSEWCM])\. ?D\.) (?P<state>{_any_of(STATES)})(?!\w)"
        ),
        _court,
    ),
    Rule(re.compile(rf"(?<!\w)(?P<name>{_any_of(_GIVEN_NAMES)})(?= [A-Z])"), _given_name),
    Rule(
        re.compile(
            rf"(?:(?<=\d )|(?<=\d(?:st|nd|rd|th) ))(?P<unit>(?:{_any_of(_UNITS_OF_TROOPS)})\b\.?)"
        ),
        _troops,
    ),
    Rule(re.compile(r"\b(?:century|centuries|millennium|year) (?P<era>B\.C\.)"), _before_christ),
    Rule(
        re.compile(r"(?<!\w)(?<!\d )(?P<short>l\.) (?=\d)"),
        lambda match: groups(match, short="line"),
    ),
    Rule(
        re.compile(r"(?<=percentage )(?P<short>pts)\b"), lambda match: groups(match, short="points")
    ),
    Rule(
        re.compile(r"(?<=\d(?:th|st|nd|rd)) (?P<short>[Ee]d\.)(?!\w)"),
        lambda match: groups(match, short="edition"),
    ),
    Rule(re.compile(rf"(?<!\w)(?P<short>Co\.?) (?={_COUNTIES})"), _county),
    Rule(
        re.compile(
            rf"(?<!\w)(?P<party>[DRIL](?:-|\.,(?P<apart> )))(?P<state>{_any_of(STATES)}|D\.C\.|{'|'.join(STATE_CODES)}|{'|'.join(STATE_CODES.values())})(?!\w)"
        ),
        _party,
    ),
    Rule(
        re.compile(
            r"(?<!\w)(?P<name>[A-Z][\w’']*|\d+(?:st|nd|rd|th)) (?P<street>St\.|Dr\.|Ln\.|Pl\.|Sq\.|Pkwy\.)"
        ),
        _street,
    ),
    Rule(
        re.compile(
            rf"(?<!\w)(?P<short>{_any_of(_BEFORE_A_NUMBER)})(?=[ \u00a0]?(?:[$€£]?\d|[IVXLC]+\b|(?=[ivx])x{{0,3}}(?:ix|iv|v?i{{0,3}})\b))"
        ),
        _before_number,
    ),
    Rule(
        re.compile(
            rf"(?<![\w.])(?P<first>(?:{_DAY})\b\.?)(?:(?P<dash>\s?[-–—]\s?)|(?<=\.) (?:and|or|to|through|thru|&) )(?P<last>(?:{_DAY})\b\.?)"
        ),
        _days,
    ),
    Rule(re.compile(r"(?<=[a-z] )(?P<short>No)(?= \d{1,2}\b(?![.,:]\d))"), _number_one),
    Rule(
        re.compile(
            r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|[Ll]ast|[Nn]ext|[Ee]arly|[Ll]ate|[Mm]id|and|to|or|through)[ -]"
            r"(?P<month>(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)"
        ),
        _month,
    ),
    Rule(
        re.compile(
            r"(?<!\w)(?P<month>(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)(?= (?:and|to|or|through) (?:[A-Z][a-z]{2,4}\.|[A-Z][a-z]+ \d))"
        ),
        _month,
    ),
    Rule(
        re.compile(
            rf"(?<!\w)(?P<day>{_any_of(_WEEKDAYS)})(?=,? (?:[A-Z\d]|and |to |at |in |night|morning|evening|afternoon)|[-–])"
        ),
        _day_of_the_week,
    ),
    Rule(
        re.compile(rf"\b(?:[Ee]very|[Oo]n|[Ll]ast|[Nn]ext) (?P<day>{_DAY})(?=\.\W*$)"),
        lambda match: groups(match, day=_DAYS[match["day"]]),
    ),
    Rule(re.compile(r"(?<=\d(?:th|st|nd|rd)) (?P<short>[Cc]\.)(?!\w)"), _century),
    Rule(re.compile(r"(?<!\w)[A-Z][\w.’'-]* (?P<short>v) (?=(?:the )?[A-Z])"), _against),
    Rule(re.compile(rf"(?<!\w)(?P<short>{_any_of(_BIBLE)})(?= \d{{1,3}}:\d)"), _of_the_bible),
    Rule(re.compile(rf"(?<![\w.])(?:{_any_of(_ALL)})(?!\w)"), _in_full),
)
