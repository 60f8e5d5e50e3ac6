from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oped_audio.mixing.timeline import RoomTone, lay, sound
from oped_audio.model.audio import BYTES_PER_SAMPLE, Clip, Mark, MarksFrom, TimedWord, VoiceSpec
from oped_audio.voices.tone import ToneEngine

SPEC = VoiceSpec("tone", "sine", 175, 1.0, 50)


def silence(samples: int, sample_rate: int = 1000) -> Clip:
    return Clip(bytes(BYTES_PER_SAMPLE * samples), sample_rate, (), MarksFrom.ENGINE)


def test_clips_follow_each_other_with_their_pauses(utterance):
    said = [replace(utterance("a"), pause_ms=30), replace(utterance("b"), pause_ms=0)]
    first, second = lay(said, [silence(100), silence(7)]).entries
    assert (first.begin, first.speech_end, first.end) == (0, 100, 130)
    assert (second.begin, second.speech_end, second.end) == (130, 137, 137)


def test_room_tone_lies_around_a_section(utterance):
    said = [replace(utterance(text), pause_ms=pause) for text, pause in (("a", 50), ("b", 10))]
    clips = [silence(100), silence(7)]
    first, last = lay(said, clips, RoomTone(20, (40, 60))).entries
    assert (first.begin, first.speech_end, first.end) == (20, 120, 170)
    assert (last.begin, last.speech_end, last.end) == (170, 177, 217)
    said[-1] = replace(said[-1], pause_ms=900)
    timeline = lay(said, clips, RoomTone(20, (40, 60)))
    assert timeline.length == 237
    pcm = b"".join(sound(timeline, [clip.pcm for clip in clips]))
    assert len(pcm) == BYTES_PER_SAMPLE * timeline.length


def test_words_are_counted_among_all_tokens_from_the_start_of_the_track(utterance):
    said = utterance("one — two")
    tokens = (said.tokens[0], replace(said.tokens[1], spoken=""), said.tokens[2])
    clip = replace(silence(50), marks=(Mark(0, 5, 20), Mark(1, 20, 45)))
    timeline = lay([utterance("x"), replace(said, tokens=tokens)], [silence(100), clip])
    assert timeline.entries[1].words == (TimedWord(0, 405, 420), TimedWord(2, 420, 445))


def test_clips_of_different_sample_rates_are_refused(utterance):
    with pytest.raises(ValueError, match="too many values"):
        lay([utterance("a"), utterance("b")], [silence(5), silence(5, 2000)])


@settings(deadline=None)  # beeps are long to make on a busy machine
@given(
    st.lists(st.tuples(st.text("ab ", min_size=1, max_size=9), st.integers(0, 2000)), min_size=1)
)
def test_every_clip_lies_exactly_where_the_timeline_says(utterance, given_texts):
    engine = ToneEngine()
    said = [replace(utterance(text), pause_ms=pause) for text, pause in given_texts]
    clips = [engine.speak(one, SPEC) for one in said]
    timeline = lay(said, clips)
    pcm = b"".join(sound(timeline, [clip.pcm for clip in clips]))
    assert len(pcm) == BYTES_PER_SAMPLE * timeline.length
    position = 0
    for entry, clip in zip(timeline.entries, clips, strict=True):
        assert entry.begin == position
        assert pcm[2 * entry.begin : 2 * entry.speech_end] == clip.pcm
        assert not any(pcm[2 * entry.speech_end : 2 * entry.end])
        assert all(entry.begin <= w.begin <= w.end <= entry.speech_end for w in entry.words)
        position = entry.end
