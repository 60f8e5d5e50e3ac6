import numpy as np
import pytest

from oped_audio.voices.neural.hibari_pitch import between_harmonics


def test_what_lies_between_harmonics_is_drawn_from_them():
    part = np.full((601, 2), 9.0, np.float32)
    part[::10] = np.linspace(0, 6, 61)[:, None]
    between_harmonics(part, np.array([200.0, 30.0], np.float32))
    assert part[10:591, 0] == pytest.approx(np.linspace(0, 6, 601)[10:591], abs=1e-5)
    assert (part[1:10, 1] == 9).all()


def test_beyond_the_first_and_last_harmonic_nothing_changes():
    part = np.full((601, 1), 9.0, np.float32)
    part[::10] = 1
    between_harmonics(part, np.array([200.0], np.float32))
    assert (part == 1).all()
