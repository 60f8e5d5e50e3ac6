"""Roman numerals where nothing else can be meant. Pure."""

import re

from oped_audio.scripting.spoken.english.abbreviations import REIGNS
from oped_audio.scripting.spoken.english.numbers import cardinal, ordinal
from oped_audio.scripting.spoken.rewriting import Rule, Said, groups, whole
from oped_audio.scripting.spoken.roman_numerals import value

_NUMERAL = r"(?=[IVXL])(?:L?X{0,3}|XL|X?C)(?:IX|IV|V?I{0,3})(?!\w|[’'](?!s\b)|-(?!-|[IVX]+\b|[A-H]\b|(?:era|style|type|level|vintage|like|related|themed)\b)|\.[A-Z])"
_COUNTED = (
    "[Aa]mendment|[Aa]mend\\.|type|stage|phase|class|grade|level|category|tier|War|Wars|Mk|Vols?\\.|vols?\\.|ch\\.|chap\\.|bk\\.|pt\\.|Part|Parts|Chapter|Chapters|Book|Books|Volume|Volumes|Act|Acts|Phase|Title|Article|Articles|Bowl"
    "|Type|Class|Mark|Vatican|Section|Sections|Schedule|Appendix|Annex|Level|Tier|Stage|Category|Division"
    "|Corps|Group|Basel|SALT|START|Minsk|Rocky|Apollo|Gemini|Mach|Tranche|Round|Scene|Canto|Psalm|Number"
    "|Quadrant|Region|Zone|Grade|Factor|Element|PART|CHAPTER|BOOK|WAR|ACT|Camp David|Oslo|Geneva|Gulf"
    r"|Saturn|Titan|Minuteman|Trident|Episode|Season|Vol\.|No\.|Pt\.|Ch\.|Sec\.|Art\.|Bk\."
    "|Solvency|Grand Prix|Godfather|Halo|Fantasy|Theft Auto|Trump|Biden|Chapter|Olympiad"
)
_REGNAL = (
    "Alexander|Benedict|Catherine|Charles|Edward|Elizabeth|Francis|Francois|Frederick|George|Gregory|Henry|James"
    "|Leo|Louis|Napoleon|Nicholas|Paul|Philip|Pius|Wilhelm|William|Rama|Mohammed|Muhammad|Hussein|Abdullah"
    "|Farouk|Felipe|Juan Carlos|Harald|Carl|Gustaf|Gustav|Margrethe|Frederik|Christian|Albert|Leopold|Baudouin"
    "|Ferdinand|Isabella|Peter|Ivan|Otto|Karl|Franz|Joseph|John|Richard|Robert|Malcolm(?! X)|David|Constantine|Urban"
    "|Mary|Abbas|Bayezid|Haile Selassie|Ahmed|Osman|Murad|Maximilian|Rudolf|Ludwig"
    "|Faisal|Idris|Kamehameha|Naruhito|Tiglath|Thutmose|Amenhotep|Artaxerxes|Xerxes|Cyrus|Theodosius"
    "|Clement|Innocent|Boniface|Julius|Sixtus|Adrian|Celestine|Ramses|Ptolemy|Darius|Mehmed|Selim|Suleiman"
    "|Hassan|Tupac|Sancho|Afonso|Alfonso|Pedro|Maria|Menelik|Tewodros|Umberto|Victor|Emmanuel|Emanuel"
)
_PRONOUN = re.compile(
    r" (?:am|have|had|know|knew|think|thought|saw|see|do|did|will|would|can|could|should|must|might|want|need"
    r"|love|like|wish|hope|believe|mean|remember|wonder|guess)\b"
)
_TELLING = re.compile(
    r"\b(?:tell|ask|assure|promise|remind|inform|warn|show|convince|thank)(?:s|ed|d|ing)? $|\btold $"
)
_OF_A_PLACE = re.compile(r" (?:of|de|di|von)['’]? [A-Z]")
_NO_NAMES = frozenset(
    (
        "And", "But", "The", "If", "When", "As", "Then", "So", "That", "What", "Where", "How", "Why",
        "Or", "Because", "While", "Although", "Should", "Had", "Did", "Do", "Am", "Can", "Could",
        "Would", "Will", "May", "Must", "Here", "There", "Now", "Yet", "Before", "After", "Since",
        "Not", "Nor", "Only", "Even", "Neither", "Both", "Perhaps", "Maybe", "Have", "Has", "Was", "Were",
        "Might", "Shall", "Is", "Are", "Does", "Like", "Unlike", "Than", "Yes", "No", "Oh", "Well", "Indeed",
        "Naturally", "Of", "To", "For", "With", "By", "Dare", "Need", "Ought", "Until", "Unless", "Once", "Whom",
        "Interstate", "Group", "Grade", "Appendix", "Plan", "Vitamin", "Malcolm", "Mr", "Mrs", "Ms", "Dr", "Gen", "Generation", "Title",
    )
)  # fmt: skip

