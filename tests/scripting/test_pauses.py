import pytest

from oped_audio.scripting.pauses import Place, pause_ms
from oped_audio.scripting.settings import PauseSettings, RoleSpeech

PAUSES = PauseSettings(sentence_ms=1, paragraph_ms=2, heading_ms=3, figure_ms=4, section_ms=5)


def place(section, block, role, run=None):
    """Of a run of its own, unless one is given that others have."""
    return Place(section, block, role, hash(block) if run is None else run)


@pytest.mark.parametrize(
    ("place", "following", "expected"),
    [
        (place("s01", "s01-p01", "body"), place("s01", "s01-p01", "body"), 1),
        (place("s01", "s01-p01", "body"), place("s01", "s01-p02", "quotation"), 2),
        (place("s01", "s01-h", "heading"), place("s01", "s01-h", "heading"), 1),
        (place("s01", "s01-h", "heading"), place("s01", "s01-p01", "body"), 3),
        (place("s00", "s00-h", "title"), place("s00", "s00-p01", "standfirst"), 3),
        (place("s01", "s01-p01", "body"), place("s01", "s01-p02", "caption"), 4),
        (place("s01", "s01-p02", "caption"), place("s01", "s01-p02", "credit"), 1),
        (place("s01", "s01-p02", "credit"), place("s01", "s01-p03", "body"), 4),
        (place("s01", "s01-h", "heading"), place("s01", "s01-p01", "caption"), 4),
        (place("s01", "s01-p03", "body"), place("s02", "s02-h", "heading"), 5),
        (place("s02", "s02-p01", "body"), None, 5),
    ],
)
def test_pause(place, following, expected):
    assert pause_ms(place, following, PAUSES) == expected


def test_the_longer_of_two_pauses_is_kept():
    pauses = PauseSettings(paragraph_ms=900, heading_ms=300)
    assert (
        pause_ms(place("s01", "s01-h", "heading"), place("s01", "s01-p01", "body"), pauses) == 900
    )


BODY = place("s01", "s01-p01", "body")
CAPTION = place("s01", "s01-p02", "caption")
CREDIT = place("s01", "s01-p02", "credit")
QUOTATION = place("s01", "s01-p03", "quotation", 1)
SAME_QUOTATION = place("s01", "s01-p04", "quotation", 1)
NEXT_SECTION = place("s02", "s02-p01", "quotation", 2)


@pytest.mark.parametrize(
    ("place", "following", "roles", "expected"),
    [
        (BODY, CAPTION, {"caption": RoleSpeech(before_ms=9)}, 9),
        (BODY, CAPTION, {"caption": RoleSpeech(before_ms=1)}, 2),
        (BODY, CAPTION, {"caption": RoleSpeech(after_ms=9)}, 4),
        (CAPTION, CREDIT, {"caption": RoleSpeech(9, 9)}, 1),
        (CREDIT, BODY, {"caption": RoleSpeech(after_ms=9)}, 9),
        (CREDIT, BODY, {"caption": RoleSpeech(after_ms=0)}, 2),
        (CREDIT, BODY, {"caption": RoleSpeech(after_ms=0), "body": RoleSpeech(before_ms=0)}, 0),
        (CREDIT, QUOTATION, {"caption": RoleSpeech(after_ms=7), "quotation": RoleSpeech(8)}, 8),
        (QUOTATION, SAME_QUOTATION, {"quotation": RoleSpeech(9, 9)}, 2),
        (QUOTATION, NEXT_SECTION, {"quotation": RoleSpeech(1, 2)}, 5),
        (QUOTATION, NEXT_SECTION, {"quotation": RoleSpeech(before_ms=9)}, 9),
        (QUOTATION, None, {"quotation": RoleSpeech(after_ms=9)}, 9),
        (QUOTATION, None, {"quotation": RoleSpeech(before_ms=9)}, 5),
    ],
)
def test_what_a_role_sets_counts_where_its_run_begins_and_ends(place, following, roles, expected):
    assert pause_ms(place, following, PAUSES, roles) == expected
