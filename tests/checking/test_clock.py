import pytest
from hypothesis import given
from hypothesis import strategies as st

from oped_audio.checking.clock import milliseconds


@pytest.mark.parametrize(
    ("value", "ms"),
    [
        ("0:00:10.304", 10_304),
        ("5:34:31.396", 20_071_396),
        ("124:59:36", 449_976_000),
        ("05:01.2", 301_200),
        ("9.75h", 35_100_000),
        ("77.25min", 4_635_000),
        ("13.2s", 13_200),
        ("300ms", 300),
        (" 5 ", 5000),
        ("npt=62.5", 62_500),
    ],
)
def test_clock_values_of_smil(value, ms):
    assert milliseconds(value) == ms


@pytest.mark.parametrize("value", ["", "x", "-1s", "1:2:3:4", "1e9s", "::", "1.5.2", "9" * 400])
def test_what_is_none(value):
    assert milliseconds(value) is None


@given(st.text())
def test_any_text_is_a_time_or_none(value):
    found = milliseconds(value)
    assert found is None or found >= 0
