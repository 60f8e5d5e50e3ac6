"""The first page and the page of an article; what they look like is seen in tests/browser."""

import json
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import html

from oped_audio.model.shelf import BuiltFile, Shelf
from oped_audio.model.shelf_settings import ShelfSettings
from oped_audio.publishing.shelf import (
    article_files,
    article_page,
    index_page,
    published,
    site_files,
)
from oped_audio.publishing.shelf.dates import day, month
from oped_audio.publishing.shelf.media import clock, in_words, iso_duration, megabytes

OFFLINE = ShelfSettings(title="Read aloud")


def page(files):
    return html.document_fromstring(next(f.content for f in files if f.path == "index.html"))


def found(node, selector):
    """What a simple CSS selector names: tag, .class, #id, [attribute], [attribute=value]."""
    steps = []
    for step in selector.split():
        tag = re.match(r"[a-z0-9]*", step)[0]
        tests = [f"@id='{name}'" for name in re.findall(r"#([\w-]+)", step)]
        tests += [
            f"contains(concat(' ', @class, ' '), ' {name} ')"
            for name in re.findall(r"\.([\w-]+)", step.partition("[")[0])
        ]
        tests += [
            f"@{name}='{value}'" if value else f"@{name}"
            for name, value in re.findall(r"\[([\w-]+)=?'?([^\]']*)'?\]", step)
        ]
        steps.append((tag or "*") + "".join(f"[{test}]" for test in tests))
    return node.xpath(".//" + "//".join(steps))


def words(node):
    return " ".join(node.text_content().split())


@pytest.fixture
def index(article):
    undated = replace(article, name="undated", title="Undated", date=None, author=None)
    older = replace(article, name="older", title="Older", date="2025-12", language="de")
    return page(index_page.write(Shelf(OFFLINE, (article, older, undated))))


def test_the_first_page_lists_the_articles_under_their_months(index):
    headings = [words(node) for node in found(index, "#groups h2")]
    assert headings == ["January 2026", "December 2025", "Without a date"]
    links = [(words(node), node.get("href")) for node in found(index, "h3 a")]
    assert links == [
        ("The return of the storks", "articles/storks/index.html"),
        ("Older", "articles/older/index.html"),
        ("Undated", "articles/undated/index.html"),
    ]
    facts = words(found(index, "li")[0])
    for fact in ("By Ada Byron", "5 January 2026", "1 hour 1 minute", "EPUB, MP3, M4B, DAISY"):
        assert fact in facts
    assert "3 articles, 3 hours 3 minutes of listening" in words(index)
    assert index.get("lang") == "en"


def test_titles_have_the_language_of_their_article(index):
    assert [node.get("lang") for node in found(index, "h3 a")] == ["en", "de", "en"]


def test_search_is_hidden_until_the_script_is_there(index):
    (form,) = found(index, "form")
    assert form.get("hidden") is not None
    assert found(index, "#status")[0].get("role") == "status"
    assert {node.get("for") for node in found(form, "label")} == {"query", "sort", "language"}


def test_covers_that_are_not_seen_at_once_are_loaded_later(article):
    articles = tuple(replace(article, name=f"a{number}") for number in range(9))
    shown = page(index_page.write(Shelf(OFFLINE, articles)))
    loading = [node.get("loading") for node in found(shown, "img")]
    assert loading == ["eager"] * 6 + ["lazy"] * 3


def test_one_article_needs_no_search_and_none_are_told_of(article):
    one = page(index_page.write(Shelf(OFFLINE, (article,))))
    assert found(one, "form") == []
    none = page(index_page.write(Shelf(OFFLINE, ())))
    assert "There are no articles yet" in words(none)


def test_feeds_are_offered_only_where_they_are(article, on_web):
    online = page(index_page.write(Shelf(on_web, (article,))))
    assert [node.get("href") for node in found(online, "footer a")] == [
        "opds.json",
        "opds.xml",
        "podcast.xml",
    ]
    assert found(online, "link[rel=canonical]")[0].get("href") == "https://paper.example/listen/"
    assert len(found(online, "link[rel=alternate]")) == 3
    offline = page(index_page.write(Shelf(OFFLINE, (article,))))
    assert not any(found(offline, name) for name in ("footer", "link[rel=alternate]"))
    assert found(offline, "link[rel=canonical]") == []


