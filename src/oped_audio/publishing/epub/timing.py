"""Page -> the stretches of its audio in which each sentence, or each word, is heard. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from oped_audio.model.audio import TimedUtterance, Track
from oped_audio.model.script import Utterance
from oped_audio.model.timecode import milliseconds
from oped_audio.publishing.epub.pages import Highlight, Page
from oped_audio.publishing.epub.targets import Target, word_targets


@dataclass(frozen=True, slots=True)
class Par:
    """An element of the text and when it is heard, in milliseconds from the start of the audio."""

    target: str
    begin_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """An utterance with its pars: one for all of it, or one for each of its spoken words."""

    utterance: Utterance
    pars: tuple[Par, ...]


def duration_ms(page: Page) -> int:
    """How long the overlay lasts: the sum of its clips."""
    bounds = _sentence_bounds(page.track)
    return bounds[-1] - bounds[0]


def sentences(page: Page, highlight: Highlight) -> tuple[Sentence, ...]:
    """The page's sentences in order. Clips are never empty, and each ends where the next begins."""
    timed = {entry.utterance: entry for entry in page.track.timeline.entries}
    clips = pairwise(_sentence_bounds(page.track))
    return tuple(
        _sentence(page.track, utterance, timed[utterance.id], clip, highlight)
        for utterance, clip in zip(page.utterances, clips, strict=True)
    )


def _sentence(
    track: Track,
    utterance: Utterance,
    timed: TimedUtterance,
    clip: tuple[int, int],
    highlight: Highlight,
) -> Sentence:
    words = word_targets(utterance) if highlight == "word" else ()
    bounds = _word_bounds(track, timed, words, clip)
    if bounds is None:
        return Sentence(utterance, (Par(utterance.id, *clip),))
    pars = [Par(word.id, *times) for word, times in zip(words, pairwise(bounds), strict=True)]
    return Sentence(utterance, tuple(pars))


def _sentence_bounds(track: Track) -> Sequence[int]:
    """Where the sentences begin, and where the last one ends: not after the audio does."""
    entries = track.timeline.entries
    begins = [_heard_at(track, entry.begin) for entry in entries]
    samples = track.encoder_delay + track.timeline.length
    bounds = [*begins, 1000 * samples // track.timeline.sample_rate]
    spread = _ascending(bounds)
    if spread is None:
        raise ValueError(f"{track.name}: {len(entries)} sentences in {bounds[-1]} ms of audio")
    return spread


def _word_bounds(
    track: Track, timed: TimedUtterance, words: Sequence[Target], clip: tuple[int, int]
) -> Sequence[int] | None:
    """Where the words begin, and where the last one ends; None where they cannot be told apart."""
    begins = {word.token: word.begin for word in timed.words}
    if not words or any(word.token not in begins for word in words):
        return None
    inner = [_heard_at(track, begins[word.token]) for word in words[1:]]
    return _ascending([clip[0], *inner, clip[1]])


def _ascending(bounds: Sequence[int]) -> Sequence[int] | None:
    """The bounds, moved apart by as little as makes each later than the one before.

    The first and the last stay. None where there is no room (EPUB 3.3, 9.2.2.8: clipEnd comes
    after clipBegin).
    """
    first, *inner, last = bounds
    if last - first < len(bounds) - 1:
        return None
    apart = [first]
    for number, bound in enumerate(inner):
        latest = last - (len(inner) - number)
        apart.append(min(max(bound, apart[-1] + 1), latest))
    return [*apart, last]


def _heard_at(track: Track, samples: int) -> int:
    return milliseconds(track.encoder_delay + samples, track.timeline.sample_rate)
