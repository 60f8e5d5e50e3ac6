"""Lines that name the author."""

import pytest

from oped_audio.reading.byline import Byline, read_byline
from oped_audio.reading.vocabulary.chinese import WORDS as CHINESE
from oped_audio.reading.vocabulary.english import WORDS as ENGLISH
from oped_audio.reading.vocabulary.german import WORDS as GERMAN


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("BY JANE DOE", "JANE DOE"),
        ("by Jane Doe and J. P. Marsh", "Jane Doe and J. P. Marsh"),
        ("By Jane Doe, Ban Ki-moon and Ursula von der Leyen",) * 2,
        ("By Dr. Lee Jae Myung", "Dr. Lee Jae Myung"),
        ("Written by Martin King Jr.", "Martin King Jr."),
        ("By Publius", "Publius"),
        ("By: José Álvarez", "José Álvarez"),
        ("By Naomi Doe, MD, MPH", "Naomi Doe, MD, MPH"),
        ("By Prof. Aaron T. Doe, J.D., LL.M.", "Prof. Aaron T. Doe, J.D., LL.M."),
        ("By Maria J. Doe-Reyes, Ed.D.", "Maria J. Doe-Reyes, Ed.D."),
        ("By Cdr. (ret.) Ingrid H. Doe, RN", "Cdr. (ret.) Ingrid H. Doe, RN"),
        ("Interview by Tomás Ó Súilleabháin", "Tomás Ó Súilleabháin"),
    ],
)
def test_whole_bylines(line: str, name: str) -> None:
    assert read_byline(line, ENGLISH) == Byline(name.removeprefix("By "), whole=True)


@pytest.mark.parametrize(
    "line",
    ["By Jane Doe, professor of law", "By Jane Doe | Jan. 5, 2026", "By Jane Doe (Oslo)"],
)
def test_bylines_that_say_more(line: str) -> None:
    assert read_byline(line, ENGLISH) == Byline("Jane Doe", whole=False)


@pytest.mark.parametrize(
    "line",
    [
        "By the time we arrived",
        "By Friday, the trains had stopped.",
        "By Friday, the trains had stopped",
        "By Jane Doe the train was praised",
        "Byzantium",
        "Jane Doe",
        "By 2030",
        f"By Jane Doe, {'who has written ' * 20}",
    ],
)
def test_other_lines(line: str) -> None:
    assert read_byline(line, ENGLISH) is None


@pytest.mark.parametrize("line", ["作者：李明", "文/李明", "记者 李明", "本报记者 李明"])
def test_chinese_bylines(line: str) -> None:
    assert read_byline(line, CHINESE) == Byline("李明", whole=True)


def test_titles_of_german_doctors_are_small() -> None:
    assert read_byline("Von Dr. med. Anna Schulz", GERMAN) == Byline(
        "Dr. med. Anna Schulz", whole=True
    )
