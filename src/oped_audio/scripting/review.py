"""Script, what a voice makes of it, and a dictionary -> the words an editor should hear. Pure.

What a lexicon or its place in the sentence has decided is not doubted.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from oped_audio.model.ipa import STRESSES, is_vowel, normal, symbols
from oped_audio.model.language import primary
from oped_audio.model.review import Doubt, Reason
from oped_audio.model.script import Script, Token, Utterance
from oped_audio.scripting.spoken.accents import bare

Heard = Mapping[str, Sequence[str]]
"""By utterance, the IPA of each spoken token; empty where it is not told."""
Dictionary = Mapping[str, Sequence[str]]
"""By word in lower case, the IPA of all ways to say it."""

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:[.&'’][^\W\d_]+)*")
_OWN = re.compile(r"['’]s?$")
_LETTERS = re.compile(r"\w(?: (?:and )?\w)+(?:'?s)?")
_ORDER: tuple[Reason, ...] = ("name", "unknown", "differs", "acronym", "letters")
_INFLECTIONS = (
    ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y"), ("ing", ""),
    ("ing", "e"), ("ly", ""), ("er", ""), ("er", "e"), ("ness", ""), ("less", ""), ("n't", ""),
)  # fmt: skip
_PREFIXES = (
    "un",
    "re",
    "non",
    "anti",
    "pre",
    "mis",
    "over",
    "under",
    "co",
    "sub",
    "super",
    "inter",
)
_ALIKE = {"ɾ": "t", "ʔ": "t", "ŋ": "n"}
_UNHEARD = f"{STRESSES}jɹ "
"""Signs that differ between accents, or that vowels hold too."""
_CONTEXT = 30
_SHORT = 4
"""Letters of a word that may be weak in its sentence."""
_CAPITALISED = frozenset(("de",))
"""Languages that write every noun with a capital."""


@dataclass(slots=True)
class _Word:
    written: str
    language: str
    context: str
    spoken: str
    count: int = 0
    heard: str = ""
    in_sentence: bool = False
    """Whether it stands anywhere but at the beginning of a sentence."""
    lower: bool = False
    """Whether it is written without a capital anywhere."""


@dataclass(slots=True)
class _Words:
    found: dict[tuple[str, str], _Word] = field(default_factory=dict)

    def add(self, utterance: Utterance, token: Token, match: re.Match[str], heard: str) -> None:
        written = _OWN.sub("", match[0])
        begin = token.begin + match.start()
        key = (written if written.isupper() else written.casefold(), primary(utterance.language))
        context = utterance.written[max(0, begin - _CONTEXT) : begin + len(written) + _CONTEXT]
        word = self.found.setdefault(
            key, _Word(written, utterance.language, " ".join(context.split()), token.spoken)
        )
        word.count += 1
        word.lower = word.lower or written.islower()
        word.in_sentence = word.in_sentence or begin > 0
        alone = [one[0] for one in _WORD.finditer(token.spoken)]
        if alone == [written.replace("’", "'")]:
            word.heard = word.heard or _normal(heard)


def words(script: Script) -> frozenset[str]:
    """All words of the script in lower case, with what they may be inflected from."""
    found = (_WORD.findall(u.written) for u in script.utterances)
    plain = {_OWN.sub("", word.casefold().replace("’", "'")) for some in found for word in some}
    return frozenset(plain.union(*map(_stems, plain)))


def review(script: Script, heard: Heard, dictionary: Dictionary) -> tuple[Doubt, ...]:
    """The words in doubt, the likeliest to be wrong first, and the more frequent before others.

    ``dictionary`` holds what there is of ``words(script)``; it is about English.
    """
    collected = _Words()
    for utterance in script.utterances:
        said = [utterance.tokens[index] for index in utterance.spoken_tokens]
        told = heard.get(utterance.id) or [""] * len(said)
        for token, ipa, following in zip(said, told, [*told[1:], "."], strict=True):
            for match in _doubtful(utterance, token):
                collected.add(utterance, token, match, ipa if following else "")
    doubts = (
        Doubt(
            word.written, reason, word.count, word.context, _said(word), word.language,
            word.heard, _expected(word, dictionary) if reason == "differs" else "",
        )
        for word in collected.found.values()
        if (reason := _reason(word, dictionary))
    )  # fmt: skip
    return tuple(sorted(doubts, key=lambda doubt: (_ORDER.index(doubt.reason), -doubt.count)))


def _doubtful(utterance: Utterance, token: Token) -> Iterator[re.Match[str]]:
    """The words of a token that are said as they are written, or letter by letter."""
    if token.language is not None:
        return
    decided = [
        (one.written_begin - token.begin, one.written_end - token.begin)
        for one in token.pronunciations
        if one.origin != "letters"
    ]
    written = utterance.written[token.begin : token.end]
    for match in _WORD.finditer(written):
        plain = match[0].replace("’", "'")
        is_letters = plain.isupper() and _LETTERS.search(token.spoken)
        is_said = is_letters or bare(plain) in bare(token.spoken)
        if is_said and not any(begin <= match.start() < end for begin, end in decided):
            yield match


def _said(word: _Word) -> str:
    letters = _LETTERS.search(word.spoken)
    return letters[0] if word.written.isupper() and letters else word.written


def _reason(word: _Word, dictionary: Dictionary) -> Reason | None:
    plain = word.written.replace("’", "'")
    if len(plain) < 2:
        return None
    if plain.isupper():
        return "letters" if _LETTERS.search(word.spoken) else "acronym"
    is_name = word.in_sentence and not word.lower
    if primary(word.language) != "en":
        return "name" if is_name and primary(word.language) not in _CAPITALISED else None
    known = dictionary.get(plain.casefold(), ())
    if not known:
        is_known = any(stem in dictionary for stem in _stems(plain.casefold()))
        return None if is_known else "unknown" if word.lower else "name"
    is_short = plain.islower() and len(plain) <= _SHORT
    if is_short or not word.heard or any(_alike(word.heard, one) for one in known):
        return None
    return "differs"


def _expected(word: _Word, dictionary: Dictionary) -> str:
    return dictionary[word.written.replace("’", "'").casefold()][0]


def _stems(word: str) -> Collection[str]:
    plain = {word, *(word.removeprefix(prefix) for prefix in _PREFIXES)}
    stems = {
        f"{one.removesuffix(ending)}{instead}"
        for one in plain
        for ending, instead in (("", ""), *_INFLECTIONS)
        if one.endswith(ending)
    }
    return {stem for stem in stems if len(stem) > 2}


def _normal(heard: str) -> str:
    """What the engine tells, if it is IPA; engines have signs of their own."""
    try:
        return normal(heard)
    except ValueError:
        return ""


def _alike(one: str, other: str) -> bool:
    """Whether consonants and stress are the same; vowels differ by accent."""
    first, second = _skeleton(one), _skeleton(other)
    same_stress = None in {first[2], second[2]} or first[2] == second[2]
    return first[0] == second[0] and (first[1] != second[1] or same_stress)


def _skeleton(ipa: str) -> tuple[str, int, int | None]:
    """The consonants, the number of syllables, and which of them has the stress."""
    consonants = ""
    syllables = 0
    stressed: int | None = None
    for symbol in symbols(ipa):
        if symbol == STRESSES[0]:
            stressed = syllables
        elif is_vowel(symbol):
            syllables += 1
        elif symbol not in _UNHEARD:
            consonants += _ALIKE.get(symbol, symbol)
    return re.sub(r"nɡ(?!\w)|(.)\1+", r"\1", consonants), syllables, stressed
