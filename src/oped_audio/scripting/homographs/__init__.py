"""English words that are written alike and said otherwise: *to record* and *a record*. Pure.

What stands around such a word tells its reading: a few dozen classes of neighbours vote for a verb
or a noun, and words of the subject tell the metal *lead* from the *lead* in the polls.
"""

import re
from collections.abc import Iterator

from oped_audio.model.lexicon import PartOfSpeech
from oped_audio.scripting.homographs.context import Context, words_of
from oped_audio.scripting.homographs.names import NAMES
from oped_audio.scripting.homographs.parts_of_speech import of_homograph, of_word
from oped_audio.scripting.homographs.readings import READINGS
from oped_audio.scripting.homographs.senses import SENSES, Sense
from oped_audio.scripting.homographs.used_to import is_used_to
from oped_audio.scripting.homographs.verbs import verb_score
from oped_audio.scripting.spoken.rewriting import Said

_LETTERS = re.compile(r"[^\W\d_]+")
_USED = "used"
_HOMOGRAPHS = frozenset((*READINGS, *SENSES, *NAMES, _USED))


def homographs(sentence: str) -> Iterator[Said]:
    """The homographs of a sentence in order, each with the IPA of the reading that is meant."""
    if _HOMOGRAPHS.isdisjoint(_LETTERS.findall(sentence.lower())):
        return
    found = words_of(sentence)
    for at, word in enumerate(found):
        if word.text in _HOMOGRAPHS:
            written = sentence[word.begin : word.end]
            ipa = _ipa(Context(sentence, found, at))
            yield Said(word.begin, word.end, written, ipa, "context")


def part_of_speech(sentence: str, begin: int, end: int) -> PartOfSpeech | None:
    """How the sentence uses the word between two places; None where that cannot be told.

    Of several words between them the last one counts.
    """
    found = words_of(sentence)
    inside = [at for at, word in enumerate(found) if word.begin < end and word.end > begin]
    return of_word(Context(sentence, found, inside[-1])) if inside else None


def _ipa(context: Context) -> str:
    text = context.word.text
    if text in NAMES:
        return NAMES[text](context)
    if text in SENSES:
        return next(sense.ipa for sense in SENSES[text] if _is_meant(sense, text, context))
    if text == _USED:
        return "ˈjuːst" if is_used_to(context) else "ˈjuːzd"
    return READINGS[text][of_homograph(context)]


def _is_meant(sense: Sense, text: str, context: Context) -> bool:
    if sense is SENSES[text][-1] or context.text(1) in sense.after:
        return True
    before = context.text(-1)
    if not sense.before.isdisjoint((before, f"{context.text(-2)}-{before}")):
        return True
    if sense.is_verb:
        return verb_score(context) > 0
    is_near = any(word.text in sense.near for word in context.words)
    return is_near and before not in sense.unless_before and verb_score(context) <= 0
