"""EPUBs of both versions, foreign and our own."""

import base64
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import oped_audio
from oped_audio.errors import OpedAudioError, UnreadableFileError
from oped_audio.model.document import Figure

PROSE = "The first pair came in March, on a cold morning when no one was looking up at the roofs."
XHTML = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
)


def page(body: str, attributes: str = "") -> str:
    return (
        f'<?xml version="1.0"?><!DOCTYPE html><html {XHTML}><head><title>x</title></head>'
        f"<body {attributes}>{body}</body></html>"
    )


def package(documents: dict[str, str], extra: str = "", metadata: str = "") -> str:
    manifest = "".join(
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>'
        for n, name in enumerate(documents)
    )
    spine = "".join(
        f'<itemref idref="i{n}"{options}/>' for n, options in enumerate(documents.values())
    )
    return (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">'
        f"<dc:title>Storks</dc:title><dc:language>en</dc:language>{metadata}</metadata>"
        f'<manifest>{manifest}{extra}</manifest><spine toc="ncx">{spine}</spine></package>'
    )


NAV = page(
    '<nav epub:type="toc"><ol><li><a href="text/one.xhtml">One</a><ol>'
    '<li><a href="text/two.xhtml">Two, as the contents have it</a></li></ol></li></ol></nav>'
    '<nav epub:type="landmarks"><ol><li><a epub:type="colophon" href="text/colophon.xhtml">C</a>'
    "</li></ol></nav>"
)
DOCUMENTS = {
    "text/cover.xhtml": "",
    "nav.xhtml": "",
    "text/one.xhtml": "",
    "text/two.xhtml": "",
    "text/colophon.xhtml": "",
    "text/notes.xhtml": ' linear="no"',
}
METADATA = (
    '<dc:creator id="a">Ada Byron</dc:creator><meta refines="#a" property="role">aut</meta>'
    '<dc:creator opf:role="ill">Jo Roe</dc:creator><dc:date>2026-01-05T00:00:00Z</dc:date>'
    "<dc:publisher>The Paper</dc:publisher><dc:rights>CC0</dc:rights>"
    "<dc:source>https://paper.example/storks</dc:source>"
)


def book(png: bytes) -> dict[str, str | bytes]:
    extra = (
        '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
        '<item id="p" href="images/a%20b.png" media-type="image/png"/>'
    )
    return {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": package(DOCUMENTS, extra, METADATA),
        "OEBPS/nav.xhtml": NAV,
        "OEBPS/text/cover.xhtml": page("<p>A cover</p>", 'epub:type="cover"'),
        "OEBPS/text/one.xhtml": page(
            f'<section><h2>One</h2><p>{PROSE}<a epub:type="noteref" href="notes.xhtml#n1">1</a> '
            '<span epub:type="pagebreak" id="p5" title="5"/>And <i xml:lang="fr">so</i> on.</p>'
            '<figure><img src="../images/a%20b.png" alt="A stork"/></figure></section>'
        ),
        "OEBPS/text/two.xhtml": page(f"<p>{PROSE}</p><p>caf&#233;</p>"),
        "OEBPS/text/colophon.xhtml": page("<p>Set in Source Serif.</p>"),
        "OEBPS/text/notes.xhtml": page(
            '<section epub:type="footnotes"><aside epub:type="footnote" id="n1"><p>'
            '<a href="one.xhtml">1</a> Seen by the author.</p></aside></section>'
        ),
        "OEBPS/images/a b.png": png,
    }


def blocks(found):
    return [block for section in found.document.sections for block in section.blocks]


def test_spine_headings_notes_pictures_and_metadata(reading, zipped, png):
    found = reading(zipped(book(png())), "a.epub")
    document = found.document
    assert (document.title, document.byline, document.date) == ("Storks", "Ada Byron", "2026-01-05")
    assert (document.publisher, document.rights) == ("The Paper", "CC0")
    assert document.source == "https://paper.example/storks"
    assert [(section.heading, section.level) for section in document.sections] == [
        *(("One", 1), ("Two, as the contents have it", 2), ("Notes", 1))
    ]
    first, figure, *_, note = blocks(found)
    assert first.text == f"{PROSE}1 And so on."
    assert [span.note for span in first.spans if span.note] == [note.id]
    assert (note.text, note.label) == ("Seen by the author.", "1")
    assert [span.text for span in first.spans if span.language == "fr"] == ["so"]
    assert isinstance(figure, Figure)
    assert figure.image.alternative == "A stork"
    assert {decision.reason for decision in found.left_out} == {
        *("is the cover", "is a table of contents", "is the colophon")
    }
    assert not found.findings


