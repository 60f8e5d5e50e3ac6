"""Homographs where being an adjective counts: live, close, content, minute … Pure."""

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
_VERY = frozenset(
    "so very too even almost extremely most more truly relatively such as how".split()
)
_FEELS = frozenset(
    "be is are was were been being seem seems seemed feel feels felt remain remains"
    " remained look looks appear appears appeared not quite perfectly less more very i'm"
    " they're isn't wasn't weren't themselves himself herself grow grew stay fully"
    " seemingly entirely always".split()
)
_KINDRED = frozenset(
    "mother father wife husband son daughter brother sister parents child children aunt"
    " uncle carriage".split()
)
_NOT_AIRED = frozenset(
    "to who people we they i you will would can could that where men women".split()
)
_COUNTED = ("number", "article", "quantity", "this", "that")
_NAMED = ("article", "possessive", "adjective", "of")
_AFTER_CLOSE = ("of", "end", "break", "preposition", "and")
_AFTER_TINY = ("end", "break", "and", "but", "that")
_AFTER_SICK = ("end", "break", "preposition", "who", "of", "and", "be", "have")
_SURELY_A_VERB = 3.0


def live(context: Context) -> PartOfSpeech:
    """*Live* ammunition, broadcast *live*; otherwise as the neighbours say."""
    if context.gap(1) == "hyphen" or context.text(1) in _LIVE_THINGS:
        return "adjective"
    if _is_aired(context):
        return "adverb"
    if context.kind(1) in ("have", "be", "modal") and context.kind(-1) == "plural":
        return "verb"  # the houses they live in, the sea that these cousins live in
    return "verb" if verb_score(context) > 0 else "adjective"


def _is_aired(context: Context) -> bool:
    """Broadcast all day *live*; *live* from Doha."""
    before = context.before()
    if before and before[0] in _BROADCAST:
        return True
    if before and before[0] not in _NOT_AIRED and not _BROADCAST.isdisjoint(before[1:3]):
        return True
    from_place = context.text(1) == "from" and context.kind(2) == "name"
    opens = context.text(1) in ("from", "on") and context.kind(-1) in ("start", "break")
    return from_place or opens


def close(context: Context) -> PartOfSpeech:
    """Two *close* allies and *close* to home; to *close*, and the *close* of trading."""
    if context.gap(1) == "hyphen":
        return "adjective"
    before, after = context.kind(-1), context.kind(1)
    if (before == "article" and after in _AFTER_CLOSE) or (before, after) == ("preposition", "of"):
        return "noun"
    if context.text(1) == "enough" or context.text(-1) in _VERY:
        return "adverb"
    needed = _SURELY_A_VERB if context.text(1) in ("to", "by") else 0.0
    return "verb" if verb_score(context) > needed else "adjective"


def content(context: Context) -> PartOfSpeech:
    """*Content* with little; illegal *content*."""
    if context.kind(1) == "object":
        return "verb"
    is_pleased = context.text(1) in ("to", "with") and context.kind(-1) not in _NAMED
    feels = context.text(-1) in _FEELS and context.kind(1) not in ("of", "other", "plural")
    return "adjective" if is_pleased or feels else "noun"


def minute(context: Context) -> PartOfSpeech:
    """*Minute* details; a *minute* later."""
    if context.gap(-1) == "hyphen" or context.kind(-1) == "number":
        return "noun"
    is_tiny = context.text(1) in _SMALL_THINGS or _is_predicate(context) or _is_attribute(context)
    return "adjective" if is_tiny else "noun"


def _is_predicate(context: Context) -> bool:
    """The chances are *minute*."""
    before = context.kind(-1) == "be" or context.text(-1) in _VERY
    return before and context.kind(1) in _AFTER_TINY


def _is_attribute(context: Context) -> bool:
    """Bright and *minute* flowers."""
    before, after = context.kind(-1), context.kind(1)
    if after == "adjective":
        return context.text(1) not in ("late", "long", "more", "last")
    if after == "plural":
        return before not in _COUNTED
    return after == "other" and before == "and" and context.kind(-2) == "adjective"


def invalid(context: Context) -> PartOfSpeech:
    """An *invalid* in bed; an *invalid* ballot."""
    if context.text(1) in _KINDRED:
        return "noun"
    is_sick = context.kind(-1) in _NAMED and context.kind(1) in _AFTER_SICK
    return "noun" if is_sick else "adjective"


def upset(context: Context) -> PartOfSpeech:
    """A stunning *upset*; families were *upset*."""
    is_named = context.kind(-1) in ("number", "other", "name", *_NAMED)
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
"""For each word in lower case what decides."""
