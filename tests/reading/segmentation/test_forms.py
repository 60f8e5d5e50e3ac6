"""One article in the many forms in which editors paste it: the same outline each time."""

import textwrap
from collections.abc import Callable, Sequence

import pytest

from oped_audio.model.document import Document
from oped_audio.model.reading import Reading
from oped_audio.reading.normalise import normalise
from oped_audio.reading.plaintext import draft
from oped_audio.reading.segmentation import segment
from oped_audio.reading.settings import ReadingChoices, ReadingSettings

TITLE = "A Ferry of Our Own"
BYLINE = "By Jane Doe"
INTRODUCTION = [
    "The ferry was late again on Tuesday, and nobody who stood on the quay was surprised to hear "
    "it, for the ferry has been late on most days since the engine was mended last spring.",
    "“Why do we wait?” my neighbour asked. I had no answer, and neither had the harbour master, "
    "who has stopped writing the times on the board.",
]
SECTIONS = {
    "What the boat costs": [
        "A new boat costs $4.2 million, according to Mr. Roe, the council’s treasurer. That is "
        "less than the island spends on helicopters in three winters.",
        "Is it too much? Not if one counts the days that fishermen lose, and the lessons that "
        "children miss while they wait for a tide that does not.",
    ],
    "Who would sail it": [
        "There are eleven people on the island with a master’s ticket, and nine of them work on "
        "the mainland because nobody here has a boat for them.",
        "They would come home. Two have said so in writing, and one has named her price.",
    ],
    "A timetable for winter": [
        "In winter the last boat leaves at three, which is before the school closes and long "
        "before the surgery does, so that every illness becomes an expedition.",
        "A boat of our own could wait an hour. That hour is what this argument is about, and it "
        "is what the company on the mainland will not sell us at any price.",
    ],
}
TAIL = SECTIONS["A timetable for winter"]
BIO = "Jane Doe is a harbour pilot and a member of the island council."

Form = Callable[[str, int], str]


def rendered(heading: Form, paragraph: Callable[[str], str] = str, gap: str = "\n\n") -> str:
    parts = [TITLE, BYLINE, *map(paragraph, INTRODUCTION)]
    for number, (name, texts) in enumerate(SECTIONS.items(), 1):
        parts += [heading(name, number), *map(paragraph, texts)]
    return gap.join([*parts, paragraph(BIO)])


def wrapped(text: str) -> str:
    return textwrap.fill(text, 68)


def read(text: str, **choices: Sequence[str]) -> Reading:
    chosen = {name: tuple(values) for name, values in choices.items()}
    settings = ReadingSettings("en", ReadingChoices(**chosen))
    return segment(draft(normalise(text)), settings, "ferry.txt")


def headings(document: Document) -> list[str | None]:
    return [section.heading for section in document.sections if section.role == "section"]


