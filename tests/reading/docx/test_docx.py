"""Word documents, made of the XML that Word writes."""

from contextlib import suppress
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oped_audio.errors import OpedAudioError, UnreadableFileError
from oped_audio.reading.docx.numbering import numeral
from oped_audio.reading.docx.ooxml import whole

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
PROSE = "The first pair came in March, on a cold morning when no one was looking up at the roofs."
STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Ut"><w:name w:val="Subtitle"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="My head"/>
<w:basedOn w:val="berschrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Z"><w:name w:val="Intense Quote"/>
<w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="C"><w:name w:val="caption"/></w:style>
<w:style w:type="character" w:styleId="Em"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/>
<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/>
<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>
<w:lvlText w:val="o"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride
w:val="1"/></w:lvlOverride><w:lvlOverride w:ilvl="1"><w:lvl w:ilvl="1"><w:numFmt
w:val="upperRoman"/><w:lvlText w:val="%2."/></w:lvl></w:lvlOverride></w:num>
"""
RELATIONS = (
    ("rId1", "styles", "styles.xml", ""),
    ("rId2", "numbering", "numbering.xml", ""),
    ("rId3", "footnotes", "footnotes.xml", ""),
    ("rId4", "image", "media/a.png", ""),
    ("rId5", "hyperlink", "https://x.example/r", ' TargetMode="External"'),
    ("rId6", "hyperlink", "file:///etc/passwd", ' TargetMode="External"'),
)
FOOTNOTES = (
    '<w:footnote w:id="-1"/><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>'
    "<w:r><w:t> Seen by the author.</w:t></w:r></w:p></w:footnote>"
)


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(content: str, style: str = "", properties: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    runs = content if content.startswith("<") else run(content)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{runs}</w:p>"


def item(text: str, number: int, depth: int = 0) -> str:
    listed = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, properties=listed)


def picture(description: str) -> str:
    blip = f'<blip xmlns:r="{R}" r:embed="rId4"/>'
    return f"<w:r><w:drawing><docPr {description}/>{blip}</w:drawing></w:r>"


def parts(body: str, png: bytes, namespace: str = W) -> dict[str, str | bytes]:
    def part(name: str, content: str) -> str:
        return f'<w:{name} xmlns:w="{namespace}" xmlns:r="{R}">{content}</w:{name}>'

    relations = "".join(
        f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{target}"{mode}/>'
        for name, kind, target, mode in RELATIONS
    )
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    return {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{rels}"><Relationship Id="a" '
        f'Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relations xmlns="{rels}">{relations}</Relations>',
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/styles.xml": part("styles", STYLES),
        "word/numbering.xml": part("numbering", NUMBERING),
        "word/footnotes.xml": part("footnotes", FOOTNOTES),
        "word/media/a.png": png,
    }


@pytest.fixture
def word(reading, zipped, png):
    def make(*body: str, namespace: str = W):
        return reading(zipped(parts("".join(body), png(), namespace)), "a.docx")

    return make


def blocks(found):
    return [block for section in found.document.sections for block in section.blocks]


@pytest.mark.parametrize("namespace", [W, STRICT])
def test_styles_by_their_names_in_any_language(word, namespace):
    found = word(
        paragraph("Storks are back", "Titel"),
        paragraph("They came in spring.", "Ut"),
        paragraph("By Ada Byron"),
        paragraph(PROSE),
        paragraph("What they need", "berschrift1"),
        paragraph("We love them.", "Z"),
        paragraph("What we can do", "Own"),
        paragraph(PROSE),
        namespace=namespace,
    )
    document = found.document
    assert (document.title, document.standfirst) == ("Storks are back", "They came in spring.")
    assert (document.byline, document.language) == ("Ada Byron", "en-GB")
    assert [s.heading for s in document.sections] == [None, "What they need", "What we can do"]
    quotation = document.sections[1].blocks[0]
    assert (quotation.kind, quotation.spans[0].emphasis) == ("quotation", "none")


def test_bold_paragraphs_are_headings_where_no_style_is(word):
    found = word(
        paragraph(run("Storks are back", "<w:b/>")),
        paragraph(PROSE),
        paragraph(run("What they need", "<w:b/>")),
        paragraph(PROSE),
    )
    assert found.document.title == "Storks are back"
    assert [section.heading for section in found.document.sections] == [None, "What they need"]


def test_lists_count_as_word_does(word):
    found = word(
        paragraph(PROSE),
        item("one", 1),
        item("deep", 1, 1),
        item("two", 1),
        item("plain", 2),
        paragraph(PROSE),
        item("three", 1),
    )
    lists = [block for block in blocks(found) if block.kind == "list"]
    assert [[(i.label, i.depth) for i in each.items] for each in lists] == [
        *([("3.", 0), ("a)", 1), ("4.", 0)], [("", 0)], [("5.", 0)])
    ]


def test_lists_may_begin_anew_and_look_otherwise(word):
    found = word(paragraph(PROSE), item("one", 1), item("again", 3), item("deep", 3, 1))
    (items,) = (block.items for block in blocks(found) if block.kind == "list")
    assert [each.label for each in items] == ["3.", "1.", "I."]


def test_what_wraps_paragraphs_is_looked_through(word):
    found = word(
        f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph(PROSE)}</w:sdtContent></w:sdt>",
        f"<w:AlternateContent><w:Fallback>{paragraph('Second.')}</w:Fallback></w:AlternateContent>",
        paragraph("<w:sdt><w:sdtContent>" + run("Third.") + "</w:sdtContent></w:sdt>"),
        paragraph("Under", properties='<w:outlineLvl w:val="0"/>'),
        paragraph("<w:oMath><w:r><w:t>a=b</w:t></w:r></w:oMath>"),
    )
    assert [block.text for block in blocks(found)] == [PROSE, "Second.", "Third.", "a=b"]
    assert [section.heading for section in found.document.sections] == [None, "Under"]


def test_signs_and_field_links(word):
    instruction = 'HYPERLINK "https://x.example/f"'
    found = word(
        paragraph(
            run(PROSE)
            + '<w:r><w:sym w:font="Wingdings" w:char="2605"/><w:br w:type="page"/></w:r>'
            + f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{instruction}'
            + '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            + run("linked")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            + run(".")
            + '<w:r><w:footnoteReference w:id="2" w:customMarkFollows="1"/></w:r>'
        )
    )
    (block,) = blocks(found)
    assert block.text == f"{PROSE}★ linked."
    assert [s.text for s in block.spans if s.link == "https://x.example/f"] == ["linked"]


def test_runs(word):
    found = word(
        paragraph(
            run(f"{PROSE} It is ")
            + run("old", "<w:i/>")
            + run(" and ", '<w:b w:val="0"/>')
            + run("tired", '<w:rStyle w:val="Em"/>')
            + run("secret", "<w:vanish/>")
            + "<w:r><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t><w:noBreakHyphen/><w:softHyphen/></w:r>"
            + '<w:ins w:id="1"><w:r><w:t>c</w:t></w:r></w:ins>'
            + '<w:del w:id="2"><w:r><w:delText>gone</w:delText></w:r></w:del>'
            + '<w:hyperlink r:id="rId5"><w:r><w:t> link</w:t></w:r></w:hyperlink>'
            + '<w:hyperlink r:id="rId6"><w:r><w:t> local</w:t></w:r></w:hyperlink>'
            + '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE 3</w:instrText></w:r>'
            + '<w:r><w:fldChar w:fldCharType="separate"/><w:t> seven</w:t></w:r>'
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            + run(" hélas", '<w:lang w:val="fr-FR"/>')
        )
    )
    (block,) = blocks(found)
    assert block.text == f"{PROSE} It is old and tired a\nb\u2011c link local seven hélas"
    assert [s.text.strip() for s in block.spans if s.emphasis == "emphasis"] == ["old", "tired"]
    assert [(s.text, s.link) for s in block.spans if s.link] == [(" link", "https://x.example/r")]
    assert [s.text for s in block.spans if s.language == "fr-FR"] == [" hélas"]


def test_footnotes(word):
    found = word(paragraph(run(PROSE) + '<w:r><w:footnoteReference w:id="2"/></w:r>'))
    first, note = blocks(found)
    assert (note.text, note.label, note.kind) == ("Seen by the author.", "1", "note")
    assert [(s.text, s.note) for s in first.spans if s.note] == [("1", note.id)]


def test_pictures_with_captions_and_alternatives(word):
    found = word(
        paragraph(PROSE),
        paragraph(picture('descr="A stork"')),
        paragraph("On the roof. Photo: Jo Roe/AFP", "C"),
        paragraph(picture("")),
        paragraph(picture('descr=""') + '<w:r><decorative val="1"/></w:r>'),
    )
    described, bare, _ = (block for block in blocks(found) if block.kind == "figure")
    assert (described.caption, described.credit) == ("On the roof.", "Photo: Jo Roe/AFP")
    assert described.image.alternative == "A stork"
    assert not bare.image.is_described
    first = found.findings[0]
    assert (first.rule, first.place) == ("image-without-alternative", "paragraph 4: a.png")


def test_tables_with_headers_and_spans(word):
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"

    found = word(
        paragraph(PROSE),
        "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>"
        + cell("Place")
        + cell("People", '<w:gridSpan w:val="2"/>')
        + "</w:tr><w:tr>"
        + cell("Oslo", '<w:vMerge w:val="restart"/>')
        + cell("1")
        + cell("2")
        + "</w:tr><w:tr>"
        + cell("", "<w:vMerge/>")
        + cell("3")
        + cell("4")
        + "</w:tr></w:tbl>",
        "<w:tbl><w:tr>" + cell("A frame around prose.") + "</w:tr></w:tbl>",
    )
    table, framed = blocks(found)[1:]
    assert [[c.text for c in row] for row in table.rows] == [
        *(["Place", "People"], ["Oslo", "1", "2"], ["3", "4"])
    ]
    assert (table.rows[0][0].is_header, table.rows[0][1].columns, table.rows[1][0].rows) == (
        *(True, 2, 2),
    )
    assert (framed.kind, framed.text) == ("paragraph", "A frame around prose.")


def test_text_boxes_are_read_once(word):
    box = "<w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent>"
    found = word(
        paragraph(
            run(PROSE)
            + "<w:r><w:AlternateContent><w:Choice><w:drawing>"
            + f"{box}</w:drawing></w:Choice><w:Fallback><w:pict>{box}</w:pict></w:Fallback>"
            + "</w:AlternateContent></w:r>"
        )
    )
    assert [block.text for block in blocks(found)] == [PROSE, "In a box."]


def test_the_language_is_what_most_of_the_text_is_in(word):
    german = "Die Störche sind zurück, und die Stadt war nicht auf sie vorbereitet. " * 3
    tagged = word(paragraph(run(german, '<w:lang w:val="de-AT"/>')), paragraph(run("So be it.")))
    assert tagged.document.language == "de-AT"
    first, last = blocks(tagged)
    assert (first.spans[0].language, last.spans[0].language) == (None, "en-GB")
    assert word(paragraph(german)).document.language.startswith("de")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), r"old \.doc"),
        (b"PK\x03\x04 word/ and no more", "no complete ZIP"),
    ],
)
def test_what_is_no_word_document(reading, content, reason):
    with pytest.raises(UnreadableFileError, match=reason):
        reading(content, "a.docx")


def test_parts_that_are_missing(reading, zipped, png):
    whole = parts(paragraph(PROSE), png())
    del whole["word/document.xml"]
    with pytest.raises(UnreadableFileError, match="no document"):
        reading(zipped(whole), "a.docx")
    for name in ("word/styles.xml", "word/numbering.xml", "word/footnotes.xml", "_rels/.rels"):
        whole = parts(paragraph(PROSE), png())
        del whole[name]
        assert blocks(reading(zipped(whole), "a.docx"))


def test_numerals_as_word_writes_them():
    assert [numeral(n, "lowerRoman") for n in (1, 4, 9, 14, 40, 1999)] == [
        *("i", "iv", "ix", "xiv", "xl", "mcmxcix")
    ]
    assert [numeral(n, "upperLetter") for n in (1, 26, 27)] == ["A", "Z", "AA"]
    assert numeral(7, "chineseCounting") == "7"


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damage_anywhere(reading, zipped, png, data):
    whole = parts(paragraph(PROSE) + item("one", 1) + paragraph(picture("")), png())
    name = data.draw(st.sampled_from(sorted(whole)))
    content = whole[name] if isinstance(whole[name], bytes) else whole[name].encode()
    at = data.draw(st.integers(0, len(content)))
    whole[name] = content[:at] + data.draw(st.binary(max_size=9)) + content[at:][:at]
    with suppress(OpedAudioError):
        reading(zipped(whole), "a.docx")
    packed = zipped(whole)
    with suppress(OpedAudioError):
        reading(packed[: data.draw(st.integers(4, len(packed)))], "a.docx")


@pytest.mark.parametrize("text", ["¹", "-1", "1.5", "", None, "9" * 5000, " 1", "٣"])
def test_attributes_that_are_no_numbers_of_a_document(text):
    assert whole(text) is None
    assert whole("12") == 12
