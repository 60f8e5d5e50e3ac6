import json
from dataclasses import replace

import pytest
from lxml import etree

from oped_audio.model.shelf import Shelf
from oped_audio.publishing.shelf import podcast

ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
PODCAST = "{https://podcastindex.org/namespace/1.0}"
ATOM = "{http://www.w3.org/2005/Atom}"
PLACE = "https://paper.example/listen/articles/storks"


@pytest.fixture
def feed(on_web):
    def of(*articles):
        (file,) = podcast.write_feed(Shelf(on_web, articles))
        return etree.fromstring(file.content).find("channel")

    return of


def test_the_channel_has_all_that_apple_and_rss_require(feed, article):
    channel = feed(article)
    assert channel.getparent().get("version") == "2.0"
    for name in ("title", "link", "description", "language"):
        assert channel.findtext(name)
    assert channel.findtext(f"{ITUNES}explicit") == "false"
    assert channel.find(f"{ITUNES}image").get("href").endswith("/listen/podcast.jpg")
    category = channel.find(f"{ITUNES}category")
    assert (category.get("text"), category[0].get("text")) == ("News", "News Commentary")
    own = channel.find(f"{ATOM}link[@rel='self']")
    assert own.get("href") == "https://paper.example/listen/podcast.xml"
    assert channel.findtext("language") == "en"


def test_the_guid_of_the_channel_is_made_of_its_address_as_specified(feed, article):
    """A UUID of version 5 of the address without scheme, in the namespace of podcasts."""
    guid = feed(article).findtext(f"{PODCAST}guid")
    assert guid == "16aaa283-09bc-5372-a951-bd1d2ad20eef"


def test_an_episode_has_enclosure_transcripts_chapters_and_people(feed, article):
    item = feed(article).find("item")
    assert item.find("enclosure").attrib == {
        "url": f"{PLACE}/storks.mp3",
        "length": str((article.folder / "storks.mp3").stat().st_size),
        "type": "audio/mpeg",
    }
    assert item.findtext("pubDate") == "Mon, 05 Jan 2026 00:00:00 GMT"
    assert item.findtext(f"{ITUNES}duration") == "3664"
    transcripts = [
        (node.get("url"), node.get("type")) for node in item.findall(f"{PODCAST}transcript")
    ]
    assert transcripts == [
        (f"{PLACE}/captions/storks.vtt", "text/vtt"),
        (f"{PLACE}/captions/storks.srt", "application/x-subrip"),
    ]
    chapters = item.find(f"{PODCAST}chapters")
    assert (chapters.get("url"), chapters.get("type")) == (
        f"{PLACE}/chapters.json",
        "application/json+chapters",
    )
    people = [(node.get("role"), node.text) for node in item.findall(f"{PODCAST}person")]
    assert people == [("author", "Ada Byron"), ("narrator", "Joe (synthetic voice, piper)")]
    other = item.find(f"{PODCAST}alternateEnclosure")
    assert other.get("type") == "audio/mp4"
    assert other.find(f"{PODCAST}source").get("uri") == f"{PLACE}/storks.m4b"


def test_the_guid_of_an_episode_stays_when_the_article_is_corrected(feed, article):
    changed = replace(article, title="Other", identifier="urn:uuid:other", duration_ms=1)
    before, after = (feed(one).find("item/guid") for one in (article, changed))
    assert before.text == after.text == f"{PLACE}/"
    assert before.get("isPermaLink") == "true"


def test_m4b_is_the_episode_where_there_is_no_mp3(feed, article, without):
    item = feed(without(article, "mp3-book")).find("item")
    assert item.find("enclosure").get("url") == f"{PLACE}/storks.m4b"
    assert item.find("enclosure").get("type") == "audio/x-m4a"
    assert item.find(f"{PODCAST}alternateEnclosure") is None


def test_what_is_not_in_one_audio_file_is_no_episode(feed, article, without):
    assert feed(without(article, "mp3-book", "m4b")).find("item") is None


def test_an_undated_article_is_of_the_day_on_which_it_was_made(feed, article):
    item = feed(replace(article, date=None)).find("item")
    assert item.findtext("pubDate") == "Tue, 03 Feb 2026 04:05:06 GMT"


def test_a_long_feed_goes_on_in_further_files(article, on_web):
    articles = tuple(replace(article, name=f"a{number}") for number in range(301))
    first, second = podcast.write_feed(Shelf(on_web, articles))
    assert (first.path, second.path) == ("podcast.xml", "podcast-2.xml")
    root = etree.fromstring(first.content)
    assert len(root.findall("channel/item")) == 300
    following = root.find(f"channel/{ATOM}link[@rel='next']")
    assert following.get("href") == "https://paper.example/listen/podcast-2.xml"
    again = etree.fromstring(second.content)
    guids = {one.findtext(f"channel/{PODCAST}guid") for one in (root, again)}
    assert len(guids) == 1


def test_chapters_begin_where_the_sections_do(item, wrong):
    (file,) = podcast.write_chapters(item)
    told = json.loads(file.content)
    assert wrong(told, "CHAPTERS") == []
    assert [chapter["startTime"] for chapter in told["chapters"]] == [0, 3.42, 64.42]


def test_there_are_no_chapters_without_an_episode(item, without):
    alone = replace(item, article=without(item.article, "mp3-book", "m4b"))
    assert list(podcast.write_chapters(alone)) == []


def test_what_is_not_known_is_not_said(feed, bare):
    item = feed(bare).find("item")
    assert item.findtext("description") == "The return of the storks"
    for name in ("person", "transcript", "alternateEnclosure"):
        assert item.find(f"{PODCAST}{name}") is None


def test_hostile_texts_stay_texts(feed, hostile):
    channel = feed(hostile)
    assert channel.findtext("item/title") == hostile.title
    assert channel.find(".//script") is None
    assert len(channel.findtext("item/description")) <= 4000
