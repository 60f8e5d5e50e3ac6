"""Utterances and their clips -> the Timeline of a section, and its sound. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from oped_audio.model.audio import (
    BYTES_PER_SAMPLE,
    Clip,
    TimedUtterance,
    TimedWord,
    Timeline,
)
from oped_audio.model.script import Utterance


@dataclass(frozen=True, slots=True)
class RoomTone:
    """Silence around a section, in milliseconds."""

    lead_ms: int = 0
    """Before it."""
    tail_ms: tuple[int, int] | None = None
    """Least and most after it, in place of a last pause that is shorter or longer."""


NO_ROOM_TONE = RoomTone()


def lay(
    utterances: Sequence[Utterance], clips: Sequence[Clip], room: RoomTone = NO_ROOM_TONE
) -> Timeline:
    """Put the clips one after the other, each followed by its utterance's pause.

    Raises ValueError if the clips differ in sample rate.
    """
    (sample_rate,) = {clip.sample_rate for clip in clips}
    entries = []
    begin = _samples(room.lead_ms, sample_rate)
    for number, (utterance, clip) in enumerate(zip(utterances, clips, strict=True), 1):
        speech_end = begin + clip.length
        pause_ms = utterance.pause_ms
        if room.tail_ms and number == len(utterances):
            least, most = room.tail_ms
            pause_ms = min(max(pause_ms, least), most)
        end = speech_end + _samples(pause_ms, sample_rate)
        words = tuple(_words(utterance, clip, begin))
        entries.append(TimedUtterance(utterance.id, begin, speech_end, end, words))
        begin = end
    return Timeline(sample_rate, tuple(entries))


def sound(timeline: Timeline, clips: Iterable[bytes]) -> Iterator[bytes]:
    """The PCM that the timeline describes, of that of its clips: piece by piece."""
    at = 0
    for entry, clip in zip(timeline.entries, clips, strict=True):
        yield bytes(BYTES_PER_SAMPLE * (entry.begin - at))
        yield clip
        yield bytes(BYTES_PER_SAMPLE * (entry.end - entry.speech_end))
        at = entry.end


def _samples(ms: int, sample_rate: int) -> int:
    return ms * sample_rate // 1000


def _words(utterance: Utterance, clip: Clip, begin: int) -> Iterator[TimedWord]:
    spoken = utterance.spoken_tokens
    for mark in clip.marks:
        yield TimedWord(spoken[mark.token], begin + mark.begin, begin + mark.end)
