"""Pages as newsrooms have them: the article, all of it, and nothing else."""

import base64
from pathlib import Path

import pytest

from oped_audio.errors import OpedAudioError, UnreadableFileError
from oped_audio.model.document import Figure, ItemList, Note, Table

PROSE = "The first pair came in March, on a cold morning when no one was looking up at the roofs."
MORE = "They need wet meadows and frogs and time, and time is what this town has least of all."
LAST = "Leave the reeds where they stand, and the frogs in their ditch, and let the water be."

NEWS = f"""<!DOCTYPE html><html lang="en-GB"><head><title>Storks are back | The Paper</title>
<meta property="og:site_name" content="The Paper">
<meta property="og:title" content="Storks are back">
<link rel="canonical" href="https://paper.example/opinion/storks">
<script type="application/ld+json">{{"@context":"https://schema.org","@graph":[{{"@type":"WebSite"}},
{{"@type":["OpinionNewsArticle"],"headline":"Storks are back","author":[{{"@type":"Person",
"name":"Ada Byron"}},{{"name":"J. P. Marsh"}}],"datePublished":"2026-01-05T08:00:00Z",
"publisher":{{"name":"The Paper"}},"copyrightNotice":"© 2026 The Paper"}}]}}</script></head>
<body><header><nav><ul><li><a href="/">Home</a></li></ul></nav></header>
<main><article class="story"><header><p class="kicker">Opinion</p><h1>Storks are back</h1>
<p class="standfirst">They came in spring, and the town was not ready for them.</p>
<p class="byline">By <a rel="author" href="/ada">Ada Byron</a> and J. P. Marsh</p>
<div class="share-bar"><button>Share</button><a href="#">Tweet</a></div></header>
<div class="article-body"><p>{PROSE}<sup><a href="#fn1" id="r1">1</a></sup></p>
<figure><img src="stork.png" alt="A stork on a roof"><figcaption>A stork on the town hall.
<span class="credit">Photo: Jo Roe/AFP</span></figcaption></figure>
<h2>What they need</h2><p>{MORE} It is an <em>old</em> <a href="/frogs">tale</a>,
<q lang="fr">hélas</q>, and 10<sup>6</sup> times told.</p>
<ul><li>Meadows</li><li>Frogs<ol type="a"><li>green</li><li value="4">brown</li></ol></li></ul>
<aside class="related"><h3>Related</h3><ul><li><a href="/x">Frogs are gone</a></li></ul></aside>
<blockquote><p>“We love them,” said the mayor.</p><p>“All of them.”</p></blockquote>
<table><caption>Pairs</caption><tr><th>Year</th><th>Pairs</th></tr>
<tr><td>2024</td><td>1</td></tr></table>
<h2>What we can do</h2><p>{LAST}<br>Then wait.</p>
<section class="footnotes"><ol><li id="fn1"><p>Seen by the author. <a href="#r1">↩</a></p></li></ol>
</section><p>Ada Byron is a farmer. J. P. Marsh is a historian.</p></div></article>
<aside><h2>Most read</h2><ol><li><a href="/1">One</a></li></ol></aside></main>
<footer><p>Copyright 2026 The Paper. All rights reserved, for ever and ever, in every land.</p>
</footer></body></html>"""


@pytest.fixture
def news(reading, png, tmp_path):
    (tmp_path / "stork.png").write_bytes(png())
    return reading(NEWS, "news.html", tmp_path)


def blocks(read):
    return [block for section in read.document.sections for block in section.blocks]


def test_what_the_page_says_of_itself(news):
    document = news.document
    assert (document.title, document.kicker) == ("Storks are back", "Opinion")
    assert document.standfirst.startswith("They came in spring")
    assert (document.byline, document.language) == ("Ada Byron and J. P. Marsh", "en-GB")
    assert (document.date, document.publisher) == ("2026-01-05", "The Paper")
    assert document.rights == "© 2026 The Paper"
    assert document.source == "https://paper.example/opinion/storks"


def test_the_article_is_read_and_the_page_around_it_is_told_of(news):
    assert [section.heading for section in news.document.sections] == [
        *(None, "What they need", "What we can do", "About the author", "Notes")
    ]
    shown = "\n".join(block.text for block in blocks(news))
    for furniture in ("Home", "Tweet", "Frogs are gone", "Most read", "Copyright"):
        assert furniture not in shown
        assert any(furniture in decision.text for decision in news.left_out)
    assert all(decision.reason for decision in news.left_out)
    assert not news.findings


