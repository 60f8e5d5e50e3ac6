"""OPDS 2.0, OPDS 1.2 and the sitemap."""

import json
from dataclasses import replace

import pytest
from lxml import etree

from oped_audio.model.shelf import BuiltFile, OnShelf, Shelf
from oped_audio.model.shelf_settings import ShelfSettings
from oped_audio.publishing.shelf import opds1, opds2, sitemap

ATOM = "{http://www.w3.org/2005/Atom}"
DC = "{http://purl.org/dc/terms/}"
SCHEMA = "{http://schema.org/}"
SEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
BASE = "https://paper.example/listen"


def of_json(files):
    return {file.path: json.loads(file.content) for file in files}


def of_xml(files):
    return {file.path: etree.fromstring(file.content) for file in files}


@pytest.fixture
def packed(article):
    made = (
        BuiltFile("storks.audiobook", "audiobook", 4321, ""),
        BuiltFile("storks-daisy.zip", "daisy-zip", 1234, ""),
    )
    return replace(article, files=(*article.files, *made))


@pytest.fixture
def shelf(packed, on_web):
    return Shelf(on_web, (packed,))


@pytest.fixture
def long_shelf(packed, on_web):
    articles = tuple(replace(packed, name=f"a{number}") for number in range(250))
    return Shelf(on_web, articles)


def test_opds_2_is_as_specified_and_says_what_there_is_to_acquire(shelf, wrong):
    (feed,) = of_json(opds2.write_catalogue(shelf)).values()
    assert wrong(feed, "OPDS_FEED") == []
    (told,) = feed["publications"]
    assert told["metadata"]["duration"] == 3664.42
    assert told["metadata"]["published"] == "2026-01-05"
    assert told["metadata"]["accessibility"]["certification"] == {
        "certifiedBy": "Example Certifiers",
        "report": "https://certifier.example/report",
    }
    got = {link["href"]: (link["type"], link["size"]) for link in told["links"] if "size" in link}
    assert got == {
        f"{BASE}/articles/storks/storks.epub": ("application/epub+zip", 16),
        f"{BASE}/articles/storks/storks.mp3": ("audio/mpeg", 19),
        f"{BASE}/articles/storks/storks.m4b": ("audio/mp4", 14),
        f"{BASE}/articles/storks/storks.audiobook": ("application/audiobook+zip", 4321),
        f"{BASE}/articles/storks/storks-daisy.zip": ("application/zip", 1234),
    }


def test_each_publication_has_a_document_of_its_own(packed, on_web, wrong):
    item = OnShelf(packed, on_web, b"")
    ((path, told),) = of_json(opds2.write_publication(item)).items()
    assert path == "opds.json"
    assert wrong(told, "OPDS_PUBLICATION") == []
    assert told["links"][0]["href"] == f"{BASE}/articles/storks/opds.json"
    assert list(opds2.write_publication(replace(item, settings=ShelfSettings()))) == []


def test_opds_1_is_an_acquisition_feed(shelf):
    (feed,) = of_xml(opds1.write_catalogue(shelf)).values()
    assert feed.tag == f"{ATOM}feed"
    for name in ("id", "title", "updated", "author"):  # RFC 4287, 4.1.1
        assert len(feed.findall(f"{ATOM}{name}")) == 1
    links = {link.get("rel"): link for link in feed.findall(f"{ATOM}link")}
    assert links["self"].get("href") == f"{BASE}/opds.xml"
    kind = "application/atom+xml;profile=opds-catalog;kind=acquisition"  # OPDS 1.2, x.3
    assert links["self"].get("type") == links["start"].get("type") == kind
    (entry,) = feed.findall(f"{ATOM}entry")
    for name in ("id", "title", "updated"):  # RFC 4287, 4.1.2
        assert entry.findtext(f"{ATOM}{name}")
    assert entry.findtext(f"{DC}identifier").startswith("urn:uuid:")
    assert entry.findtext(f"{DC}issued") == "2026-01-05"
    sufficient = [node.text for node in entry.findall(f"{SCHEMA}accessModeSufficient")]
    assert sufficient == ["textual", "auditory"]
    relations = [link.get("rel") for link in entry.findall(f"{ATOM}link")]
    assert relations.count("http://opds-spec.org/acquisition/open-access") == 5
    assert relations.count("http://opds-spec.org/image") == 1
    assert relations.count("http://opds-spec.org/image/thumbnail") == 1
    assert all(
        link.get("href").startswith(f"{BASE}/articles/storks/")
        for link in entry.findall(f"{ATOM}link")
    )


def test_the_entry_of_an_article_stays_the_same_when_its_text_changes(shelf):
    def entry_id(article):
        (feed,) = of_xml(opds1.write_catalogue(replace(shelf, articles=(article,)))).values()
        return feed.findtext(f"{ATOM}entry/{ATOM}id")

    (article,) = shelf.articles
    assert entry_id(article) == entry_id(
        replace(article, identifier="urn:uuid:other", title="Other")
    )
    assert entry_id(article) != entry_id(replace(article, name="other"))


