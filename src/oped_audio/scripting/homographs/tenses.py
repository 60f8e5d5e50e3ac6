"""*Read* today and *read* yesterday; shares *dove* and a white *dove*. Pure."""

from oped_audio.model.lexicon import PartOfSpeech
from oped_audio.scripting.homographs.context import Context, word_class

_PAST = frozenset(
    "was were had said told went came took yesterday ago wrote thought knew found gave"
    " felt saw made began heard wept held stood sat ran left wasn't weren't didn't hadn't"
    " last couldn't".split()
)
_PRESENT = frozenset(
    "is are has have do does every always often usually now today say says think know"
    " make isn't aren't don't doesn't can will hang believe want tell rarely whenever".split()
)
_ONCE = frozenset(("once", "twice"))
_EACH = frozenset(("a", "every", "each", "per", "you"))
_IT = frozenset(("it", "him", "her", "them", "all"))
"""What one *read* once, unless the sentence says how often."""
_PLURAL_LEANING = 0.3
_OTHER_LEANING = -0.3
_WELL = frozenset("well widely best most much least".split())
_VERB = ("modal", "do", "to", "help", "object")
_SINGULAR = ("single_subject", "possessive", "other", "name", "adjective", "number", "ing", "start")
_NAMED = ("article", "possessive", "adjective")
_AFTER_NOUN = ("end", "break", "preposition", "of", "and", "be", "to", "that")
_PARTICIPLE = ("hyphen", "have", "be")
_AFTER_PARTICIPLE = ("in", "by", "as", "out", "aloud")
_SUBJECTS = ("plural_subject", "single_subject")
_DOWNWARDS = frozenset(
    "into for in under below to after deep headlong down off from behind onto at through"
    " beneath straight as by more sharply again head and".split()
)
_BEFORE_BIRD = ("article", "adjective", "possessive", "of", "preposition", "start")


def read(context: Context) -> PartOfSpeech:
    """The verb, its past or the noun."""
    offset = context.before_adverbs()
    kind = context.kind(offset)
    asked = context.kind(-2) if context.kind(-1) in _SUBJECTS else ""
    if kind in _NAMED and context.kind(1) in _AFTER_NOUN:
        return "noun"
    if context.gap(1) == "hyphen" or kind in _VERB or asked in ("do", "modal"):
        return "verb"
    if kind in _PARTICIPLE or asked == "have" or _is_participle(context, kind):
        return "past"
    if kind == "start":
        return "past" if context.text(1) in _AFTER_PARTICIPLE else "verb"
    is_past = _after_break if kind == "break" else _by_subject
    return "past" if is_past(context, offset) else "verb"


def dove(context: Context) -> PartOfSpeech:
    """The past of *dive*, or the bird."""
    before = context.kind(-1)
    if before in _BEFORE_BIRD:
        return "noun"
    is_verb = context.text(1) in _DOWNWARDS or before in _SUBJECTS
    return "past" if is_verb else "noun"


def _is_participle(context: Context, kind: str) -> bool:
    """Written and *read* by; the most widely *read*."""
    if context.text(1) == "by" and kind in ("and", "plural", "break"):
        return True
    return context.text(-1) in _WELL and kind not in ("plural_subject", "modal")


def _after_break(context: Context, offset: int) -> bool:
    """``"No war," read a banner``; otherwise the tense of the sentence."""
    end = context.words[context.at + offset].end
    if any(mark in context.sentence[end : context.word.begin] for mark in "\"”’'"):
        return True
    return _tense(context) > 0


def _by_subject(context: Context, offset: int) -> bool:
    """One who *read* did so in the past; for many who *read*, the sentence tells."""
    kind = context.kind(offset)
    if kind in ("that", "which", "who"):
        kind = context.kind_across(offset - 1)
    leaning = _PLURAL_LEANING if kind == "plural" else _OTHER_LEANING
    if context.text(offset) == "i" and context.text(1) in _IT:
        leaning += 0.5
    return kind in _SINGULAR or _tense(context) + leaning > 0


def _tense(context: Context) -> float:
    """Above zero where the sentence is about the past."""
    score = 0.0
    for number, word in enumerate(context.words):
        if number == context.at:
            continue
        if word.text in _PAST:
            score += 1.0
        elif word.text in _ONCE:
            score += -1.0 if context.text(number + 1 - context.at) in _EACH else 0.7
        elif word.text in _PRESENT:
            score -= 1.0
        elif word_class(word, number == 0) == "ed":
            score += 0.7
    return score
