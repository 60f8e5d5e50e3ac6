"""Elements one by one: what each of them becomes."""

from contextlib import suppress

import pytest
from lxml import html

from oped_audio.errors import OpedAudioError
from oped_audio.reading.html.facts import w3c_date
from oped_audio.reading.html.tree import hidden_as, number

PROSE = "The first pair came in March, on a cold morning when no one was looking up at the roofs."


@pytest.fixture
def pieces(reading, png, tmp_path):
    (tmp_path / "a.png").write_bytes(png())
    (tmp_path / "dot.png").write_bytes(png(1, 1))

    def read(body: str, head: str = ""):
        page = f"<html><head>{head}</head><body><h1>T</h1><p>{PROSE}</p>{body}</body></html>"
        found = reading(page, "a.html", tmp_path)
        return [block for section in found.document.sections for block in section.blocks][1:]

    return read


def told(blocks):
    return [(block.kind, block.text) for block in blocks]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<div class=verse>One line<br>and two</div>", [("verse", "One line\nand two")]),
        (
            "<div class=poem><div class=stanza><div class=verse>One,</div>\n"
            "<div class=verse>and <i>two</i>.</div></div>"
            "<div class=stanza><span>Three<br></span><span>four</span></div></div>",
            [("verse", "One,\nand two."), ("verse", "Three\nfour")],
        ),
        ("<p class=pull-quote>So it goes.</p>", [("pullquote", "So it goes.")]),
        ("<blockquote class=pullquote>So it goes.</blockquote>", [("pullquote", "So it goes.")]),
        ("<aside role=doc-pullquote>So it goes.</aside>", [("pullquote", "So it goes.")]),
        ("<pre>one\n  two</pre>", [("verse", "one\ntwo")]),
        ("<p>a<!-- no --><?x y?>b</p>", [("paragraph", "ab")]),
        ("<p><ruby>漢<rt>kan</rt></ruby></p>", [("paragraph", "漢")]),
        ("<p>H<sub>2</sub>O and x<sup>th</sup></p>", [("paragraph", "H2O and xth")]),
        ("<math alttext='a over b'><mi>a</mi></math>", [("paragraph", "a over b")]),
        (
            "<switch><case required-namespace='http://x.example'>no</case>"
            "<case required-namespace='http://www.w3.org/1998/Math/MathML'><math><mi>a</mi></math>"
            "</case><default><p>none</p></default></switch>",
            [("paragraph", "a")],
        ),
        ("<p>a<svg><text>b</text></svg></p>", [("paragraph", "ab")]),
        ("<p hidden>x</p><p>y.</p>", [("paragraph", "y.")]),
        ("<p style='display: none'>x</p><p>y.</p>", [("paragraph", "y.")]),
        ("<table><tr><td>alone</td></tr></table>", [("paragraph", "alone")]),
        (
            "<table role=presentation><tr><td>a</td><td>b</td></tr></table>",
            [("paragraph", "a"), ("paragraph", "b")],
        ),
        ("<p>a <span class=sr-only>new window</span>b</p>", [("paragraph", "a b")]),
        ("<p>a <span epub:type=pagebreak>17</span>b</p>", [("paragraph", "a b")]),
        ("<p>a <span class=pagenum>[Pg 17]</span>b</p>", [("paragraph", "a b")]),
        (
            "<p class=pageno>On the seventeenth page.</p>",
            [("paragraph", "On the seventeenth page.")],
        ),
        (
            "<p><span aria-hidden=true>W</span><span class=sr-only>W</span>hen it came.</p>",
            [("paragraph", "When it came.")],
        ),
        (
            "<p>a <i aria-hidden=true>→</i><span class=sr-only>next</span>b</p>",
            [("paragraph", "a b")],
        ),
        ("<p><img src=a.png alt=W>hen it came.</p>", [("paragraph", "When it came.")]),
        (
            "<p><b><img src=a.png alt='“W'></b>hen it came.</p>",
            [("paragraph", "“When it came.")],
        ),
        (
            "<p>a</p><svg aria-label='A wave'><text>crest</text></svg>",
            [("paragraph", "a"), ("paragraph", "A wave")],
        ),
        (
            "<p>a</p><svg><text>crest</text><text><tspan dy=9>of</tspan><tspan dy=9>a wave"
            "</tspan></text></svg>",
            [("paragraph", "a"), ("paragraph", "crest of a wave")],
        ),
        (
            "<div>One.<br><br>&nbsp; Two,<br>still.<br/> \n<br>Three.</div>",
            [("paragraph", "One."), ("paragraph", "Two,\nstill."), ("paragraph", "Three.")],
        ),
        ("<blockquote>One.<br><br>Two.</blockquote>", [("quotation", "One.\n\nTwo.")]),
        ("<p><q>Who said <q>a</q>?</q></p>", [("paragraph", "“Who said ‘a’?”")]),
        (
            "<div class=lg><p class=l>One,</p><p class=l>two.</p></div>",
            [("verse", "One,\ntwo.")],
        ),
        ("<p>a<nav>x</nav>b</p>", [("paragraph", "a"), ("paragraph", "b")]),
        ("<details><summary>Sum.</summary><p>In.</p></details>", None),
    ],
)
def test_what_an_element_becomes(pieces, body, expected):
    found = told(pieces(body))
    assert found == (expected or [("paragraph", "Sum."), ("paragraph", "In.")])


