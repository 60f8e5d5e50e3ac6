"""Parts -> how fast each sentence is said, and how long the silences between them are. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest, nsmallest
from itertools import pairwise
from statistics import median

from oped_audio.model.audio import TimedUtterance
from oped_audio.model.script import Utterance
from oped_audio.publishing.report.sections import Part, words_a_minute, words_said

SHORT = 5
"""Sentences of fewer words have no pace to speak of."""
_ODD = 2.0
"""Times faster, or slower, than the sentence in the middle."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a sentence is said."""

    part: Part
    utterance: Utterance
    begin: float
    """Seconds in the section's file."""
    words_a_minute: float
    """Without the pause after it."""


@dataclass(frozen=True, slots=True)
class Pause:
    """The silence between the last word of a sentence and the first of the next."""

    part: Part
    after: Utterance
    begin: float
    """Seconds in the section's file."""
    seconds: float


@dataclass(frozen=True, slots=True)
class Paces:
    """The sentences and pauses that stand out."""

    slowest: tuple[Pace, ...]
    fastest: tuple[Pace, ...]
    longest_pauses: tuple[Pause, ...]
    odd: int
    """How many sentences are more than twice as fast, or as slow, as the one in the middle."""
    silent: int
    """How many sentences with something to say have no sound."""


def paces(parts: Sequence[Part], most: int) -> Paces:
    """At most ``most`` of each; of equals the first is taken."""
    found = [pace for part in parts for pace in _paces(part)]
    silences = [pause for part in parts for pause in _pauses(part)]
    middle = median(pace.words_a_minute for pace in found) if found else 0.0
    odd = [p for p in found if not middle / _ODD <= p.words_a_minute <= middle * _ODD]
    return Paces(
        tuple(nsmallest(most, found, key=lambda pace: pace.words_a_minute)),
        tuple(nlargest(most, found, key=lambda pace: pace.words_a_minute)),
        tuple(nlargest(most, silences, key=lambda pause: pause.seconds)),
        len(odd),
        sum(_silent(part) for part in parts),
    )


def _paces(part: Part) -> Iterator[Pace]:
    for utterance, entry in part.heard:
        words = words_said(utterance)
        begin, end = _speech(entry)
        rate = words_a_minute(words, (end - begin) / part.track.timeline.sample_rate)
        if words >= SHORT and rate is not None:
            yield Pace(part, utterance, part.at(begin), rate)


def _pauses(part: Part) -> Iterator[Pause]:
    for (utterance, entry), (_, following) in pairwise(part.heard):
        begin, end = _speech(entry)[1], _speech(following)[0]
        yield Pause(
            part, utterance, part.at(begin), (end - begin) / part.track.timeline.sample_rate
        )


def _silent(part: Part) -> int:
    sounding = {u.id for u, entry in part.heard if entry.speech_end > entry.begin}
    return sum(u.id not in sounding for u in part.utterances if u.spoken_tokens)


def _speech(entry: TimedUtterance) -> tuple[int, int]:
    """From the first word's begin to the last one's end, where words have times."""
    if entry.words:
        return entry.words[0].begin, entry.words[-1].end
    return entry.begin, entry.speech_end
