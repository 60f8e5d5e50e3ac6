"""Pieces: no wider than a line, and dear to part where the reader should not be kept waiting."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oped_audio.model.audio import TimedUtterance, TimedWord
from oped_audio.model.script import Token, Utterance
from oped_audio.publishing.captions.phrases import (
    CLING,
    GLUED,
    NAME,
    PHRASE,
    PLAIN,
    STRONG,
    WEAK,
    columns,
    pieces,
)


def cut(written, language="en", line_length=42, words=r"\S+"):
    tokens = tuple(Token(m.start(), m.end(), m[0]) for m in re.finditer(words, written))
    said = Utterance("s01-p01-u1", "s01", "s01-p01", "body", 0, written, tokens, 0, language)
    timed = tuple(TimedWord(index, index * 100, index * 100 + 90) for index in range(len(tokens)))
    entry = TimedUtterance(said.id, 0, 100 * len(tokens), 100 * len(tokens), timed)
    return pieces(said, entry, line_length)


@pytest.mark.parametrize(
    ("parted", "cost"),
    [
        ("one; | two", STRONG),
        ("one — | two", STRONG),
        ("one -- | two", STRONG),
        ("one - | two", STRONG),
        ("one… | two", STRONG),
        ("one... | two", STRONG),
        ("“Really?” | he", STRONG),
        ("sentence. | two", STRONG),
        ("“No.” | he", STRONG),
        ("one, | two", WEAK),
        ("one,” | two", WEAK),
        ("(one) | two", WEAK),
        ("one | “two", WEAK),
        ("one | (two", WEAK),
        ("one | and two", PHRASE),
        ("boys’ | toys", PLAIN),
        ("one | two", PLAIN),
        ("Jan. | 5", CLING),
        ("Mr. | Smith", CLING),
        ("June | 5", NAME),
        ("5 | million", NAME),
        ("Ada | Byron", NAME),
        ("the | one", CLING),
        ("“The | one", CLING),
        ("of | and", CLING),
        ("one | — two", GLUED),
        ("un | : deux", GLUED),
        ("« | un", GLUED),
        ("un | »", GLUED),
        ("one |\u00a0two", GLUED),
    ],
)
def test_cost_between_words(parted, cost):
    written = parted.replace(" |", "" if "\u00a0" in parted else " |").replace("|", "")
    written = re.sub(r" +", " ", written)
    place = len(re.split(r"\s+", parted.split("|")[0].strip()))
    assert cut(written)[place].break_cost == cost


@pytest.mark.parametrize(
    ("before", "after", "cost"),
    [
        ("one—", "two", STRONG),
        ("well-", "made", PLAIN),
        ("one", "—two", GLUED),
        ("don", "’t", GLUED),
        ("l’", "homme", GLUED),
        ("(", "one", GLUED),
        ("one", "two", GLUED),
        ("国", "家", NAME),
        ("国，", "家", WEAK),
        ("国。", "家", STRONG),
        ("国", "，", GLUED),
        ("「", "国", GLUED),
        ("カ", "ー", GLUED),
        ("カ", "ッ", GLUED),
        ("ก", "ข", NAME),
        ("国", "GDP", NAME),
    ],
)
def test_cost_without_space(before, after, cost):
    words = f"{re.escape(before)}|{re.escape(after)}"
    assert cut(before + after, words=words)[1].break_cost == cost


@pytest.mark.parametrize(
    ("language", "written", "cost"),
    [
        ("en-GB", "boats and", PHRASE),
        ("de", "Boot und", PHRASE),
        ("de", "das boot", CLING),
        ("fr-CA", "bateau dans", PHRASE),
        ("es", "barco en", PHRASE),
        ("nl", "boot en", PLAIN),
    ],
)
def test_small_words_are_those_of_the_language(language, written, cost):
    assert cut(written, language)[1].break_cost == cost


@pytest.mark.parametrize(
    ("text", "width"), [("", 0), ("abc", 3), ("é", 1), ("国家", 4), ("שלום", 4), ("ｶ", 1)]
)
def test_columns(text, width):
    assert columns(text) == width


def test_a_long_word_is_cut_at_the_line_length_and_shares_its_time():
    found = cut("x" * 25, line_length=10)
    assert [len(piece.text) for piece in found] == [10, 10, 5]
    assert [(piece.begin, piece.end) for piece in found] == [(0, 36), (36, 72), (72, 90)]
    assert [piece.break_cost for piece in found] == [STRONG, CLING, CLING]


def test_a_letter_keeps_its_marks_when_cut():
    assert [piece.text for piece in cut("xxxxxxxxxe\u0301yy", line_length=10)] == [
        "xxxxxxxxx",
        "e\u0301yy",
    ]
    family = "👨\u200d👩"
    assert [piece.text for piece in cut("xxxxxxx" + family, line_length=10)] == ["xxxxxxx", family]


def test_marks_that_fill_a_line_are_cut():
    assert [len(piece.text) for piece in cut("e" + "\u0301" * 25, line_length=10)] == [10, 10, 6]


@given(st.text(st.characters(exclude_categories=("Z", "C")), min_size=1), st.integers(10, 20))
def test_cutting_loses_nothing(word, line_length):
    found = cut(word, line_length=line_length)
    assert "".join(piece.text for piece in found) == word
    assert all(0 < columns(piece.text) <= line_length for piece in found)


def test_an_endless_word_is_cut_into_lines():
    assert "".join(piece.text for piece in cut("x" * 100_000)) == "x" * 100_000


def test_the_number_of_a_note_is_raised():
    written = "In 20323, she said12 and left 5."
    tokens = [Token(m.start(), m.end(), m[0]) for m in re.finditer(r"\S+", written)]
    year, said = written.index("3,"), written.index("12")
    tokens[1:2] = [Token(3, year, "2032"), Token(year, year + 1, ""), Token(year + 1, year + 2, "")]
    tokens[5:6] = [Token(said - 4, said, "said"), Token(said, said + 2, "")]
    sentence = Utterance("s01-p01-u1", "s01", "s01-p01", "body", 0, written, tuple(tokens), 0, "en")
    words = tuple(TimedWord(i, i * 9, i * 9 + 8) for i in sentence.spoken_tokens)
    entry = TimedUtterance(sentence.id, 0, 900, 900, words)
    shown = "".join(piece.space + piece.text for piece in pieces(sentence, entry, 42))
    assert shown == "In 2032³, she said¹² and left 5."
