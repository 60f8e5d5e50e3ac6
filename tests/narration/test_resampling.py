import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from oped_audio.model.audio import Clip, Mark, MarksFrom
from oped_audio.narration.resampling import at_one_rate, resampled


def tone(sample_rate: int, hertz: float, seconds: float = 0.5) -> Clip:
    time = np.arange(round(sample_rate * seconds)) / sample_rate
    edge = np.clip(np.minimum(time, time[::-1]) / 0.05, 0, 1)
    pcm = (9000 * edge * np.sin(2 * np.pi * hertz * time)).astype("<i2").tobytes()
    marks = (Mark(0, sample_rate // 10, sample_rate // 4),)
    return Clip(pcm, sample_rate, marks, MarksFrom.ENGINE)


@pytest.mark.parametrize(
    ("before", "after"), [(22_050, 24_000), (24_000, 22_050), (16_000, 44_100)]
)
def test_a_sound_is_the_same_at_another_rate(before, after):
    changed = resampled(tone(before, 440), after)
    expected = tone(after, 440)
    assert changed.sample_rate == after
    assert abs(changed.length - expected.length) <= 1
    length = min(changed.length, expected.length)
    one, other = (np.frombuffer(clip.pcm, "<i2")[:length] for clip in (changed, expected))
    assert np.abs(one.astype(int) - other).max() < 60
    assert abs(changed.marks[0].begin - expected.marks[0].begin) <= 1
    assert abs(changed.marks[0].end - expected.marks[0].end) <= 1


def test_what_the_new_rate_cannot_hold_is_cut_and_not_folded_back():
    assert np.abs(np.frombuffer(resampled(tone(24_000, 11_500), 16_000).pcm, "<i2")).max() < 60


def test_the_highest_rate_is_kept_as_it_is():
    low, high = tone(16_000, 300), tone(24_000, 300)
    assert at_one_rate([low, high])[1] is high
    assert at_one_rate([low, high])[0].sample_rate == 24_000
    assert at_one_rate([]) == ()


@given(st.integers(0, 500), st.sampled_from([8000, 11_025, 16_000, 22_050, 24_000, 44_100]))
def test_marks_stay_inside(length, sample_rate):
    clip = Clip(bytes(2 * length), 22_050, (Mark(0, length // 2, length),), MarksFrom.ENGINE)
    changed = resampled(clip, sample_rate)
    assert changed.sample_rate == sample_rate
    assert all(mark.begin <= mark.end <= changed.length for mark in changed.marks)
    assert abs(changed.length - length * sample_rate / 22_050) <= 1
