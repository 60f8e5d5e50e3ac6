"""One book with everything that an article may hold, against EPUBCheck and against itself."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image as Pillow

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
from oped_audio.publishing.epub.lists import numbering

EPUB = "{http://www.idpf.org/2007/ops}"


def image(folder: Path, alternative: str, *, is_described: bool = True) -> Image:
    path = folder / f"{alternative or 'decoration'}.png"
    Pillow.new("RGB", (40, 30), (len(alternative), 90, 90)).save(path)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return Image(digest, "image/png", 40, 30, path, alternative, is_described)


def figure(name: str, picture: Image, caption: str = "") -> Figure:
    spans = (Span(caption),) if caption else ()
    return Figure(name, "figure", spans, caption, None, picture)


def cell(name: str, text: str, *, header: bool = False, columns: int = 1, rows: int = 1) -> Cell:
    return Cell(name, "cell", (Span(text),) if text else (), header, columns, rows)


def everything(folder: Path, *, is_described: bool = True) -> Document:
    introduction = (
        figure("s01-p01", image(folder, "A stork on a roof.")),
        figure("s01-p02", image(folder, ""), "Only a line."),
        figure("s01-p03", image(folder, "No description.", is_described=is_described), "A map."),
        Block(
            "s01-p04",
            "paragraph",
            (
                Span("See "),
                Span("the report", link="https://example.org/a?b=1&c=2"),
                Span(". He said so.", emphasis="strong"),
                Span("1", note="s05-p01"),
                Span(" And so on"),
                Span("[2]", note="s01-p05"),
                Span(" to the end"),
                Span("1", note="s05-p01"),
                Span("."),
            ),
        ),
        Note("s01-p05", "note", (Span("Here. See page 2."),), "2"),
        Note("s01-p06", "note", (Span("It goes on."),)),
        Block("s01-p07", "verse", (Span("A line,\nand a line\nin one."),)),
        Block("s01-p08", "pullquote", (Span("He said so."),)),
    )
    items = (
        Item("s02-p01-i1", "item", (Span("One."),), "3."),
        Item("s02-p01-i2", "item", (Span("One a."),), "a)", 1),
        Item("s02-p01-i3", "item", (Span("One b. Deep."),), "b)", 1),
        Item("s02-p01-i4", "item", (Span("Bullet."),), "", 2),
        Item("s02-p01-i5", "item", (Span("Two."),), "5."),
        Item("s02-p01-i6", "item", (Span("Plain."),)),
    )
    rows = (
        (
            cell("s02-p02-r1c1", "", header=True),
            cell("s02-p02-r1c2", "Men and women", header=True, columns=2),
        ),
        (
            cell("s02-p02-r2c1", "Place", header=True, rows=9),
            cell("s02-p02-r2c2", "old", header=True),
            cell("s02-p02-r2c3", "young", header=True),
        ),
        (
            cell("s02-p02-r3c1", "Oslo", header=True, rows=2),
            cell("s02-p02-r3c2", "1"),
            cell("s02-p02-r3c3", "2", rows=7),
        ),
        (cell("s02-p02-r4c1", "3"),),
    )
    body = (
        ItemList("s02-p01", "list", (), items),
        Table("s02-p02", "table", (Span("Who lives where"),), rows),
        Block("s02-p03", "quotation", (Span("First."),)),
        Block("s02-p04", "quotation", (Span("C’est tout.", language="fr"),)),
    )
    arabic = (Block("s03-p01", "paragraph", (Span("السلام عليكم.", language="ar"),)),)
    return Document(
        "Everything in one",
        "A standfirst.",
        "Ada Byron",
        "en",
        (
            Section("s01", "introduction", None, introduction),
            Section("s02", "section", "Level one", body),
            Section("s03", "section", "عنوان", arabic, 2, (Span("عنوان", language="ar"),)),
            Section("s04", "section", "Deep", (Block("s04-p01", "paragraph", (Span("It."),)),), 3),
            Section("s05", "notes", "Notes", (Note("s05-p01", "note", (Span("There."),), "1"),)),
        ),
        kicker="Opinion",
        dateline="Jan. 5, 2026",
        byline_line="By Ada Byron",
    )


@pytest.fixture(scope="module")
def book(tmp_path_factory, narrated):
    return narrated(everything(tmp_path_factory.mktemp("pictures")))


@pytest.fixture(scope="module")
def files(book, opened):
    return opened(book, "word")


def document(files, name):
    return etree.fromstring(files[f"EPUB/text/{name}.xhtml"])


def by_id(root, identity):
    (found,) = root.xpath(f'//*[@id="{identity}"]')
    return found


def tag(node):
    return node.tag.rpartition("}")[2]


def test_epubcheck_has_nothing_to_say(book, poured, epubcheck, tmp_path):
    books = []
    for highlight in ("sentence", "word"):
        books.append(tmp_path / f"{highlight}.epub")
        books[-1].write_bytes(poured(book, highlight))
    assert epubcheck(books) == [[], []]


@pytest.mark.parametrize("highlight", ["sentence", "word"])
def test_every_leaf_is_shown_and_heard_in_order(book, opened, highlight):
    files = opened(book, highlight)
    for page, track in zip(book.document.pages, book.tracks, strict=True):
        root = document(files, track.name)
        smil = etree.fromstring(files[f"EPUB/overlays/{track.name}.smil"])
        order = [node.get("id") for node in root.iter() if node.get("id")]
        targets = [node.get("src").split("#")[1] for node in smil.iter("{*}text")]
        assert targets == sorted(targets, key=order.index)
        refs = [node.get(f"{EPUB}textref").split("#")[1] for node in smil.iter("{*}seq")]
        assert refs == sorted(refs, key=order.index)
        for block in page.blocks:
            for leaf in block.leaves:
                shown = by_id(root, leaf.id)
                text = shown.get("alt") if leaf.kind == "alternative" else shown.xpath("string()")
                label = f"{leaf.label} " if isinstance(leaf, Note) else ""
                assert text.removeprefix(label) == leaf.text


def test_references_and_notes_lead_to_each_other(files):
    introduction, notes = document(files, "01-introduction"), document(files, "05-notes")
    first, in_place, second = introduction.findall(".//{*}a[@role='doc-noteref']")
    assert first.get("href") == second.get("href") == "05-notes.xhtml#s05-p01-n"
    assert [a.get("class") for a in (first, in_place)] == ["superscript", None]
    note = by_id(notes, "s05-p01-n")
    assert (note.get(f"{EPUB}type"), note.get("role")) == ("footnote", "doc-footnote")
    assert note.find(".//{*}a").get("href") == f"01-introduction.xhtml#{first.get('id')}"
    footnote = by_id(introduction, "s01-p05-n")
    assert footnote.get("role") == "doc-footnote"
    assert [tag(node) for node in footnote] == ["p", "p"]
    label = footnote.find(".//{*}a")
    assert (label.text, label.get("role")) == ("2", "doc-backlink")
    assert tag(label.getparent()) == "span"  # of the first word, with which it is heard
    assert in_place.get("href") == "01-introduction.xhtml#s01-p05-n"


def test_links_stay_whole_and_their_words_light_up(files):
    link = document(files, "01-introduction").find(".//{*}a[@href='https://example.org/a?b=1&c=2']")
    assert link.xpath("string()") == "the report"
    assert [word.xpath("string()") for word in link] == ["the", "report"]


def test_breaks_of_lines_are_seen(files):
    verse = by_id(document(files, "01-introduction"), "s01-p07")
    assert len(verse.findall(".//{*}br")) == 2
    assert verse.xpath("string()") == "A line,\nand a line\nin one."


def test_lists_nest_and_count_as_their_labels_do(files):
    root = document(files, "02-section")
    outer = by_id(root, "s02-p01")
    assert [tag(node) for node in outer] == ["ol", "ul"]
    assert [item.get("value") for item in outer[0]] == [None, "5"]
    inner = outer[0][0].find("{*}ol")
    assert (inner.get("type"), inner.get("start")) == ("a", None)


def test_tables_have_captions_headers_and_spans_that_fit(files):
    table = by_id(document(files, "02-section"), "s02-p02")
    assert [tag(node) for node in table] == ["caption", "thead", "tbody"]
    scopes = {c.get("id")[-4:]: c.get("scope") for c in table.iter("{*}th")}
    assert scopes == {
        "r1c2": "colgroup",
        "r2c1": "col",
        "r2c2": "col",
        "r2c3": "col",
        "r3c1": "rowgroup",
    }
    assert by_id(table, "s02-p02-r2c1").get("rowspan") is None
    assert by_id(table, "s02-p02-r3c3").get("rowspan") == "2"


def test_other_languages_say_so_once_and_run_their_way(files):
    quotation = by_id(document(files, "02-section"), "s02-p04")
    assert (quotation.get("lang"), quotation.get("dir")) == ("fr", None)
    arabic = by_id(document(files, "03-section"), "s03")
    assert (arabic.get("lang"), arabic.get("dir")) == ("ar", "rtl")
    assert not arabic.xpath(".//*[@lang]")


def test_depth_is_heard_in_headings_and_seen_in_the_contents(files):
    names = ["02-section", "03-section", "04-section"]
    assert [tag(document(files, name).find(".//{*}section")[0]) for name in names] == [
        *("h1", "h2", "h3")
    ]
    nav = etree.fromstring(files["EPUB/nav.xhtml"]).find(".//{*}nav")
    depths = {a.xpath("string()"): len(list(a.iterancestors("{*}ol"))) for a in nav.iter("{*}a")}
    assert (depths["Level one"], depths["عنوان"], depths["Deep"], depths["Notes"]) == (1, 2, 3, 1)


def values(files, name):
    package = etree.fromstring(files["EPUB/content.opf"])
    return [m.text for m in package.iter("{*}meta") if m.get("property") == f"schema:{name}"]


def conformance(files):
    package = etree.fromstring(files["EPUB/content.opf"])
    return [m.text for m in package.iter("{*}meta") if m.get("property") == "dcterms:conformsTo"]


def test_pictures_are_in_the_book_and_told_of_truly(files, book, tmp_path, narrated, opened):
    assert len([name for name in files if name.endswith(".png")]) == 3
    assert "alternativeText" in values(files, "accessibilityFeature")
    assert values(files, "accessMode") == ["textual", "visual"]
    bare = opened(narrated(everything(tmp_path, is_described=False)), "sentence")
    assert "alternativeText" not in values(bare, "accessibilityFeature")
    assert values(bare, "accessModeSufficient") == ["textual,visual", "auditory,visual"]
    assert values(files, "accessModeSufficient") == ["textual", "auditory"]
    assert conformance(files) == ["EPUB Accessibility 1.1 - WCAG 2.2 Level AA"]
    assert conformance(bare) == []
    statement = document(bare, "statement").xpath("string()")
    assert "Not fully readable in read aloud or dynamic braille" in statement
    assert "Has alternative text" not in statement
    assert "meets accepted" not in statement
    assert "Has alternative text" in document(files, "statement").xpath("string()")
    assert "1 of the 3 pictures" in values(bare, "accessibilitySummary")[0]
    decoration = document(files, "01-introduction").find(".//{*}img[@role='presentation']")
    assert decoration.get("alt") == ""


def test_one_picture_shown_twice_is_in_the_book_once(book, narrated, opened):
    first, *rest = book.document.sections
    twice = replace(first.blocks[0], id="s01-p09")
    again = replace(first, blocks=(*first.blocks, twice))
    files = opened(narrated(replace(book.document, sections=(again, *rest))), "sentence")
    assert len([name for name in files if name.endswith(".png")]) == 3


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        (["1.", "2."], ("1", [1, 2])),
        (["7)", "9)"], ("1", [7, 9])),
        (["i.", "ii.", "iii.", "iv."], ("i", [1, 2, 3, 4])),
        (["(i)"], ("i", [1])),
        (["h.", "i.", "j."], ("a", [8, 9, 10])),
        (["c)", "d)"], ("a", [3, 4])),
        (["IX", "X"], ("I", [9, 10])),
        (["A", "B"], ("A", [1, 2])),
        (["1.1", "1.2"], None),
        (["½"], None),
        (["123456789012"], None),
    ],
)
def test_numbering(labels, found):
    assert numbering(labels) == found
