"""Characters that are changed, dropped and kept."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oped_audio.reading.normalise import normalise


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\x0b", "\x0c", "\x85", "\u2028"])
def test_every_line_end_is_one(end: str) -> None:
    assert normalise(f"a{end}b") == "a\nb"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("a\u2029b", "a\n\nb"),
        ("\ufeffa\ufeffb", "ab"),
        ("cafe\u0301", "café"),
        ("trans\xadport", "transport"),
        ("trans\xad\n  port", "transport"),
        ("and/\u200bor\u2060", "and/or"),
        ("a\0b\x07c\x7fd\ud800e\uffff", "abcde"),
        ("It\x92s \x93so\x94\x81", "It’s “so”"),
        ("10\xa0km", "10\xa0km"),
        ("👩\u200d🚀 می\u200cروم", "👩\u200d🚀 می\u200cروم"),
    ],
)
def test_characters(given: str, expected: str) -> None:
    assert normalise(given) == expected


@given(st.text(st.characters()))
def test_result_is_fit_for_xml_and_stable(text: str) -> None:
    once = normalise(text)
    assert not re.search("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", once)
    assert normalise(once) == once