ROMAN = ("I", "II", "III")
FORMS: dict[str, Form] = {
    "sentence case": lambda name, _: name,
    "title case": lambda name, _: name.title(),
    "capitals": lambda name, _: name.upper(),
    "underlined with =": lambda name, _: f"{name}\n{'=' * len(name)}",
    "underlined with -": lambda name, _: f"{name}\n-----",
    "hashes": lambda name, _: f"## {name}",
    "closed hashes": lambda name, _: f"### {name} ###",
    "numbered": lambda name, number: f"{number}. {name}",
    "numbered in Roman": lambda name, number: f"{ROMAN[number - 1]}. {name}",
    "after stars": lambda name, _: f"***\n\n{name}",
    "between stars": lambda name, _: f"* * *\n{name}\n* * *",
    "bold": lambda name, _: f"**{name}**",
    "parts": lambda name, number: f"Part {('one', 'two', 'three')[number - 1]}: {name}",
}
SHOWN: dict[str, Form] = {
    "title case": FORMS["title case"],
    "capitals": FORMS["capitals"],
    "numbered": FORMS["numbered"],
    "numbered in Roman": FORMS["numbered in Roman"],
    "parts": FORMS["parts"],
}
LAYOUTS = {
    "blank lines": (str, "\n\n"),
    "two blank lines": (str, "\n\n\n"),
    "single newlines": (str, "\n"),
    "hard-wrapped": (wrapped, "\n\n"),
    "Windows": (str, "\r\n\r\n"),
    "indented": (lambda text: f"    {text}", "\n"),
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("form", FORMS)
def test_the_outline_is_the_same_in_every_form(form: str, layout: str) -> None:
    paragraph, gap = LAYOUTS[layout]
    reading = read(rendered(FORMS[form], paragraph, gap))
    document = reading.document
    shown = SHOWN.get(form, lambda name, _: name)
    assert document.title == TITLE
    assert document.byline == "Jane Doe"
    assert headings(document) == [shown(name, n) for n, name in enumerate(SECTIONS, 1)]
    blocks = [
        [block.text for block in section.blocks]
        for section in document.sections
        if section.role in {"introduction", "section"}
    ]
    assert blocks == [INTRODUCTION, *SECTIONS.values()]
    assert document.sections[-1].role == "about-author"


@pytest.mark.parametrize(
    "line",
    [
        "It did not.",
        "“I will not go,” she said.",
        "“Why?”",
        "— Who is there?",
        "Enough!",
        "Why should we?",
        "Who pays, and when, and for how long?",
        "So we waited, and waited,",
        "but nobody came",
    ],
)
def test_a_short_paragraph_among_prose_is_no_heading(line: str) -> None:
    body = [*INTRODUCTION, *SECTIONS["What the boat costs"]]
    document = read("\n\n".join([TITLE, *body[:2], line, *body[2:]])).document
    assert headings(document) == []


def test_dialogue_and_verse_are_no_headings() -> None:
    dialogue = ["“Where is the boat?”", "“Late.”", "“Again?”", "— Always.", "“Oh.”"]
    verse = "The boat is late,\nThe tide is high,\nThe gulls that wait\nAre wondering why."
    document = read("\n\n".join([TITLE, *INTRODUCTION, *dialogue, verse, *TAIL])).document
    (section,) = document.sections
    assert section.blocks[-3].kind == "verse"
    assert section.blocks[-3].text == verse


def kinds(*texts: str) -> list[tuple[str, str]]:
    reading = read("\n\n".join([TITLE, *INTRODUCTION, *texts, *TAIL]))
    return [(d.kind, d.text) for d in reading.decisions[3 : 3 + len(texts)]]


@pytest.mark.parametrize(
    "line",
    [
        "Read more: The boat that never came",
        "READ ALSO | Islanders vote on ferry",
        "Related: How the harbour was lost",
        "Share this article",
        "Share | Tweet | Email",
        "Facebook\nTwitter\nWhatsApp",
        "5 min read",
        "ADVERTISEMENT",
        "Sign up for our newsletter",
        "https://example.org/ferry",
        "* * *",
    ],
)
def test_debris_is_left_out_and_listed(line: str) -> None:
    reading = read("\n\n".join([TITLE, *INTRODUCTION, line, *TAIL]))
    assert [decision.text for decision in reading.left_out] == [line]
    assert all(decision.reason for decision in reading.left_out)


def test_sentences_that_begin_like_debris_stay() -> None:
    line = "Share the boat with a neighbour and you will learn more of the sea than of the boat."
    assert kinds(line) == [("paragraph", line)]


def test_lists_and_quotations_that_are_marked_by_hand() -> None:
    reading = read(
        "\n\n".join([
            TITLE, *INTRODUCTION, "We need:\n- a boat\n- a crew that\n  stays",
            "1. a pier\n2. a crane", "• a lamp", "• a bell",
            "> It was said\n> long ago.\n>\n> And again.", *TAIL,
        ])
    )  # fmt: skip
    (section,) = reading.document.sections
    shown = [(block.kind, block.text) for block in section.blocks[2:-2]]
    assert shown == [
        ("paragraph", "We need:"),
        ("list", "a boat\na crew that stays"),
        ("list", "a pier\na crane"),
        ("list", "a lamp\na bell"),
        ("quotation", "It was said long ago."),
        ("quotation", "And again."),
    ]
    assert [item.label for item in section.blocks[4].items] == ["1.", "2."]


def test_notes_are_tied_to_their_references() -> None:
    body = ["The boat is old.[1] It leaks,² they say.", *INTRODUCTION]
    notes = ["Notes", "[1] Built in 1961.", "² Harbour log, p. 4."]
    reading = read("\n\n".join([TITLE, *body, *notes]))
    *_, last = reading.document.sections
    assert (last.role, last.heading) == ("notes", "Notes")
    assert [(note.label, note.text) for note in last.blocks] == [
        ("1", "Built in 1961."),
        ("2", "Harbour log, p. 4."),
    ]
    first = reading.document.sections[0].blocks[0]
    assert [(span.text, span.note) for span in first.spans if span.note] == [
        ("[1]", "s02-p01"),
        ("²", "s02-p02"),
    ]
    assert first.text == body[0]


def test_notes_may_stand_where_they_are_referred_to() -> None:
    text = "\n\n".join([TITLE, "It leaks.[1]", *INTRODUCTION, "[1] Built in 1961."])
    settings = ReadingSettings("en", ReadingChoices(notes="in-place"))
    (section,) = segment(draft(text), settings, "a.txt").document.sections
    assert [block.kind for block in section.blocks[:2]] == ["paragraph", "note"]


def test_brackets_without_a_note_stay_text() -> None:
    line = "In 1961 [1] the boat was new."
    assert kinds(line) == [("paragraph", line)]


def test_what_repeats_the_body_is_a_pull_quote() -> None:
    pulled = "neither had the harbour master, who has stopped writing the times"
    assert kinds(*SECTIONS["Who would sail it"], pulled)[-1] == ("pullquote", pulled)


def test_an_editors_note_is_a_note_in_its_place() -> None:
    note = "Editor’s note: This article was changed on Friday."
    assert kinds(note) == [("note", note)]


def test_kicker_date_and_byline_at_the_top() -> None:
    top = ["OPINION", TITLE, "By Jane Doe\nJan. 5, 2026"]
    document = read("\n\n".join([*top, *INTRODUCTION])).document
    assert (document.kicker, document.title, document.byline) == ("OPINION", TITLE, "Jane Doe")
    assert (document.dateline, document.date) == ("Jan. 5, 2026", "2026-01-05")


def test_an_e_mail_gives_title_author_and_date() -> None:
    head = "From: Jane Doe <jane@example.org>\nTo: Desk\nSubject: Fwd: A Ferry\nDate: 5 Jan 2026"
    reading = read("\n\n".join([head, *INTRODUCTION, "-- \nJane Doe\nPilot"]))
    document = reading.document
    assert (document.title, document.byline, document.date) == ("A Ferry", "Jane Doe", "2026-01-05")
    assert [decision.place for decision in reading.left_out] == ["line 1", "line 10"]


def test_a_gutenberg_licence_is_left_out() -> None:
    start = "*** START OF THE PROJECT GUTENBERG EBOOK A FERRY ***"
    end = "*** END OF THE PROJECT GUTENBERG EBOOK A FERRY ***"
    text = ["Licence.", start, TITLE, *map(wrapped, INTRODUCTION), end, "More licence."]
    reading = read("\n\n".join(text))
    assert reading.document.title == TITLE
    assert [d.text for d in reading.left_out] == ["Licence.", start, end, "More licence."]


def test_the_settings_overrule() -> None:
    lines = [TITLE, *INTRODUCTION, "The quay", *SECTIONS["What the boat costs"], "Buy our book."]
    reading = read(
        "\n\n".join(lines), paragraphs=["The quay"], left_out=["Buy our"], headings=["“Why do"]
    )
    assert headings(reading.document) == [INTRODUCTION[1]]
    assert [decision.text for decision in reading.left_out] == ["Buy our book."]
    assert not reading.findings


def test_a_setting_that_hits_nothing_is_told() -> None:
    (finding,) = read("\n\n".join([TITLE, *INTRODUCTION]), headings=["Nowhere"]).findings
    assert (finding.rule, finding.place) == ("setting-without-match", "reading.headings")


def test_emphasis_is_kept_without_its_marks() -> None:
    line = "It is _very_ late and **nobody** minds 2 * 3 * 4 or snake_case_names."
    document = read("\n\n".join([TITLE, *INTRODUCTION, line])).document
    spans = document.sections[0].blocks[-1].spans
    assert [(s.text, s.emphasis) for s in spans if s.emphasis != "none"] == [
        ("very", "emphasis"),
        ("nobody", "strong"),
    ]