def test_a_role_makes_a_heading(reading):
    page = f"<h1>T</h1><p>{PROSE}</p><div role=heading aria-level=2>Deep</div><p>{PROSE}</p>"
    sections = reading(page, "a.html").document.sections
    assert [section.heading for section in sections] == [None, "Deep"]


@pytest.mark.parametrize(
    ("markup", "labels"),
    [
        ("<ol type=i start=4><li>a<li>b</ol>", ["iv.", "v."]),
        ("<ol type=A start=26><li>a<li>b</ol>", ["Z.", "AA."]),
        ("<ol type=I><li>a</ol>", ["I."]),
        ("<ol reversed><li>a<li>b</ol>", ["2.", "1."]),
        ("<ol type=a start=0><li>a</ol>", ["0."]),
        ("<dl><dt>Term<dd>Meaning</dl>", ["", ""]),
        ("<dl><div><dt>Term</dt><dd>Meaning</dd></div></dl>", ["", ""]),
    ],
)
def test_labels_of_items(pieces, markup, labels):
    (found,) = pieces(markup)
    assert [item.label for item in found.items] == labels


def test_items_hold_paragraphs_and_leave_pictures_behind_them(pieces):
    found = pieces("<ul><li><p>One.</p><p>More.</p><img src=a.png alt=A></li></ul>")
    assert told(found)[0] == ("list", "One.\nMore.")
    assert found[1].image.alternative == "A"


def test_lists_that_lay_out_a_page_are_read_as_their_content(reading):
    page = f"<h1>T</h1><ul><li><h2>One</h2><p>{PROSE}</p><li><h2>Two</h2><p>{PROSE}</p></ul>"
    sections = reading(page, "a.html").document.sections
    assert [section.heading for section in sections] == ["One", "Two"]


@pytest.mark.parametrize(
    ("markup", "alternative", "caption"),
    [
        ('<div class="wp-caption"><img src=a.png alt=A><p>On it.</p></div>', "A", "On it."),
        ("<figure><img src=a.png alt=A><blockquote>Q.</blockquote></figure>", None, None),
        ("<img src=a.png role=presentation>", "", ""),
        ("<img data-src=a.png src=data:image/gif;base64,R0 alt=A>", "A", ""),
        ("<svg><title>A</title><image href=a.png /></svg>", "A", ""),
        ("<p><img src=a.png alt=A></p><p class=caption>On it.</p>", "A", "On it."),
        ("<p><img src=a.png alt=A></p><p>On it. (Photo/Xinhua)</p>", "A", "On it."),
        ("<picture><source srcset=x><img src=a.png alt=A></picture>", "A", ""),
        ('<img src=a.png aria-label="A">', "A", ""),
    ],
)
def test_pictures(pieces, markup, alternative, caption):
    found = [block for block in pieces(markup) if block.kind == "figure"]
    if alternative is None:
        assert found[0].image.alternative == "A"
    else:
        assert found[0].caption == caption
        assert found[0].image.alternative in {alternative, "Image without a description"}


@pytest.mark.parametrize("markup", ["<img src=dot.png>", "<img src=a.png width=16>", "<img alt=x>"])
def test_what_is_no_picture_to_look_at(pieces, markup):
    assert pieces(markup) == []


