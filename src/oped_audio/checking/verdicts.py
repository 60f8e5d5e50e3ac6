"""Hearings of one passage, some of them with the recogniser's slips -> what is told of it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from oped_audio.checking.judging import Difference, Hearing, Tolerance
from oped_audio.model.listening import MishapKind

_RUN = 3
"""Words that are left out, said twice or added together: from here on it is an error."""
_OTHER_SHARE = 0.7
_OTHER_WORDS = 4
"""Of a passage that is long enough to be sure that another one is heard in its place."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is told of a passage."""

    kind: MishapKind
    severity: Literal["error", "warning"]
    wrong: int


def is_suspect(hearing: Hearing) -> bool:
    """Whether a passage is to be listened to again."""
    return bool(hearing.differences) or hearing.touches


def is_other(alone: Hearing) -> bool:
    """Whether a passage, heard without its neighbours, is not what is written at all."""
    return alone.words >= _OTHER_WORDS and alone.share >= _OTHER_SHARE


def as_other(alone: Hearing) -> Hearing:
    """The hearing of another passage in the place of this one, as the one difference that it is."""
    expected = tuple(word for one in alone.differences for word in one.expected)
    heard = tuple(word for one in alone.differences for word in one.heard)
    if len(heard) < _RUN:
        return alone
    return replace(alone, differences=(Difference("garbled", expected, heard),))


def best(opinions: Sequence[Hearing]) -> int:
    """Index of the hearing that agrees most with the text: what one of them hears was said."""
    return min(range(len(opinions)), key=lambda number: opinions[number].wrong)


def without_announcements(hearing: Hearing) -> Hearing:
    """The hearing of what is in a list, note, figure …, with which more is said than is written."""
    kept = tuple(one for one in hearing.differences if one.kind != "added")
    return replace(hearing, differences=kept)


def verdict(hearing: Hearing, tolerance: Tolerance) -> Verdict | None:
    """What is told of a passage that came out so; None if it is good."""
    if not hearing.differences:
        return None
    worst = max(hearing.differences, key=lambda one: (_is_run(one), one.wrong))
    is_garbled = hearing.share >= tolerance.garbled and hearing.wrong > 1
    if _is_run(worst) or is_garbled:
        return Verdict(worst.kind, "error", hearing.wrong)
    if hearing.wrong > 1 and hearing.share >= tolerance.wrong:
        return Verdict(worst.kind, "warning", hearing.wrong)
    return None


def _is_run(difference: Difference) -> bool:
    return difference.kind != "garbled" and difference.size >= _RUN