def test_epub_2(reading, zipped, png):
    whole = book(png())
    del whole["OEBPS/nav.xhtml"]
    documents = {"text/one.xhtml": "", "text/two.xhtml": ""}
    extra = '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    metadata = (
        '<dc:creator opf:role="aut">Ada Byron</dc:creator>'
        '<dc:date opf:event="modification">2020</dc:date>'
        '<dc:date opf:event="publication">2019-05</dc:date>'
    )
    whole["OEBPS/book.opf"] = package(documents, extra, metadata)
    whole["OEBPS/toc.ncx"] = (
        '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>One'
        '</text></navLabel><content src="text/one.xhtml"/><navPoint><navLabel><text>Deep</text>'
        '</navLabel><content src="text/two.xhtml#x"/></navPoint></navPoint></navMap></ncx>'
    )
    document = reading(zipped(whole), "a.epub").document
    assert (document.byline, document.date) == ("Ada Byron", "2019-05")
    assert [(s.heading, s.level) for s in document.sections] == [("One", 1), ("Deep", 2)]


def test_documents_that_are_no_xml_are_read_as_html(reading, zipped, png):
    whole = book(png())
    whole["OEBPS/text/two.xhtml"] = f"<html><body><p>{PROSE}<p>A &nbsp; b<br></body>"
    found = reading(zipped(whole), "a.epub")
    assert [(f.rule, f.place) for f in found.findings] == [
        ("document-not-well-formed", "OEBPS/text/two.xhtml")
    ]
    assert any(block.text.startswith("A") for block in blocks(found))


def test_named_characters_of_html_are_read(reading, zipped, png):
    whole = book(png())
    dtd = '"-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd"'
    text = page(f"<p>{PROSE} Caf&eacute;.</p>")
    whole["OEBPS/text/two.xhtml"] = text.replace("<!DOCTYPE html>", f"<!DOCTYPE html PUBLIC {dtd}>")
    shown = " ".join(block.text for block in blocks(reading(zipped(whole), "a.epub")))
    assert "Café." in shown


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("META-INF/rights.xml", "<r/>", "DRM"),
        (
            "META-INF/encryption.xml",
            '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData '
            'xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm='
            '"http://www.w3.org/2001/04/xmlenc#aes256-cbc"/></EncryptedData></encryption>',
            "DRM",
        ),
        ("OEBPS/book.opf", "<package/>", "names no document"),
        ("OEBPS/book.opf", "<package", "no well-formed XML"),
        (
            "OEBPS/text/one.xhtml",
            '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body>&x;</body></html>',
            "defines entities",
        ),
        ("OEBPS/text/one.xhtml", "<div>" * 3000, "nested"),
    ],
)
def test_books_that_cannot_be_read(reading, zipped, png, name, content, reason):
    with pytest.raises(UnreadableFileError, match=reason):
        reading(zipped(book(png()) | {name: content}), "a.epub")


def test_obfuscated_fonts_are_no_drm(reading, zipped, png):
    encryption = (
        '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData '
        'xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm='
        '"http://www.idpf.org/2008/embedding"/></EncryptedData></encryption>'
    )
    assert reading(zipped(book(png()) | {"META-INF/encryption.xml": encryption}), "a.epub")


def test_what_is_missing(reading, zipped, png):
    whole = book(png())
    del whole["OEBPS/text/two.xhtml"], whole["OEBPS/images/a b.png"], whole["OEBPS/nav.xhtml"]
    found = reading(zipped(whole), "a.epub")
    assert {finding.rule for finding in found.findings} == {
        *("document-missing", "image-not-included")
    }
    with pytest.raises(UnreadableFileError, match="no package document"):
        reading(zipped({"mimetype": "application/epub+zip", "a": "b"}), "a.epub")


