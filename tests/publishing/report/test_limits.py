from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oped_audio.model.audio import Levels, Limits
from oped_audio.publishing.report.limits import SLACK, levels, outcome

GOOD = Levels(-19.0, 3.0, -3.5, -21.0, -66.0)
LIMITS = Limits("audiobook", (-21.0, -17.0), -3.0, (-23.0, -18.0), -60.0)


def test_each_figure_is_judged_by_its_limit():
    judged = levels(GOOD, LIMITS)
    assert [level.outcome for level in judged] == ["pass"] * 4
    assert [level.limit for level in judged] == [
        "−21.0 to −17.0 LUFS",
        "at most −3.0 dBTP",
        "−23.0 to −18.0 dB",
        "at most −60.0 dB",
    ]
    assert outcome(judged) == "pass"


@pytest.mark.parametrize(
    ("field", "value", "at"),
    [
        ("integrated_lufs", -16.9, 0),
        ("integrated_lufs", -21.1, 0),
        ("true_peak_dbtp", -2.9, 1),
        ("rms_db", -17.0, 2),
        ("rms_db", -24.0, 2),
        ("noise_floor_db", -59.0, 3),
    ],
)
def test_one_that_is_out_of_limits_fails_the_whole(field, value, at):
    judged = levels(replace(GOOD, **{field: value}), LIMITS)
    assert [level.outcome == "fail" for level in judged] == [place == at for place in range(4)]
    assert outcome(judged) == "fail"


def test_silence_is_quiet_enough_but_not_loud_enough():
    judged = levels(Levels(None, None, None, None, None), LIMITS)
    assert [level.outcome for level in judged] == ["fail", "pass", "fail", "pass"]
    assert {level.figure for level in judged} == {"silence"}


def test_what_was_not_measured_is_not_judged():
    judged = levels(None, LIMITS)
    assert {(level.figure, level.outcome) for level in judged} == {("–", "open")}
    assert judged[1].limit == "at most −3.0 dBTP"
    assert outcome(judged) == "open"


def test_what_has_no_limit_is_not_judged():
    assert outcome(levels(GOOD, None)) == "open"
    some = levels(GOOD, Limits("podcast", true_peak_dbtp=-1.0))
    assert [level.outcome for level in some] == ["open", "pass", "open", "open"]
    assert outcome(some) == "pass"


def test_a_limit_of_zero_is_one():
    judged = levels(replace(GOOD, true_peak_dbtp=0.2), Limits("x", true_peak_dbtp=0.0))
    assert judged[1].outcome == "fail"


@given(st.floats(-70, 0), st.floats(-40, -5))
def test_passes_exactly_within_the_limits(value, middle):
    span = (middle - 1, middle + 1)
    judged = levels(replace(GOOD, integrated_lufs=value), Limits("x", integrated_lufs=span))
    within = span[0] - SLACK <= value <= span[1] + SLACK
    assert judged[0].outcome == ("pass" if within else "fail")
