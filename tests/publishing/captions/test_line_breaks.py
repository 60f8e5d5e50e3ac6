"""Lines: few, even, parted where it is cheap, and found in no time."""

import pytest

from oped_audio.publishing.captions.line_breaks import Limits, lay_out
from oped_audio.publishing.captions.phrases import CLING, PLAIN, WEAK, Piece

LIMITS = Limits(columns=20, lines=2, longest=7000, shortest=800, reading=50)


def row(words, length=400, costs=()):
    """Pieces that follow each other, with the costs of breaks before some."""
    by_place = dict(costs)
    return [
        Piece(word, " ", place * length, (place + 1) * length, by_place.get(place, PLAIN))
        for place, word in enumerate(words.split())
    ]


def shown(pieces, limits=LIMITS):
    return [
        [" ".join(piece.text for piece in line) for line in cue] for cue in lay_out(pieces, limits)
    ]


def test_nothing_has_no_cues():
    assert lay_out([], LIMITS) == []


def test_what_fits_on_a_line_stays_on_it():
    assert shown(row("aaaa bbbb cccc dddd")) == [["aaaa bbbb cccc dddd"]]


def test_lines_are_even():
    assert shown(row("aaaa bbbb cccc dddd eeee ffff")) == [["aaaa bbbb cccc", "dddd eeee ffff"]]


def test_a_cheap_break_outweighs_an_even_one():
    words = row("aaaa bbbb cccc dddd eeee ffff", costs=[(3, CLING), (2, WEAK)])
    assert shown(words) == [["aaaa bbbb", "cccc dddd eeee ffff"]]


def test_a_cue_is_no_longer_than_it_may_be():
    words = row("aaaa bbbb cccc dddd", 2500)
    assert shown(words) == [["aaaa bbbb"], ["cccc dddd"]]


@pytest.mark.parametrize(
    ("shortest", "cues"),
    [
        (0, [["aaaa bbbb"], ["cccc dddd eeee ffff"]]),
        (800, [["aaaa bbbb cccc"], ["dddd eeee ffff"]]),
    ],
)
def test_a_cue_that_would_be_gone_at_once_is_avoided(shortest, cues):
    limits = Limits(columns=20, lines=1, longest=7000, shortest=shortest, reading=0)
    assert shown(row("aaaa bbbb cccc dddd eeee ffff", 300, costs=[(2, WEAK)]), limits) == cues


def test_a_cue_that_cannot_be_read_in_time_is_avoided():
    words = [*row("aaaa bbbb", 100), *row("- - cccc dddd eeee ffff", 1000)[2:]]
    limits = Limits(columns=20, lines=1, longest=7000, shortest=0, reading=50)
    assert shown(words, limits) == [["aaaa bbbb cccc"], ["dddd eeee ffff"]]


def test_a_cue_of_nothing_spoken_is_avoided():
    silent = Piece("————", " ", None, None, PLAIN)
    limits = Limits(columns=20, lines=1, longest=7000, shortest=800, reading=50)
    assert shown([*row("aaaa bbbb cccc dddd"), silent], limits) == [
        ["aaaa bbbb cccc"],
        ["dddd ————"],
    ]


@pytest.mark.parametrize("word", ["lorem", "of", "国"])
def test_five_thousand_words_are_all_set(word):
    pieces = row(f"{word} " * 5000)
    cues = lay_out(pieces, Limits(columns=42, lines=2, longest=7000, shortest=800, reading=50))
    assert [piece for cue in cues for line in cue for piece in line] == list(pieces)
    assert all(len(cue) <= 2 for cue in cues)
