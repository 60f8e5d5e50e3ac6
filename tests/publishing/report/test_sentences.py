from dataclasses import replace

from lxml import etree

from oped_audio.publishing.report.pace import Paces, paces
from oped_audio.publishing.report.sentences import sentences


def test_the_times_lead_into_the_audio(told):
    page = etree.fromstring(sentences(paces(told, 10), {"s01": "./audio/01-introduction.mp3"}))
    links = [a.get("href") for a in page.iter("a")]
    assert "./audio/01-introduction.mp3#t=0.0" in links
    assert {link for link in links if link.startswith("#")} <= {"#s00", "#s01", "#s02", "#s03"}
    assert not any("s02" in link for link in links if link.startswith("./"))


def test_there_is_a_table_for_each_kind(told):
    page = etree.fromstring(sentences(paces(told, 10), {}))
    assert [caption.text.split(",")[0] for caption in page.iter("caption")] == [
        "The slowest sentences",
        "The fastest sentences",
        "The longest pauses between sentences",
    ]
    first = page.find(".//tbody/tr")
    assert first[0].xpath("string()").startswith("Every morning, long before")
    assert first[0].xpath("string()").endswith(" …")


def test_a_long_word_is_cut_too(told):
    pace = paces(told, 1).slowest[0]
    endless = replace(pace, utterance=replace(pace.utterance, written="港" * 500))
    page = etree.fromstring(sentences(Paces((endless,), (), (), 0, 0), {}))
    assert page.find(".//tbody//bdi").text == "港" * 120 + " …"


def test_what_there_is_none_of_has_no_table():
    page = etree.fromstring(sentences(Paces((), (), (), 0, 0), {}))
    assert page.find(".//table") is None
