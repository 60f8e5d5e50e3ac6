"""Whole articles: what each paragraph becomes, and that none of it is lost."""

import contextlib
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oped_audio.errors import EmptyInputError, InputError, TooLargeError
from oped_audio.model.document import Document, Figure
from oped_audio.model.reading import Reading
from oped_audio.reading import open_source, read
from oped_audio.reading.encoding import decode
from oped_audio.reading.normalise import normalise
from oped_audio.reading.pictures import Pictures
from oped_audio.reading.plaintext import draft
from oped_audio.reading.segmentation import segment
from oped_audio.reading.settings import ReadingSettings
from oped_audio.reading.source import Source

ENGLISH = ReadingSettings("en")
OPED = Path(__file__).parents[2] / "input" / "the-case-for-night-trains.txt"
PROSE = (
    "The ferry was late again on Tuesday, and nobody who stood on the quay was surprised to hear "
    "it, for the ferry has been late on most days since the engine was mended last spring."
)
MORE = (
    "Some of us have stopped waiting. The baker keeps a rowing boat, the doctor has learned to "
    "mend nets between patients, and the school now teaches its oldest pupils to read the tide."
)
STANDFIRST = "The island needs a ferry it can trust. It will not get one from the mainland."
BIO = "Jane Doe is a harbour pilot and a member of the island council."


def parse(text: str, settings: ReadingSettings, name: str) -> Document:
    return segment(draft(text), settings, name).document


def read_file(path: Path, settings: ReadingSettings) -> Document:
    return read(open_source(path), settings, Pictures(Path(), print)).document


def article(*texts: str) -> Document:
    return parse(normalise("\n\n".join(texts)), ENGLISH, "ferry.txt")


def outline(document: Document) -> list[tuple[str | None, int]]:
    return [(section.heading, len(section.blocks)) for section in document.sections]


def test_everything_that_an_article_has() -> None:
    document = article(
        "A Ferry of Our Own", STANDFIRST, PROSE, "The quay at dawn. (Photo: J. Roe)",
        "What it costs", PROSE, MORE, "The engine. Photo by John Roe", "What it brings", PROSE, BIO,
    )  # fmt: skip
    assert document.title == "A Ferry of Our Own"
    assert document.standfirst == STANDFIRST
    assert document.byline == "Jane Doe"
    assert document.language == "en"
    assert [(s.id, s.role) for s in document.sections] == [
        ("s01", "introduction"),
        ("s02", "section"),
        ("s03", "section"),
        ("s04", "about-author"),
    ]
    assert outline(document) == [
        (None, 2),
        ("What it costs", 3),
        ("What it brings", 1),
        ("About the author", 1),
    ]
    figure = document.sections[1].blocks[2]
    assert figure.id == "s02-p03"
    assert isinstance(figure, Figure)
    assert figure.text == "The engine. Photo by John Roe"
    assert (figure.caption, figure.credit) == ("The engine.", "Photo by John Roe")


def test_op_ed_that_ships_with_the_project() -> None:
    document = read_file(OPED, ENGLISH)
    assert document.title == "The Case for Night Trains"
    assert document.standfirst is not None
    assert document.byline == "Eleanor J. Hartwell"
    assert outline(document) == [
        (None, 4),
        ("How the sleeper was lost", 2),
        ("The price of a quiet bed", 3),
        ("A border is not a wall", 2),
        ("What the climate ledger says", 2),
        ("A timetable for the patient", 3),
        ("About the author", 1),
    ]
    figures = [b for s in document.sections for b in s.blocks if isinstance(b, Figure)]
    assert [(figure.id, figure.credit) for figure in figures] == [
        ("s01-p03", "Photo: Clara Weiss/Meridian Pictures"),
        ("s03-p03", "Photograph by Tomás Ibarra"),
    ]


def test_article_without_headings() -> None:
    assert outline(article("A Ferry", PROSE, MORE, BIO)) == [(None, 2), ("About the author", 1)]


def test_heading_right_after_the_standfirst() -> None:
    assert outline(article("A Ferry", "Costs", PROSE, PROSE))[0] == ("Costs", 2)


