import pytest
from hypothesis import given
from hypothesis import strategies as st

from oped_audio.scripting.long_sentences import LONGEST, pieces


def cut(text: str, language: str = "en") -> list[str]:
    return [text[begin:end] for begin, end in pieces(text, 0, len(text), language)]


def test_what_fits_stays_whole():
    assert cut("a" * LONGEST) == ["a" * LONGEST]


@pytest.mark.parametrize(
    ("before", "after", "language"),
    [
        ("word, " * 60 + "word;", " word, " * 60, "en"),
        ("word " * 60 + "word,", " word and" * 60, "en"),
        ("word " * 60 + "word", " and" + " word" * 100, "en"),
        ("wort " * 59 + "und wort " * 33, "und" * 60, "de"),
        ("中" * 400 + "，", "中" * 400, "zh"),
        ("中，" * 200 + "中。", "中" * 400, "zh"),
    ],
    ids=["clause", "phrase", "conjunction", "word", "han phrase", "han clause"],
)
def test_the_best_place_that_fits(before, after, language):
    assert cut(before + after, language)[0] == before.rstrip()


def test_a_letter_keeps_its_combining_mark():
    assert all(part[0] == "e" for part in cut("e\u0301" * LONGEST))


@given(st.text(st.sampled_from("a ,;中\u0301-"), max_size=40), st.integers(1, 100))
def test_pieces_are_bounded_and_complete(unit, times):
    parts = cut(unit * times)
    assert "".join(parts) == unit * times
    assert all(len(part) <= LONGEST for part in parts)
    assert all(len(part) >= LONGEST // 3 for part in parts[:-1])
