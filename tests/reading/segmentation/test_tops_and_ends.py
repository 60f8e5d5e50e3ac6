"""What stands above and below pasted articles: names, dates, numerals, notes."""

from oped_audio.model.document import Document
from oped_audio.model.reading import Reading
from oped_audio.reading.normalise import normalise
from oped_audio.reading.plaintext import draft
from oped_audio.reading.segmentation import segment
from oped_audio.reading.settings import ReadingSettings

PROSE = (
    "The ferry was late again on Tuesday, and nobody who stood on the quay was surprised to hear "
    "it, for the ferry has been late on most days since the engine was mended last spring."
)


def read(*parts: str) -> Reading:
    text = "\n\n".join(parts)
    return segment(draft(normalise(text)), ReadingSettings("en"), "ferry.txt")


def article(*parts: str) -> Document:
    return read(*parts).document


def headings(document: Document) -> list[str | None]:
    return [section.heading for section in document.sections]


def test_lines_without_blank_ones_between_them_at_the_top() -> None:
    top = (
        "COMMENTARY\nThe Court and the Ferry\nBy JANE P. DOE\nSpecial to the Courier\nJune 29, 2025"
    )
    document = article(top, PROSE, PROSE)
    assert (document.kicker, document.title) == ("COMMENTARY", "The Court and the Ferry")
    assert (document.byline, document.date) == ("JANE P. DOE", "2025-06-29")
    assert headings(document) == [None]


def test_name_over_the_date_is_the_byline() -> None:
    document = article(
        "The boats that never came",
        "What we got was ghosts.",
        "Jane Ash-Pike\nSat 14 Mar 2026",
        PROSE,
    )
    assert (document.byline, document.date) == ("Jane Ash-Pike", "2026-03-14")
    assert headings(document) == [None]


def test_byline_with_degrees() -> None:
    document = article("The boats", "by Dr. Jane Doe, Ph.D.", PROSE, PROSE)
    assert document.byline == "Dr. Jane Doe, Ph.D."


def test_byline_with_a_nickname() -> None:
    document = article("A Pie", 'By Constance "Connie" Doe | Nov. 20, 2025', PROSE, PROSE)
    assert document.byline == 'Constance "Connie" Doe'


def test_place_and_date_below_the_title() -> None:
    document = article(
        "Remarks at the Opening\nPort Alvarado, Oct. 9, 2025", "11:05 A.M. EDT", PROSE, PROSE
    )
    assert document.title == "Remarks at the Opening"
    assert (document.date, document.standfirst) == ("2025-10-09", None)


def test_reading_time_among_the_lines_of_the_top() -> None:
    reading = read("The boats", "Jane Doe\n2025-10-03\nTags: #boats, sea\n5 min read", PROSE, PROSE)
    assert [piece.text for piece in reading.left_out] == ["Tags: #boats, sea", "5 min read"]
    assert reading.document.byline == "Jane Doe"


def test_numeral_over_a_heading_belongs_to_it() -> None:
    document = article("The boats", "LONDON\n1867", "I.", PROSE, "II.", "OF COMPANIONS", PROSE)
    assert headings(document)[1:] == ["I.", "II. OF COMPANIONS"]


def test_heading_over_the_notes() -> None:
    document = article("The boats", f"{PROSE}[1]", PROSE, "FOOTNOTES:", "[1] In May.")
    assert headings(document) == [None, "FOOTNOTES:"]
    assert document.sections[-1].role == "notes"


def test_paragraph_whose_first_line_is_short_is_one() -> None:
    lines = (
        "I was born in the year 1812, in the county of Wiltshire,\n"
        "foot of a hill some nine hundred feet high; and it was my father\u2019s\n"
        "custom upon the first of May in each year to lead his children to the"
    )
    document = article("The boats", PROSE, PROSE, lines)
    assert document.sections[0].blocks[-1].text == lines.replace("\n", " ")


