"""Whether a word that can be a noun and a verb is a verb in its sentence. Pure."""

from collections.abc import Mapping

from oped_audio.scripting.homographs.context import Context
from oped_audio.scripting.homographs.weights import (
    AFTER,
    BEFORE_PLAIN,
    BEFORE_S,
    GOES_WITH,
    LEANING,
    SELDOM_WITH,
)
from oped_audio.scripting.homographs.word_classes import TAKES_TO, TIMES, WHEN

_PHRASE = 4
"""Words of a noun phrase that are looked at, and one more."""
_DETERMINERS = ("article", "possessive", "this", "of", "preposition")
_IN_NOUN_PHRASE = ("adjective", "other", "ing", "ed", "name", "number", "adverb")
_ENDS_PHRASE = {True: ("other", "ing", "ed", "name"), False: ("ing", "ed")}
"""Before the plain form and before the form in s: what may still want a noun."""
_OBJECTS = ("article", "possessive", "her", "object", "this", "these")
_EVERYONE = frozenset(
    "everyone everybody everything nobody nothing anyone anybody anything someone something".split()
)
_SINGULAR = frozenset("a an one this each every another".split())
_NEVER_VERB = ("article", "possessive", "of", "preposition", "be", "have", "link")
_PREDICATES = ("be", "have", "modal", "finite", "link")


def verb_score(context: Context) -> float:
    """Above zero for a verb, below for a noun or adjective; the further the surer."""
    text = context.word.text
    score = _before(context) + _after(context) + LEANING.get(text, 0.0)
    if context.text(1) in GOES_WITH.get(text, ()):
        score += 2.0
    if context.text(1) in SELDOM_WITH.get(text, ()):
        score -= 3.5
    if context.word.is_capital and context.gap(-1) == "" and context.is_running_text():
        score -= 2.5
    return score


def _is_plain(text: str) -> bool:
    return text.endswith("ss") or not text.endswith("s")


def _before(context: Context) -> float:
    is_plain = _is_plain(context.word.text)
    weights = BEFORE_PLAIN if is_plain else BEFORE_S
    offset = context.before_adverbs()
    bonus = _from_adverbs(context, offset, weights)
    kind = context.kind(offset)
    if kind == "to":
        return _after_to(context, offset) if is_plain else weights["to"]
    if kind in ("and", "but"):
        return _joined(context, offset, is_plain) + bonus
    if kind == "plural" and _is_verb_in_s(context, offset):
        kind = "verb_in_s"
    if kind in _NEVER_VERB or (kind in ("start", "break") and bonus < weights["frequency"]):
        bonus = 0.0
    noun = _plain_noun(context, offset) if is_plain else _noun_in_s(context, offset)
    return weights.get(kind, 0.0) + bonus + noun


def _is_verb_in_s(context: Context, offset: int) -> bool:
    """Whether a word that looks like a plural is a verb: *that holds* separate talks."""
    if not context.text(offset).endswith("s"):
        return False
    subject = context.kind(offset - 1)
    return subject in ("who", "single_subject") or (
        subject in ("which", "that") and context.kind(1) in ("plural", "other")
    )


def _from_adverbs(context: Context, offset: int, weights: Mapping[str, float]) -> float:
    """What the adverbs between a word and the one at the offset say."""
    return max((weights[context.kind(at)] for at in range(offset + 1, 0)), default=0.0)


def _plain_noun(context: Context, offset: int) -> float:
    """What two words before the plain form say."""
    kind, further = context.kind(offset), context.kind(offset - 1)
    score = 0.0
    if kind in _ENDS_PHRASE[True] and _has_determiner(context, offset):
        score -= 2.0
    if kind == "plural" and context.text(offset - 1) in ("a", "an"):
        score -= 6.0
    if kind == "that" and further == "plural":
        score += 2.5
    if kind == "that" and further in ("ed", "finite"):
        score -= 2.0
    if kind == "which" and further in ("preposition", "of", "to"):
        score -= 3.0
    if context.text(-1) == "what":
        score -= 5.0
    return score


def _noun_in_s(context: Context, offset: int) -> float:
    """What two words before the form in s say."""
    kind, further = context.kind(offset), context.kind(offset - 1)
    score = 0.0
    if kind in _ENDS_PHRASE[False] and _has_determiner(context, offset):
        score -= 2.0
    if kind == "which" and further in ("preposition", "of", "to"):
        score -= 6.0
    if kind == "that" and further in ("ed", "finite"):
        score -= 2.0
    if context.text(offset) == "one":
        score += 7.5
    if kind in ("other", "name"):
        if further == "when":
            score += 2.0
        if further in ("modal", "do", "to", "plural_subject"):
            score -= 3.0
        if context.text(offset - 1) in _SINGULAR:
            score += 4.0
        if further in ("number", "these", "quantity") and context.text(offset - 1) != "one":
            score -= 3.0
    return score


def _after(context: Context) -> float:
    offset = context.after_adverbs()
    kind, text = context.kind(offset), context.text(offset)
    if text in WHEN and context.text(offset + 1) in TIMES:
        return 0.0
    score = AFTER.get(kind, 0.0) + (0.5 if offset > 1 else 0.0)
    if text in ("it", "you") and kind not in ("break", "end"):
        score += 3.0
    if text in _EVERYONE and not _is_plain(context.word.text):
        score += 3.0
    if kind in ("plural", "other") and context.kind(offset + 1) in _PREDICATES:
        score -= 2.0
    return score


def _after_to(context: Context, offset: int) -> float:
    """*To* before a verb, or the preposition."""
    takes_noun = context.text(offset - 1) in TAKES_TO and context.kind(1) not in _OBJECTS
    return -4.0 if takes_noun else BEFORE_PLAIN["to"]


def _joined(context: Context, offset: int, is_plain: bool) -> float:
    """After *and*: what goes for the word before it goes for this one."""
    kind = context.kind(offset - 1)
    if kind in ("adjective", "possessive"):
        return -2.5
    for back in range(offset - 1, offset - 6, -1):
        found = context.kind(back)
        if found in ("modal", "do", "to", "plural_subject") and is_plain:
            if back == offset - 2:
                return 2.5
            return 2.0 if context.kind(1) in (*_OBJECTS, "plural") else -0.5
        if found in ("single_subject", "who", "which") and not is_plain:
            return 1.5
        if found in ("start", "end", "break"):
            break
    return -1.0 if is_plain else -0.5


def _has_determiner(context: Context, offset: int) -> bool:
    """Whether the words before belong to a noun that is still to come."""
    for back in range(offset - 1, offset - _PHRASE, -1):
        kind = context.kind(back)
        if kind in _DETERMINERS:
            return True
        if kind not in _IN_NOUN_PHRASE:
            return False
    return False
