"""Readium's manifest, guided navigation, the W3C's manifest, and the packages."""

import json
import zipfile
from dataclasses import replace

import pytest

from oped_audio.model.shelf import BuiltFile
from oped_audio.model.shelf_settings import ShelfSettings
from oped_audio.publishing.shelf import audiobook, guided, packages, webpub
from oped_audio.publishing.shelf.archive import Archive


def of_json(files):
    return {file.path: json.loads(file.content) for file in files if file.path.endswith(".json")}


def test_readiums_manifest_lists_the_sections_with_their_text(item, wrong):
    (told,) = of_json(webpub.write(item)).values()
    assert wrong(told, "WEBPUB") == []
    assert told["metadata"]["conformsTo"].endswith("/profiles/audiobook")
    assert [link["href"] for link in told["readingOrder"]] == [
        "audio/00-title.mp3",
        "audio/01-introduction.mp3",
        "audio/02-the-marsh.mp3",
    ]
    assert told["readingOrder"][0]["duration"] == 3.42
    assert told["readingOrder"][0]["alternate"] == [
        {"href": "guided/00-title.json", "type": "application/guided-navigation+json"}
    ]
    assert told["links"][0]["href"] == "https://paper.example/listen/articles/storks/manifest.json"
    related = [link for link in told["links"] if link["rel"] == "related"]
    assert [link["href"] for link in related] == ["guided/00-title.json"]


def test_the_contents_are_nested_as_the_headings_are(item):
    (told,) = of_json(webpub.write(item)).values()
    assert [link["title"] for link in told["toc"]] == ["Title page", "Introduction"]
    (inner,) = told["toc"][1]["children"]
    assert inner == {"href": "audio/02-the-marsh.mp3", "title": "What the marsh remembers"}


def test_without_an_address_the_manifest_is_beside_its_files(item, wrong):
    told = of_json(webpub.write(replace(item, settings=ShelfSettings())))["manifest.json"]
    assert wrong(told, "WEBPUB") == []
    assert told["links"][0]["href"] == "manifest.json"


def test_guided_navigation_puts_sentences_beside_the_sound(item, wrong):
    files = of_json(guided.write(item))
    assert [wrong(told, "GUIDED") for told in files.values()] == [[], [], []]
    first = files["guided/00-title.json"]
    assert first["guided"][0]["role"] == ["header"]
    assert first["guided"][0]["children"] == [
        {"audioref": "../audio/00-title.mp3#t=0,1.5", "text": "One."},
        {"audioref": "../audio/00-title.mp3#t=1.5,3.42", "text": "Two."},
    ]
    following = [link["href"] for link in first["links"] if link["rel"] == "next"]
    assert following == ["01-introduction.json"]


def test_and_beside_the_page_that_shows_them_where_there_is_one(item, wrong):
    files = (*item.article.files, BuiltFile("read-along/index.html", "read-along", 9, ""))
    shown = replace(item, article=replace(item.article, files=files))
    told = of_json(guided.write(shown))["guided/00-title.json"]
    assert wrong(told, "GUIDED") == []
    assert told["guided"][0]["children"][1]["textref"] == "../read-along/index.html#s-u2"


def test_but_not_in_a_package_which_has_no_such_page(item, saved, tmp_path):
    files = (*item.article.files, BuiltFile("read-along/index.html", "read-along", 9, ""))
    shown = replace(item, article=replace(item.article, files=files))
    saved(tmp_path / "made", [file for _, file in packages(shown)])
    with zipfile.ZipFile(tmp_path / "made/storks.audiobook") as archive:
        assert b"textref" not in archive.read("guided/00-title.json")


def test_what_is_said_is_left_out_where_no_epub_tells_it(item, wrong):
    silent = replace(item, narrated=())
    assert list(guided.write(silent)) == []
    (told,) = of_json(webpub.write(silent)).values()
    assert wrong(told, "WEBPUB") == []
    assert "alternate" not in told["readingOrder"][0]