def test_structure_becomes_structure(news):
    kinds = [block.kind for block in blocks(news)]
    assert kinds == [
        *("paragraph", "figure", "paragraph", "list", "quotation", "quotation", "table"),
        *("paragraph", "paragraph", "note"),
    ]
    figure = next(block for block in blocks(news) if isinstance(block, Figure))
    assert (figure.caption, figure.credit) == ("A stork on the town hall.", "Photo: Jo Roe/AFP")
    assert figure.image.alternative == "A stork on a roof"
    items = next(block for block in blocks(news) if isinstance(block, ItemList)).items
    assert [(item.text, item.label, item.depth) for item in items] == [
        *(("Meadows", "", 0), ("Frogs", "", 0), ("green", "a.", 1), ("brown", "d.", 1))
    ]
    table = next(block for block in blocks(news) if isinstance(block, Table))
    assert table.text == "Pairs\nYear\tPairs\n2024\t1"
    assert [cell.is_header for cell in table.rows[0]] == [True, True]


def test_runs_keep_language_style_links_and_notes(news):
    first, _, second, *_, last = blocks(news)
    assert isinstance(last, Note)
    assert (last.text, last.label) == ("Seen by the author.", "1")
    assert [(span.text, span.note) for span in first.spans[1:]] == [("1", last.id)]
    assert "“hélas”" in second.text
    assert "10⁶ times" in second.text
    assert [span.text for span in second.spans if span.language == "fr"] == ["“hélas”"]
    assert [span.text for span in second.spans if span.emphasis == "emphasis"] == ["old"]
    assert not any(span.link for span in second.spans)  # relative, and the page has no address


def test_relative_links_lead_from_the_address(reading):
    found = reading(NEWS, "news.html", address="https://paper.example/opinion/storks")
    links = [span.link for block in blocks(found) for span in block.spans if span.link]
    assert links == ["https://paper.example/frogs"]


def article(body: str, head: str = "") -> str:
    return f"<html><head><title>T</title>{head}</head><body>{body}</body></html>"


def test_a_plain_export_is_read_whole(reading):
    page = article(
        f"<h1>Storks are back</h1><p>By Ada Byron</p><p>{PROSE}</p><h2>Two</h2><p>{MORE}"
    )
    document = reading(page, "export.htm").document
    assert (document.title, document.byline) == ("Storks are back", "Ada Byron")
    assert [section.heading for section in document.sections] == [None, "Two"]


def test_a_page_without_semantics_is_found_by_its_prose(reading):
    links = "".join(
        f'<li><a href="/{n}">Another headline that is long {n}</a></li>' for n in range(9)
    )
    page = article(
        f"<div id=top><ul>{links}</ul></div><div id=c><h1>Storks are back</h1><div><p>{PROSE}</p>"
        f"<h2>What they need</h2><p>{MORE} {LAST}</p><p>{LAST} {PROSE}</p></div></div>"
        f"<div id=bottom><p>Terms</p><p>Privacy</p></div><script>track()</script>"
    )
    found = reading(page, "old.html")
    assert found.document.title == "Storks are back"
    shown = " ".join(block.text for block in blocks(found))
    assert PROSE in shown
    assert "Another headline" not in shown
    assert "track()" not in " ".join(decision.text for decision in found.decisions)


def test_a_headline_outside_the_article_counts(reading):
    page = article(
        f"<nav>Menu</nav><div><div><h1>Storks are back</h1><p class=dek>They came early.</p>"
        f"<p class=byline>By Ada Byron</p></div><div itemprop=articleBody><p>{PROSE}</p>"
        f"<p>{MORE}</p></div></div><div class=more><p class=byline>By Someone Else</p></div>"
    )
    document = reading(page, "page.html").document
    assert (document.title, document.byline) == ("Storks are back", "Ada Byron")
    assert document.standfirst == "They came early."


def test_classes_are_known_in_other_languages_too(reading):
    page = article(
        f"<p class=rubrique>Tribune</p><h1>Les cigognes</h1><p class=chapo>Elles sont là.</p>"
        f"<p>{PROSE}</p><p>{MORE}</p>"
    )
    document = reading(page, "page.html").document
    assert (document.kicker, document.standfirst) == ("Tribune", "Elles sont là.")


