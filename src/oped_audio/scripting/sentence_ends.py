"""Where sentences end, when sentencex says otherwise: patterns of a language. Pure.

Where a line feed stands in a pattern, sentencex ends a sentence; white space around it is left out.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from oped_audio.scripting.determiners import GERMAN
from oped_audio.scripting.run_in_lists import is_enumerator, is_in_a_sentence, item

_NOTHING = re.compile(r"(?!)")

_STARTER = (
    r"(?:He|She|It|They|We|You|The|This|That|These|Those|But|And|So|Yet|Nobody|No|There|Then|Now|When|If|In"
    r"|What|Who|Why|How|Is|Are|Do|Does|Did|An|A)\s"
)
"""A first word of sentences that begins no name."""
_NAME = rf"(?!{_STARTER})[A-Z][\w.’'-]*"
_SAYING = (
    r"(?:say|ask|add|shout|tweet|post|exclaim|answer|recall|wonder|demand|insist|continue|explain|joke"
    r"|warn|argue|counter|respond|quip|scream|yell|whisper|mutter|announce|complain|conclude|note"
    r"|observe|plead|roar|snap|chant|declare|remark|boast|urge|thunder|gasp|laugh)(?:e?d|s)"
    r"|said|wrote|writes|replied|replies|cried|cries|told|tells|read|reads|began|thought|thinks"
)
_SAID_BY = rf"(?:{_NAME} ){{1,5}}(?:{_SAYING})\b"
_TITLE = (
    r"M(?:rs?|s|x|essrs)|Drs?|Profs?|Govs?|Sens?|Reps?|Gens?|Lt|Sgt|Capt|Col|Maj|Adm|Cmdr|Amb|Atty|Hon|Rev"
    r"|Ret|Ft|Cdr|Comdr|Brig|Cpl|Pvt|Supt|Insp|Cllr|Msgr|Pte|Flt|Wg|Gp|Sqn|Smt|Addl|Asst"
)
_GIVEN_NAME = r"Thos|Wm|Chas|Geo|Jas|Jos|Benj|Robt|Saml|Danl|Edw|Richd|Nathl"
_REIGN = r"Hen|Eliz|Edw|Ric|Geo|Jac|Car|Vict|Gul|Ph|Wm"
"""Kings and queens whose years number the statutes of England."""
_BOOK = (
    r"Gen|Ex|Lev|Num|Deut|Sam|Chron|Neh|Ps|Prov|Eccl|Isa|Jer|Ezek|Dan|Hos|Mic|Hab|Zech|Mal|Matt|Rom"
    r"|Cor|Gal|Eph|Phil|Col|Thess|Tim|Heb|Jas|Pet|Rev"
)
_DEGREE = r"J\.D\.|B\.A\.|B\.S\.|M\.A\.|M\.D\.|M\.S\."
_OPENER = (
    r"(?:Though|Nobody|Someone|Somebody|Anyone|Few|Either|Unless|Everything|Something|Less|Above|Across"
    r"|Against|Along|Around|Behind|Beyond|Throughout|Toward|Earlier|Already|Almost|[AI](?=\s[a-z]))\b"
)
"""First words of sentences that sentencex takes for names."""
_MONTH = r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_STATE = (
    r"Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev"
    r"|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo"
)
_NAMED_BY_A_LETTER = (
    r"[Pp]lan|[Vv]itamin|[Hh]epatitis|[Ii]nfluenza|[Tt]itle|[Tt]ype|[Cc]lass|[Gg]rade|[Gg]roup|[Ss]chedule"
    r"|[Aa]ppendix|[Pp]art|[Pp]hase|[Ss]eries|[Ss]ection|[Ee]xhibit|[Cc]hapter|[Aa]rticle|[Vv]olume|War|Act"
    r"|Book|Generation|Gen|Malcolm|[Tt]ier|[Ss]tage|[Ll]evel|[Ll]ine|[Tt]erminal|[Gg]ate"
)
_NUMERAL = r"(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\b"
_ROMAN = r"(?:(?!I\b)[IVXL]+|[IVXLCDM]{2,}|(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3}))\b"
_SHORT_UNIT = r"yr|mo|wk|hr|min|sec|ft|in|yd|lb|oz|mi|sq|gal"
_KITCHEN = r"[Tt]bsps?|tsps?|fl|oz|lbs?|pts?|qts?|pkgs?|c|T|t"
_VULGAR = "½¼¾⅓⅔⅛"
_LAST_WORDS = (
    # words that are abbreviations too
    r"(?<![\w.’'-])(?:me|art|ill|may|May|miss|con|arc|ark|ok|ore|pa|id|sec|Ken|Al|Bart)\.",
    rf"(?<![\w.’'-])Art\.(?!\s+{_ROMAN})",
    # units behind a slash
    r"(?<=\w)/(?:hr|h|s|mo|yr|wk|day|kg|lb|oz|bbl|gal|km|mi)\.",
    r"(?<=\d )(?:min|mins|hr|hrs|sec|secs)\.",
    rf"(?<!\w)(?:a\.e\.t|p\.a)\.(?=\s+{_STARTER})",
    r"(?<![\w.])no\.",
    r"(?:(?<=[.!?…”\"“]\s)|(?<=[“\"])|(?<!.))No\.",
    # abbreviations that no name follows
    rf"(?<![\w.])(?:{_MONTH}|etc|et al)\.",
    rf"(?<=,)\s(?:{_STATE})\.(?!\s+(?:Gov|Sen|Rep|Lt|Atty|State|House|Senate|Supreme|Republican|Democrat))",
    # letters that are no initials
    rf"(?<!\w)(?:{_NAMED_BY_A_LETTER}) [A-Z]\.",
    r"(?<!\w)(?:and|or|than|as|am|do|did|was|will|can|could|would|should|had|have) I\.",
    r"(?<!\w)(?:[A-Z]\.)+(?=\s+" + _OPENER + ")",
    r"(?<!\w)(?:Inc|Corp|Co|Ltd|Jr|Sr|Ave|St|Blvd|Rd|[ap]\.m)\.(?=\s+" + _OPENER + ")",
    rf"(?:[A-Z]|[ap]\.m)\.[”\"](?=\s+{_STARTER})",
    # omissions
    r"(?<=[\w,])…(?!\s+I\b)",
    rf"(?<=\w\s)…(?=\s+{_STARTER})",
    rf"(?:…|\.\.\.)[”\"](?!\s+(?:I\b|{_SAID_BY}))",
)

_GERMAN_STARTER = (
    r"(?:Es|Er|Sie|Wir|Ich|Das|Die|Der|Dann|Danach|Und|Aber|Doch|Nun|Eine?|I[mn]|Am|Auf)\b"
)


def _before_line_feed(pattern: str) -> re.Pattern[str]:
    """Looked for from the start to the line feed only, which is faster than everywhere."""
    return re.compile(rf"[^\n]*?(?:{pattern})")


@dataclass(frozen=True, slots=True)
class Exceptions:
    """What sentencex does not know about a language."""

    unfinished: re.Pattern[str] = _NOTHING
    """The end of what is before a line feed and the start of what is after it: nothing ends."""
    opening: re.Pattern[str] = _NOTHING
    """All of what is before, where it only begins a sentence."""
    finished: re.Pattern[str] = _NOTHING
    """A sentence ends behind it."""
    lower_case_goes_on: bool = True
    """Whether a full stop before a small letter ends nothing; other marks never do."""


def _english() -> Exceptions:
    return Exceptions(
        unfinished=_before_line_feed(
            rf"(?<!\w)(?:{_TITLE})\.\n\(?\w"
            rf"|\((?:[Rr]et(?:'?d)?|Mrs|Ms|Mr|Dr)\.\)\n[A-Z]|(?<!\w)[Rr]etd\.\n(?!{_STARTER})\w"
            rf"|(?<!\w)(?:{_GIVEN_NAME})\.\n[A-Z]|\d (?:{_REIGN})\.\n(?:[IVX]+\b|c\.)"
            r"|(?<!\w)(?:Civ|Crim|App|Evid|Bankr)\.\n(?:P|Proc|Code|R)\b|\.\nv\. [A-Z]"
            r"|(?<!\w)(?:Cong|Stat|Code|Ann|Const)\.\n§|(?<!\w)(?:amend|cl|Amend|Const)\.\n(?:\d|[IVX]+\b|amend)"
            r"|(?<!\w)(?:Mon|Tues?|Weds?|Thurs?|Thur|Fri|Sat|Sun)\.\n\d"
            r"|(?<!\w)(?:bap|pop|alt|elev|agg|fol|fols|ff)\.\n\d"
            r"|\d (?:Cor|Sam|Kgs|Chron|Thess|Tim|Pet)\.\n\d"
            rf"|[\d{_VULGAR}]\s?(?:{_KITCHEN})\.\n[a-z]"
            r"|(?<!\w)(?:[Vv]ols?|[Ff]igs?|[Aa]pprox|[Ee]st|ca|pp?|[Cc]h(?:ap)?s?|[Aa]rts?|[Ss]ecs?|[Pp]ts?"
            rf"|[Rr]tes?|[Aa]pts?|fn|vv|[Tt]emps?|Rm|Res|Sess)\.\n(?:\d|{_ROMAN})"
            rf"|\d-(?:{_SHORT_UNIT})\.\n[A-Z]|\d\s?(?:lbs?|ft|hrs?|st|s)\.\n\d"
            r"|(?<!\w)(?:incl|excl|esp|viz|JJ)\.\n\w"
            rf"|(?<!\w)(?:[Nn]os?\.\n{_NUMERAL}|(?:{_BOOK})\.\n\d+:\d)"
            rf"|(?<!\ba )(?<!\ban )(?<!\bhis )(?<!\bher )(?<!, )\b(?:{_DEGREE})\n{_NAME}"
            r"|[ap]\.m\.\n(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
            r"|(?:Eastern|Central|Mountain|Pacific|Greenwich|Moscow|London) "
            r"|[ECMP][SD]?T\b|GMT|UTC)"
            rf"|[?!…][”\"’']+\n{_SAID_BY}"
            r"|[.?!…][”\"’']+\n[—–]"
            rf"|\w\s(?:…|\.\.\.|\.\s\.\s\.)\n(?!{_STARTER})"
        ),
        opening=re.compile(
            r"(?:In|By|At|From|During|Until|Since|After|Before|Around|Throughout)"
            r"(?: [\w’'-]+){1,5} (?:[A-Z]\.){2,}"
        ),
        finished=re.compile(
            rf"(?:{'|'.join(_LAST_WORDS)})\s+(?=[“\"‘'(]?[A-Z])"
            # a quotation goes on after the words on who is quoted
            rf"|(?<=[,?!][”\"])[^“”\"]{{3,100}}?(?<!\w)(?!(?:{_TITLE}|vs)\.)[\w.’'-]+\.\s+(?=[“\"][A-Z])"
        ),
    )


def _greek() -> Exceptions:
    return Exceptions(lower_case_goes_on=False)


def _german() -> Exceptions:
    return Exceptions(
        unfinished=_before_line_feed(
            rf"(?<!\w)(?i:{GERMAN})\s\d{{1,2}}\.\n(?!{_GERMAN_STARTER})[^\W\d_]"
            r"|\d\.\n(?:Jhd?t?|Jan|Feb|Apr|Aug|Sept|Okt|Nov|Dez|Hj|Jg)\b"
            r"|(?<!\w)(?:Hr|Hrn|Fr|St|Prof|Dr|Dipl|Ing|Nr|Art|Abs|Bd|Kap|Abb|geb|gest|Abg)\.\n\w"
        ),
        finished=re.compile(r"(?:(?<=[a-zäöüß]{6}\.)|(?<=[%€]\.))\s+(?=\d)"),
    )


def _french() -> Exceptions:
    return Exceptions(
        unfinished=_before_line_feed(
            r"(?<!\w)(?:MM?|Mme|Mlle|Me|Dr|Pr|Mgr|Ste?|art|chap|vol|p|pp|al)\.\n\w"
            r"|[A-Z]\.-[A-Z]\.\n[A-Z]|(?<!\w)(?:janv|févr|avr|juill?|sept|oct|nov|déc)\.\n\d"
        ),
        finished=re.compile(r"(?<=suiv\.)\s+(?=[A-Z])"),
    )


def _spanish() -> Exceptions:
    return Exceptions(
        unfinished=_before_line_feed(
            r"(?<!\w)(?:D|Dña|Sr|Sra|Srta|Sres|Dra?|Prof|Sto|Sta|Excmo|Mons|Gral|M[aª]|aprox|tel|[Aa]vda|Uds?|Vd"
            r"|núms?|págs?|pp?|arts?|cap|vol)\.\n\w"
            r"|(?<!\w)EE\.\nUU\."
        )
    )


_EXCEPTIONS: Mapping[str, Callable[[], Exceptions]] = {
    "en": _english,
    "el": _greek,
    "de": _german,
    "fr": _french,
    "es": _spanish,
}
"""Made when a text is in the language: their patterns take long to compile."""
_BEFORE = 16
"""Characters before an end that a pattern can ask for."""
_AFTER = 80
_LONGEST_OPENING = 80

_TRAILING = re.compile(
    "(?:[¹²³⁰-⁹†‡]"
    "|\\s*[\U0001f000-\U0001faff\u2600-\u2604\u2607-\u26ff\u2705\u2728\u274c\u2764][\U0001f3fb-\U0001f3ff\ufe0f\u200d]*"
    ")+\\s*"
)
"""Marks of notes and emoji after a full stop: they belong to what is before them."""
_WITHIN = re.compile(r"(?:[A-Z]\.|\.\.|…|(?<![\w.!?”\"’')\]])\.)\Z")
"""Initials, an omission, the start of ``.NET``: nothing ends behind them without a space."""
_OF_A_DEGREE = re.compile(r"\b[A-Z][a-z]{1,2}\.\Z")
"""``Ed.D.``, ``Ph.D.``"""
_OPENING_MARK = re.compile(r"(?<=\s)[’'‘“\"«(\[]\Z")
_OMISSION = re.compile(r"(?<=\w\.)\s(?=\.\s\.\s\.\s+\Z)")
"""A full stop and three points: what is left out came after the sentence."""
_SMALL = re.compile(r"[—–-]?\s?[“\"‘'(]?(?![a-z]{1,2}[A-Z]|(?:[ivx]{1,4}|[a-h])[.)]\s)[^\W\d_]")
_LETTER = re.compile(r"[^\W\d_]")
_GOING_ON = re.compile(r"[,;:]\s|[/=]|-\w")
"""What stands behind an abbreviation and at the start of no sentence."""


@cache
def exceptions(language: str) -> Exceptions:
    """Those of a language, which is a primary subtag, such as ``en``."""
    return _EXCEPTIONS.get(language, Exceptions)()


def moved(text: str, begin: int, end: int, limit: int) -> int:
    """Where the sentence from ``begin`` ends that sentencex ends at ``end``.

    Behind the emoji that follow it; before the opening mark or the number of an item that it would
    tear off; behind a full stop before the three points of an omission.
    """
    place = item(text, begin, end)
    if place is not None and not is_in_a_sentence(text, begin, place):
        return place
    trailing = _TRAILING.match(text, end, limit)
    if trailing:
        return trailing.end()
    mark = _OPENING_MARK.search(text, max(0, end - 2), end)
    if mark and text[end : end + 1].isalnum():
        return mark.start()
    omission = _OMISSION.search(text, max(0, end - 12), end)
    return omission.end() if omission else end


def goes_on(text: str, begin: int, end: int, known: Exceptions) -> bool:
    """Whether the sentence that begins at ``begin`` does not end at ``end``."""
    if _is_torn(text, begin, end) or _only_begins(text, begin, end, known):
        return True
    before = text[max(begin, end - _BEFORE) : end].rstrip()
    after = text[end : end + _AFTER].lstrip()
    if before.endswith(",") or _GOING_ON.match(after):
        return True
    if item(text, begin, end) is not None or is_enumerator(text[begin:end]):
        return True
    if known.unfinished.match(f"{before[-_BEFORE:]}\n{after}"):
        return True
    if before.endswith(".") and not known.lower_case_goes_on:
        return False
    small = _SMALL.match(after)
    first = _LETTER.search(text, begin, end)
    return bool(small and small[0][-1].islower() and first and first[0].isupper())


def _only_begins(text: str, begin: int, end: int, known: Exceptions) -> bool:
    """Whether what is before is no sentence: ``In the fifth century B.C.``."""
    short = end - begin <= _LONGEST_OPENING
    return short and bool(known.opening.fullmatch(text[begin:end].strip()))


def _is_torn(text: str, begin: int, end: int) -> bool:
    """Whether one word is on both sides of ``end``."""
    after = text[end : end + 2]
    if not after[:1].isalpha():
        return False
    return bool(
        _WITHIN.search(text, begin, end)
        or (after[1:] == "." and _OF_A_DEGREE.search(text, begin, end))
    )
