"""The whole page, of good books and of bad ones."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree, html

from oped_audio.publishing.report import write
from oped_audio.publishing.settings import WriterSettings

IN_XML = "\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff"
XHTML = "{http://www.w3.org/1999/xhtml}"


def content(publication):
    (file,) = write(publication, WriterSettings())
    assert file.path == "report.html"
    return file.content


def page(publication):
    return etree.fromstring(content(publication))


@pytest.fixture(params=["measured", "failing", "publication"])
def any_book(request):
    return request.getfixturevalue(request.param)


def test_is_well_formed_as_xml_and_the_same_as_html(any_book):
    as_xml = page(any_book)
    as_html = html.document_fromstring(content(any_book))
    of_xml = [str(element.tag).rpartition("}")[2].lower() for element in as_xml.iter()]
    of_html = [str(element.tag).lower() for element in as_html.iter()]
    assert of_html == of_xml


def test_is_the_same_each_time(any_book):
    assert content(any_book) == content(any_book)


def test_every_link_inside_leads_somewhere_and_no_id_is_there_twice(any_book):
    tree = page(any_book)
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    hrefs = [a.get("href") for a in tree.iter(f"{XHTML}a")]
    assert {href[1:] for href in hrefs if href.startswith("#")} <= set(ids)
    assert all(href.startswith(("#", "./")) for href in hrefs)
    named = [e.get("aria-labelledby") for e in tree.iter() if e.get("aria-labelledby")]
    assert set(named) <= set(ids)


def test_headings_go_down_one_level_at_a_time(any_book):
    levels = [int(e.tag[-1]) for e in page(any_book).iter() if re.fullmatch(r".*}h[1-6]", e.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_asks_for_nothing_and_runs_nothing(any_book):
    tree = page(any_book)
    tags = {str(element.tag).rpartition("}")[2] for element in tree.iter()}
    assert tags.isdisjoint({"script", "link", "img", "iframe", "audio", "object", "use", "image"})
    attributes = {name for element in tree.iter() for name in element.attrib}
    assert not any(name.startswith("on") or name in {"src", "style"} for name in attributes)
    style = tree.find(f".//{XHTML}style").text
    assert not re.search(r"url\(|@import|https?:", style)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1, max_size=60))
def test_whatever_is_written_stays_text(renamed, words):
    tree = page(renamed(words, "en"))
    shown = "".join(tree.find(f".//{XHTML}h1").itertext())
    replaced = re.sub(f"[^{IN_XML}]", "\ufffd", " ".join(words.split()))
    assert shown == replaced


def test_hostile_words_stay_text(renamed):
    words = '"><script>alert(1)</script><img src=x onerror=alert(1)> {{x}} ${title}'
    tree = html.document_fromstring(content(renamed(words, "en")))
    assert tree.xpath("//script|//img") == []
    assert tree.xpath("string(//h1)") == words


def test_an_article_from_right_to_left_keeps_its_direction_and_the_page_its_own(renamed):
    tree = page(renamed("الميناء القديم", "ar"))
    assert tree.get("lang") == "en"
    assert tree.get("dir") is None
    (title,) = tree.find(f".//{XHTML}h1")
    assert (title.get("lang"), title.get("dir")) == ("ar", "rtl")
    labels = [e for e in tree.iter(f"{XHTML}bdi") if e.get("lang") == "ar"]
    assert labels
    assert all(e.get("dir") == "rtl" for e in labels)


def test_times_lead_only_into_audio_that_was_made(measured):
    links = re.compile(rb'href="\./audio/[^"]+#t=')
    assert links.search(content(measured))
    assert not links.search(content(replace(measured, files=())))


def test_times_lead_into_one_file_where_a_section_has_several(measured):
    others = [replace(f, path=f.path.replace(".mp3", ".opus")) for f in measured.files]
    captions = replace(measured.files[0], path="captions/00-title.vtt", format="captions")
    written = content(replace(measured, files=(captions, *others, *measured.files)))
    assert set(re.findall(rb"\.(\w+)#t=", written)) == {b"opus"}


def test_a_book_of_ten_hours_gives_a_page_that_still_opens(long_book):
    written = content(long_book)
    assert len(written) < 4_000_000
    tree = etree.fromstring(written)
    assert len(tree.findall(f".//{XHTML}article")) == 501
