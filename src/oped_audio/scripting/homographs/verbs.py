"""Whether a word that can be a noun and a verb is a verb in its sentence. Pure.

Neighbours vote with weights; a positive sum says verb.
"""

from collections.abc import Mapping

from oped_audio.scripting.homographs.context import Context
from oped_audio.scripting.homographs.word_classes import TAKES_TO, TIMES, WHEN

_BEFORE_PLAIN: Mapping[str, float] = {
    "start": -1.0, "break": -0.3, "hyphen": -6, "article": -6, "possessive": -6, "her": -4,
    "this": -4, "these": -2.5, "that": -0.5, "which": 2, "who": 4, "quantity": -1,
    "plural_subject": 5, "single_subject": -0.5, "object": 2.5, "modal": 6, "do": 6, "be": -4,
    "have": -4, "to": 5, "of": -6, "preposition": -4, "than": -2, "and": 0, "but": 0, "when": -0.5,
    "help": 3, "number": -4, "plural": 3, "finite": -2, "ed": -2.5, "ing": -2, "name": -1,
    "adjective": -4, "other": -2, "adverb": 1,
}  # fmt: skip
_BEFORE_S: Mapping[str, float] = {
    "start": -1.5, "break": 0, "hyphen": -6, "article": -6, "possessive": -6, "her": -4, "this": 3,
    "these": -5, "that": 2, "which": 4, "who": 5, "quantity": -3, "plural_subject": -1,
    "single_subject": 5, "object": -0.5, "modal": -3, "do": -3, "be": -3, "have": -3, "to": -4,
    "of": -6, "preposition": -4, "than": -2, "and": -0.3, "but": 0, "when": -2, "help": -3,
    "number": -3, "plural": -1.5, "finite": -2, "ed": -2.5, "ing": -1.5, "name": 0.7,
    "adjective": -3, "other": 0, "adverb": 2,
}  # fmt: skip
_AFTER: Mapping[str, float] = {
    "end": -1.5, "break": -1, "hyphen": -5, "article": 4, "possessive": 4, "her": 4, "this": 4,
    "these": 4, "that": 0.7, "which": -1, "who": -1, "quantity": 1.5, "plural_subject": -0.5,
    "single_subject": -0.5, "object": 4, "modal": -4, "do": -3, "be": -4, "have": -4, "to": 0,
    "of": -4, "preposition": -0.5, "than": -0.5, "and": -0.5, "but": -0.5, "when": 0.5, "help": -1,
    "number": 0.7, "plural": 1, "finite": -2, "ed": -0.5, "ing": 0, "name": 0.7, "adjective": 1.2,
    "other": 0.5, "adverb": 0.5,
}  # fmt: skip
_LEANING: Mapping[str, float] = {
    "abuse": -0.5, "advocate": -0.5, "bases": -1, "close": 0, "combine": 2, "conduct": 0.5,
    "contract": -1.5, "convert": 2, "desert": -1.5, "elaborate": 0, "exploit": 2, "house": -3,
    "increase": 0.5, "invite": 2.5, "live": 1, "object": 0, "produce": 2, "project": -1.5,
    "record": -1.5, "refuse": 3, "reject": 3, "resume": 3, "separate": 0, "suspect": 0.5, "use": 0.5,
    "lives": -1, "converts": 1, "exploits": 0.5, "refuses": 3, "rejects": 3, "resumes": 3,
}  # fmt: skip
_WITH: Mapping[str, str] = {
    "object": "to that", "conflict": "with", "rebel": "against", "refuse": "to", "protest": "against",
    "contrast": "with", "associate": "with", "elaborate": "on", "live": "in on with near at by"
    " without under through", "lives": "in on with near at by alone", "alternate": "with between",
    "graduate": "with from in", "separate": "from", "objects": "to that",
    "conflicts": "with", "contrasts": "with", "project": "that", "estimate": "that",
    "suspect": "that", "wind": "down up back through past", "winds": "down up back through past around",
    "desert": "in", "delegate": "to", "transfer": "to",
}  # fmt: skip
"""What a verb goes with."""
_SKIPPED = 4
_PHRASE_ENDS = {True: ("other", "ing", "ed", "name"), False: ("ing", "ed")}
"""Before the plain form and before the form in s."""
_NOUN_PHRASE = frozenset(("adjective", "other", "ing", "ed", "name", "number", "adverb"))


