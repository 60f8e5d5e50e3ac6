"""Names at the start of a text."""

import pytest

from oped_audio.reading.names import is_name, leading_names
from oped_audio.reading.vocabulary.english import WORDS as ENGLISH


@pytest.mark.parametrize(
    ("text", "names", "rest"),
    [
        ("Josef Gregory Mahoney is a professor", ("Josef Gregory Mahoney",), "is a professor"),
        ("J. P. Marsh teaches", ("J. P. Marsh",), "teaches"),
        ("J.P. Marsh teaches", ("J.P. Marsh",), "teaches"),
        ("Jane Doe, PhD, is", ("Jane Doe, PhD",), ", is"),
        ("Martin King Jr. is", ("Martin King Jr.",), "is"),
        ("Ursula von der Leyen was", ("Ursula von der Leyen",), "was"),
        ("de la Cruz Marín writes", ("de la Cruz Marín",), "writes"),
        ("Nguyễn Thị Hạnh is", ("Nguyễn Thị Hạnh",), "is"),
        ("Sean O’Neill is", ("Sean O’Neill",), "is"),
        ("Jane Doe and John Roe are", ("Jane Doe", "John Roe"), "are"),
        ("Jane Doe, John Roe, and Li Tao are", ("Jane Doe", "John Roe", "Li Tao"), "are"),
        ("Jane Doe & John Roe are", ("Jane Doe", "John Roe"), "are"),
        ("Jane Doe, Senior Fellow at Ely, is", ("Jane Doe",), ", Senior Fellow at Ely, is"),
    ],
)
def test_names(text: str, names: tuple[str, ...], rest: str) -> None:
    found = leading_names(text, ENGLISH)
    assert found is not None
    assert (found.names, found.rest) == (names, rest)
    assert text.startswith(found.written)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "France is",
        "The Author is",
        "Trump’s plan",
        "A Better Way",
        "they say",
        "J. P. is",
        "12",
    ],
)
def test_no_names(text: str) -> None:
    assert leading_names(text, ENGLISH) is None


@pytest.mark.parametrize(("text", "expected"), [("Jane Doe", True), ("Jane Doe left", False)])
def test_is_name(text: str, expected: bool) -> None:
    assert is_name(text, ENGLISH) is expected
