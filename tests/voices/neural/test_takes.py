from itertools import pairwise

from oped_audio.voices.neural.takes import tempo


def test_takes_go_faster_and_slower_in_turn_and_are_all_different():
    tempos = [tempo(take) for take in range(20)]
    assert tempos[0] == 1
    assert len(set(tempos)) == len(tempos)
    assert all(one > 1 for one in tempos[1::2])
    assert all(one < 1 for one in tempos[2::2])


def test_takes_differ_more_and_more_but_never_much():
    changes = [abs(tempo(take) - 1) for take in range(1, 20)]
    assert all(after > before - 1e-9 for before, after in pairwise(changes))
    assert changes[0] > 0.03
    assert changes[-1] < 0.15
