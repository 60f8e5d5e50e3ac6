"""What an engine reports of time -> Marks. Pure."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from oped_audio.model.audio import Mark


class Sound(NamedTuple):
    """A phoneme or pause that an engine produced."""

    position: int
    """Characters from the start of the spoken text to the word it belongs to."""
    begin: int
    """Samples."""
    ipa: str
    """What is heard, with its stress; empty for a pause."""


Span = tuple[int, int]
"""Where a word lies in the spoken text."""


def marks_from_sounds(spans: Sequence[Span], sounds: Sequence[Sound], length: int) -> list[Mark]:
    """Marks for the words at these places in the spoken text, in order, from the sounds made of it.

    A word has the sounds whose position lies in it. Words without a sound of their own, which the
    engine ran together with a neighbour ("of the"), share that neighbour's time by their lengths.
    """
    heard = _extents(spans, sounds, length)
    marks: list[Mark] = []
    for group in _groups(heard):
        begin, end = next((extent for i in group if (extent := heard[i])), (0, length))
        marks += _share(group, [spans[i] for i in group], begin, end)
    return _ascending(marks, length)


def ipa_within(span: Span, sounds: Sequence[Sound]) -> str:
    """What is heard of the word at this place in the spoken text, pauses left out."""
    return "".join(sound.ipa for sound in sounds if span[0] <= sound.position < span[1])


def estimated_marks(spans: Sequence[Span], length: int) -> list[Mark]:
    """Marks that share the clip's samples by the lengths of the words."""
    return _share(range(len(spans)), spans, 0, length)


def _extents(
    spans: Sequence[Span], sounds: Sequence[Sound], length: int
) -> list[tuple[int, int] | None]:
    """From the first sound of each word until what follows its last one, if it has any."""
    starts = [begin for begin, _ in spans]
    own: list[tuple[int, int] | None] = [None] * len(spans)
    for index, sound in enumerate(sounds):
        word = bisect_right(starts, sound.position) - 1
        if sound.ipa and word >= 0 and sound.position < spans[word][1]:
            first, _ = own[word] or (index, index)
            own[word] = first, index
    begins = [*(sound.begin for sound in sounds), length]
    return [found and (begins[found[0]], begins[found[1] + 1]) for found in own]


def _groups(heard: Sequence[tuple[int, int] | None]) -> list[list[int]]:
    """Each heard word with the unheard ones after it; leading unheard ones join the first heard."""
    groups: list[list[int]] = []
    any_heard = False
    for index, extent in enumerate(heard):
        if not groups or (extent is not None and any_heard):
            groups.append([index])
        else:
            groups[-1].append(index)
        any_heard = any_heard or extent is not None
    return groups


def _share(tokens: Sequence[int], spans: Sequence[Span], begin: int, end: int) -> list[Mark]:
    total = sum(last - first for first, last in spans)
    marks = []
    done = 0
    for token, (first, last) in zip(tokens, spans, strict=True):
        at = begin + (end - begin) * done // total
        done += last - first
        marks.append(Mark(token, at, begin + (end - begin) * done // total))
    return marks


def _ascending(marks: Sequence[Mark], length: int) -> list[Mark]:
    """Cut overlaps, so that each mark begins where the one before has ended, or later."""
    result = []
    earliest = 0
    for mark in marks:
        begin = min(max(mark.begin, earliest), length)
        end = min(max(mark.end, begin), length)
        result.append(Mark(mark.token, begin, end))
        earliest = end
    return result
