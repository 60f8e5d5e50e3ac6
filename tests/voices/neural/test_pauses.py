from itertools import pairwise

import numpy as np

from oped_audio.model.audio import Mark
from oped_audio.voices.neural.pauses import without_pauses

RATE = 8000


def sound(*stretches: tuple[int, int], length_ms: int = 1000) -> bytes:
    """Silence with noise in it, from one millisecond to another."""
    pcm = np.zeros(RATE * length_ms // 1000, "<i2")
    for begin, end in stretches:
        pcm[begin * 8 : end * 8] = 3000
        pcm[begin * 8 : end * 8 : 2] = -3000
    return pcm.tobytes()


def marks(*times_ms: int) -> list[Mark]:
    return [Mark(i, a * 8, b * 8) for i, (a, b) in enumerate(pairwise(times_ms))]


def ms(found: list[Mark]) -> list[tuple[int, int]]:
    return [(mark.begin // 8, mark.end // 8) for mark in found]


def test_silence_at_both_ends_of_a_word_is_no_part_of_it():
    pcm = sound((100, 300), (600, 900))
    assert ms(without_pauses(marks(0, 600, 1000), pcm, RATE)) == [(100, 300), (600, 900)]


def test_words_that_touch_stay_so():
    pcm = sound((100, 900))
    assert ms(without_pauses(marks(0, 400, 1000), pcm, RATE)) == [(100, 400), (400, 900)]


def test_what_is_heard_early_after_a_pause_is_the_next_words():
    pcm = sound((100, 300), (540, 900))
    assert ms(without_pauses(marks(0, 600, 1000), pcm, RATE)) == [(100, 300), (540, 900)]


def test_the_release_of_a_stop_stays_with_its_word():
    pcm = sound((100, 300), (380, 420), (500, 900))
    assert ms(without_pauses(marks(0, 450, 1000), pcm, RATE)) == [(100, 420), (500, 900)]


def test_a_long_tail_after_a_pause_inside_a_word_is_its_own():
    pcm = sound((100, 300), (420, 600), (600, 900))
    assert ms(without_pauses(marks(0, 600, 1000), pcm, RATE)) == [(100, 600), (600, 900)]


def test_marks_without_sound_stay():
    assert ms(without_pauses(marks(0, 600, 1000), sound(), RATE)) == [(0, 600), (600, 1000)]
    assert without_pauses([], b"", RATE) == []


def test_the_softest_sample_counts_too():
    pcm = np.array([-32_768] * 800, "<i2").tobytes()
    assert ms(without_pauses(marks(0, 100), pcm, RATE)) == [(0, 100)]
