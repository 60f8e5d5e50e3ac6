import pytest

from oped_audio.model.document import Block, Note, Span
from oped_audio.scripting.runs import Piece, run_numbers

WORDS = (Span("Words."),)


def leaf(kind, number):
    return Block(f"s01-p{number:02}", kind, WORDS)


def note(number, label):
    return Note(f"s01-p{number:02}", "note", WORDS, label)


def numbers(*pieces):
    return run_numbers(Piece("s01", role, leaf) for role, leaf in pieces)


def test_nothing_has_no_run():
    assert run_numbers([]) == []


def test_quotations_behind_each_other_are_one_and_a_pull_quote_is_its_own():
    quoted = [("quotation", leaf("quotation", number)) for number in (1, 2)]
    pulled = [("quotation", leaf("pullquote", number)) for number in (3, 3, 4)]
    body = ("body", leaf("paragraph", 5))
    assert numbers(*quoted, *pulled, quoted[0], body, body) == [0, 0, 1, 1, 2, 3, 4, 4]


def test_caption_and_credit_of_a_picture_are_one_and_its_alternative_another():
    one, other = leaf("figure", 1), leaf("figure", 2)
    described = Block("s01-p02-a", "alternative", WORDS)
    assert numbers(
        ("credit", one), ("caption", one), ("alternative", described), ("caption", other)
    ) == [0, 0, 1, 2]


def test_each_note_is_one_with_all_its_paragraphs():
    notes = [("note", note(n, label)) for n, label in ((1, "1"), (2, ""), (3, "2"), (4, ""))]
    assert numbers(*notes) == [0, 0, 1, 1]
    assert numbers(("body", leaf("paragraph", 1)), notes[1]) == [0, 1]


@pytest.mark.parametrize("role", ["body", "item", "cell"])
def test_a_run_ends_with_its_section(role):
    here, there = (Piece(name, role, leaf("paragraph", 1)) for name in ("s01", "s02"))
    assert run_numbers([here, here, there]) == [0, 0, 1]


def test_all_that_falls_under_a_role_is_one_run():
    title = [(role, leaf("byline", 1)) for role in ("title", "kicker", "standfirst", "dateline")]
    text = [(role, leaf("paragraph", 1)) for role in ("body", "item", "cell")]
    assert numbers(*title, *text) == [0, 0, 0, 0, 1, 1, 1]
