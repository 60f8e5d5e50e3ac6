"""Expected words, aligned with heard ones -> how each passage differs from them. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from oped_audio.checking.alignment import Pair, align
from oped_audio.checking.sounds import alike, is_same, joined_key
from oped_audio.model.listening import MishapKind, Word

_MORE_OF_NAME = 2
"""Words that a recogniser may make of a name besides one or two for each of its own."""
_FARTHEST = 16
"""Words between a phrase and its repetition."""


@dataclass(frozen=True, slots=True)
class Tolerance:
    """What is put down to the recogniser, and not to the narration."""

    alike: float
    """How alike words that are said and heard must sound."""
    wrong: float
    """Share of the words of a passage that may be heard otherwise without a warning."""
    garbled: float
    """Share from which the passage is an error."""


NATURAL = Tolerance(alike=0.6, wrong=0.25, garbled=0.5)
"""For people, and for voices that recognisers understand nearly as well: 4 to 8 % of the words of a
good narration are heard otherwise."""
ROBOTIC = Tolerance(alike=0.45, wrong=0.65, garbled=0.75)
"""For voices of which 12 % of the words are."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A place at which other words are heard than are written."""

    kind: MishapKind
    expected: tuple[str, ...]
    heard: tuple[str, ...]

    @property
    def wrong(self) -> int:
        """Words that are not heard as they are written, or should not be heard."""
        return max(len(self.expected), len(self.heard))

    @property
    def size(self) -> int:
        """By how many words too few, or too many, are heard."""
        return abs(len(self.expected) - len(self.heard))


@dataclass(frozen=True, slots=True)
class Hearing:
    """How one passage came out."""

    words: int
    """That are expected."""
    errors: int
    """Words put in, left out or in place of others, before anything is forgiven."""
    differences: tuple[Difference, ...]
    touches: bool = False
    """Whether words that belong to nothing are heard right before it or behind it."""

    @property
    def wrong(self) -> int:
        """Words that are heard otherwise and not forgiven."""
        return sum(difference.wrong for difference in self.differences)

    @property
    def share(self) -> float:
        """Of the expected words, those that are not heard."""
        missed = sum(len(difference.expected) for difference in self.differences)
        return missed / max(self.words, 1)


def hearings(
    passages: Sequence[Sequence[Word]], heard: Sequence[str], tolerance: Tolerance
) -> list[Hearing]:
    """How each of the passages, which follow each other, came out in what was heard."""
    expected = [word for words in passages for word in words]
    owners = [number for number, words in enumerate(passages) for _ in words]
    pairs = align([word.text for word in expected], heard)
    shares: list[list[Pair]] = [[] for _ in passages]
    touched: set[int] = set()
    for owner, pair in _owned(pairs, owners):
        shares[owner].append(pair)
    for before, after in _seams(pairs, owners):
        touched |= {before, after}
    return [
        Hearing(
            len(words),
            sum(not pair.is_same for pair in own),
            tuple(_differences(own, expected, heard, tolerance)),
            number in touched,
        )
        for number, (words, own) in enumerate(zip(passages, shares, strict=True))
    ]


def _owned(pairs: Sequence[Pair], owners: Sequence[int]) -> Iterable[tuple[int, Pair]]:
    """Each pair with its passage; what is heard between two belongs to the one before."""
    owner = owners[0] if owners else 0
    for pair in pairs:
        if pair.expected is not None:
            owner = owners[pair.expected]
        if owners:
            yield owner, pair


def _seams(pairs: Sequence[Pair], owners: Sequence[int]) -> Iterable[tuple[int, int]]:
    """Neighbouring passages between which three words or more are heard that are in neither."""
    before: int | None = None
    extra = 0
    for pair in pairs:
        if pair.expected is None:
            extra += 1
            continue
        owner = owners[pair.expected]
        if extra >= 3 and before is not None and before != owner:
            yield before, owner
        before, extra = owner, 0


def _differences(
    pairs: Sequence[Pair], expected: Sequence[Word], heard: Sequence[str], tolerance: Tolerance
) -> Iterable[Difference]:
    for is_right, group in groupby(pairs, lambda pair: pair.is_same):
        run = list(group)
        indexes = [pair.heard for pair in run if pair.heard is not None]
        if is_right:
            continue
        words = [expected[pair.expected] for pair in run if pair.expected is not None]
        said = [heard[index] for index in indexes]
        if _is_forgiven(words, said, tolerance):
            continue
        kind = _kind(words, indexes, heard)
        yield Difference(kind, tuple(word.text for word in words), tuple(said))


def _is_forgiven(words: Sequence[Word], said: Sequence[str], tolerance: Tolerance) -> bool:
    """Whether they sound alike, or the difference is a name's spelling or a small word."""
    written = joined_key([word.text for word in words])
    if said and words and alike(written, joined_key(said)) >= tolerance.alike:
        return True
    plain = [word for word in words if not word.is_name]
    fewer, more = sorted((len(words), len(said)))
    may_be_names = len(plain) <= 1 and len(plain) < len(words)
    if may_be_names and fewer > 0 and more <= 2 * fewer + _MORE_OF_NAME:
        return True
    return max(len(words), len(said)) == 1


def _kind(words: Sequence[Word], indexes: Sequence[int], heard: Sequence[str]) -> MishapKind:
    few, many = len(words), len(indexes)
    if few - many >= 2 and many * 2 <= few:
        return "dropped"
    if many - few >= 2 and few * 2 <= many:
        return "repeated" if _repeats(indexes, heard) else "added"
    return "garbled"


def _repeats(indexes: Sequence[int], heard: Sequence[str]) -> bool:
    """Whether most of these words are heard a second time, in the same order, close by."""

    def is_there(index: int, shift: int) -> bool:
        other = index + shift
        return 0 <= other < len(heard) and is_same(heard[index], heard[other])

    shifts = range(1, _FARTHEST + 1)
    best = max(
        sum(is_there(index, shift) or is_there(index, -shift) for index in indexes)
        for shift in shifts
    )
    return best * 10 >= len(indexes) * 7