def test_a_figure_of_several_pictures_has_its_caption_once(pieces):
    found = pieces(
        "<figure><img src=a.png alt=A><img src=a.png alt=B><figcaption>Two. <small>Jo Roe</small>"
        "</figcaption></figure>"
    )
    assert [(block.image.alternative, block.caption, block.credit) for block in found] == [
        *(("A", "", None), ("B", "Two.", "Jo Roe"))
    ]


def test_notes_without_semantics(pieces):
    first, *notes = pieces(
        '<p>Said.<a href="#_ftn1" name="_ftnref1">[1]</a> And <sup><a href="#fn2">2</a></sup>.</p>'
        '<p><a href="#_ftnref1" name="_ftn1">[1]</a> In print.</p>'
        '<p id="fn2">2. Again. <a href="#x" class="footnote-backref">back</a></p>'
    )
    assert [span.text for span in first.spans if span.note] == ["[1]", "2"]
    assert [(note.text, note.label) for note in notes] == [("In print.", "1"), ("Again.", "2")]


def test_a_reference_without_a_note_is_only_text(pieces):
    (block,) = pieces('<p>Said.<sup><a href="#nowhere">7</a></sup></p>')
    assert (block.text, {span.note for span in block.spans}) == ("Said.7", {None})


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2026-01-05T10:00:00+01:00", "2026-01-05"),
        ("2026/01/05", "2026-01-05"),
        ("2026-13-05", "2026"),
        ("2026-01-45", "2026-01"),
        ("2026", "2026"),
        ("yesterday", None),
        (None, None),
    ],
)
def test_dates(text, date):
    assert w3c_date(text) == date


@pytest.mark.parametrize(
    ("head", "byline"),
    [
        ('<meta name="author" content="By Ada Byron">', "Ada Byron"),
        ('<meta name="author" content="https://x.example/ada">', None),
        ('<meta property="article:author" content="Ada &amp;amp; Co">', "Ada & Co"),
        ('<meta name="citation_author" content="A B"><meta name="citation_author" content="C D">',
         "A B and C D"),
    ],
)  # fmt: skip
def test_authors_in_meta_elements(reading, head, byline):
    page = f"<html><head>{head}</head><body><h1>T</h1><p>{PROSE}</p></body></html>"
    assert reading(page, "a.html").document.byline == byline


def test_dates_languages_and_titles_in_other_places(reading):
    page = (
        "<html><head><title>Storks are back - The Paper</title>"
        '<meta http-equiv="content-language" content="en-GB"></head><body><h1>Storks are back</h1>'
        f'<h1>Other</h1><time class="entry-date" datetime="2026-01-05">today</time><p>{PROSE}</p>'
    )
    document = reading(page, "a.html").document
    assert (document.title, document.date) == ("Storks are back", "2026-01-05")
    assert document.language == "en-GB"


def test_hidden_elements():
    said = {
        "<p aria-hidden=true>x</p>": "is hidden from screen readers",
        "<p class=sr-only>x</p>": "is not seen on the page",
        "<p>x</p>": None,
    }
    for markup, reason in said.items():
        assert hidden_as(html.fragment_fromstring(markup)) == reason
    assert [number(text) for text in ("12px", "x", None)] == [12, None, None]


def test_pages_of_frames_or_nothing(reading):
    for page in ("<frameset><frame src=x></frameset>", "<!-- -->", "", "<"):
        with suppress(OpedAudioError):
            reading(page, "a.html")


def test_a_heading_on_two_lines_is_one_name(reading):
    page = f"<h1>T</h1><p>{PROSE}</p><h2>Chapter V<br>The end</h2><p>{PROSE}</p>"
    section = reading(page, "a.html").document.sections[1]
    assert section.heading == "Chapter V The end"
    assert section.heading_block.text == "Chapter V\nThe end"