def test_pages_that_are_drawings_are_told(reading, zipped, png):
    whole = book(png())
    drawing = '<item id="d" href="d.svg" media-type="image/svg+xml"/></manifest>'
    opf = whole["OEBPS/book.opf"].replace("</manifest>", drawing)
    whole["OEBPS/book.opf"] = opf.replace("</spine>", '<itemref idref="d"/></spine>')
    whole["OEBPS/d.svg"] = '<svg xmlns="http://www.w3.org/2000/svg"><text>Ah!</text></svg>'
    found = reading(zipped(whole), "a.epub")
    assert [(f.rule, f.place, f.message) for f in found.findings] == [
        ("page-not-read", "OEBPS/d.svg", "the page is image/svg+xml, which is not read")
    ]


def test_the_package_is_read_whatever_rendition_stands_before_it(reading, zipped, png):
    whole = book(png()) | {"book.pdf": "%PDF-1.7"}
    whole["META-INF/container.xml"] = CONTAINER.replace(
        '<rootfile full-path="OEBPS/book.opf"/>',
        '<rootfile full-path="book.pdf" media-type="application/pdf"/>'
        '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/>',
    )
    assert reading(zipped(whole), "a.epub").document.title == "Storks"


@pytest.mark.parametrize(
    ("entry", "href", "options"),
    [
        ("text/Two.XHTML", "text/two.xhtml", ""),
        ("text/Zwo\u0308.xhtml", "text/Zw%C3%B6.xhtml", ""),
        ("text/t%20wo.xhtml", "text/t%20wo.xhtml", ""),
        ("text/two.htm", "./../OEBPS/text/two.htm", 'media-type="text/xml"'),
        ("text/two.xhtml", "text/two.xhtml", 'media-type="application/XHTML+XML"'),
        ("text/two.xhtml", 'text/two.xhtml"/><item id="two" href="text/one.xhtml', ""),
    ],
)
def test_documents_are_found_however_they_are_named(reading, zipped, png, entry, href, options):
    whole = book(png())
    whole[f"OEBPS/{entry}"] = whole.pop("OEBPS/text/two.xhtml")
    media = options or 'media-type="application/xhtml+xml"'
    item = f'<item id="two" {media} href="{href}"/>'
    opf = whole["OEBPS/book.opf"].replace('idref="i3"', 'idref="two"')
    whole["OEBPS/book.opf"] = opf.replace("<manifest>", f"<manifest>{item}")
    whole["OEBPS/nav.xhtml"] = NAV.replace("text/two.xhtml", href.partition('"')[0])
    found = reading(zipped(whole), "a.epub")
    assert [section.heading for section in found.document.sections] == [
        *("One", "Two, as the contents have it", "Notes")
    ]
    assert not found.findings


def test_what_project_gutenberg_adds_is_left_out(reading, zipped, png):
    whole = book(png())
    start, end = (f"*** {at} OF THE PROJECT GUTENBERG EBOOK STORKS ***" for at in ("START", "END"))
    whole["OEBPS/text/one.xhtml"] = page(
        f"<h2>The Project Gutenberg eBook of Storks</h2><p>{PROSE}</p><div>{start}</div>"
        f"<h1>Storks</h1><h2>One</h2><p>{PROSE}</p>"
    )
    whole["OEBPS/text/two.xhtml"] = page(f"<p>So it goes.</p><div>{end}</div><p>{PROSE}</p>")
    found = reading(zipped(whole), "a.epub")
    assert [block.text for block in blocks(found)] == [PROSE, "So it goes."]
    theirs = [decision.text for decision in found.left_out if "Gutenberg" in decision.reason]
    assert theirs[:5] == ["The Project Gutenberg eBook of Storks", PROSE, start, end, PROSE]


LISTED = (
    '<h2>Contents</h2><p><a href="one.xhtml">One</a></p><p><a href="two.xhtml#b">Two, as the '
    'contents have it</a></p><p><a href="colophon.xhtml">One more</a></p>'
)


@pytest.mark.parametrize("body", [LISTED, f"<div>{LISTED}</div><h2>One</h2><p>{PROSE}</p>"])
def test_contents_that_are_made_by_hand_are_left_out(reading, zipped, png, body):
    whole = book(png()) | {"OEBPS/text/one.xhtml": page(body)}
    found = reading(zipped(whole), "a.epub")
    assert not any("Contents" in block.text for block in blocks(found))
    assert "Contents" not in [section.heading for section in found.document.sections]


