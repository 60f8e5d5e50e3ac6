"""Rules that say a stretch of a sentence in other words, and how they share the sentence. Pure."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

Origin = Literal["lexicon", "context", "letters"]


@dataclass(frozen=True, slots=True)
class Said:
    """A stretch of the written sentence and what is said for it."""

    begin: int
    """Characters from the start of the sentence."""
    end: int
    words: str
    """Empty for what is seen and not said."""
    phonemes: str | None = None
    """IPA of the words, where an engine is not to find it by itself; the words apart by spaces."""
    origin: Origin = "letters"
    """Where the phonemes come from."""
    within: tuple["Said", ...] = ()
    """Words of it that are pronounced otherwise: of ``lakh rupees``, the ``lakh`` of a lexicon."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What it looks for, and what is said for what it finds: nothing, if it is not meant."""

    pattern: re.Pattern[str]
    say: Callable[[re.Match[str]], Iterable[Said]]


@dataclass(frozen=True, slots=True)
class Family:
    """Rules that can only find something where the sign is."""

    sign: re.Pattern[str]
    rules: Callable[[], tuple[Rule, ...]] = tuple
    """Called when the sign is met, so that patterns that nothing needs are never compiled."""
    members: tuple["Family", ...] = ()
    """Families that are asked where the sign is, before the rules."""


def claims(
    sentence: str,
    families: Sequence[Family],
    first: Iterable[Said] = (),
    last: Iterable[Said] = (),
) -> list[Said]:
    """What the rules say, in the order of the sentence; what an earlier one has said stays so.

    A word of ``first`` that is only pronounced otherwise may stand in what a rule says.
    """
    found = _Claims(sentence, first)
    for rule in _asked(sentence, families):
        for match in rule.pattern.finditer(sentence):
            found.add(tuple(rule.say(match)))
    for new in last:
        found.add((new,))
    return sorted(found.said, key=lambda said: said.begin)


_FREE, _PRONOUNCED, _TAKEN = range(3)


class _Claims:
    """What is said so far, and for every character whether it is."""

    def __init__(self, sentence: str, first: Iterable[Said]) -> None:
        self._sentence = sentence
        self._state = bytearray(len(sentence))
        self.said: list[Said] = []
        for one in first:
            pronounced = one.phonemes is not None and sentence[one.begin : one.end] == one.words
            self._put(one, _PRONOUNCED if pronounced else _TAKEN)

    def add(self, said: tuple[Said, ...]) -> None:
        """All of them, or none where anything is said that cannot stand within them."""
        state = {self._highest(new) for new in said}
        if _TAKEN in state:
            return
        if _PRONOUNCED in state:
            words = [old for old in self.said if any(_overlap(new, old) for new in said)]
            if not all(any(_holds(new, old) for new in said) for old in words):
                return
            self.said = [old for old in self.said if old not in words]
            said = tuple(_with_words(new, words) for new in said)
        for new in said:
            self._put(new, _TAKEN)

    def _highest(self, new: Said) -> int:
        return max(self._state[new.begin : new.end], default=_FREE)

    def _put(self, said: Said, state: int) -> None:
        self.said.append(said)
        self._state[said.begin : said.end] = bytes((state,)) * (said.end - said.begin)


def _asked(sentence: str, families: Sequence[Family]) -> Iterator[Rule]:
    for family in families:
        if family.sign.search(sentence):
            yield from _asked(sentence, family.members)
            yield from family.rules()


def groups(match: re.Match[str], **words: str) -> tuple[Said, ...]:
    """The words for each group of the match that took part in it."""
    return tuple(
        Said(match.start(name), match.end(name), said)
        for name, said in words.items()
        if match[name] is not None
    )


def whole(match: re.Match[str], words: str) -> tuple[Said, ...]:
    """The words for all of the match."""
    return (Said(match.start(), match.end(), words),)


def word_before(match: re.Match[str]) -> str:
    """The word before the match, without the marks around it; empty at the start."""
    before = match.string[max(0, match.start() - 30) : match.start()].rstrip(" \u00a0“\"‘'($-–—")
    return before.rpartition(" ")[2].rpartition("\u00a0")[2].strip("“”\"‘’'(),.;:")


def word_after(match: re.Match[str]) -> str:
    """The word after the match; empty if punctuation or the end is there first."""
    found = _NEXT_WORD.match(match.string, match.end())
    return found[1] if found else ""


_NEXT_WORD = re.compile(r"[\s-]+([^\W\d_][\w’'-]*)")


def end_in_sentence(match: re.Match[str]) -> int:
    """Where a match ends; the full stop of an abbreviation that ends the sentence stays."""
    is_last = not match.string[match.end() :].strip(_CLOSING)
    return match.end() - (is_last and match[0].endswith("."))


_CLOSING = " \"”“»’')]"


def _overlap(one: Said, other: Said) -> bool:
    return one.begin < other.end and other.begin < one.end


def _holds(new: Said, old: Said) -> bool:
    return (
        new.begin <= old.begin
        and old.end <= new.end
        and new.phonemes is None
        and old.words in new.words.split()
    )


def _with_words(new: Said, words: Iterable[Said]) -> Said:
    within = tuple(old for old in words if _holds(new, old))
    return replace(new, within=within) if within else new
