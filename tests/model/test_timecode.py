"""Times: rounded once, to the nearest, never out of order, and printed as the standards ask."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oped_audio.model.timecode import (
    clock_value,
    milliseconds,
    npt,
    srt_time,
    webvtt_time,
    whole_seconds,
)

SAMPLES = st.integers(0, 10**12)
RATES = st.integers(1, 192_000)
MS = st.integers(0, 1000 * 3600 * 200)


@given(SAMPLES, RATES)
def test_rounds_to_the_nearest_with_halves_up(samples, rate):
    error = milliseconds(samples, rate) - Fraction(1000 * samples, rate)
    assert Fraction(-1, 2) < error <= Fraction(1, 2)


@given(SAMPLES, SAMPLES, RATES)
def test_never_descends(one, other, rate):
    first, second = sorted((one, other))
    assert milliseconds(first, rate) <= milliseconds(second, rate)


@given(SAMPLES, RATES, st.integers(1, 48))
def test_depends_on_the_time_alone(samples, rate, factor):
    assert milliseconds(samples * factor, rate * factor) == milliseconds(samples, rate)


@given(SAMPLES, RATES, st.integers(0, 10**6))
def test_whole_milliseconds_add_up(samples, rate, ms):
    later = milliseconds(1000 * samples + ms * rate, 1000 * rate)
    assert later == milliseconds(samples, rate) + ms


@pytest.mark.parametrize(
    ("samples", "rate", "ms"),
    [
        (0, 22050, 0),
        (22050, 22050, 1000),
        (11, 22050, 0),  # 0.4989 ms
        (12, 22050, 1),  # 0.5442 ms
        (1, 2000, 1),  # half a millisecond
        (4, 8000, 1),
        (3, 8000, 0),
    ],
)
def test_examples_of_rounding(samples, rate, ms):
    assert milliseconds(samples, rate) == ms


@pytest.mark.parametrize(
    ("ms", "clock", "webvtt", "srt"),
    [
        (0, "0:00:00.000", "00:00:00.000", "00:00:00,000"),
        (9, "0:00:00.009", "00:00:00.009", "00:00:00,009"),
        (59_999, "0:00:59.999", "00:00:59.999", "00:00:59,999"),
        (60_000, "0:01:00.000", "00:01:00.000", "00:01:00,000"),
        (3_599_999, "0:59:59.999", "00:59:59.999", "00:59:59,999"),
        (3_600_000, "1:00:00.000", "01:00:00.000", "01:00:00,000"),
        (360_000_000, "100:00:00.000", "100:00:00.000", "100:00:00,000"),
    ],
)
def test_examples_of_printing(ms, clock, webvtt, srt):
    assert (clock_value(ms), webvtt_time(ms), srt_time(ms)) == (clock, webvtt, srt)


@given(MS)
def test_what_is_printed_is_the_time(ms):
    for printed in (clock_value(ms), webvtt_time(ms), srt_time(ms)):
        hours, minutes, seconds, rest = map(int, re.split(r"[:.,]", printed))
        assert minutes < 60
        assert seconds < 60
        assert ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest == ms


@given(MS)
def test_the_form_is_that_of_the_standard(ms):
    assert re.fullmatch(r"\d+:[0-5]\d:[0-5]\d\.\d{3}", clock_value(ms))
    assert re.fullmatch(r"\d{2,}:[0-5]\d:[0-5]\d\.\d{3}", webvtt_time(ms))
    assert re.fullmatch(r"\d{2,}:[0-5]\d:[0-5]\d,\d{3}", srt_time(ms))


@given(MS)
def test_normal_play_time_is_the_time(ms):
    seconds, rest = re.fullmatch(r"npt=(\d+)\.(\d{3})s", npt(ms)).groups()
    assert int(seconds) * 1000 + int(rest) == ms


@pytest.mark.parametrize(
    ("ms", "printed"),
    [
        (0, "00:00:00"),
        (499, "00:00:00"),
        (500, "00:00:01"),
        (3_599_500, "01:00:00"),
        (360_000_000, "100:00:00"),
    ],
)
def test_whole_seconds_are_the_nearest(ms, printed):
    assert whole_seconds(ms) == printed
