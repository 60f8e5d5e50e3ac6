from lxml import etree

from oped_audio.publishing.epub.markup import text
from oped_audio.publishing.report.pieces import Column, judged, region, table, written

COLUMNS = (Column("Word"), Column("Times", is_number=True))
ROWS = [(text("a & b"), text("2"))]


def test_text_of_the_article_stays_text_and_keeps_its_direction():
    element = etree.fromstring(written("</bdi><script>\n x", "ar"))
    assert element.text == "</bdi><script> x"
    assert dict(element.attrib) == {"lang": "ar", "dir": "rtl"}


def test_a_region_is_named_by_its_heading():
    element = etree.fromstring(region("sound", "Sound", written("x", "en")))
    assert element.get("aria-labelledby") == element[0].get("id")
    assert (element.tag, element[0].tag) == ("section", "h2")


def test_a_table_has_a_caption_and_says_what_heads_what():
    frame = etree.fromstring(table("words", "All words", COLUMNS, ROWS))
    assert frame.findtext(".//caption") == "All words"
    assert frame.get("aria-labelledby") == frame.find(".//caption").get("id")
    assert frame.get("tabindex") == "0"
    assert [th.get("scope") for th in frame.iter("th")] == ["col", "col", "row"]
    assert [cell.text for cell in frame.iter("th", "td")][2:] == ["a & b", "2"]


def test_a_table_tells_of_the_rows_that_are_left_out():
    assert "… and 7 more rows." in table("words", "Words", COLUMNS, ROWS, 7)


def test_an_outcome_is_told_in_words_and_its_sign_is_for_the_eye():
    element = etree.fromstring(judged("fail", "Too loud"))
    assert element.get("class") == "fail"
    assert element[0].get("aria-hidden") == "true"
    assert element[0].tail.strip() == "Too loud"