@pytest.mark.parametrize(
    "standfirst",
    [
        STANDFIRST,
        "Why the island deserves a ferry of its own",
        f"{PROSE} It is the engine, most of all, that has to go. {PROSE}",
    ],
)
def test_standfirst(standfirst: str) -> None:
    ending = f"{PROSE} But, again: it is the engine, most of all, that has to go."
    document = article("A Ferry", standfirst, PROSE, PROSE, "Costs", ending)
    assert document.standfirst == standfirst
    assert outline(document) == [(None, 2), ("Costs", 1)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (PROSE, STANDFIRST),
        (STANDFIRST, f"But {PROSE}"),
        ("“We need a ferry,” she said.", PROSE),
        ("PORT ASKEW — The ferry was late.", PROSE),
        ("Dear reader, the ferry was late.", PROSE),
        ("To all islanders:", PROSE),
        ("The ferry came. It was late. It left. It sank.", PROSE),
        ("x" * 700, PROSE),
        ("The ferry.", "“It was late"),
    ],
)
def test_introduction_without_standfirst(first: str, second: str) -> None:
    document = article("A Ferry", first, second, MORE, "Costs", MORE)
    assert document.standfirst is None
    assert outline(document)[0] == (None, 3)


def test_paragraph_before_the_first_heading_is_the_introduction() -> None:
    document = article("A Ferry", STANDFIRST, "Costs", PROSE)
    assert (document.standfirst, outline(document)[0]) == (None, (None, 1))


def test_picture_may_come_first() -> None:
    document = article("A Ferry", "The quay. (Photo/Roe)", STANDFIRST, PROSE, PROSE)
    assert (document.standfirst, outline(document)) == (None, [(None, 4)])


@pytest.mark.parametrize(
    ("lines", "standfirst", "blocks"),
    [
        (["By Jane Doe", PROSE], None, 2),
        (["By Jane Doe", STANDFIRST], None, 2),
        ([STANDFIRST, "By Jane Doe"], STANDFIRST, 1),
        ([STANDFIRST, "By Jane Doe, harbour pilot"], STANDFIRST, 2),
        (["A ferry of our own", "By Jane Doe"], "A ferry of our own", 1),
        (["Jane Doe", PROSE], None, 2),
    ],
)
def test_byline(lines: list[str], standfirst: str | None, blocks: int) -> None:
    document = article("A Ferry", *lines, MORE, "Costs", MORE, BIO)
    assert document.byline == "Jane Doe"
    assert document.standfirst == standfirst
    assert outline(document)[0] == (None, blocks)


def test_name_after_the_title_is_no_heading() -> None:
    document = article("A Ferry", "Jane Doe", PROSE, PROSE)
    assert (document.byline, outline(document)) == (None, [(None, 3)])


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Who Needs a Ferry?", "Who Needs a Ferry?"),
        ("Made in the U.S.A.", "Made in the U.S.A."),
        ("X", "X"),
        (PROSE, ""),
        ("The ferry was late.", ""),
        ("Dear reader,", ""),
        ("Dear reader", ""),
        ("Dear graduates: nobody is coming", "Dear graduates: nobody is coming"),
        ("To the islanders:", ""),
        ("The quay. (Photo: J. Roe)", ""),
        ("word " * 26, ""),
    ],
)
def test_title(first: str, title: str) -> None:
    document = article(first, PROSE, MORE)
    assert document.title == title
    assert outline(document) == [(None, 2 if title else 3)]


def test_number_above_the_title_belongs_to_it() -> None:
    assert article("Chapter X.", "A Ferry", PROSE).title == "Chapter X. A Ferry"


@pytest.mark.parametrize(
    ("stem", "title"),
    [
        ("winter-sunshine", "Winter sunshine"),
        ("the_case  for.trains", "The case for trains"),
        ("...", "Untitled"),
        ("\udcff", "Untitled"),
    ],
)
def test_title_from_a_file_name(stem: str, title: str) -> None:
    assert Source(f"{stem}.txt", b"", Path()).title == title


