"""A Lexicon and a sentence -> the stretches that it says otherwise. Pure.

English possessives and plurals of an entry are found with it (``Xi’s``, ``chaebols``), names with
hyphens in place of spaces, and capitalised names without their diacritics (``Erdogan``).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise

from oped_audio.model.language import primary
from oped_audio.model.lexicon import Entry, Lexicon
from oped_audio.model.unspaced import is_unspaced
from oped_audio.scripting.inflections import stems, with_ending, with_s
from oped_audio.scripting.sign_entries import (
    PartOfSpeechOf,
    Sign,
    found_signs,
    is_meant,
    origin,
    sign,
    straight,
)
from oped_audio.scripting.spoken.accents import bare
from oped_audio.scripting.spoken.rewriting import Said

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_BETWEEN = re.compile(r"\.?[ \u00a0\n\u2011-]")
_JOINING = re.compile(r"[\u2011-]")
_WORDS_ONLY = re.compile(rf"{_WORD.pattern}(?:{_BETWEEN.pattern}{_WORD.pattern})*")
_ADDRESS = re.compile(
    r"(?<!\S)\S*(?:@|://)\S*|\bwww\.\S*|#\w+|(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b\S*"
)
_ADDRESS_SIGN = re.compile(r"[@#]|://|\.\w")
"""Where it is not, there is no address."""
_LONGEST_INITIALISM = 3
_ONE = range(1)


@dataclass(frozen=True, slots=True)
class _Pattern:
    """An entry, cut into the words that are looked for."""

    entry: Entry
    words: tuple[str, ...]
    """As they are written in it."""
    parts: tuple[tuple[range, str], ...]
    """Which of the words are said together, and their IPA; empty for a respelling."""
    tied: frozenset[int] = frozenset()
    """Words that are said together with the next one, and so only where a hyphen joins them."""


@dataclass(frozen=True, slots=True)
class Index:
    """The entries for one language, made ready for looking up."""

    by_word: Mapping[str, Sequence[_Pattern]]
    """By their folded first word, the best first."""
    by_sign: Sequence[Sign]
    """The best first."""
    has_endings: bool
    """Whether the language is English, whose plurals and possessives are known here."""


@lru_cache(maxsize=16)
def index(lexicon: Lexicon, language: str) -> Index:
    """The entries of the lexicon that are for text in this language (a BCP 47 tag)."""
    by_word: defaultdict[str, list[_Pattern]] = defaultdict(list)
    by_sign: list[Sign] = []
    is_english = primary(language) == "en"
    for entry in reversed(lexicon.entries):
        if entry.language and primary(entry.language) != primary(language):
            continue
        is_plain = entry.written.isascii() and entry.written.isalpha()
        if is_plain or (_WORDS_ONLY.fullmatch(entry.written) and not is_unspaced(entry.written)):
            pattern = _pattern(entry)
            by_word[_folded(pattern.words[0])].append(pattern)
        else:
            by_sign.append(sign(entry, has_endings=is_english))
    for patterns in by_word.values():
        patterns.sort(key=_better)
    by_sign.sort(key=lambda one: (-len(one.entry.written), not one.entry.part_of_speech))
    return Index(dict(by_word), by_sign, is_english)


def find(looked_up: Index, sentence: str, part_of_speech: PartOfSpeechOf) -> Iterator[Said]:
    """What the entries say in the sentence, in order; the longest of several is meant.

    Nothing is found in web addresses, handles and hashtags, unless an entry is one.
    """
    found: list[Said] = []
    has_address = _ADDRESS_SIGN.search(sentence)
    taken = [match.span() for match in _ADDRESS.finditer(sentence)] if has_address else []
    if looked_up.by_sign:
        found += found_signs(looked_up.by_sign, sentence, taken, part_of_speech)
        taken += [(said.begin, said.end) for said in found]
    words = list(_WORD.finditer(sentence)) if looked_up.by_word else []
    if taken:
        free = bytearray(b"1" * len(sentence))
        for begin, end in taken:
            free[begin:end] = bytes(end - begin)
        words = [word for word in words if all(free[word.start() : word.end()])]
    by_word, has_endings = looked_up.by_word, looked_up.has_endings
    at = 0
    while at < len(words):
        folded = _folded(words[at][0])
        match = None
        if folded in by_word or (has_endings and folded.endswith("s")):
            match = _longest(looked_up, sentence, words, at, part_of_speech)
        if match:
            found += match.said(sentence)
        at += len(match.words) if match else 1
    yield from sorted(found, key=lambda said: said.begin)


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
            words = with_ending(entry.respelled or "", self.ending)
            yield Said(self.begin, self.end, words, None, origin(entry))
            return
        for number, (part, ipa) in enumerate(self.pattern.parts, 1):
            begin, end = self.words[part.start].start(), self.words[part.stop - 1].end()
            is_last = number == len(self.pattern.parts)
            ends = self.ending and is_last
            end += not is_last and sentence[end] == "."
            yield Said(begin, end, sentence[begin:end], with_s(ipa) if ends else ipa, origin(entry))


def _pattern(entry: Entry) -> _Pattern:
    """Each word with its IPA; else each with what hyphens join; else all together."""
    if entry.written.isascii() and entry.written.isalpha():
        return _Pattern(entry, (entry.written,), ((_ONE, entry.ipa or ""),))
    words = tuple(_WORD.findall(entry.written))
    together = [len(_WORD.findall(part)) for part in entry.written.split()]
    ipa = entry.ipa.split() if entry.ipa else []
    for counts in ([1] * len(words), together):
        if len(counts) == len(ipa):
            starts = accumulate(counts, initial=0)
            parts = [range(at, at + count) for at, count in zip(starts, counts, strict=False)]
            tied = frozenset(at for part in parts for at in part[:-1])
            return _Pattern(entry, words, tuple(zip(parts, ipa, strict=True)), tied)
    return _Pattern(entry, words, ((range(len(words)), " ".join(ipa)),))


def _better(pattern: _Pattern) -> tuple[int, bool]:
    return -len(pattern.words), pattern.entry.part_of_speech is None


def _longest(
    looked_up: Index,
    sentence: str,
    words: Sequence[re.Match[str]],
    at: int,
    part_of_speech: PartOfSpeechOf,
) -> _Match | None:
    for folded, _ in _stems(words[at][0], looked_up):
        for pattern in looked_up.by_word.get(folded, ()):
            here = words[at : at + len(pattern.words)]
            ending = _fits(pattern, sentence, here, looked_up)
            if ending is None:
                continue
            stretch = here[0].start(), here[-1].end()
            if is_meant(pattern.entry, stretch, sentence, part_of_speech):
                return _Match(pattern, here, ending)
    return None


def _fits(
    pattern: _Pattern, sentence: str, words: Sequence[re.Match[str]], looked_up: Index
) -> str | None:
    """The ending of the last word if the pattern's words stand here, otherwise None."""
    if len(words) < len(pattern.words):
        return None
    for at, (one, other) in enumerate(pairwise(words)):
        between = _JOINING if at in pattern.tied else _BETWEEN
        if not between.fullmatch(sentence, one.end(), other.start()):
            return None
    for wanted, word in zip(pattern.words[:-1], words, strict=False):
        if _folded(wanted) != _folded(word[0]) or not _has_case(wanted, word[0], pattern.entry):
            return None
    wanted, written = pattern.words[-1], words[-1][0]
    for folded, ending in _stems(written, looked_up):
        stem = written[: len(written) - len(ending)]
        is_shouted = bool(ending) and wanted.isupper() and written.isupper()
        if folded == _folded(wanted) and _has_case(wanted, stem, pattern.entry) and not is_shouted:
            return ending
    return None


def _stems(word: str, looked_up: Index) -> Iterable[tuple[str, str]]:
    folded = _folded(word)
    return stems(folded) if looked_up.has_endings else ((folded, ""),)


def _has_case(wanted: str, written: str, entry: Entry) -> bool:
    if entry.case_sensitive:
        return straight(wanted) == straight(written)
    if wanted.isupper():
        return written.isupper()
    if wanted[0].isupper():
        is_initialism = len(entry.written) <= _LONGEST_INITIALISM and written[1:].isupper()
        return written[0].isupper() and not is_initialism
    return wanted.isascii() or straight(wanted).casefold() == straight(written).casefold()


def _folded(word: str) -> str:
    if word.isascii():
        return word.lower()
    return bare(straight(word).casefold())