def verb_score(context: Context) -> float:
    """Above zero for a verb, below for a noun or adjective; the further the surer."""
    text = context.word.text
    is_plain = text.endswith("ss") or not text.endswith("s")
    return (
        _before(context, is_plain)
        + _after(context)
        + _LEANING.get(text, 0.0)
        + (2.0 if context.text(1) in _WITH.get(text, "").split() else 0.0)
        - (3.0 if text == "subject" and context.text(1) == "to" else 0.0)
    )


def _before(context: Context, is_plain: bool) -> float:
    weights = _BEFORE_PLAIN if is_plain else _BEFORE_S
    offset = -1
    bonus = 0.0
    while context.kind(offset) == "adverb" and offset > -_SKIPPED:
        bonus = weights["adverb"]
        offset -= 1
    kind = context.kind(offset)
    if kind == "to":
        return _after_to(context, offset, is_plain)
    if kind in ("and", "but"):
        return _joined(context, offset, is_plain) + bonus
    score = weights.get(kind, 0.0)
    if kind in _PHRASE_ENDS[is_plain] and _has_determiner(context, offset):
        score -= 2.0
    if kind == "plural" and is_plain and context.text(offset - 1) in ("a", "an"):
        score -= 6.0
    if kind == "that" and is_plain and context.kind(offset - 1) == "plural":
        score += 2.5
    if kind in ("other", "name") and not is_plain and context.kind(offset - 1) == "when":
        score += 2.0
    if kind in ("start", "break", "article", "possessive", "of", "preposition", "be", "have"):
        bonus = 0.0
    return score + bonus


def _after(context: Context) -> float:
    offset = 1
    while context.kind(offset) == "adverb" and offset < _SKIPPED:
        offset += 1
    kind = context.kind(offset)
    if context.text(offset) in WHEN and context.text(offset + 1) in TIMES:
        return 0.0
    score = _AFTER.get(kind, 0.0)
    if kind in ("plural", "other") and context.kind(offset + 1) in ("be", "have", "modal", "finite"):
        score -= 2.0
    return score + (0.5 if offset > 1 else 0.0)


def _after_to(context: Context, offset: int, is_plain: bool) -> float:
    """*To* before a verb, or the preposition."""
    if not is_plain:
        return _BEFORE_S["to"]
    if context.text(offset - 1) in TAKES_TO and context.kind(1) not in ("article", "possessive", "her", "object"):
        return -4.0
    return _BEFORE_PLAIN["to"]


def _joined(context: Context, offset: int, is_plain: bool) -> float:
    """After *and*: what goes for the word before it goes for this one."""
    kind = context.kind(offset - 1)
    for back in range(offset - 1, offset - 6, -1):
        found = context.kind(back)
        if found in ("modal", "do", "to", "plural_subject") and is_plain:
            return 2.5
        if found in ("single_subject", "who", "which") and not is_plain:
            return 1.5
        if found in ("start", "end", "break"):
            break
    return -0.5 if kind in ("plural", "object") and is_plain else -1.0


def _has_determiner(context: Context, offset: int) -> bool:
    """Whether the words before belong to a noun that is still to come."""
    for back in range(offset - 1, offset - _SKIPPED, -1):
        kind = context.kind(back)
        if kind in ("article", "possessive", "this", "of", "preposition"):
            return True
        if kind not in _NOUN_PHRASE:
            return False
    return False
