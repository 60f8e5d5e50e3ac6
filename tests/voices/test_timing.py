from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from oped_audio.voices.timing import Sound, estimated_marks, marks_from_sounds

WORDS = st.lists(st.integers(1, 12), min_size=1, max_size=30)


def spans(lengths):
    begin = 0
    for length in lengths:
        yield begin, begin + length
        begin += length + 1


def test_a_word_lasts_from_its_first_sound_to_the_pause_after_its_last():
    sounds = [Sound(0, 100, "a"), Sound(0, 200, "a"), Sound(5, 300, ""), Sound(6, 500, "a")]
    first, second = marks_from_sounds([(0, 5), (6, 10)], sounds, 900)
    assert (first.begin, first.end) == (100, 300)
    assert (second.begin, second.end) == (500, 900)


def test_words_run_together_share_the_time_by_length():
    sounds = [Sound(0, 0, "a"), Sound(7, 500, "a")]
    marks = marks_from_sounds([(0, 2), (3, 6), (7, 9)], sounds, 600)
    assert [(mark.begin, mark.end) for mark in marks] == [(0, 200), (200, 500), (500, 600)]


def test_leading_words_without_sound_share_with_the_first_that_has_one():
    marks = marks_from_sounds([(0, 1), (2, 3)], [Sound(2, 100, "a")], 300)
    assert [(mark.begin, mark.end) for mark in marks] == [(100, 200), (200, 300)]


def test_without_any_sound_the_whole_is_shared():
    marks = marks_from_sounds([(0, 1), (2, 3)], [], 10)
    assert [(mark.begin, mark.end) for mark in marks] == [(0, 5), (5, 10)]


@given(
    WORDS,
    st.lists(st.tuples(st.integers(-1, 200), st.integers(0, 999), st.sampled_from(["", "a"]))),
)
def test_one_mark_a_word_in_order_whatever_the_engine_reports(lengths, reported):
    words = list(spans(lengths))
    marks = marks_from_sounds(words, [Sound(*sound) for sound in reported], 1000)
    assert [mark.token for mark in marks] == list(range(len(words)))
    times = [time for mark in marks for time in (mark.begin, mark.end)]
    assert times == sorted(times)
    assert all(0 <= time <= 1000 for time in times)


@given(WORDS, st.integers(0, 10**6))
def test_estimates_fill_the_clip(lengths, length):
    marks = estimated_marks(list(spans(lengths)), length)
    assert marks[0].begin == 0
    assert marks[-1].end == length
    assert all(a.end == b.begin for a, b in pairwise(marks))
