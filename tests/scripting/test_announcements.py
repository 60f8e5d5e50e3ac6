from pathlib import Path

import pytest

from oped_audio.model.document import (
    Block,
    Cell,
    Document,
    Figure,
    Image,
    Item,
    ItemList,
    Note,
    Section,
    Span,
    Table,
)
from oped_audio.scripting import script
from oped_audio.scripting.settings import PauseSettings


def spoken(*blocks: Block, language: str = "en") -> list[tuple[str, str]]:
    section = Section("s01", "introduction", None, blocks)
    document = Document("T", None, None, language, (section,))
    return [
        (u.block.removeprefix("s01-"), u.spoken)
        for u in script(document, PauseSettings()).of_section("s01")
    ]


def cell(name: str, text: str, *, header: bool = False, columns: int = 1, rows: int = 1) -> Cell:
    spans = (Span(text),) if text else ()
    return Cell(f"s01-p01-{name}", "cell", spans, header, columns, rows)


def table(*rows: tuple[Cell, ...], caption: str = "") -> Table:
    return Table("s01-p01", "table", (Span(caption),) if caption else (), rows)


def figure(alternative: str | None, caption: str = "") -> Figure:
    image = Image("0" * 64, "image/png", 2, 2, Path("a.png"), alternative)
    return Figure("s01-p01", "figure", (Span(caption),) if caption else (), caption, None, image)


def test_a_cell_is_said_with_the_header_of_its_column():
    told = spoken(
        table(
            (cell("r1c1", "Country", header=True), cell("r1c2", "People", header=True)),
            (cell("r2c1", "France", header=True), cell("r2c2", "68 million")),
            caption="Europe",
        )
    )
    assert told == [
        ("p01-c", "Table: Europe"),
        ("p01-r1c1", "Country"),
        ("p01-r1c2", "People"),
        ("p01-r2c1", "France"),
        ("p01-r2c2", "People: sixty-eight million"),
    ]


def test_spans_of_cells_shift_the_columns():
    told = spoken(
        table(
            (
                cell("r1c1", "Year", header=True, rows=2),
                cell("r1c2", "Sum", header=True, columns=2),
            ),
            (cell("r2c1", "net", header=True), cell("r2c2", "gross", header=True)),
            (cell("r3c1", "first"), cell("r3c2", "one"), cell("r3c3", "two")),
        )
    )
    assert [text for _, text in told[-3:]] == ["Year: first", "Sum net: one", "Sum gross: two"]


def test_a_table_without_headers_or_of_headers_alone_is_read_as_it_stands():
    plain = table((cell("r1c1", "a"), cell("r1c2", "b")))
    headers = table((cell("r1c1", "a", header=True), cell("r1c2", "b", header=True)))
    assert [text for _, text in spoken(plain)] == ["a", "b"]
    assert [text for _, text in spoken(headers)] == ["a", "b"]


def test_items_of_an_ordered_list_are_counted_and_others_are_not():
    items = (
        Item("s01-p01-i1", "item", (Span("Go in."),), "1."),
        Item("s01-p01-i2", "item", (Span("Look."),), "(b)", 1),
        Item("s01-p01-i3", "item", (Span("Leave."),)),
    )
    assert spoken(ItemList("s01-p01", "list", (), items)) == [
        ("p01-i1", "1: Go in."),
        ("p01-i2", "b: Look."),
        ("p01-i3", "Leave."),
    ]


def test_pictures_are_announced_before_their_first_sentence_only():
    assert spoken(figure("A stork. It sleeps.", "On a roof.")) == [
        ("p01-a", "Image: A stork."),
        ("p01-a", "It sleeps."),
        ("p01", "Caption: On a roof."),
    ]
    assert spoken(figure("", "On a roof.")) == [("p01", "Caption: On a roof.")]
    assert spoken(figure("")) == []


@pytest.mark.parametrize(
    ("language", "said"), [("de", "Anmerkung 3:"), ("ar-EG", "ملاحظة 3:"), ("sw", "")]
)
def test_notes_are_announced_in_the_language_of_the_article(language, said):
    [(_, text)] = spoken(Note("s01-p01", "note", (Span("Xyz"),), "3"), language=language)
    assert text == f"{said} Xyz".strip()


def test_what_says_nothing_is_not_announced():
    [(_, text)] = spoken(Block("s01-p01", "pullquote", (Span("* * *"),)))
    assert text == ""
