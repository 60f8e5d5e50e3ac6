"""What the settings say of pieces outweighs what they look like, and touches no others."""

from collections.abc import Mapping, Sequence

from oped_audio.model.reading import Reading
from oped_audio.reading.normalise import normalise
from oped_audio.reading.plaintext import draft
from oped_audio.reading.segmentation import segment
from oped_audio.reading.settings import ReadingChoices, ReadingSettings

PROSE = "The storks came back to the valley in the spring, as if nothing had ever happened there."
ARTICLE = f"""The Return of the Storks

By Ada Byron

They left when the marsh was drained, and nobody thought that they would ever come back.

What the marsh remembers

{PROSE}

What the marsh remembers is more than its maps do, and the water finds its way by itself.

Who pays for the water

Nobody has paid for it so far, and so far nobody has been asked to, which will not last.
"""


def read(**choices: Sequence[str] | Mapping[str, str]) -> Reading:
    settings = ReadingSettings("en", ReadingChoices(**choices))
    return segment(draft(normalise(ARTICLE)), settings, "storks.txt")


def outline(reading: Reading) -> list[tuple[str | None, int]]:
    return [(section.heading, len(section.blocks)) for section in reading.document.sections]


def test_a_heading_that_is_chosen_does_not_hide_those_that_are_found():
    assert outline(read(headings=["The storks came"])) == [
        (None, 1),
        ("What the marsh remembers", 0),
        (PROSE, 1),
        ("Who pays for the water", 1),
    ]


def test_what_is_the_whole_of_a_piece_means_this_piece_alone():
    reading = read(left_out=["What the marsh remembers"])
    assert outline(reading) == [(None, 3), ("Who pays for the water", 1)]
    assert [decision.text for decision in reading.left_out] == ["What the marsh remembers"]


def test_what_is_only_a_beginning_means_all_pieces_that_begin_so():
    assert len(read(left_out=["What the marsh"]).left_out) == 2


def test_a_heading_is_put_above_a_piece():
    reading = read(added_headings={"What the marsh remembers is": "More than  maps"})
    assert outline(reading) == [
        (None, 1),
        ("What the marsh remembers", 1),
        ("More than maps", 1),
        ("Who pays for the water", 1),
    ]
    assert not reading.findings
    assert ("heading", "the settings put it here") in [
        (decision.kind, decision.reason) for decision in reading.decisions
    ]


def test_what_is_chosen_for_one_piece_changes_no_other():
    reading = read(added_headings={"The storks came": "Spring"}, left_out=["Who pays"])
    assert outline(reading) == [(None, 1), ("What the marsh remembers", 0), ("Spring", 3)]
    assert outline(read(paragraphs=["What the marsh remembers"])) == [
        (None, 4),
        ("Who pays for the water", 1),
    ]


def levels(**chosen: int) -> list[int]:
    reading = read(levels={name.replace("_", " "): level for name, level in chosen.items()})
    assert not reading.findings
    return [section.level for section in reading.document.sections]


def test_a_heading_has_the_level_that_is_chosen():
    assert levels() == [1, 1, 1]
    assert levels(Who_pays=2) == [1, 1, 2]


def test_no_level_is_skipped():
    assert levels(Who_pays=6) == [1, 1, 2]
    assert levels(What_the_marsh=2, Who_pays=3) == [1, 2, 3]


def test_a_level_without_its_heading_is_told_of():
    (finding,) = read(levels={"Nobody": 2}).findings
    assert finding.message == "no heading of the article begins with 'Nobody'"


def test_an_added_heading_without_a_place_is_told_of():
    (finding,) = read(added_headings={"Nowhere": "Somewhere"}).findings
    assert (finding.rule, finding.place) == ("setting-without-match", "reading.added_headings")


def test_lines_of_a_piece_need_not_be_cut_where_they_are():
    reading = read(paragraphs=["Who  pays\nfor the water"])
    assert outline(reading) == [(None, 1), ("What the marsh remembers", 4)]
    assert not reading.findings
