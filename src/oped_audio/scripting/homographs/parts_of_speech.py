"""The part of speech of a word in its sentence, as well as its neighbours tell. Pure."""

from oped_audio.model.lexicon import PartOfSpeech
from oped_audio.scripting.homographs.adjectives import DECISIONS
from oped_audio.scripting.homographs.context import Context, word_class
from oped_audio.scripting.homographs.tenses import dove, read
from oped_audio.scripting.homographs.verbs import verb_score
from oped_audio.scripting.homographs.readings import READINGS

_SURE = 1.5
_NOUN_ENDINGS = (
    "tion",
    "sion",
    "ness",
    "ment",
    "ity",
    "ism",
    "ist",
    "ship",
    "hood",
    "ance",
    "ence",
)
_BEFORE_NOUN = ("article", "possessive", "of", "number", "quantity", "preposition")


def of_homograph(context: Context) -> PartOfSpeech:
    """For a word of ``READINGS`` the part of speech that chooses its reading."""
    text = context.word.text
    if text == "read":
        return read(context)
    if text == "dove":
        return dove(context)
    decide = DECISIONS.get(text)
    if decide:
        return decide(context)
    if verb_score(context) > 0:
        return "verb"
    return "adjective" if "adjective" in READINGS[text] and _describes(context) else "noun"


def of_word(context: Context) -> PartOfSpeech | None:
    """For any word; None where nothing tells, and for words that only build the sentence."""
    word = context.word
    if word.text in READINGS:
        return of_homograph(context)
    kind = word_class(word, context.at == 0)
    if kind in ("name", "adverb"):
        return kind if kind == "name" or word.text.endswith("ly") else None
    if kind == "ed":
        return "adjective" if _describes(context) else "past"
    if kind not in ("other", "plural", "ing", "adjective"):
        return None
    if kind == "adjective" and _describes(context):
        return "adjective"
    if word.text.endswith(_NOUN_ENDINGS):
        return "noun"
    return _voted(context)


def _voted(context: Context) -> PartOfSpeech | None:
    score = verb_score(context)
    if score >= _SURE:
        return "verb"
    if score > -_SURE:
        return None
    return "adjective" if _describes(context) else "noun"


def _describes(context: Context) -> bool:
    """Whether it stands before a noun, or after *be* with nothing behind it."""
    before, after = context.kind(-1), context.kind(1)
    if after in ("plural", "other") and before in _BEFORE_NOUN:
        return True
    return before == "be" and after in ("end", "break")