@pytest.mark.parametrize(
    "body",
    [
        LISTED.replace("One</a>", f"One</a> {PROSE}"),
        LISTED.replace("One", "Open the door").replace("Two, as the contents have it", "Flee"),
    ],
)
def test_links_amid_text_and_links_of_other_names_are_none(reading, zipped, png, body):
    whole = book(png()) | {"OEBPS/text/one.xhtml": page(f"<h2>A</h2>{body}<p>{PROSE}</p>")}
    shown = " ".join(block.text for block in blocks(reading(zipped(whole), "a.epub")))
    assert "One more" in shown or "Open the door" in shown


def test_the_page_of_a_part_keeps_its_heading(reading, zipped, png):
    links = "".join(f'<li><a href="two.xhtml#{n}">Two, as the contents</a></li>' for n in "abc")
    whole = book(png())
    whole["OEBPS/text/one.xhtml"] = page(f"<h2>One</h2><ul>{links}</ul>")
    document = reading(zipped(whole), "a.epub").document
    assert [(s.heading, len(s.blocks)) for s in document.sections] == [
        *(("One", 0), ("Two, as the contents have it", 2), ("Notes", 1)),
    ]


def test_lists_that_say_that_they_are_contents_and_indexes_are_left_out(reading, zipped, png):
    whole = book(png())
    toc = '<div epub:type="toc"><dl><dt><a href="#a">Of reeds</a></dt></dl></div>'
    whole["OEBPS/text/one.xhtml"] = page(f"<h2>One</h2>{toc}<p>{PROSE}</p>")
    index = '<h1>Index</h1><ul><li>reeds, <a href="one.xhtml#p1">12</a></li></ul>'
    whole["OEBPS/text/two.xhtml"] = page(index)
    whole["OEBPS/nav.xhtml"] = NAV.replace("Two, as the contents have it", "Index")
    found = reading(zipped(whole), "a.epub")
    assert [block.text for block in blocks(found)][:1] == [PROSE]
    assert [section.heading for section in found.document.sections] == ["One", "Notes"]


def test_what_news_readers_put_around_articles_is_left_out(reading, zipped, png):
    bar = '<div class="calibre_navbar">| <a href="../a.html">Section menu</a> |<hr/></div>'
    whole = book(png()) | {"OEBPS/text/one.xhtml": page(f"{bar}<h2>One</h2><p>{PROSE}</p>{bar}")}
    found = reading(zipped(whole), "a.epub")
    assert not any("menu" in block.text for block in blocks(found))


def test_pictures_within_a_document_are_taken(reading, zipped, png):
    data = base64.b64encode(png()).decode()
    image = f'<p><img src="data:image/png;base64,{data}" alt="A stork"/></p>'
    whole = book(png()) | {"OEBPS/text/one.xhtml": page(f"<h2>One</h2>{image}<p>{PROSE}</p>")}
    found = reading(zipped(whole), "a.epub")
    assert blocks(found)[0].image.alternative == "A stork"
    assert not found.findings


def test_lines_around_the_title_are_known_by_their_classes(reading, zipped, png):
    whole = book(png())
    whole["OEBPS/text/one.xhtml"] = page(
        f'<p class="title">Storks</p><p class="subtitle">They came in spring</p><h2>One</h2>'
        f'<p class="subtitle">Below a heading</p><p>{PROSE}</p>'
    )
    found = reading(zipped(whole), "a.epub")
    assert found.document.standfirst == "They came in spring"
    assert next(block.text for block in blocks(found)) == "Below a heading"
    headless = f'<p class="first">{PROSE}</p><p class="subtitle">Below</p><p>{PROSE}</p>'
    whole["OEBPS/text/one.xhtml"] = page(headless)
    assert reading(zipped(whole), "a.epub").document.standfirst is None


def test_a_first_page_that_shows_a_described_scene_is_no_cover(reading, zipped, png):
    scene = '<p><img src="../images/a%20b.png" alt="A stork stands on the roof of the mill."/></p>'
    whole = book(png()) | {"OEBPS/text/cover.xhtml": page(scene)}
    assert blocks(reading(zipped(whole), "a.epub"))[0].kind == "figure"


