"""Headings that only the table of contents knows."""

import pytest

from oped_audio.model.document import Span
from oped_audio.reading.draft import Piece
from oped_audio.reading.epub.contents import Place
from oped_audio.reading.epub.named import headed

PROSE = "The first pair came in March, on a cold morning when no one was looking up at the roofs."


def place(label: str, depth: int = 1) -> Place:
    return Place("a.xhtml", "", label, depth)


def paragraph(text: str) -> Piece:
    return Piece("paragraph", (Span(text),))


def heading(text: str, level: int) -> Piece:
    return Piece("heading", (Span(text),), level=level)


def told(pieces):
    return [f"h{p.level} {p.text}" if p.kind == "heading" else p.text for p in pieces]


@pytest.mark.parametrize(
    ("texts", "labels", "expected"),
    [
        (["CHAPTER ONE", PROSE], ["Chapter One"], ["h1 CHAPTER ONE", PROSE]),
        (["1", "The Roof", PROSE], ["The Roof"], ["h1 1\nThe Roof", PROSE]),
        (["IV.", "The Roof", PROSE], ["The Roof"], ["h1 IV.\nThe Roof", PROSE]),
        (["1", "The Roof", PROSE], ["1. The Roof"], ["h1 1\nThe Roof", PROSE]),
        (["第一章　港", PROSE], ["第一章 港"], ["h1 第一章　港", PROSE]),
        (
            ["One", PROSE, "Two", PROSE],
            ["One", "Two"],
            ["h1 One", PROSE, "h1 Two", PROSE],
        ),
        ([PROSE, PROSE], ["One"], ["h1 One", PROSE, PROSE]),
        ([PROSE], [""], [PROSE]),
        ([PROSE, "One"], ["***"], ["h1 ***", PROSE, "One"]),
    ],
)
def test_what_the_contents_name(texts, labels, expected):
    places = [place(label) for label in labels]
    assert told(headed([paragraph(text) for text in texts], "a.xhtml", places, ())) == expected


def test_marked_headings_keep_their_order_below_the_contents():
    pieces = [heading("One", 3), paragraph(PROSE), heading("Deep", 4), paragraph("Styled")]
    places = [place("One"), place("Styled", 2)]
    assert told(headed(pieces, "a.xhtml", places, ())) == ["h1 One", PROSE, "h2 Deep", "h2 Styled"]


@pytest.mark.parametrize(
    ("above", "expected"),
    [("7", ["h1 7\nOne"]), ("VII.", ["h1 VII.\nOne"]), ("Seven boats", ["Seven boats", "h1 One"])],
)
def test_a_number_over_the_first_heading_belongs_to_it(above, expected):
    pieces = [paragraph(above), heading("One", 1), paragraph("8"), heading("Deep", 2)]
    found = told(headed(pieces, "a.xhtml", [place("One")], ()))
    assert found == [*expected, "8", "h2 Deep"]


def test_a_heading_that_is_a_number_belongs_to_the_higher_one_below():
    pieces = [heading("I", 3), heading("Part One", 1), heading("1", 2), heading("Deep", 3)]
    found = told(headed(pieces, "a.xhtml", [place("Part One")], ()))
    assert found == ["h1 I\nPart One", "h2 1", "h3 Deep"]


def test_a_marked_heading_is_not_looked_for_again():
    pieces = [heading("One", 1), paragraph("One"), paragraph(PROSE)]
    assert told(headed(pieces, "a.xhtml", [place("One")], ())) == ["h1 One", "One", PROSE]


@pytest.mark.parametrize("kind", ["quotation", "verse", "list"])
def test_pages_without_prose_are_named_too(kind):
    pieces = [Piece(kind, (Span("So it goes."),))]
    assert told(headed(pieces, "a.xhtml", [place("Epigraph")], ()))[0] == "h1 Epigraph"


def test_pages_of_pictures_and_unseen_labels_are_not_named():
    assert headed([Piece("figure")], "a.xhtml", [place("Plate")], ()) == [Piece("figure")]
    assert headed([paragraph(PROSE)], "a.xhtml", [place("One")], ["One"]) == [paragraph(PROSE)]