_ENDS = re.compile(r"[’']s\b|[,.;:!?)”\"]*(?:$|(?<=[,.;:!?)])[\s”\"])")
"""After ``King Zog I``; after the pronoun, a sentence goes on."""


def _counted(match: re.Match[str]) -> tuple[Said, ...]:
    """``World War II`` -> ``World War two``."""
    if match["numeral"] == "I" and _goes_on_as_sentence(match):
        return ()
    words = {"numeral": cardinal(value(match["numeral"]))}
    if match["to"]:
        words["to"] = " to "
    if match["second"]:
        words["second"] = cardinal(value(match["second"]))
    return groups(match, **words)


def _goes_on_as_sentence(match: re.Match[str]) -> bool:
    """``War I know`` and ``told John I was`` have the pronoun; ``World War I was`` has not."""
    rest = match.string[match.end() :]
    return bool(_TELLING.search(match.string[: match.start()]) or _PRONOUN.match(rest))


def _regnal(match: re.Match[str]) -> tuple[Said, ...]:
    """``Louis XIV`` -> ``Louis the fourteenth``; one letter needs a ruler's name before it."""
    numeral = match["numeral"]
    if numeral == "I" and _goes_on_as_sentence(match):
        return ()
    end = match.end("numeral") + bool(_STOPPED.match(match.string, match.end("numeral")))
    return (Said(match.start("numeral"), end, f"the {ordinal(value(numeral))}"),)


def _of_two_kingdoms(match: re.Match[str]) -> tuple[Said, ...]:
    """``James VI and I`` -> ``James the sixth and first``."""
    names = ("numeral", "second", "scottish", "english")
    said = {name: ordinal(value(match[name])) for name in names if match[name]}
    firsts = {name: f"the {said[name]}" for name in ("numeral", "scottish") if name in said}
    return groups(match, **(said | firsts))


_STOPPED = re.compile(r"\.(?= [a-z]|[,;:])")
"""``Henry VIII. was``, as the nineteenth century wrote it."""


def _of_a_name(match: re.Match[str]) -> tuple[Said, ...]:
    if match["name"] in _NO_NAMES or match["name"].isupper():
        return ()
    if (
        len(match["numeral"]) < 2
        and not _OF_A_PLACE.match(match.string, match.end())
        and not (match["numeral"] == "I" and _ENDS.match(*_after(match)))
    ):
        return ()
    if match["numeral"] in ("XL", "XX", "XXX", "IL", "LI", "XI", "LX"):
        return ()
    if _ABBREVIATED.search(match["name"]):
        return groups(match, numeral=cardinal(value(match["numeral"])))
    return groups(match, numeral=f"the {ordinal(value(match['numeral']))}")


_ABBREVIATED = re.compile(r"[a-z][A-Z]")
"""``MiFID``: no king."""


def _statute(match: re.Match[str]) -> tuple[Said, ...]:
    """``31 Hen. VIII c. 13`` -> ``Henry``, ``the eighth``, ``chapter``."""
    numeral = f"the {ordinal(value(match['numeral']))}"
    return groups(match, reign=REIGNS[match["reign"]], numeral=numeral, chapter="chapter")


def _of_a_kind(match: re.Match[str]) -> tuple[Said, ...]:
    """``Phase-IV`` -> ``Phase four``."""
    return groups(match, to=" ", numeral=cardinal(value(match["numeral"])))


def _alone(match: re.Match[str]) -> tuple[Said, ...]:
    """``parts I, II and III``: what no initialism is."""
    return groups(match, numeral=cardinal(value(match["numeral"])))


def _after(match: re.Match[str]) -> tuple[str, int]:
    return match.string, match.end()


def _century(match: re.Match[str]) -> tuple[Said, ...]:
    return groups(match, numeral=ordinal(value(match["numeral"])))


def _world_war(match: re.Match[str]) -> tuple[Said, ...]:
    """``WWII`` -> ``World War two``."""
    return whole(match, f"World War {cardinal(value(match['numeral']))}")


def _page(match: re.Match[str]) -> tuple[Said, ...]:
    """``page iv`` -> ``page four``."""
    return groups(match, numeral=cardinal(value(match["numeral"].upper())))


