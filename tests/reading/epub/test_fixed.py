"""Pages whose layout is fixed."""

import pytest

from oped_audio.model.document import Span
from oped_audio.reading.draft import Piece
from oped_audio.reading.epub.fixed import paragraphs

LINES = ["Once there was a little boat that", "wanted to see the whole wide world."]


def page(*lines: str) -> list[Piece]:
    return [Piece("paragraph", (Span(line),)) for line in lines]


def told(pieces):
    return [piece.text for piece in pieces if piece.kind != "left out"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (LINES, ["Once there was a little boat that wanted to see the whole wide world."]),
        (["It saw the har-", "bour."], ["It saw the harbour."]),
        (["Once there was a boat that", "America knew."], None),
        (["It sailed.", "and sailed."], None),
        (["Splash", "went the sea."], None),
        ([*LINES, "12"], [" ".join(LINES)]),
        (["xii", *LINES], [" ".join(LINES)]),
        (["It had", "12", "sails and a mast.", "It was red.", "7"],
         ["It had", "12", "sails and a mast.", "It was red."]),
    ],
)  # fmt: skip
def test_lines_are_paragraphs(lines, expected):
    assert told(paragraphs([page(*lines)])) == (expected or lines)


def test_running_heads_are_left_out():
    pages = [page("THE BOAT", f"It sailed {day}.", str(day)) for day in ("here", "there", "home")]
    found = paragraphs(pages)
    assert told(found) == [
        *("It sailed here.", "here", "It sailed there.", "there", "It sailed home.", "home"),
    ]
    assert {piece.reason for piece in found if piece.kind == "left out"} == {"stands on many pages"}


def test_a_sentence_goes_on_on_the_next_page_and_pictures_stay():
    picture = Piece("figure")
    found = paragraphs([[picture, *page("It sailed until", "3")], page("it was home.")])
    assert [piece.kind for piece in found] == ["figure", "paragraph", "left out"]
    assert told(found) == ["", "It sailed until it was home."]
