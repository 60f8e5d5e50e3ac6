import numpy as np
import pytest

from oped_audio.model.audio import Clip, Mark, MarksFrom
from oped_audio.voices.silence import trim

RATE = 1000
ROOM = 15


def clip(lead: int, sound: int, tail: int) -> Clip:
    samples = np.concatenate([np.zeros(lead), np.full(sound, 900), np.zeros(tail)])
    marks = (Mark(0, lead, lead + sound),)
    return Clip(samples.astype("<i2").tobytes(), RATE, marks, MarksFrom.ENGINE)


@pytest.mark.parametrize(("lead", "tail"), [(0, 0), (3, 400), (15, 15), (400, 2), (90, 90)])
def test_leaves_the_same_room_at_both_ends_and_moves_the_marks(lead, tail):
    trimmed = trim(clip(lead, 50, tail))
    assert trimmed.length == ROOM + 50 + ROOM
    assert trimmed.marks == (Mark(0, ROOM, ROOM + 50),)
    assert trimmed.sample_rate == RATE


def test_a_clip_without_sound_becomes_a_short_silence():
    trimmed = trim(clip(100, 0, 100))
    assert trimmed.pcm == bytes(2 * 2 * ROOM)
    assert trimmed.marks[0].end <= trimmed.length
