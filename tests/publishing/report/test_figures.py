import pytest
from hypothesis import given
from hypothesis import strategies as st

from oped_audio.publishing.report.figures import (
    clock,
    count,
    measure,
    moment,
    number,
    said,
    size,
)


def test_a_number_has_a_minus_that_is_read_as_one():
    assert number(-19.06) == "−19.1"
    assert number(-0.04) == "0.0"
    assert number(174.5, 0) == "174"


def test_what_was_not_measured_is_a_dash():
    assert measure(None, "LUFS") == "–"
    assert measure(-3.0, "dBTP") == "−3.0 dBTP"


def test_nouns_are_counted():
    assert [count(n, "word") for n in (0, 1, 1612)] == ["0 words", "1 word", "1,612 words"]


@pytest.mark.parametrize(
    ("seconds", "shown", "exact", "heard"),
    [
        (0, "0:00", "0:00.0", "0 seconds"),
        (59.96, "1:00", "1:00.0", "1 minute"),
        (432.25, "7:12", "7:12.2", "7 minutes 12 seconds"),
        (3661, "1:01:01", "1:01:01.0", "1 hour 1 minute 1 second"),
    ],
)
def test_times(seconds, shown, exact, heard):
    assert clock(seconds) == shown
    assert moment(seconds) == exact
    assert said(seconds) == heard


@given(st.floats(0, 100_000))
def test_a_time_read_back_is_the_time(seconds):
    parts = [float(part) for part in moment(seconds).split(":")]
    assert all(part < 60 for part in parts[1:])
    read = sum(part * 60**power for power, part in enumerate(reversed(parts)))
    assert abs(read - seconds) <= 0.0501


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (1, "1 byte"),
        (999, "999 bytes"),
        (3_400, "3.4 kB"),
        (5 * 10**6, "5.0 MB"),
        (4 * 10**9, "4.0 GB"),
    ],
)
def test_sizes(amount, shown):
    assert size(amount) == shown
