"""The part of speech of a word in its sentence, as well as its neighbours tell. Pure."""

from oped_audio.model.lexicon import PartOfSpeech
from oped_audio.scripting.homographs.adjectives import DECISIONS
from oped_audio.scripting.homographs.context import Context, word_class
from oped_audio.scripting.homographs.readings import READINGS
from oped_audio.scripting.homographs.senses import SENSES
from oped_audio.scripting.homographs.tenses import dove, read
from oped_audio.scripting.homographs.verbs import verb_score

_DECISIONS = {**DECISIONS, "read": read, "dove": dove}
_SURE = 1.5
_NOUN_ENDINGS = (
    "tion", "sion", "ness", "ment", "ity", "ism", "ist", "ship", "hood", "ance", "ence",
)  # fmt: skip
_AFTER_NOUN = ("end", "break", "preposition", "of", "be", "have", "modal", "who", "and")
_BEFORE_NOUN = ("article", "possessive", "of", "number", "quantity", "preposition")


def of_homograph(context: Context) -> PartOfSpeech:
    """For a word of ``READINGS`` the part of speech that chooses its reading."""
    text = context.word.text
    decide = _DECISIONS.get(text)
    if decide:
        return decide(context)
    readings = READINGS[text]
    if "verb" in readings and verb_score(context) > 0:
        return "verb"
    return "noun" if "adjective" not in readings or _is_named(context) else "adjective"


def of_word(context: Context) -> PartOfSpeech | None:
    """For any word; None where nothing tells, and for words that only build the sentence."""
    word = context.word
    if word.text in READINGS:
        return of_homograph(context)
    kind = word_class(word, context.at == 0)
    if kind == "name":
        return "name"
    if kind == "adverb" and word.text.endswith("ly"):
        return "adverb"
    if kind == "ed" and not _describes(context):
        return "past"
    if kind == "ed" or _is_adjective(context, kind):
        return "adjective"
    return _voted(context) if kind in ("other", "plural", "ing", "adjective") else None


def _voted(context: Context) -> PartOfSpeech | None:
    if context.word.text.endswith(_NOUN_ENDINGS):
        return "noun"
    score = verb_score(context)
    if abs(score) < _SURE and context.word.text not in SENSES:
        return None
    return "verb" if score > 0 else "noun"


def _describes(context: Context) -> bool:
    """Whether it stands before a noun."""
    return context.kind(-1) in _BEFORE_NOUN and context.kind(1) in ("plural", "other")


def _is_adjective(context: Context, kind: str) -> bool:
    """By its form, or since it says what something is like: prices are *cheaper* than."""
    if kind == "adjective":
        return not _is_named(context)
    before = context.kind(context.before_adverbs())
    return (
        kind == "other"
        and before in ("be", "link")
        and context.kind(1) in (*_AFTER_NOUN, "than", "to")
    )


def _is_named(context: Context) -> bool:
    """Whether it is itself the noun: the *present* of."""
    return context.kind(-1) in _BEFORE_NOUN and context.kind(1) in _AFTER_NOUN