def test_long_catalogues_go_on_in_further_files(long_shelf, wrong):
    feeds = of_json(opds2.write_catalogue(long_shelf))
    assert list(feeds) == ["opds.json", "opds-2.json", "opds-3.json"]
    assert [len(feed["publications"]) for feed in feeds.values()] == [100, 100, 50]
    assert all(wrong(feed, "OPDS_FEED") == [] for feed in feeds.values())

    def relations(feed):
        return {link["rel"]: link["href"].removeprefix(f"{BASE}/") for link in feed["links"]}

    first, second, last = map(relations, feeds.values())
    assert "previous" not in first
    assert first["next"] == "opds-2.json"
    assert (second["first"], second["previous"], second["next"], second["last"]) == (
        "opds.json",
        "opds.json",
        "opds-3.json",
        "opds-3.json",
    )
    assert "next" not in last
    atoms = of_xml(opds1.write_catalogue(long_shelf))
    assert list(atoms) == ["opds.xml", "opds-2.xml", "opds-3.xml"]
    starts = [feed.findtext(f"{SEARCH}startIndex") for feed in atoms.values()]
    assert starts == ["1", "101", "201"]
    assert {feed.findtext(f"{SEARCH}totalResults") for feed in atoms.values()} == {"250"}


def test_what_has_nothing_to_acquire_is_not_in_a_catalogue(article, on_web, without):
    captions = without(article, "epub", "m4b", "mp3-book", "daisy", "audio")
    shelf = Shelf(on_web, (captions,))
    (feed,) = of_json(opds2.write_catalogue(shelf)).values()
    assert feed["publications"] == []
    (atom,) = of_xml(opds1.write_catalogue(shelf)).values()
    assert atom.findall(f"{ATOM}entry") == []


def test_an_article_without_epub_claims_what_is_true_of_its_sound(article, on_web, without, wrong):
    heard = without(article, "epub")
    (feed,) = of_json(opds2.write_catalogue(Shelf(on_web, (heard,)))).values()
    assert wrong(feed, "OPDS_FEED") == []
    told = feed["publications"][0]["metadata"]
    assert told["@type"] == "http://schema.org/Audiobook"
    assert told["accessibility"]["accessModeSufficient"] == ["auditory"]
    assert "synchronizedAudioText" not in told["accessibility"]["feature"]


def test_an_empty_shelf_is_an_empty_catalogue(on_web, wrong):
    empty = Shelf(on_web, ())
    (feed,) = of_json(opds2.write_catalogue(empty)).values()
    assert wrong(feed, "OPDS_FEED") == []
    assert len(of_xml(opds1.write_catalogue(empty))) == 1


def test_what_is_not_known_is_not_said(bare, on_web, wrong):
    shelf = Shelf(on_web, (bare,))
    (feed,) = of_json(opds2.write_catalogue(shelf)).values()
    assert wrong(feed, "OPDS_FEED") == []
    told = feed["publications"][0]["metadata"]
    assert told.keys().isdisjoint({"author", "narrator", "publisher", "published", "description"})
    (atom,) = of_xml(opds1.write_catalogue(shelf)).values()
    entry = atom.find(f"{ATOM}entry")
    for name in (f"{ATOM}author", f"{ATOM}contributor", f"{ATOM}summary", f"{DC}issued"):
        assert entry.find(name) is None


def test_hostile_texts_stay_texts(hostile, on_web, wrong):
    shelf = Shelf(on_web, (hostile,))
    (feed,) = of_json(opds2.write_catalogue(shelf)).values()
    assert wrong(feed, "OPDS_FEED") == []
    assert feed["publications"][0]["metadata"]["title"] == hostile.title
    assert feed["publications"][0]["metadata"]["readingProgression"] == "rtl"
    (atom,) = of_xml(opds1.write_catalogue(shelf)).values()
    assert atom.findtext(f"{ATOM}entry/{ATOM}title") == hostile.title
    assert atom.find(".//{*}script") is None


def test_the_sitemap_names_every_page(shelf):
    root = of_xml(sitemap.write(shelf))["sitemap.xml"]
    assert root.tag == "{http://www.sitemaps.org/schemas/sitemap/0.9}urlset"
    assert [node.text for node in root.iterfind(".//{*}loc")] == [
        f"{BASE}/",
        f"{BASE}/articles/storks/",
    ]
    assert root.findtext(".//{*}lastmod") == "2026-02-03"


@pytest.mark.parametrize(
    ("base_url", "names"),
    [
        ("https://paper.example/listen", ["sitemap.xml"]),
        ("https://paper.example/", ["sitemap.xml", "robots.txt"]),
    ],
)
def test_robots_are_told_only_at_the_root_of_a_host(shelf, base_url, names):
    at = replace(shelf, settings=ShelfSettings(base_url=base_url))
    files = {file.path: file.content for file in sitemap.write(at)}
    assert list(files) == names
    if "robots.txt" in files:
        assert b"Sitemap: https://paper.example/sitemap.xml" in files["robots.txt"]