def test_a_list_at_the_end_may_hold_the_note_about_the_author(reading):
    top = f"<h1>Storks are back</h1><p class=byline>By Ada Byron</p><p>{PROSE}</p><p>{MORE}</p>"
    for item, role in (("Ada Byron is a columnist", "about-author"), ("One stork", "introduction")):
        document = reading(article(f"{top}<ul><li>{item}</li></ul>"), "page.html").document
        assert document.sections[-1].role == role


def test_no_text_of_a_body_is_lost(reading):
    page = article(
        f"loose<div>text <b>bold</b><p>{PROSE}</p>tail</div><dl><dt>Term<dd>Meaning</dl>"
        "<pre>one\n  two</pre><center>mid</center><td>cell</td><unknown>odd</unknown>"
    )
    found = reading(page, "loose.html")
    told = " ".join(f"{d.text}" for d in found.decisions).split()
    for word in f"loose text bold {PROSE} tail Term Meaning one two mid cell odd".split():
        assert word in told


def test_pictures_without_alternative_are_findings_with_their_place(reading, png, tmp_path):
    (tmp_path / "a.png").write_bytes(png())
    page = article(f'<h1>T</h1>\n<p>{PROSE}</p>\n<img src="a.png">\n<img src="a.png" alt="">')
    found = reading(page, "a.html", tmp_path)
    assert [(f.rule, f.place) for f in found.findings] == [
        ("image-without-alternative", "line 3: a.png")
    ]
    images = found.document.images
    assert [(i.is_described, bool(i.alternative)) for i in images] == [(False, True), (True, False)]


@pytest.mark.parametrize(
    ("src", "reason"),
    [
        ("../secret.png", "outside"),
        ("%2e%2e/secret.png", "outside"),
        ("/etc/passwd", "only files beside"),
        ("file:///etc/passwd", "file: addresses"),
        ("https://example.org/a.png", "on the web"),
        ("link.png", "outside"),
        ("missing.png", "no such file"),
        ("text.png", "not a picture"),
        ("data:image/png;base64,AAAA", "not a picture"),
    ],
)
def test_only_pictures_beside_the_article_are_opened(reading, png, tmp_path, src, reason):
    folder = tmp_path / "articles"
    folder.mkdir()
    (tmp_path / "secret.png").write_bytes(png())
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    (folder / "text.png").write_text("no picture")
    page = article(f'<h1>T</h1><p>{PROSE}</p><p><img src="{src}" alt="x"></p>')
    found = reading(page, "a.html", folder)
    (finding,) = found.findings
    assert finding.rule == "image-not-included"
    assert reason in finding.message
    assert not found.document.images


def test_pictures_in_the_page_itself(reading, png):
    data = base64.b64encode(png()).decode()
    page = article(f'<h1>T</h1><p>{PROSE}</p><img src="data:image/png;base64,{data}" alt="x">')
    assert len(reading(page, "a.html").document.images) == 1


def test_a_page_saved_as_one_file(reading, png):
    picture = base64.b64encode(png()).decode()
    page = article(f'<h1>Storks</h1><p>{PROSE}</p><img src="cid:pic" alt="A stork">')
    mhtml = (
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B\r\n"
        "Content-Type: text/html; charset=utf-8\r\nContent-Location: https://paper.example/a\r\n"
        f"\r\n{page}\r\n--B\r\nContent-Type: image/png\r\nContent-ID: <pic>\r\n"
        f"Content-Transfer-Encoding: base64\r\n\r\n{picture}\r\n--B--\r\n"
    )
    document = reading(mhtml, "saved.mhtml").document
    assert (document.title, len(document.images)) == ("Storks", 1)
    assert document.source == "https://paper.example/a"


@pytest.mark.parametrize(
    ("raw", "charset"),
    [
        (article(f"<p>Café. {PROSE}</p>", '<meta charset="utf-8">').encode(), None),
        (article(f"<p>Café. {PROSE}</p>").encode("cp1252"), None),
        (article(f"<p>Café. {PROSE}</p>", "<meta charset=latin-1>").encode("cp1252"), None),
        (article(f"<p>Café. {PROSE}</p>").encode("utf-16"), None),
        (article(f"<p>Café. {PROSE}</p>").encode("mac_roman"), "macintosh"),
    ],
)
def test_encodings(reading, raw, charset):
    found = reading(raw, "a.html", charset=charset)
    assert blocks(found)[0].text.startswith("Café.")


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "table><tr><td", "blockquote"])
def test_a_hundred_thousand_nested_elements_are_refused(reading, tag):
    opened = f"<{tag}>" * 100_000
    with pytest.raises(UnreadableFileError, match="nested"):
        reading(f"<html><body>{opened}{PROSE}", "deep.html")


