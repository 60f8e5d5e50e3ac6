import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from oped_audio.voices.neural.phrases import Recording, cut, joined, strength
from oped_audio.voices.timing import Sound

RATE = 24_000


@pytest.mark.parametrize(
    ("signs", "after", "expected"),
    [("", "the", 0), ("", "and", 1), ("", "And", 1), (",", "the", 2), (",”", "the", 2),
     (";", "and", 3), ("—", "it", 3), (".", "It", 4), ("?)", "it", 4), ("", "", 0)],
)  # fmt: skip
def test_punctuation_parts_more_than_conjunctions(signs, after, expected):
    assert strength(signs, after) == expected


def test_what_is_short_enough_is_left_whole():
    assert cut([5, 5], [0, 0], 10) == [(0, 2)]
    assert cut([], [], 10) == []


def test_pieces_end_at_the_strongest_boundary():
    weights = [10] * 12
    strengths = [0, 0, 0, 2, 0, 3, 0, 2, 0, 0, 1, 0]
    assert cut(weights, strengths, 80) == [(0, 6), (6, 12)]
    assert cut(weights, [0] * 12, 80) == [(0, 6), (6, 12)]


def test_no_piece_is_very_short_where_that_can_be():
    strengths = [4, *[0] * 10, 4]
    assert cut([10] * 12, strengths, 80) == [(0, 6), (6, 12)]


@given(
    st.lists(st.tuples(st.integers(1, 50), st.integers(0, 4)), max_size=300), st.integers(50, 400)
)
def test_pieces_are_all_the_words_and_none_is_too_long(words, limit):
    weights = [weight for weight, _ in words]
    pieces = cut(weights, [strength for _, strength in words], limit)
    assert [i for begin, end in pieces for i in range(begin, end)] == list(range(len(words)))
    assert all(0 < sum(weights[begin:end]) <= limit for begin, end in pieces)


def recording(seconds: float, silent: float, loud: int = 8000) -> Recording:
    """A tone with silence on both sides that is not quite silent."""
    edge = np.full(int(silent * RATE), 20)
    time = np.arange(int(seconds * RATE)) / RATE
    tone = loud * np.sin(2 * np.pi * 200 * time)
    samples = np.concatenate([edge, tone, edge]).astype("<i2")
    begin = len(edge)
    return Recording(samples, (Sound(3, begin, "a"), Sound(-1, begin + len(time), "")))


def test_nothing_is_joined_to_nothing():
    assert len(joined([], [], RATE).samples) == 0


def test_one_piece_is_itself():
    one = recording(1, 0.2)
    assert joined([one], [], RATE) is one


@pytest.mark.parametrize(("strength", "pause_ms"), [(0, 30), (2, 180), (4, 340)])
def test_pieces_are_joined_with_a_pause_and_the_times_move_along(strength, pause_ms):
    whole = joined([recording(0.5, 0.2), recording(0.4, 0.3)], [strength], RATE)
    first, second = (s.begin for s in whole.sounds if s.ipa)
    assert first == 0.2 * RATE
    gap_ms = (second - first - 0.5 * RATE) * 1000 / RATE
    assert gap_ms == pytest.approx(pause_ms, abs=1)
    assert abs(int(whole.samples[second + 30])) > 500
    begins = [sound.begin for sound in whole.sounds]
    assert begins == sorted(begins)
    assert len(whole.samples) == second + (0.4 + 0.3) * RATE


def test_no_click_at_the_seam():
    whole = joined([recording(0.5, 0), recording(0.5, 0)], [0], RATE)
    steps = np.abs(np.diff(whole.samples.astype(int)))
    assert steps.max() <= 8000 * 2 * np.pi * 200 / RATE + 8000 / (0.005 * RATE) + 2


def test_pieces_without_sound_do_no_harm():
    silent = Recording(np.zeros(RATE, "<i2"), (Sound(0, 100, ""),))
    whole = joined([silent, recording(0.2, 0.1), silent], [2, 2], RATE)
    assert all(0 <= sound.begin <= len(whole.samples) for sound in whole.sounds)