def test_the_w3cs_manifest_is_as_specified(item, wrong):
    told = of_json(audiobook.write(item))["publication.json"]
    assert wrong(told, "AUDIOBOOK") == []
    assert told["duration"] == "PT3664.42S"
    assert told["datePublished"] == "2026-01-05"
    assert [one["duration"] for one in told["readingOrder"]] == ["PT3.42S", "PT61S", "PT3600S"]
    assert told["url"] == "https://paper.example/listen/articles/storks/"
    assert (
        "url"
        not in of_json(audiobook.write(replace(item, settings=ShelfSettings())))["publication.json"]
    )


def test_hostile_texts_stay_texts(item, hostile, wrong):
    bad = replace(item, article=hostile)
    files = {file.path: file.content for file in audiobook.write(bad)}
    told = json.loads(files["publication.json"])
    assert wrong(told, "AUDIOBOOK") == []
    assert told["name"] == [hostile.title]
    assert told["@context"][2] == {"language": "ar", "direction": "rtl"}
    assert b"<script" not in files["contents.html"]
    assert wrong(of_json(webpub.write(bad))["manifest.json"], "WEBPUB") == []


@pytest.fixture
def packed(item, saved, tmp_path):
    made = list(packages(item))
    saved(tmp_path / "made", [file for _, file in made])
    return {format_: zipfile.ZipFile(tmp_path / "made" / file.path) for format_, file in made}


def test_the_package_begins_with_the_manifest_and_holds_all_that_it_names(packed):
    archive = packed["audiobook"]
    names = archive.namelist()
    assert names[0] == "publication.json"  # LPF, 3
    assert len(names) == len(set(names))
    told = json.loads(archive.read("publication.json"))
    named = [one["url"] for one in (*told["readingOrder"], *told["resources"])]
    assert set(named) <= set(names)
    readium = json.loads(archive.read("manifest.json"))
    links = [*readium["readingOrder"], *readium["resources"]]
    hrefs = [link["href"] for link in links]
    hrefs += [link["href"] for one in links for link in one.get("alternate", ())]
    assert set(hrefs) <= set(names)
    assert archive.read("audio/00-title.mp3") == b"audio audio/00-title.mp3"
    assert all(
        archive.getinfo(name).compress_type == zipfile.ZIP_STORED
        for name in names
        if name.endswith((".mp3", ".jpg"))
    )


def test_a_file_that_is_poured_can_be_packed_too(tmp_path):
    with (tmp_path / "zip").open("w+b") as stream, Archive(stream) as archive:
        archive.add("a", lambda into: into.write(b"poured"), zipfile.ZIP_DEFLATED)
    assert zipfile.ZipFile(tmp_path / "zip").read("a") == b"poured"


def test_captions_are_not_asked_for_where_there_are_none(item, without, wrong):
    silent = replace(item, article=without(item.article, "captions"))
    told = of_json(audiobook.write(silent))["publication.json"]
    assert wrong(told, "AUDIOBOOK") == []
    assert len(told["resources"]) == 2
    readium = of_json(webpub.write(silent))["manifest.json"]
    assert len(readium["resources"]) == 1


def test_the_daisy_book_is_at_the_top_of_its_zip(packed):
    assert packed["daisy-zip"].namelist() == ["ncc.html", "s0001.mp3"]


def test_packages_are_the_same_each_time(item, saved, tmp_path):
    for name in ("one", "two"):
        saved(tmp_path / name, [file for _, file in packages(item)])
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_there_is_no_audiobook_where_a_section_has_no_file(item, without):
    article = item.article
    some = tuple(file for file in article.files if file.path != "audio/01-introduction.mp3")
    for bad in (replace(article, files=some), without(article, "audio")):
        gone = replace(item, article=bad)
        assert [*webpub.write(gone), *audiobook.write(gone), *guided.write(gone)] == []
        assert [format_ for format_, _ in packages(gone)] == ["daisy-zip"]


def test_the_most_widely_played_file_of_a_section_is_taken(item):
    more = tuple(
        BuiltFile(file.path.replace(".mp3", f".{extension}"), "audio", 5, "")
        for file in item.article.of("audio")
        for extension in ("flac", "opus")
    )
    rest = tuple(file for file in item.article.files if file.format != "audio")
    opus = replace(item, article=replace(item.article, files=(*rest, *more)))
    told = of_json(webpub.write(opus))["manifest.json"]
    assert {link["type"] for link in told["readingOrder"]} == {"audio/ogg"}