@pytest.mark.parametrize(
    ("group", "heading"),
    [
        ("<hgroup><h3 epub:type=ordinal>I</h3><p>The Roof</p></hgroup>", "I The Roof"),
        ("<header><p epub:type=ordinal>Chapter 1</p><h2>The Roof</h2></header>", None),
        ("<hgroup><h2>12</h2><h3>The Roof</h3></hgroup>", "12 The Roof"),
        ("<hgroup><h2>The Roof</h2><p>Where they nest.</p></hgroup>", "The Roof"),
    ],
)
def test_a_number_and_a_name_are_one_heading(reading, tmp_path, group, heading):
    text = f"<h1>T</h1><p>{PROSE}</p>{group}<p>{PROSE}</p>"
    found = reading(f"<html><body>{text}</body></html>", "a.html", tmp_path).document
    assert found.sections[-1].heading == (heading or "Chapter 1 The Roof")


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("<p>A note. <a href='#r'>Return to text</a></p>", ["A note."]),
        ("<p>One.</p><ul><li>Two.</li><li>Three.</li></ul>", ["One.", "Two.", "Three."]),
        ("<p>A note. <a href='#r'>zurück</a></p>", ["A note."]),
        ("<p>See <a href='#r'>what is said</a></p>", ["See what is said"]),
    ],
)
@pytest.mark.parametrize("hidden", ["", "hidden", "style='display: none'"])
def test_notes_are_read_whole_and_where_they_pop_up(pieces, note, expected, hidden):
    found = pieces(
        f"<p>{PROSE}<a id=r role=doc-noteref href='#n'>*</a></p>"
        f"<aside id=n role=doc-footnote {hidden}>{note}</aside>"
    )
    assert [text for kind, text in told(found) if kind == "note"] == expected


def test_a_list_of_which_most_items_are_referred_to_is_one_of_notes(pieces):
    items = "".join(f"<li id=b{n}>Source {n}.</li>" for n in (1, 2, 3))
    found = pieces(
        f"<p>{PROSE}<sup><a href='#b1'>1</a>,<a href='#b3'>3</a></sup></p>"
        f"<h2>References</h2><ol>{items}</ol>"
    )
    assert told(found)[-3:] == [("note", f"Source {n}.") for n in (1, 2, 3)]


def test_words_that_lead_to_a_note_are_read(pieces):
    found = pieces(
        f"<p>{PROSE}</p><p>{PROSE}<sup><a href='#n'>1</a></sup> See <a href='#n'>the note on "
        "storms</a>.</p><p id=n>1 So they say.</p>"
    )
    noted = [span.text for block in found for span in block.spans if span.note]
    assert noted == ["1"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h2>Knots<a class=headerlink href='#k'>¶</a></h2><p>a</p>", "Knots"),
        ("<h2>Knot <a href='#k'>#</a></h2><p>a</p>", "Knot"),
        ("<h2><a href='#k'>Knots</a></h2><p>a</p>", "Knots"),
    ],
)
def test_links_to_headings_themselves_are_not_read(reading, tmp_path, body, expected):
    page = f"<html><body><h1>T</h1><p>{PROSE}</p>{body}</body></html>"
    assert reading(page, "a.html", tmp_path).document.sections[-1].heading == expected


def test_the_numbers_of_lines_of_code_are_not_read(pieces):
    (found,) = pieces("<pre><span class=linenos>1</span>tie()</pre>")
    assert found.text == "tie()"


def test_of_a_note_no_brackets_are_left(pieces):
    label = "<span class=label>[<a role=doc-backlink href='#r'>1</a>]</span>"
    found = pieces(
        f"<p>{PROSE}<a id=r role=doc-noteref href='#n'>[1]</a></p>"
        f"<aside role=doc-footnote id=n>{label}<p>So.</p></aside>"
    )
    assert told(found)[-1:] == [("note", "So.")]
    assert sum(kind == "note" for kind, _ in told(found)) == 1


def test_lists_of_google_docs_are_one(pieces):
    levels = (("0", 1, "One"), ("1", 1, "Deep"), ("0", 2, "Two"))
    lists = "".join(
        f"<ol class='c1 lst-kix_a7-{depth} start' start={start}><li>{text}</li></ol>"
        for depth, start, text in levels
    )
    (found,) = pieces(lists)
    assert [(item.label, item.depth, item.text) for item in found.items] == [
        *(("1.", 0, "One"), ("1.", 1, "Deep"), ("2.", 0, "Two")),
    ]
    assert len(pieces(lists + "<ul class='lst-kix_b-0'><li>Other</li></ul>")) == 2