def test_many_elements_that_are_never_closed_are_read(reading):
    found = reading(article("<p>" + "<p>".join([PROSE] * 5000)), "open.html")
    assert sum(decision.text == PROSE for decision in found.decisions) == 5000


def test_entities_bring_nothing_in(reading):
    page = (
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "yyyy">]>'
        f"<html><body><p>{PROSE} &x;&y; &amp; &eacute;</p></body></html>"
    )
    text = "".join(decision.text for decision in reading(page, "x.html").decisions)
    assert "root:" not in text
    assert "& é" in text


@pytest.mark.parametrize(
    "json",
    ["[]", "null", '{"@type": 5}', "{", '{"@type":"Article","author":[[]],"headline":{"a":1}}'],
)
def test_linked_data_of_any_shape(reading, json):
    head = f'<script type="application/ld+json">{json}</script>'
    assert reading(article(f"<h1>T</h1><p>{PROSE}</p>", head), "a.html").document.title == "T"


def test_right_to_left_and_other_languages(reading):
    page = (
        '<html lang="ar" dir="rtl"><body><article><h1>عودة اللقالق</h1><p>عادت اللقالق في الربيع '
        'إلى المدينة القديمة ولم يكن أحد ينتظرها هناك.</p><p lang="en">They are back.</p></article>'
    )
    document = reading(page, "ar.html").document
    assert (document.language, document.title) == ("ar", "عودة اللقالق")
    assert [span.language for b in document.sections[0].blocks for span in b.spans] == [None, "en"]


def test_nothing_to_read(reading):
    for page in ("<html></html>", "<html><body><script>x</script></body></html>"):
        with pytest.raises(OpedAudioError):
            reading(page, "empty.html")


def test_a_page_of_a_blog(reading, png, tmp_path):
    (tmp_path / "stork.png").write_bytes(png())
    raw = (Path(__file__).parent / "pages" / "blog.html").read_bytes()
    found = reading(raw, "blog.html", tmp_path)
    document = found.document
    assert (document.title, document.kicker) == ("Why the Marsh Matters", "Opinion")
    assert (document.byline, document.dateline) == ("Ada Byron", "January 5, 2026")
    assert (document.date, document.publisher) == ("2026-01-05", "Valley Voice")
    assert [(s.heading, s.level) for s in document.sections] == [
        *((None, 1), ("What it does", 1), ("Who pays for it", 1), ("Two ways", 2))
    ]
    assert [image.alternative for image in document.images] == ["The marsh at dawn"]
    shown = " ".join(block.text for block in blocks(found))
    for furniture in ("Skip to", "newsletter", "Facebook", "Tagged", "forty years", "Proudly"):
        assert furniture not in shown
        assert any(furniture in decision.text for decision in found.left_out)


def test_a_page_may_leave_out_the_tags_of_head_and_body(reading):
    page = (
        "<!doctype html><meta charset=utf-8><title>Storks</title>\n<style>p {}</style>"
        f"<article><h1>Storks are back</h1><p>{PROSE}</p></article><p>{MORE}</p>"
    )
    document = reading(page, "news.html").document
    assert document.title == "Storks are back"
    said = str(document)
    assert said.index(PROSE) < said.index(MORE)


def test_picture_and_date_between_headline_and_text(reading, png, tmp_path):
    (tmp_path / "stork.png").write_bytes(png())
    page = f"""<html lang="en"><head><title>Storks</title></head><body><header></header>
    <article><h1>Storks are back</h1><div class="byline">By <a>Ada Byron</a>
    <time datetime="2026-01-22">January 22, 2026</time> <span>9 min read</span></div>
    <figure><img src="stork.png" alt="A stork"><figcaption>On the roof.</figcaption></figure>
    <aside class="related"><figure><figcaption>Frogs are gone.</figcaption></figure></aside>
    <div class="entry-content"><p>{PROSE}</p><p>{MORE}</p><p>{LAST}</p></div></article>
    </body></html>"""
    read = reading(page, "page.html", tmp_path)
    figures = [block for block in blocks(read) if isinstance(block, Figure)]
    assert [figure.caption for figure in figures] == ["On the roof."]
    assert read.document.byline_line == "By Ada Byron"
    assert (read.document.dateline, read.document.date) == ("January 22, 2026", "2026-01-22")
    assert "9 min read" in [piece.text for piece in read.left_out]
