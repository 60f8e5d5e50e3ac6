"""Where paragraphs begin and end, and how their lines are joined."""

import textwrap

import pytest

from oped_audio.reading.paragraphs import Paragraph, chunks, paragraphs, wrap_width

LONG = (
    "The night train crosses two borders while everyone aboard is asleep, and nobody minds it. " * 3
)


def found(text: str) -> list[Paragraph]:
    parts = chunks(text)
    wrap = wrap_width(parts)
    return [p for part in parts for p in paragraphs(part, alone=len(parts) == 1, wrap=wrap)]


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in found(text)]


@pytest.mark.parametrize("blank", ["\n\n", "\n\n\n\n", "\n \xa0\t\n", "\n\u3000\n"])
def test_blank_lines_separate(blank: str) -> None:
    assert texts(f"One.{blank}Two.") == ["One.", "Two."]


def test_nothing_gives_nothing() -> None:
    assert found(" \n\xa0\n") == []


def test_wrapped_lines_are_joined() -> None:
    wrapped = f"A title\n\n{textwrap.fill(LONG, 72)}\n\n{textwrap.fill(LONG, 72)}"
    assert texts(wrapped) == ["A title", LONG.strip(), LONG.strip()]


def test_verse_is_one_paragraph_of_several_lines() -> None:
    assert found("One line,\nanother\n\nProse.")[0] == Paragraph("One line, another", 2)


def test_long_lines_are_paragraphs_without_blank_lines() -> None:
    assert texts(f"Heading\n{LONG}\n{LONG}\n\nEnd.") == ["Heading", *[LONG.strip()] * 2, "End."]


def test_lines_of_a_text_without_blank_lines_are_paragraphs() -> None:
    assert texts("A title\nShort one.\nShort two.") == ["A title", "Short one.", "Short two."]


def test_wrapped_text_without_blank_lines_is_one_paragraph() -> None:
    assert texts(textwrap.fill(LONG, 72)) == [LONG.strip()]


def test_heading_on_top_of_a_wrapped_paragraph_stands_alone() -> None:
    text = f"Intro.\n\nA heading\n{textwrap.fill(LONG, 72)}"
    assert texts(text) == ["Intro.", "A heading", LONG.strip()]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("a  b\tc", "a b c"),
        ("10\xa0km", "10\xa0km"),
        ("10\u202f000", "10\u202f000"),
        ("a\xa0 b \xa0c\xa0\xa0d", "a b c d"),
        ("Intro.\n\na well-\nknown face", "a well-known face"),
        ("Intro.\n\nthe end—\nor not", "the end—or not"),
        ("Intro.\n\na dash -\nspaced", "a dash - spaced"),
    ],
)
def test_white_space_inside(written: str, expected: str) -> None:
    assert texts(written)[-1] == expected