@pytest.mark.parametrize("label", ["Copyright", "TITLE PAGE", "Impressum", "版权信息", "奥付"])
def test_what_the_contents_name_as_of_the_book_is_left_out(reading, zipped, png, label):
    whole = book(png())
    whole["OEBPS/nav.xhtml"] = NAV.replace("Two, as the contents have it", label)
    found = reading(zipped(whole), "a.epub")
    assert [section.heading for section in found.document.sections] == ["One", "Notes"]
    whole["OEBPS/text/two.xhtml"] = page(f"<p>{PROSE}</p>" * 60)
    found = reading(zipped(whole), "a.epub")
    assert label in [section.heading for section in found.document.sections]


@pytest.mark.parametrize(
    ("end", "begin", "count"),
    [
        ("They stayed for a", "while, and left.", 1),
        ("They stayed.", "and left.", 2),
        ("They stayed for a", "While, and left.", 2),
        ("These are left:", "frogs.", 2),
    ],
)
def test_a_sentence_that_two_documents_share_is_one(reading, zipped, png, end, begin, count):
    whole = book(png())
    whole["OEBPS/nav.xhtml"] = NAV.replace("text/two", "text/gone")
    whole["OEBPS/text/one.xhtml"] = page(f"<h2>One</h2><p>{PROSE}</p><p>{end}</p>")
    whole["OEBPS/text/two.xhtml"] = page(f"<p>{begin}</p>")
    texts = [block.text for block in blocks(reading(zipped(whole), "a.epub"))]
    assert (f"{end} {begin}" in texts) == (count == 1)
    assert (end in texts) == (count == 2)


def test_notes_are_tied_in_files_however_they_are_named(reading, zipped, png):
    whole = book(png())
    notes = whole.pop("OEBPS/text/notes.xhtml")
    whole["OEBPS/text/Notes.xhtml"] = notes
    first, *_, note = blocks(reading(zipped(whole), "a.epub"))
    assert [span.note for span in first.spans if span.note] == [note.id]


def test_paragraphs_that_are_but_a_distance_are_none(reading, zipped, png):
    whole = book(png())
    whole["OEBPS/text/two.xhtml"] = page(f"<p>{PROSE}</p><p>&#160;</p><p>\u2003</p><p>{PROSE}</p>")
    shown = [block.text for block in blocks(reading(zipped(whole), "a.epub"))]
    assert all(text.strip() for text in shown if text)
    assert shown.count(PROSE) == 2


def test_our_own_books_read_back_to_the_same_article(tmp_path, png, monkeypatch):
    monkeypatch.setenv("OPED_AUDIO_CACHE", str(tmp_path / "cache"))
    article = tmp_path / "storks.md"
    (tmp_path / "stork.png").write_bytes(png())
    article.write_text(
        f"---\ntitle: Storks are back\nauthor: Ada Byron\nsubtitle: They came in spring.\n---\n"
        f"{PROSE}[^1]\n\n# What they *need*\n\n- Meadows\n- Frogs\n\n> All of them.\n\n"
        f"| Year | Pairs |\n|---|---|\n| 2024 | 1 |\n\n![A stork](stork.png)\n\n## Deeper\n\n"
        f"{PROSE}\n\n[^1]: Seen by the author.\n"
    )
    options = {"voice": {"engine": "tone"}}
    report = oped_audio.build([article], tmp_path / "out", options)
    assert not report.failures
    before = oped_audio.outline(article, options).document
    after = oped_audio.outline(tmp_path / "out" / "storks" / "storks.epub", options).document
    assert (after.title, after.byline, after.standfirst) == (
        *(before.title, before.byline, before.standfirst),
    )
    assert [(s.role, s.heading, s.level) for s in after.sections] == [
        (s.role, s.heading, s.level) for s in before.sections
    ]
    for one, other in zip(before.sections, after.sections, strict=True):
        assert [(b.kind, b.text) for b in one.blocks] == [(b.kind, b.text) for b in other.blocks]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damage_anywhere(reading, zipped, png, data):
    whole = book(png())
    name = data.draw(st.sampled_from(sorted(whole)))
    content = whole[name] if isinstance(whole[name], bytes) else whole[name].encode()
    at = data.draw(st.integers(0, len(content)))
    whole[name] = content[:at] + data.draw(st.binary(max_size=9)) + content[at:]
    packed = zipped(whole)
    with suppress(OpedAudioError):
        reading(packed, "a.epub")
    with suppress(OpedAudioError):
        reading(packed[: data.draw(st.integers(4, len(packed)))], "a.epub")
