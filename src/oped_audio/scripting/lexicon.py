"""A Lexicon and a sentence -> the stretches that it says otherwise. Pure.

Possessives and plurals of an entry are found with it (``Xi’s``, ``chaebols``), names with hyphens
in place of spaces, and capitalised names without their diacritics (``Erdogan``).
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from oped_audio.model.ipa import symbols
from oped_audio.model.language import primary
from oped_audio.model.lexicon import Entry, Lexicon, PartOfSpeech
from oped_audio.scripting.spoken.rewriting import Origin, Said

PartOfSpeechOf = Callable[[str, int, int], PartOfSpeech | None]
"""Tells how a sentence uses what stands in it between two places."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_BETWEEN = re.compile(r"\.?[ \u00a0\n\u2011-]")
_WORDS_ONLY = re.compile(rf"{_WORD.pattern}(?:{_BETWEEN.pattern}{_WORD.pattern})*")
_ADDRESS = re.compile(r"\S*@\S*|\S*://\S*|www\.\S*|#\w+|(?<![\w.])[\w-]+\.[a-z]{2,}\b\S*")
_ENDINGS = (("'s", ""), ("es", ""), ("s", ""), ("ies", "y"))
_HISSING = ("s", "z", "ʃ", "ʒ", "tʃ", "dʒ")
_VOICELESS = ("p", "t", "k", "f", "θ")
_SHORT = 3


@dataclass(frozen=True, slots=True)
class _Pattern:
    """An entry, cut into the words that are looked for."""

    entry: Entry
    words: tuple[str, ...]
    """As they are written in it."""
    parts: tuple[tuple[range, str], ...]
    """Which of the words are said together, and their IPA; empty for a respelling."""


@dataclass(frozen=True, slots=True)
class Index:
    """The entries for one language, made ready for looking up."""

    by_word: Mapping[str, Sequence[_Pattern]]
    """By their folded first word, the best first."""
    by_sign: Sequence[tuple[re.Pattern[str], Entry]]
    """Entries that are more than words and spaces, such as ``C++``."""


def index(lexicon: Lexicon, language: str) -> Index:
    """The entries of the lexicon that are for text in this language (a BCP 47 tag)."""
    by_word: defaultdict[str, list[_Pattern]] = defaultdict(list)
    by_sign: list[tuple[re.Pattern[str], Entry]] = []
    for entry in lexicon.entries:
        if entry.language and primary(entry.language) != primary(language):
            continue
        if _WORDS_ONLY.fullmatch(entry.written):
            pattern = _pattern(entry)
            by_word[_folded(pattern.words[0])].insert(0, pattern)
        else:
            flags = re.NOFLAG if entry.case_sensitive or _is_capital(entry) else re.IGNORECASE
            written = re.escape(entry.written).replace("'", "['’]")
            by_sign.insert(0, (re.compile(rf"(?<!\w){written}(?!\w)", flags), entry))
    for patterns in by_word.values():
        patterns.sort(key=_better)
    return Index(dict(by_word), by_sign)


def find(looked_up: Index, sentence: str, part_of_speech: PartOfSpeechOf) -> Iterator[Said]:
    """What the entries say in the sentence, in order; the longest of several is meant.

    Nothing is found in web addresses, handles and hashtags.
    """
    signs = [
        said for pattern, entry in looked_up.by_sign for said in _signs(pattern, entry, sentence)
    ]
    taken = [match.span() for match in _ADDRESS.finditer(sentence)]
    taken += [(said.begin, said.end) for said in signs]
    words = list(_WORD.finditer(sentence)) if looked_up.by_word else []
    found = list(signs)
    at = 0
    while at < len(words):
        match = _longest(looked_up, sentence, words, at, part_of_speech)
        if match and not any(a < match.end and match.begin < b for a, b in taken):
            found += match.said(sentence)
            at += len(match.pattern.words)
        else:
            at += 1
    yield from found


@dataclass(frozen=True, slots=True)
class _Match:
    pattern: _Pattern
    words: Sequence[re.Match[str]]
    ending: str
    """``'s``, ``s`` … where the last word has it in the sentence and not in the entry."""

    @property
    def begin(self) -> int:
        return self.words[0].start()

    @property
    def end(self) -> int:
        return self.words[-1].end()

    def said(self, sentence: str) -> Iterator[Said]:
        entry = self.pattern.entry
        if entry.ipa is None:
            words = f"{entry.respelled}{_said_ending(self.ending)}"
            yield Said(self.begin, self.end, words, None, "lexicon")
            return
        origin: Origin = "context" if entry.part_of_speech else "lexicon"
        for number, (part, ipa) in enumerate(self.pattern.parts, 1):
            begin, end = self.words[part.start].start(), self.words[part.stop - 1].end()
            is_last = number == len(self.pattern.parts)
            ends = self.ending and is_last
            end += not is_last and sentence[end] == "."
            yield Said(begin, end, sentence[begin:end], with_s(ipa) if ends else ipa, origin)


