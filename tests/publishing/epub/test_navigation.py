"""Navigation: every page in order, and landmarks that reading systems find."""

from dataclasses import replace

from lxml import etree

from oped_audio.model.document import Document, Note, Section, Span
from oped_audio.publishing.epub.navigation import navigation
from oped_audio.publishing.epub.pages import pages

EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def nav(root, kind):
    (found,) = root.xpath(f"//*[@*[local-name()='type']='{kind}'][local-name()='nav']")
    return found


def test_contents_list_every_page_in_order(publication):
    root = etree.fromstring(navigation(pages(publication), "en", "sentence", {}))
    links = nav(root, "toc").iter("{*}a")
    assert [(link.get("href"), link.xpath("string()")) for link in links] == [
        ("text/00-title.xhtml", "Title page"),
        ("text/01-introduction.xhtml", "Introduction"),
        ("text/02-section.xhtml", "What lasts"),
        ("text/03-about-author.xhtml", "About the author"),
        ("text/statement.xhtml", "Accessibility"),
    ]
    assert (root.get("lang"), root.get(XML_LANG)) == ("en", "en")


def test_landmarks_are_hidden_and_name_cover_title_contents_and_start(publication):
    landmarks = nav(
        etree.fromstring(navigation(pages(publication), "en", "sentence", {})), "landmarks"
    )
    assert landmarks.get("hidden")
    assert [(a.get(EPUB_TYPE), a.get("href")) for a in landmarks.iter("{*}a")] == [
        ("cover", "text/cover.xhtml"),
        ("titlepage", "text/00-title.xhtml"),
        ("toc", "nav.xhtml#toc"),
        ("bodymatter", "text/01-introduction.xhtml"),
    ]


def test_added_words_in_another_language_say_so(document, narrated):
    swahili = pages(narrated(document("sw")))
    contents = nav(etree.fromstring(navigation(swahili, "sw", "word", {})), "toc")
    links = list(contents.iter("{*}a"))
    assert [link.get("lang") for link in links] == ["en", "en", None, None, "en"]
    assert contents.find("{*}h1").get(XML_LANG) == "en"


def test_entries_have_no_links_to_notes_in_them(narrated):
    spans = (Span("See "), Span("here", link="https://example.org"), Span("1", note="s01-p01"))
    blocks = (Note("s01-p01", "note", (Span("A note."),), "1"),)
    only = (Span("1", note="s02-p01"),)
    sections = (
        Section("s01", "section", "See here1", blocks, heading_spans=spans),
        Section("s02", "section", "1", (replace(blocks[0], id="s02-p01"),), heading_spans=only),
    )
    book = pages(narrated(Document("T", None, None, "en", sections)))
    contents = nav(etree.fromstring(navigation(book, "en", "sentence", {})), "toc")
    entries = list(contents.iter("{*}a"))
    assert [link.xpath("string()") for link in entries] == [
        *("Title page", "See here", "1", "Accessibility")
    ]
    assert not any(link.findall(".//{*}a") for link in entries)
