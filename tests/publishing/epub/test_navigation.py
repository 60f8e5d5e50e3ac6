"""Navigation: every page in order, and landmarks that reading systems find."""

from lxml import etree

from oped_audio.publishing.epub.navigation import navigation
from oped_audio.publishing.epub.pages import pages

EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def nav(root, kind):
    (found,) = root.xpath(f"//*[@*[local-name()='type']='{kind}'][local-name()='nav']")
    return found


def test_contents_list_every_page_in_order(publication):
    root = etree.fromstring(navigation(pages(publication), "en", {}))
    links = nav(root, "toc").iter("{*}a")
    assert [(link.get("href"), link.text) for link in links] == [
        ("text/00-title.xhtml", "Title page"),
        ("text/01-introduction.xhtml", "Introduction"),
        ("text/02-section.xhtml", "What lasts"),
        ("text/03-about-author.xhtml", "About the author"),
    ]
    assert (root.get("lang"), root.get(XML_LANG)) == ("en", "en")


def test_landmarks_are_hidden_and_name_cover_title_contents_and_start(publication):
    landmarks = nav(etree.fromstring(navigation(pages(publication), "en", {})), "landmarks")
    assert landmarks.get("hidden")
    assert [(a.get(EPUB_TYPE), a.get("href")) for a in landmarks.iter("{*}a")] == [
        ("cover", "text/cover.xhtml"),
        ("titlepage", "text/00-title.xhtml"),
        ("toc", "nav.xhtml#toc"),
        ("bodymatter", "text/01-introduction.xhtml"),
    ]


def test_added_words_in_another_language_say_so(publication):
    contents = nav(etree.fromstring(navigation(pages(publication), "sw", {})), "toc")
    links = list(contents.iter("{*}a"))
    assert [link.get("lang") for link in links] == ["en", "en", None, None]
    assert contents.find("{*}h1").get(XML_LANG) == "en"