def _stage(match: re.Match[str]) -> tuple[Said, ...]:
    """``stage IIIB`` -> ``stage three B``."""
    return groups(match, numeral=cardinal(value(match["numeral"])), part=f" {match['part']}")


RULES = (
    Rule(
        re.compile(
            r"\b(?:[Ss]tages?|[Cc]lass|[Tt]ype|[Pp]hase) (?P<numeral>I{1,3}|IV)(?P<part>[A-C])(?!\w)"
        ),
        _stage,
    ),
    Rule(
        re.compile(
            rf"(?<=\d )(?P<reign>{'|'.join(map(re.escape, REIGNS))}) (?P<numeral>[IVX]{{1,4}})(?:,? (?P<chapter>c\.)(?= \d))?(?![\w.])"
        ),
        _statute,
    ),
    Rule(
        re.compile(
            r"(?<![\w-])[A-Z][A-Za-z]+(?P<to>-)(?P<numeral>(?=[IVX]{2})X{0,2}(?:IX|IV|V?I{0,3})|(?<=Phase-)[IVX])(?![\w-])"
        ),
        _of_a_kind,
    ),
    Rule(
        re.compile(
            r"\b(?:[Vv]ols?\.|[Vv]olumes?|[Nn]os?\.) (?P<numeral>(?=C|XC)(?=[CLXVI]{2})C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))(?!\w)"
        ),
        _alone,
    ),
    Rule(re.compile(r"(?<!\w)WW(?P<numeral>I{1,3})(?!\w)"), _world_war),
    Rule(
        re.compile(
            r"\b(?:[Pp]age|[Pp]p?\.|[Vv]ols?\.|[Vv]olume|[Bb]ks?\.|[Bb]ook|[Cc]h(?:ap)?s?\.|[Cc]hapter|[Cc]anto) "
            r"(?P<numeral>(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3}))(?!\w)"
        ),
        _page,
    ),
    Rule(
        re.compile(
            r"(?:\d(?:st|nd|rd|th)|\b(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ss]tarting|World|England|Select|Invitation(?:al)?)) "
            r"(?P<numeral>XI|XV|XIII)(?:(?=[’']?s\b)|(?!\w))(?! [Cc]entury)"
        ),
        _alone,
    ),
    Rule(
        re.compile(
            rf"\b(?:King|Queen|Emperor|Empress|Tsar|Czar|Kaiser|Pope|Sultan|Shah|Emir|Pharaoh)"
            rf"(?:[\s\u00a0][A-Z][\w’-]+){{1,2}}[\s\u00a0](?P<numeral>(?!(?:V|X|L|XL)\.|I\.\s[A-Z]){_NUMERAL})"
        ),
        _regnal,
    ),
    Rule(
        re.compile(
            rf"\b(?:{_COUNTED})[\s\u00a0](?P<numeral>{_NUMERAL})(?:(?:/|(?P<to>[-–])| of | and | or | to )(?P<second>(?=[IVX]{{2}}){_NUMERAL}))?"
        ),
        _counted,
    ),
    Rule(
        re.compile(
            rf"(?<!\w)(?P<numeral>(?=[IVXL]{{2,}}\b){_NUMERAL})(?=(?:th|st|nd|rd)? (?:century|Century|Olympiad|Olympic|Winter|Congress|Legion)\b)"
        ),
        _century,
    ),
    Rule(
        re.compile(
            rf"\b(?:(?:{_REGNAL}) (?P<numeral>(?=[IVX]){_NUMERAL})(?= & (?P<second>[IVX]{{1,3}})(?!\w))"
            r"|James (?P<scottish>VII?)(?= and (?P<english>II?)(?!\w)))"
        ),
        _of_two_kingdoms,
    ),
    Rule(
        re.compile(
            rf"\b(?:{_REGNAL})[\s\u00a0](?P<numeral>(?!(?:V|X|L|XL)\.|I\.\s[A-Z]){_NUMERAL})"
        ),
        _regnal,
    ),
    Rule(
        re.compile(rf"(?<![\w.])(?P<name>[A-Z][\w’-]+)[\s\u00a0](?P<numeral>{_NUMERAL})"),
        _of_a_name,
    ),
    Rule(
        re.compile(
            r"(?<![\w.&-])(?P<numeral>X{0,3}(?:VI{2,3}|I{2,3})|X{1,3}(?:IV|V|VI|IX)|X{2,3}I|VI(?=,? and))(?![\w&]|-[A-Z\d])"
        ),
        _alone,
    ),
)
