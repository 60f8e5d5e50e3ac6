import pytest
from hypothesis import given
from hypothesis import strategies as st

from oped_audio.model.audio import Levels, SoundProfile
from oped_audio.publishing.report.curves import FULL_SCALE, amplitudes, extremes, loudness

SILENCE = Levels(None, None, None, None, None)


def profile(peaks=(), curve=()):
    return SoundProfile(SILENCE, 100, tuple(peaks), tuple(curve))


def test_the_largest_and_the_smallest_of_each_stretch_are_shown():
    points = amplitudes(profile([0, FULL_SCALE, 3, 5]), 2)
    assert [at for at, _ in points] == pytest.approx([0.05, 0.15, 0.25, 0.35])
    assert [share * FULL_SCALE for _, share in points] == pytest.approx([0, FULL_SCALE, 3, 5])


@given(st.lists(st.integers(0, FULL_SCALE), max_size=400), st.integers(1, 160))
def test_there_are_never_more_points_than_room_and_no_peak_is_lost(peaks, most):
    points = amplitudes(profile(peaks), most)
    assert min(len(peaks), most) <= len(points) <= 2 * most
    shares = [share for _, share in points]
    assert max(shares, default=0) == max(peaks, default=0) / FULL_SCALE
    assert min(shares, default=0) == min(peaks, default=0) / FULL_SCALE
    times = [at for at, _ in points]
    assert times == sorted(times)
    assert all(0 < at < len(peaks) / 10 for at in times)


def test_loudness_is_the_mean_power_of_what_is_heard():
    points = loudness(profile(curve=[-20.0, None, None, None, -20.0, -30.0]), 3)
    assert [level for _, level in points] == [-20.0, None, pytest.approx(-22.6, abs=0.01)]


def test_the_quietest_and_the_loudest_moment():
    assert extremes(profile(curve=[None, -20.0, -30.0, -18.0])) == (
        (-30.0, 0.2),
        (-18.0, pytest.approx(0.3)),
    )
    assert extremes(profile(curve=[None, None])) is None
