import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oped_audio.mixing.edges import fade
from oped_audio.mixing.limiter import limited
from oped_audio.mixing.true_peak import true_peak

RATE = 22_050


@settings(deadline=None)
@given(st.integers(0, 2**31), st.integers(0, 3000), st.floats(0.1, 100))
def test_nothing_is_above_the_ceiling_and_nothing_is_lost(seed, length, gain):
    random = np.random.default_rng(seed)
    sound = random.normal(0, 3000, length) * (random.random(length) < 0.3)
    whole = sound.astype(np.int16)
    found = limited(whole, gain, 20_000, RATE)
    assert (found.size, found.dtype) == (length, np.float32)
    assert np.abs(found).max(initial=0) <= 20_000 * 1.001
    assert (np.sign(found) == np.sign(whole)).all()


def test_the_loudest_sample_is_taken_down_too():
    sound = np.full(RATE, -32768, np.int16)
    assert np.abs(limited(sound, 1, 10_000, RATE)).max() == pytest.approx(10_000, rel=0.001)


def test_what_is_under_the_ceiling_is_only_made_louder():
    sound = (1000 * np.sin(np.arange(5000) / 10)).astype(np.int16)
    assert limited(sound, 2, 20_000, RATE) == pytest.approx(2.0 * sound)


def test_only_what_is_near_a_peak_is_taken_down():
    sound = np.full(RATE, 1000, np.int16)
    sound[RATE // 2] = 30_000
    found = limited(sound, 1, 10_000, RATE)
    assert found[RATE // 2] == pytest.approx(10_000, rel=0.01)
    near = int(0.03 * RATE)
    assert (found[: RATE // 2 - near] == 1000).all()
    assert (found[RATE // 2 + near :] == 1000).all()
    assert np.abs(np.diff(found[: RATE // 2])).max() < 20


def test_peaks_between_samples_are_held_too():
    """A sibilant: its samples are far from its crests."""
    time = np.arange(RATE)
    burst = 30_000 * np.hanning(RATE) * np.sin(np.pi / 2 * time + np.pi / 4)
    found = limited(burst.astype(np.int16), 1.3, 15_000, RATE)
    assert true_peak(np.rint(found).astype("<i2")) * 32768 <= 15_000 * 1.02


def test_edges_rise_from_silence_and_the_middle_stays():
    sound = np.full(1000, 500, np.float32)
    fade(sound, RATE)
    assert sound[0] == sound[-1] == 0
    assert (sound[66:-66] == 500).all()
    for short in ([], [1.0]):
        alone = np.array(short, np.float32)
        fade(alone, RATE)
        assert alone.tolist() == short