def test_the_page_of_an_article_offers_all_that_there_is(item):
    shown = page(article_page.write(item))
    offered = {words(node): node.get("href") for node in found(shown, ".downloads a")}
    assert offered == {
        "EPUB 3, text with synchronised audio, 1 kB": "storks.epub",
        "MP3, the whole article in one file, 1 kB": "storks.mp3",
        "M4B audiobook with chapters, 1 kB": "storks.m4b",
        "Captions as WebVTT, 1 kB": "captions/storks.vtt",
        "Captions as SubRip (SRT), 1 kB": "captions/storks.srt",
    }
    assert [words(node) for node in found(shown, "h2")] == [
        "Listen",
        "Download",
        "Accessibility",
        "About this edition",
    ]
    ranks = [int(node.tag[1]) for node in shown.iter("h1", "h2", "h3")]
    assert ranks[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(ranks))


def test_the_accessibility_is_told_in_the_words_of_the_display_guide(item):
    told = words(found(page(article_page.write(item)), "[aria-labelledby=accessibility]")[0])
    for phrase in (
        "Ways of reading",
        "Appearance can be modified",
        "Has alternative text",
        "Prerecorded audio synchronized with text",
        "This publication meets accepted accessibility standards",
        "The publication was certified by Example Certifiers",
        "No hazards",
        "Text-to-speech hinting provided",
    ):
        assert phrase in told


def test_of_sound_alone_it_says_so(item, without):
    heard = replace(item, article=without(item.article, "epub"))
    told = words(page(article_page.write(heard)))
    assert "Prerecorded audio only" in told
    assert "synchronized" not in told


def test_where_nothing_is_known_it_says_so(item):
    unknown = replace(item, article=replace(item.article, accessibility=None))
    assert "No information is available" in words(page(article_page.write(unknown)))


def test_what_is_not_known_is_not_said(item, bare):
    shown = page(article_page.write(replace(item, article=bare)))
    assert [words(node) for node in found(shown, "h2")] == ["Listen", "Download", "Accessibility"]
    assert found(shown, ".by") == found(shown, ".about") == found(shown, "track") == []
    assert "The book's own statement" not in words(shown)


def test_one_listens_to_the_whole_or_from_a_section_on(item):
    shown = page(article_page.write(item))
    (audio,) = found(shown, "audio")
    assert audio.get("preload") == "none"
    assert found(audio, "source")[0].get("src") == "storks.mp3"
    assert found(audio, "track")[0].get("src") == "captions/storks.vtt"
    links = [node.get("href") for node in found(shown, ".contents a")]
    assert links == ["storks.mp3#t=0", "storks.mp3#t=3.42", "storks.mp3#t=64.42"]
    assert [words(node) for node in found(shown, ".at")] == ["At 0:00", "At 0:03", "At 1:04"]


def test_or_to_each_section_where_there_is_no_whole(item, without):
    apart = replace(item, article=without(item.article, "m4b", "mp3-book"))
    shown = page(article_page.write(apart))
    named = {
        node.get("aria-labelledby"): found(node, "source")[0].get("src")
        for node in found(shown, "audio")
    }
    assert named == {
        "section-s00": "audio/00-title.mp3",
        "section-s01": "audio/01-introduction.mp3",
        "section-s02": "audio/02-the-marsh.mp3",
    }
    assert all(shown.get_element_by_id(name) is not None for name in named)
    assert found(shown, "script[src]") == []


def test_the_read_along_page_comes_first_where_there_is_one(item):
    files = (*item.article.files, BuiltFile("read-along/index.html", "read-along", 9, ""))
    shown = page(article_page.write(replace(item, article=replace(item.article, files=files))))
    sections = [node.get("href") for node in found(shown, ".contents a")]
    assert sections[1] == "read-along/index.html#s01"
    (link,) = found(shown, "a.main-action")
    assert (link.get("href"), words(link)) == ("read-along/index.html", "Listen and read along")


def json_ld(shown):
    return json.loads(found(shown, "script[type='application/ld+json']")[0].text)