@pytest.mark.parametrize("suffix", [".txt", ".TXT", ".text", ""])
def test_file_without_title_is_named_after_itself(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"the-ferry{suffix}"
    path.write_text(PROSE, encoding="utf-8")
    document = read_file(path, ReadingSettings("en-GB"))
    assert (document.title, document.language) == ("The ferry", "en-GB")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "it holds no text"),
        (" \n\xa0\n", "it holds no text"),
        ("A Ferry", "there is only a title"),
        ("A Ferry\n\nCosts\n\nGains", "there are only headings and captions, no paragraph"),
        ("A Ferry\n\nThe quay. (Photo/Roe)", "there are only headings and captions, no paragraph"),
    ],
)
def test_nothing_to_narrate(text: str, reason: str) -> None:
    with pytest.raises(EmptyInputError) as caught:
        article(text)
    assert caught.value.reason == reason


@pytest.mark.parametrize("unit", ["word ", "A b. ", "x", "(Photo/", "- ", "\xa0", "I. "])
def test_a_long_line_is_one_paragraph(unit: str) -> None:
    (section,) = article(f"The ferry {unit * (90_000 // len(unit))}.").sections
    assert len(section.blocks) == 1


@pytest.mark.parametrize("unit", ["word ", "A b. ", "x", "(Photo/", "- ", "I. "])
def test_a_line_of_five_megabytes_is_refused(unit: str) -> None:
    with pytest.raises(TooLargeError, match="characters in one paragraph"):
        article(f"The ferry {unit * (5_000_000 // len(unit))}.")


def test_many_short_lines() -> None:
    document = article(*["Costs", "The ferry. It sank.", "Who pays?", PROSE, PROSE] * 5_000)
    assert len(document.sections) > 4_000


def letters(*texts: str | None) -> Counter[str]:
    whole = unicodedata.normalize("NFKC", "".join(filter(None, texts)))
    return Counter(filter(str.isalnum, whole))


def shown(reading: Reading) -> Counter[str]:
    """All that the book has of its source, and all that is listed as left out."""
    document = reading.document
    parts = [document.title, document.kicker, document.standfirst, document.dateline]
    parts.append(document.byline_line)
    written = Counter(one.text for one in reading.decisions if one.kind == "heading")
    for section in document.sections:
        if written[section.heading] > 0:  # otherwise it is that of notes without one
            written[section.heading] -= 1
            parts.append(section.heading)
        for block in section.blocks:
            parts += [leaf.text for leaf in block.leaves]
            parts += [item.label for item in getattr(block, "items", ())]
            parts.append(getattr(block, "label", ""))
    return letters(*parts, *(decision.text for decision in reading.left_out))


LINES = st.sampled_from([
    PROSE, STANDFIRST, BIO, "Costs", "What It Brings", "The quay. (Photo/Roe)", "Photo: J. Roe",
    "“Late?”", "Jane Roe", "* * *", "• boats", "Copyright 2026", "12", "It sank.", "Who pays?",
    "- nets\n- oars", "1. nets\n2. oars", "> He said so.", "# Costs", "Costs\n=====", "Notes",
    "Read more: nets", "He left.[1] She did not.²", "[1] In May.", "² In June.", "By Jane Roe",
    "Jan. 5, 2026", "Share | Tweet", "_Very_ **late**.", "Opinion", "Editor’s note: He left.",
    "  So it was,\n  And is.",
]) | st.text(st.characters(codec="utf-8"), max_size=40)  # fmt: skip


@given(st.lists(LINES, max_size=12), st.sampled_from(["\n\n", "\n", "\r\n\r\n", " \n\xa0\n"]))
def test_nothing_visible_is_lost(lines: list[str], end: str) -> None:
    text = normalise(end.join(lines))
    with contextlib.suppress(EmptyInputError):
        reading = segment(draft(text), ENGLISH, "a.txt")
        assert shown(reading) == letters(text)


@given(
    st.binary(max_size=200)
    | st.text().map(str.encode)
    | st.text().map(lambda t: t.encode("utf-16"))
)
def test_any_bytes_give_a_document_or_an_input_error(data: bytes) -> None:
    with contextlib.suppress(InputError):
        document = parse(normalise(decode(data, "a.txt")), ENGLISH, "a.txt")
        assert document.sections
