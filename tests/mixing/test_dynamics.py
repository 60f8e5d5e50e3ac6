"""How much energy is left of a sound whose peaks are limited."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from oped_audio.mixing.decibels import amplitude
from oped_audio.mixing.dynamics import _BIN_DB, _BINS, _LOWEST_DB, Dynamics, dynamics

ENERGIES = st.lists(st.floats(0, 100), min_size=_BINS, max_size=_BINS)
DECIBELS = st.floats(-60, 60)


@given(ENERGIES, DECIBELS, DECIBELS)
def test_each_bin_becomes_louder_up_to_the_ceiling(energies, gain_db, ceiling_db):
    expected = sum(
        energy * amplitude(min(gain_db, ceiling_db - (_LOWEST_DB + _BIN_DB * index))) ** 2
        for index, energy in enumerate(energies)
    )
    found = Dynamics(tuple(energies)).energy_at(gain_db, ceiling_db)
    assert found == pytest.approx(expected, rel=1e-9)


def test_a_sound_below_the_ceiling_keeps_all_of_its_energy():
    pcm = np.random.default_rng(3).normal(0, 800, 22_050).astype("<i2")
    found = dynamics([pcm.tobytes()], 22_050)
    assert found.energy == pytest.approx(float((pcm.astype(float) ** 2).sum()) / 32768**2, rel=1e-4)
    assert found.energy_at(6.0, 0.0) == pytest.approx(found.energy * amplitude(6.0) ** 2)
