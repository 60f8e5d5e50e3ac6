"""*Read* today and *read* yesterday; *dove*; *used to*. Pure."""

from oped_audio.model.lexicon import PartOfSpeech
from oped_audio.scripting.homographs.context import Context, word_class

_PAST = frozenset(
    "was were had said told went came took yesterday ago wrote thought knew found gave felt saw"
    " made began heard wept held stood sat ran left wasn't weren't didn't hadn't last couldn't".split()
)
_PRESENT = frozenset(
    "is are has have do does every always often usually now today say says think know make isn't"
    " aren't don't doesn't can will hang believe want tell know rarely whenever".split()
)
_PAST_WEIGHT = {"ed": 0.7}
_WELL = frozenset("well widely best most much least".split())
_NOUN_LIKE = ("other", "name", "adjective", "number", "ing")
_DOWNWARDS = frozenset(
    "into for in under below to after deep headlong down off from behind onto at through beneath"
    " straight as by more sharply again head below and".split()
)
_CHANGE = frozenset("get gets got getting become becomes became grow grew grown growing".split())
_STATES = frozenset("be have".split())


def read(context: Context) -> PartOfSpeech:
    """The verb, its past or the noun."""
    offset = -1
    while context.kind(offset) in ("adverb", "frequency") and offset > -4:
        offset -= 1
    kind = context.kind(offset)
    if context.text(1) == "by" and kind in ("and", "hyphen", "plural", "break"):
        return "past"
    if context.gap(1) == "hyphen":
        return "verb"
    if kind == "hyphen" or (context.text(-1) in _WELL and kind not in ("plural_subject", "modal")):
        return "past"
    if kind in ("modal", "do", "to", "help", "object"):
        return "verb"
    if kind in ("have", "be"):
        return "past"
    if _asks(context):
        return "past" if _asks_have(context) else "verb"
    if kind in ("article", "possessive", "adjective") and context.kind(1) in (
        "end", "break", "preposition", "of", "and", "be", "to", "that",
    ):
        return "noun"
    if kind == "start":
        return "past" if context.text(1) in ("in", "by", "as", "out", "aloud") else "verb"
    if kind == "break":
        return _after_break(context, offset)
    if kind in ("that", "which", "who"):
        antecedent = offset - 1
        if context.gap(antecedent) == "break":
            kind = word_class(context.words[context.at + antecedent])
        else:
            kind = context.kind(antecedent)
    if kind in ("single_subject", "possessive", *_NOUN_LIKE):
        return "past"
    return "past" if _tense(context, 0.3 if kind == "plural" else -0.3) > 0 else "verb"


def _asks(context: Context) -> bool:
    return any(kind in ("do", "modal", "have") for kind in _inverted(context))


def _asks_have(context: Context) -> bool:
    return "have" in _inverted(context)


def _inverted(context: Context) -> tuple[str, ...]:
    """The auxiliary before the subject of a question."""
    subject = context.kind(-1)
    if subject in ("plural_subject", "single_subject"):
        return (context.kind(-2),)
    return ()


def _after_break(context: Context, offset: int) -> PartOfSpeech:
    """``"No war," read a banner``; otherwise the tense of the sentence."""
    end = context.words[context.at + offset].end
    if any(mark in context.sentence[end : context.word.begin] for mark in "\"”’'"):
        return "past"
    return "past" if _tense(context, 0.0) > 0 else "verb"


def _tense(context: Context, score: float) -> float:
    """Above zero where the sentence is about the past."""
    for number, word in enumerate(context.words):
        if number == context.at:
            continue
        if word.text in _PAST:
            score += 1.0
        elif word.text in _PRESENT:
            score -= 1.0
        else:
            score += _PAST_WEIGHT.get(word_class(word, number == 0), 0.0)
    return score


def dove(context: Context) -> PartOfSpeech:
    """Shares *dove*; a white *dove*."""
    before = context.kind(-1)
    if before in ("article", "adjective", "possessive", "of", "preposition", "start"):
        return "noun"
    return "past" if context.text(1) in _DOWNWARDS or before in ("single_subject", "plural_subject") else "noun"


def used_to(context: Context) -> bool:
    """Whether *used* belongs to *used to*: there used to be, she got used to it."""
    if context.text(1) != "to" or context.gap(1):
        return False
    offset = -1
    while context.kind(offset) in ("adverb", "frequency") and offset > -4:
        offset -= 1
    kind = context.kind(offset)
    following = context.kind(2)
    if context.text(offset) in _CHANGE:
        return True
    if kind == "be":
        return following in ("article", "possessive", "her", "this", "these", "object", "ing", "plural", "quantity")  or context.text(2) in ("it", "such", "that")
    if kind == "have":
        return False
    if kind in ("plural_subject", "single_subject", "who", "which", "that", "when", "but", "start") or context.text(2) in _STATES:
        return True
    return not any(_opens_phrase(context, back) for back in range(offset, -len(context.before()) - 1, -1))


def _opens_phrase(context: Context, offset: int) -> bool:
    return context.kind(offset) in ("be", "preposition", "of", "finite", "and", "have", "ed", "modal", "to")
