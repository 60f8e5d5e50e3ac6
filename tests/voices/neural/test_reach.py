import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from oped_audio.model.audio import Mark
from oped_audio.voices.neural.reach import reaching

RATE = 16_000
FRAME = 80


def sound(*parts: tuple[int, int]) -> np.ndarray:
    """So many frames of 5 ms that are so loud, one part after another."""
    return np.concatenate([np.full(frames * FRAME, loud) for frames, loud in parts]).astype("<i2")


def reached(marks: list[tuple[int, int]], samples: np.ndarray) -> list[tuple[int, int]]:
    """Marks in frames."""
    given = [Mark(i, first * FRAME, last * FRAME) for i, (first, last) in enumerate(marks)]
    found = reaching(given, samples, RATE)
    assert [mark.token for mark in found] == list(range(len(marks)))
    return [(mark.begin // FRAME, mark.end // FRAME) for mark in found]


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        ([(20, 0)], [(0, 10), (30, 40)]),
        ([(3, 900), (14, 0), (3, 900)], [(0, 13), (27, 40)]),
        ([(3, 900), (17, 100)], [(0, 13), (30, 40)]),
        ([(20, 900)], [(0, 30), (30, 40)]),
        ([(2, 0), (3, 900), (12, 0), (3, -900)], [(0, 15), (27, 40)]),
    ],
)
def test_sound_between_two_words_belongs_to_one_of_them(between, expected):
    samples = sound((10, 5000), *between, (10, 5000))
    assert reached([(0, 10), (30, 40)], samples) == expected


def test_sound_before_the_first_and_after_the_last_is_theirs():
    samples = sound((5, 0), (5, 900), (10, 5000), (5, 900), (5, 0))
    assert reached([(10, 20)], samples) == [(5, 25)]


def test_a_word_may_be_heard_from_the_start():
    assert reached([(6, 20)], sound((20, 5000))) == [(0, 20)]


def test_words_that_meet_stay_as_they_are():
    assert reached([(0, 10), (10, 20)], sound((20, 5000))) == [(0, 10), (10, 20)]


def test_no_marks_reach_nowhere():
    assert reaching([], sound((1, 0)), RATE) == []


@given(
    st.lists(st.integers(0, 30), min_size=2, max_size=10).map(sorted),
    st.lists(st.tuples(st.integers(1, 6), st.sampled_from([0, 3000])), min_size=8),
)
def test_marks_never_overlap_and_give_only_to_the_next(times, parts):
    samples = sound(*parts)[: 40 * FRAME]
    times = [min(time, len(samples) // FRAME) for time in times]
    marks = list(zip(times[::2], times[1::2], strict=False))
    found = reached(marks, samples)
    afterwards = [first for first, _ in found[1:]]
    for (begin, end), (first, last), after in zip(marks, found, [*afterwards, 40], strict=True):
        assert first <= begin
        assert last >= end or last == after
    flat = [time for pair in found for time in pair]
    assert flat == sorted(flat)


def test_a_word_in_whose_time_nothing_is_heard_begins_where_the_one_before_is_softest():
    samples = sound((80, 5000), (4, 600), (36, 3000), (12, 100))
    assert reached([(0, 120), (120, 132)], samples) == [(0, 80), (80, 132)]


def test_a_soft_word_stays_where_it_is():
    samples = sound((100, 5000), (20, 300), (12, 100))
    assert reached([(0, 100), (100, 132)], samples) == [(0, 100), (100, 132)]


def test_a_word_takes_no_more_than_half_of_the_one_before():
    samples = sound((100, 5000), (8, 1000), (8, 3000), (8, 0))
    assert reached([(0, 100), (100, 116), (116, 124)], samples)[2][0] >= 108


def test_what_is_left_of_a_sound_is_no_last_word():
    samples = sound((80, 5000), (4, 600), (36, 3000), (12, 100))
    assert reached([(0, 116), (116, 132)], samples) == [(0, 80), (80, 132)]
    first, second, _ = reached([(0, 116), (116, 124), (124, 132)], samples)
    assert (first, second) == ((0, 116), (116, 124))


def test_what_is_left_of_a_sound_before_a_pause_is_no_word():
    before = ((80, 5000), (4, 600), (36, 3000), (5, 600))
    pause = ((80, 0), (40, 5000))
    marks = [(0, 116), (116, 200), (205, 245)]
    assert reached(marks, sound(*before, *pause)) == [(0, 80), (80, 200), (205, 245)]
    short = ((80, 5000), (4, 600), (36, 3000), (15, 600))
    assert reached(marks, sound(*short, (70, 0), (40, 5000)))[1] == (116, 200)
