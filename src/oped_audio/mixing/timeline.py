"""Utterances and their clips -> the Timeline of a section, and its sound. Pure."""

from collections.abc import Iterator, Sequence

from oped_audio.model.audio import (
    BYTES_PER_SAMPLE,
    Clip,
    TimedUtterance,
    TimedWord,
    Timeline,
)
from oped_audio.model.script import Utterance


def lay(utterances: Sequence[Utterance], clips: Sequence[Clip]) -> Timeline:
    """Put the clips one after the other, each followed by its utterance's pause.

    Raises ValueError if the clips differ in sample rate.
    """
    (sample_rate,) = {clip.sample_rate for clip in clips}
    entries = []
    begin = 0
    for utterance, clip in zip(utterances, clips, strict=True):
        speech_end = begin + clip.length
        end = speech_end + _pause(utterance, sample_rate)
        words = tuple(_words(utterance, clip, begin))
        entries.append(TimedUtterance(utterance.id, begin, speech_end, end, words))
        begin = end
    return Timeline(sample_rate, tuple(entries))


def sound(timeline: Timeline, clips: Sequence[Clip]) -> Iterator[bytes]:
    """The PCM that the timeline describes, clip by clip and pause by pause."""
    for entry, clip in zip(timeline.entries, clips, strict=True):
        yield clip.pcm
        yield bytes(BYTES_PER_SAMPLE * (entry.end - entry.speech_end))


def _pause(utterance: Utterance, sample_rate: int) -> int:
    return utterance.pause_ms * sample_rate // 1000


def _words(utterance: Utterance, clip: Clip, begin: int) -> Iterator[TimedWord]:
    spoken = utterance.spoken_tokens
    for mark in clip.marks:
        yield TimedWord(spoken[mark.token], begin + mark.begin, begin + mark.end)