def with_s(ipa: str) -> str:
    """The plural or possessive: ``ʃiː`` -> ``ʃiːz``."""
    last = symbols(ipa)[-1]
    return f"{ipa}{'ɪz' if last in _HISSING else 's' if last in _VOICELESS else 'z'}"


def _said_ending(ending: str) -> str:
    return "s" if ending in ("es", "ies") else ending


def _pattern(entry: Entry) -> _Pattern:
    """Each word with its IPA; else each with what hyphens join; else all together."""
    words = tuple(_WORD.findall(entry.written))
    together = [len(_WORD.findall(part)) for part in entry.written.split()]
    ipa = entry.ipa.split() if entry.ipa else []
    for counts in ([1] * len(words), together):
        if len(counts) == len(ipa):
            starts = accumulate(counts, initial=0)
            parts = (range(at, at + count) for at, count in zip(starts, counts, strict=False))
            return _Pattern(entry, words, tuple(zip(parts, ipa, strict=True)))
    return _Pattern(entry, words, ((range(len(words)), " ".join(ipa)),))


def _better(pattern: _Pattern) -> tuple[int, bool]:
    return -len(pattern.words), pattern.entry.part_of_speech is None


def _signs(pattern: re.Pattern[str], entry: Entry, sentence: str) -> Iterator[Said]:
    for match in pattern.finditer(sentence):
        words = match[0] if entry.ipa else entry.respelled or ""
        yield Said(match.start(), match.end(), words, entry.ipa, "lexicon")


def _longest(
    looked_up: Index,
    sentence: str,
    words: Sequence[re.Match[str]],
    at: int,
    part_of_speech: PartOfSpeechOf,
) -> _Match | None:
    for folded, ending in _stems(_folded(words[at][0])):
        for pattern in looked_up.by_word.get(folded, ()):
            here = words[at : at + len(pattern.words)]
            last = _fits(pattern, sentence, here, ending)
            if last is None:
                continue
            wanted = pattern.entry.part_of_speech
            if wanted and part_of_speech(sentence, here[0].start(), here[-1].end()) != wanted:
                continue
            return _Match(pattern, here, last)
    return None


def _fits(
    pattern: _Pattern, sentence: str, words: Sequence[re.Match[str]], ending: str
) -> str | None:
    """The ending of the last word if the pattern's words stand here, otherwise None."""
    count = len(pattern.words)
    if len(words) < count or (count > 1 and ending):
        return None
    for one, other in pairwise(words):
        if not _BETWEEN.fullmatch(sentence, one.end(), other.start()):
            return None
    for wanted, word in zip(pattern.words[:-1], words, strict=False):
        if _folded(wanted) != _folded(word[0]) or not _has_case(wanted, word[0], pattern.entry):
            return None
    wanted, written = pattern.words[-1], words[-1][0]
    for folded, found in _stems(_folded(written)):
        stem = written[: len(written) - len(found)] if found else written
        if folded == _folded(wanted) and _has_case(wanted, stem, pattern.entry):
            return found
    return None


def _stems(folded: str) -> Iterator[tuple[str, str]]:
    """The word itself, and what it may be the possessive or plural of, with the ending."""
    yield folded, ""
    if folded.endswith("s"):
        for ending, instead in _ENDINGS:
            stem = folded.removesuffix(ending)
            if stem != folded and (ending == "'s" or len(stem) >= _SHORT):
                yield f"{stem}{instead}", ending


def _has_case(wanted: str, written: str, entry: Entry) -> bool:
    if entry.case_sensitive:
        return _plain(wanted) == _plain(written)
    if wanted.isupper():
        return written.isupper()
    if wanted[0].isupper():
        is_initialism = len(entry.written) <= _SHORT and written[1:].isupper()
        return written[0].isupper() and not is_initialism
    return wanted.isascii() or wanted.casefold() == _plain(written).casefold()


def _is_capital(entry: Entry) -> bool:
    return any(map(str.isupper, entry.written))


def _plain(word: str) -> str:
    return word.replace("’", "'")


def _folded(word: str) -> str:
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFD", _plain(word).casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))
