"""Homographs that are adjectives in one reading: live, close, content, minute, invalid. Pure."""

from collections.abc import Callable, Mapping

from oped_audio.model.lexicon import PartOfSpeech
from oped_audio.scripting.homographs.context import Context
from oped_audio.scripting.homographs.verbs import verb_score

_BROADCAST = frozenset(
    "broadcast streamed aired shown go goes going went gone televised carried appeared"
    " appear performed performing perform reporting coming came watch watched watching"
    " speaking spoke tweeted play played playing interviewed beamed relayed streaming"
    " broadcasting recorded transmitted sing sang singing air airing being tested said"
    " unfolded".split()
)
_LIVE_THINGS = frozenset(
    "television tv radio ammunition fire music coverage show shows broadcast broadcasts"
    " stream streams audience audiences animal animals round rounds update updates blog"
    " bullet bullets grenade event events performance performances feed feeds footage"
    " video cattle sheep sport sports debate concert concerts album wire wires link export"
    " exports pictures interview interviews band bands virus bait volcano entertainment"
    " theatre theater ammo blogging fish streaming data tests firing albums births shot".split()
)
_SMALL_THINGS = frozenset(
    "detail details amount amounts trace traces quantity quantities particle particles"
    " fraction fractions difference differences study examination attention change changes"
    " variation variations portion proportion part parts scale doses dose inspection"
    " scrutiny analysis organisms creatures fragments crystals droplets".split()
)
_VERY = frozenset("so very too even almost extremely most more truly relatively such in of".split())
_FEELS = frozenset(
    "be is are was were been being seem seems seemed feel feels felt remain remains"
    " remained look looks appear appears appeared not quite perfectly less more very i'm"
    " they're isn't wasn't weren't themselves himself herself grow grew stay fully"
    " seemingly entirely always".split()
)
_NEARNESS = frozenset("to by".split())
_COUNTED = frozenset(("number", "article", "quantity", "this", "that"))
_KINDRED = frozenset(
    "mother father wife husband son daughter brother sister parents child children aunt"
    " uncle carriage".split()
)


def live(context: Context) -> PartOfSpeech:
    """*Live* ammunition, broadcast *live*; otherwise as the neighbours say."""
    if context.gap(1) == "hyphen" or context.text(1) in _LIVE_THINGS:
        return "adjective"
    before = context.before()
    if before and (
        before[0] in _BROADCAST or (before[0] not in _TO and _BROADCAST & {*before[1:3]})
    ):
        return "adverb"
    if context.text(1) == "from" and context.kind(2) == "name":
        return "adverb"
    if context.text(1) in ("from", "on") and context.kind(-1) in ("start", "break"):
        return "adverb"
    return "verb" if verb_score(context) > 0 else "adjective"


_TO = frozenset("to who people we they i you will would can could that where men women".split())


def close(context: Context) -> PartOfSpeech:
    """Two *close* allies and *close* to home; to *close*, and the *close* of trading."""
    before, after = context.kind(-1), context.kind(1)
    if context.gap(1) == "hyphen":
        return "adjective"
    if before == "preposition" and after == "of":
        return "noun"
    if before == "article" and after in ("of", "end", "break", "preposition", "and"):
        return "noun"
    score = verb_score(context)
    if context.text(1) == "enough" or context.text(-1) in _VERY - {"in", "of"}:
        return "adverb"
    if context.text(1) in _NEARNESS:
        return "verb" if score > 3 else "adverb"
    return "verb" if score > 0 else "adjective"


def content(context: Context) -> PartOfSpeech:
    """*Content* with little; illegal *content*."""
    after = context.text(1)
    if context.kind(1) == "object":
        return "verb"
    if after in ("to", "with") and context.kind(-1) not in (
        "article",
        "possessive",
        "adjective",
        "of",
    ):
        return "adjective"
    if context.text(-1) in _FEELS and context.kind(1) not in ("of", "other", "plural"):
        return "adjective"
    return "noun"


def minute(context: Context) -> PartOfSpeech:
    """*Minute* details; a *minute* later."""
    if context.gap(-1) == "hyphen" or context.kind(-1) == "number":
        return "noun"
    if context.text(1) in _SMALL_THINGS:
        return "adjective"
    before, after = context.kind(-1), context.kind(1)
    if (before == "be" or context.text(-1) in _VERY) and after in (
        "end",
        "break",
        "and",
        "but",
        "that",
    ):
        return "adjective"
    if after == "adjective" and context.text(1) not in ("late", "long", "more", "last"):
        return "adjective"
    if before == "and" and context.kind(-2) == "adjective" and after == "other":
        return "adjective"
    if after == "plural" and before not in _COUNTED:
        return "adjective"
    return "noun"


def invalid(context: Context) -> PartOfSpeech:
    """An *invalid* in bed; an *invalid* ballot."""
    if context.text(1) in _KINDRED:
        return "noun"
    is_named = context.kind(-1) in ("article", "possessive", "adjective")
    ends = context.kind(1) in ("end", "break", "preposition", "who", "of", "and", "be", "have")
    return "noun" if is_named and ends else "adjective"


def upset(context: Context) -> PartOfSpeech:
    """A stunning *upset*; families were *upset*."""
    is_named = context.kind(-1) in ("article", "possessive", "adjective", "number", "other", "name")
    return "noun" if is_named and context.kind(1) not in _UPSET_THINGS else "adjective"


_UPSET_THINGS = ("article", "possessive", "her", "object", "name", "plural", "these", "this")


DECISIONS: Mapping[str, Callable[[Context], PartOfSpeech]] = {
    "live": live,
    "close": close,
    "content": content,
    "minute": minute,
    "invalid": invalid,
    "upset": upset,
}