def test_what_pages_say_behind_the_article() -> None:
    reading = read("The boats", PROSE, PROSE, "Explore more on these topics\nTransport\nOpinion")
    assert [piece.text for piece in reading.left_out] == [
        "Explore more on these topics\nTransport\nOpinion"
    ]


def test_line_over_a_list_is_a_heading_where_others_are() -> None:
    boats = "1) Eat the pie.\n2) Say thank you."
    headed = ("The boats", PROSE, PROSE, "What it costs", PROSE, "Who would sail", PROSE)
    document = article(*headed, "What you can do", boats, PROSE)
    assert headings(document)[1:] == ["What it costs", "Who would sail", "What you can do"]
    document = article("The boats", PROSE, PROSE, "What you can do", boats, PROSE)
    assert headings(document) == [None]


def test_counts_and_buttons_of_a_page() -> None:
    top = ("The boats", "Jane Doe\nApr 3, 2026\n\u2219 Paid", "142", "18", "23\nShare")
    reading = read(*top, PROSE, "12", PROSE, "18 Likes\n\u2219\n3 Restacks")
    left_out = [piece.text for piece in reading.left_out]
    assert left_out == ["\u2219 Paid", "142", "18", "23\nShare", "18 Likes\n\u2219\n3 Restacks"]


def test_byline_with_date_and_reading_time_on_its_line() -> None:
    for line in (
        "By Jane Doe · Published on Oct 3, 2025 · 7 min read",
        "Interview by Jane Doe | 3 Oct. 2025 | 2,140 words",
    ):
        document = article("The boats that never came", line, PROSE, PROSE)
        assert (document.byline, document.date) == ("Jane Doe", "2025-10-03")
        assert headings(document) == [None]
        assert "Jane" not in str(document.sections)


def test_a_name_with_a_title_is_a_byline_if_the_note_at_the_end_has_it() -> None:
    note = "Jasper Doe, F.S.A., teaches history at Ely."
    document = article("The boats that never came", "Dr. Jasper Doe", PROSE, PROSE, note)
    assert document.byline == "Jasper Doe, F.S.A."
    assert "Dr. Jasper" not in str(document.sections)
    assert document.sections[-1].role == "about-author"


def test_a_handle_below_the_byline_is_left_out() -> None:
    reading = read("The boats", "By Jane Doe\n@jane_doe", PROSE, PROSE)
    assert [decision.reason for decision in reading.left_out] == ["is a bare address"]


def test_speakers_of_an_interview_are_no_headings() -> None:
    turns = ("TÓS: Which boats?", f"WM: {PROSE}", "TÓS: And when?", f"WM: {PROSE}")
    document = article("The boats that never came", "By Jane Doe", PROSE, *turns)
    assert headings(document) == [None]


def test_a_line_in_capitals_over_a_list_is_a_heading() -> None:
    parts = (PROSE, "THE BOATS", PROSE, "WHAT WORKS", "1. One boat.\n2. Two boats.", PROSE)
    document = article("The boats that never came", "By Jane Doe", *parts)
    assert headings(document) == [None, "THE BOATS", "WHAT WORKS"]


def test_a_date_with_a_time_of_day_below_the_byline() -> None:
    top = "By Jane Doe, Ed.D.\nSept. 14, 2025, 5:00 a.m. ET"
    document = article("The boats that never came", "What we got was ghosts.", top, PROSE, PROSE)
    assert (document.byline, document.date) == ("Jane Doe, Ed.D.", "2025-09-14")


def test_a_bold_question_of_a_conversation_is_no_heading(reading) -> None:
    text = (
        f"# The boats\n\n*They are late, and it matters*\n\n**Amy Doe**\n\n{PROSE}\n\n"
        f"**Q. Why now?**\n\nA. {PROSE}\n\n_Amy Doe (Twitter: @amy) is the author of Late Boats._\n"
    )
    document = reading(text, "boats.md").document
    assert (document.byline, document.standfirst) == ("Amy Doe", "They are late, and it matters")
    assert headings(document) == [None, "About the author"]
