"""Lines that are headings, lines that are not, and where they stand."""

from collections.abc import Sequence

import pytest

from oped_audio.reading.headings import find_headings, objection
from oped_audio.reading.paragraphs import Paragraph
from oped_audio.reading.vocabulary.english import WORDS as ENGLISH

PROSE = "The train was late again, and nobody on the platform was surprised to hear it."


def headings(*texts: str) -> list[str]:
    body = [Paragraph(text) for text in texts]
    return [texts[index] for index in sorted(find_headings(body, ENGLISH))]


def between_prose(line: str) -> Sequence[str]:
    return (PROSE, PROSE, PROSE, line, PROSE, PROSE, PROSE)


@pytest.mark.parametrize(
    "line",
    [
        "How the sleeper was lost",
        "The Price of a Quiet Bed",
        "WHAT THE LEDGER SAYS",
        "Europe",
        "2026 and beyond",
        "3 lessons from Vienna",
        "1. The price of sleep",
        "IV. The price of sleep",
        "IV.",
        "The ‘new normal’",
        "“Sleep independence” and its friends",
        "Lee’s pragmatic approach",
        "Money: the root of the delay",
        "Night trains: who pays?",
        "What Comes Next?",
        "WHO PAYS?",
        "3. Who pays?",
        "All Aboard the Sleeper!",
        "Made in the U.S.",
        "Dr. Solberg’s tax form",
        "After the war—and before the next",
        "夜车的代价",
    ],
)
def test_headings(line: str) -> None:
    assert headings(*between_prose(line)) == [line]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("It failed.", "ends like a sentence"),
        ("Q: So is inflation dead?", "is a question or an answer of a conversation"),
        ("A. Hardly", "is a question or an answer of a conversation"),
        ("11:05 A.M. EDT", "is a date"),
        ("So who should pay?", "asks or exclaims"),
        ("But at what cost?", "asks or exclaims"),
        ("“Where are you going?”", "asks or exclaims"),
        ("“Stop!”", "asks or exclaims"),
        ("Enough!", "asks or exclaims"),
        ("Viva Mexico!", "asks or exclaims"),
        ("To the People of the State of New York:", "breaks off"),
        ("Dear reader,", "breaks off"),
        ("And yet …", "breaks off"),
        ("And yet...", "breaks off"),
        ("Dear friends", "addresses somebody"),
        ("“It was late", "leaves a quotation open"),
        ("• More trains", "begins like a list item"),
        ("- More trains", "begins like a list item"),
        ("(A) More trains", "begins like a list item"),
        ("more trains", "begins small"),
        ("* * *", "has no words"),
        ("2026", "has no words"),
        ("Jan. 5, 2026", "is a date"),
        ("Published on Monday, 5 January 2026", "is a date"),
        ("Advertisement", "belongs to a page or table"),
        ("Read more about trains", "belongs to a page or table"),
        ("Visit www.example.org", "belongs to a page or table"),
        ("One | two | three", "belongs to a page or table"),
        ("Too late. Far too late", "holds the end of a sentence"),
        ("One of these lines goes on for so long that nobody would print it", "is long"),
    ],
)
def test_objections(line: str, reason: str) -> None:
    assert objection(Paragraph(line), ENGLISH) == reason
    assert headings(*between_prose(line)) == []


def test_wrapped_line_is_no_heading() -> None:
    assert objection(Paragraph("Roses are red Violets are blue", 2), ENGLISH) == (
        "runs over several lines"
    )


@pytest.mark.parametrize(
    "texts",
    [
        (PROSE, "We need:", "More trains", PROSE),
        (PROSE, "More trains", "Better beds", "Fairer prices", PROSE),
        (PROSE, "More trains", "• Better beds", PROSE),
        (PROSE, "Jane Doe"),
        (PROSE, "the line breaks off", "More trains", PROSE),
    ],
)
def test_lines_in_lists_and_at_the_end_are_none(texts: tuple[str, ...]) -> None:
    assert headings(*texts) == []


def test_first_line_may_be_a_heading() -> None:
    assert headings("Introduction", PROSE) == ["Introduction"]


def article(question: str, answer: str = PROSE) -> list[str]:
    section = (PROSE, PROSE, PROSE)
    return headings(
        *section, "One thing", *section, "Another thing", *section, question, answer, PROSE,
        "A third thing", *section,
    )  # fmt: skip


@pytest.mark.parametrize("question", ["What comes next?", "Who pays?", "Is there a way out?"])
def test_short_question_among_headings_is_one(question: str) -> None:
    assert question in article(question)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who would pay for it?", PROSE),
        ("What should we do?", PROSE),
        ("A coincidence?", PROSE),
        ("Why?", PROSE),
        ("Who pays?", "Not the airlines, to be sure, and not the ministers either."),
        ("What is it that makes a train run late?", PROSE),
    ],
)
def test_question_that_belongs_to_the_text_is_none(question: str, answer: str) -> None:
    assert article(question, answer) == ["One thing", "Another thing", "A third thing"]


def test_question_next_to_a_heading_is_none() -> None:
    texts = (PROSE, "One thing", "Who pays?", PROSE, "Another thing", PROSE, "A third thing", PROSE)
    assert headings(*texts) == ["One thing", "Another thing", "A third thing"]
