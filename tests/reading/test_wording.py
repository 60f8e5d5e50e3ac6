"""Small questions about a line of text."""

import pytest

from oped_audio.reading.vocabulary import vocabulary
from oped_audio.reading.vocabulary.english import WORDS as ENGLISH
from oped_audio.reading.wording import (
    ends_with_abbreviation,
    first_word,
    has_inner_sentence_end,
    in_title_case,
    is_prose,
    plain,
    starts_high,
    terminal,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It ended.", "."),
        ("“Did it?”", "?"),
        ("(It did!)", "!"),
        ("It did.[12]", "."),
        ("It did.”³", "."),
        ("夜车开得很慢。", "。"),
        ("A heading", ""),
        ("", ""),
        ("”", ""),
    ],
)
def test_terminal(text: str, expected: str) -> None:
    assert terminal(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Made in the U.S.", True), ("Doe Inc.", True), ("It ended.", False), ("Doe", False)],
)
def test_ends_with_abbreviation(text: str, expected: bool) -> None:
    assert ends_with_abbreviation(text, ENGLISH.abbreviations) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Beds. And bread", True),
        ("Mr. Smith goes home", False),
        ("J. P. Marsh and us", False),
        ("1. The price", False),
        ("IV. The price", False),
        ("The end.", False),
    ],
)
def test_inner_sentence_end(text: str, expected: bool) -> None:
    assert has_inner_sentence_end(text, ENGLISH.abbreviations) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("The Price of Sleep", True), ("The price of sleep", False), ("Sleep", False)],
)
def test_title_case(text: str, expected: bool) -> None:
    assert in_title_case(text, ENGLISH.small_words) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("It ended.", True), ("Three things:", True), ("x" * 91, True), ("No", False), ("1.", False)],
)
def test_prose(text: str, expected: bool) -> None:
    assert is_prose(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("“Big", True), ("small", False), ("1 x", True), ("夜车", True), ("—", False)],
)
def test_starts_high(text: str, expected: bool) -> None:
    assert starts_high(text) is expected


def test_first_word() -> None:
    assert first_word("“But then") == "but"
    assert first_word("—") == ""


def test_plain_ignores_the_shape_of_quotes() -> None:
    assert plain("It’s “So”!") == plain('it\'s "so"')


def test_a_language_without_words_has_english_ones() -> None:
    assert vocabulary("en-GB") is vocabulary("xx") is ENGLISH