def test_search_engines_are_told_of_an_audiobook(item):
    told = json_ld(page(article_page.write(item)))
    assert (told["@context"], told["@type"]) == ("https://schema.org", "Audiobook")
    assert told["url"] == "https://paper.example/listen/articles/storks/"
    assert told["author"] == {"@type": "Person", "name": "Ada Byron"}
    assert told["accessModeSufficient"][0] == {"@type": "ItemList", "itemListElement": ["textual"]}
    assert "type" not in told["accessModeSufficient"][0]
    epub = told["encoding"][0]
    assert epub["contentUrl"] == "https://paper.example/listen/articles/storks/storks.epub"
    assert epub["encodingFormat"] == "application/epub+zip"
    assert told["encoding"][-1]["duration"] == "PT3600S"


def test_hostile_texts_stay_texts(item, hostile):
    bad = replace(item, article=hostile)
    content = next(file.content for file in article_page.write(bad)).decode()
    assert "<script>alert" not in content
    assert len(re.findall("<script", content)) == len(re.findall("</script>", content)) == 2
    shown = html.document_fromstring(content)
    assert found(shown, "h1")[0].text_content() == hostile.title
    assert found(shown, "h1")[0].get("dir") == "rtl"
    assert json_ld(shown)["name"] == hostile.title
    assert not [node for node in found(shown, "[href]") if node.get("href").startswith("java")]
    first = page(index_page.write(Shelf(OFFLINE, (hostile, hostile))))
    assert found(first, "h3 a")[0].text_content() == hostile.title
    assert len(found(first, "script")) == 1


def test_pages_ask_nothing_of_any_other_host(item):
    shelf = Shelf(OFFLINE, (item.article,))
    at_home = replace(item, settings=OFFLINE)
    for file in (*article_page.write(at_home), *index_page.write(shelf)):
        shown = html.document_fromstring(file.content)
        asked = [node.get("src") for node in found(shown, "[src]")]
        asked += [node.get("href") for node in found(shown, "link")]
        assert asked
        assert not [address for address in asked if "//" in address]
    styles = {file.path: file.content for file in site_files(shelf)}
    assert b"url(" not in styles["shelf.css"]
    assert b"//" not in styles["shelf.css"]


def test_all_files_have_names_of_their_own(item):
    paths = [file.path for file in (*article_files(item), *published(item.article))]
    assert len(paths) == len(set(paths))
    assert "report.html" not in paths
    assert "daisy/ncc.html" not in paths


def test_a_site_with_an_address_has_artwork_for_its_podcast(article, on_web):
    files = {file.path: file.content for file in site_files(Shelf(on_web, (article,)))}
    assert files["podcast.jpg"][:3] == b"\xff\xd8\xff"
    assert {"opds.json", "opds.xml", "podcast.xml", "sitemap.xml"} <= files.keys()
    offline = [file.path for file in site_files(Shelf(OFFLINE, (article,)))]
    assert offline == ["shelf.css", "shelf.js", "shelf.svg", "index.html"]


@pytest.mark.parametrize(
    ("date", "in_full", "in_short"),
    [
        ("2026-01-05", "5 January 2026", "January 2026"),
        ("2026-12", "December 2026", "December 2026"),
        ("2026", "2026", "2026"),
        ("2026-13-40", "2026-13-40", "2026-13-40"),
        ("last spring", "last spring", "last spring"),
    ],
)
def test_dates_as_people_write_them(date, in_full, in_short):
    assert (day(date), month(date)) == (in_full, in_short)


def test_lengths_and_sizes_as_people_write_them():
    assert [in_words(ms) for ms in (1_000, 59_000, 61_000, 3_600_000, 7_380_000)] == [
        "1 second",
        "59 seconds",
        "1 minute",
        "1 hour",
        "2 hours 3 minutes",
    ]
    assert [clock(ms) for ms in (0, 241_000, 3_723_000)] == ["0:00", "4:01", "1:02:03"]
    assert [iso_duration(ms) for ms in (0, 1_000, 1_230)] == ["PT0S", "PT1S", "PT1.23S"]
    assert [megabytes(size) for size in (1, 640_000, 999_600, 2_100_000)] == [
        "1 kB",
        "640 kB",
        "1.0 MB",
        "2.1 MB",
    ]
