import pytest

from oped_audio.scripting.pauses import pause_ms
from oped_audio.scripting.settings import PauseSettings

PAUSES = PauseSettings(sentence_ms=1, paragraph_ms=2, heading_ms=3, figure_ms=4, section_ms=5)


@pytest.mark.parametrize(
    ("place", "following", "expected"),
    [
        (("s01", "s01-p01", "body"), ("s01", "s01-p01", "body"), 1),
        (("s01", "s01-p01", "body"), ("s01", "s01-p02", "quotation"), 2),
        (("s01", "s01-h", "heading"), ("s01", "s01-h", "heading"), 1),
        (("s01", "s01-h", "heading"), ("s01", "s01-p01", "body"), 3),
        (("s00", "s00-h", "title"), ("s00", "s00-p01", "standfirst"), 3),
        (("s01", "s01-p01", "body"), ("s01", "s01-p02", "caption"), 4),
        (("s01", "s01-p02", "caption"), ("s01", "s01-p02", "credit"), 1),
        (("s01", "s01-p02", "credit"), ("s01", "s01-p03", "body"), 4),
        (("s01", "s01-h", "heading"), ("s01", "s01-p01", "caption"), 4),
        (("s01", "s01-p03", "body"), ("s02", "s02-h", "heading"), 5),
        (("s02", "s02-p01", "body"), None, 5),
    ],
)
def test_pause(place, following, expected):
    assert pause_ms(place, following, PAUSES) == expected


def test_the_longer_of_two_pauses_is_kept():
    pauses = PauseSettings(paragraph_ms=900, heading_ms=300)
    assert pause_ms(("s01", "s01-h", "heading"), ("s01", "s01-p01", "body"), pauses) == 900
