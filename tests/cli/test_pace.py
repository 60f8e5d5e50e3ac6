import pytest

from oped_audio.cli.pace import Pace


def told(total, done, made, seconds):
    pace = Pace(total, 100.0)
    for number in range(done):
        pace.count(took_work=number < made)
    return pace.told(100.0 + seconds)


@pytest.mark.parametrize(
    ("run", "line"),
    [
        ((40, 12, 12, 24), "12 of 40 articles, 30 a minute, 0:56 min left"),
        ((40, 1, 1, 60), "1 of 40 articles, 60 an hour, 39:00 min left"),
        ((10_000, 1_000, 1_000, 1_000), "1,000 of 10,000 articles, 60 a minute, 2:30 h left"),
        ((40, 12, 0, 24), "12 of 40 articles"),
        ((40, 40, 40, 24), "40 of 40 articles"),
        ((40, 12, 12, 0), "12 of 40 articles"),
    ],
)
def test_how_far_it_is_and_how_long_it_takes(run, line):
    assert told(*run) == line


def test_what_was_up_to_date_makes_the_rest_no_faster():
    assert told(100, 50, 5, 60) == "50 of 100 articles, 5 a minute, 10:00 min left"
