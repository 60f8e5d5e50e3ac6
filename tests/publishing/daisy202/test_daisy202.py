"""What the books say of single things."""

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from oped_audio.model.audio import AudioFile
from oped_audio.publishing.daisy202 import write
from oped_audio.publishing.settings import WriterSettings


@pytest.fixture(scope="session")
def full(narrated, files, everything):
    return files(narrated(everything))


@pytest.fixture(scope="session")
def small(narrated, files, bare):
    return files(narrated(bare))


def root(files, name):
    return etree.fromstring(files[name])


def by_id(document, identity):
    (found,) = document.xpath(f'//*[@id="{identity}"]')
    return found


def metas(document):
    return {m.get("name"): (m.get("content"), m.get("scheme")) for m in document.iter("{*}meta")}


def listed(files):
    body = root(files, "ncc.html").find("{*}body")
    return [(n.tag.rpartition("}")[2], n.get("class"), n.xpath("string()")) for n in body]


def test_the_ncc_lists_headings_notes_pull_quotes_and_pictures_as_they_are_heard(full):
    assert listed(full) == [
        ("h1", "title", "Everything in one, <b>& more"),
        ("h1", "section", "Introduction"),
        ("span", "optional-prodnote", "A stork on a roof. It sleeps."),
        ("span", "optional-prodnote", "No description."),
        ("span", "optional-prodnote", "The same stork."),
        ("span", "noteref", "1"),
        ("span", "noteref", "2"),
        ("span", "sidebar", "He said so. And “<b>” & I."),
        ("h1", "section", "Level one"),
        ("h2", "section", "عنوان"),
        ("h2", "section", "Deep"),
        ("h1", "section", "Notes"),
    ]


def test_a_reference_leads_to_the_sentence_that_it_stands_in(full):
    links = [
        a.get("href") for a in root(full, "ncc.html").findall(".//{*}span[@class='noteref']/{*}a")
    ]
    text = root(full, "content.html")
    assert [by_id(text, link.partition("#")[2]).xpath("string()") for link in links] == [
        "He said so.1",
        "And so on[2] to the end1.",
    ]


def test_references_and_notes_lead_to_each_other(full):
    text = root(full, "content.html")
    references = text.findall(".//{*}span[@class='noteref']")
    assert [r.find("{*}a").get("href") for r in references] == [
        "#s05-p01-n",
        "#s01-p07-n",
        "#s05-p01-n",
    ]
    assert [r.find(".//{*}sup") is not None for r in references] == [True, False, True]
    note = by_id(text, "s05-p01-n")
    assert note.get("class") == "notebody"
    assert note.find(".//{*}a").get("href") == f"#{references[0].get('id')}"
    assert by_id(text, "s05-p02-n")[0].xpath("string()") == "9"
    assert len(by_id(text, "s01-p07-n")) == 3


def test_pictures_that_players_cannot_show_are_words(full):
    text = root(full, "content.html")
    assert [i.get("src") for i in text.iter("{*}img")] == ["i0001.png", "i0002.png", "i0001.png"]
    assert by_id(text, "s01-p02-a").get("alt") == ""
    assert by_id(text, "s01-p02-a").getparent().get("class") is None
    assert by_id(text, "s01-p03-a").text == "No description."
    assert not [name for name in full if name.endswith("webp")]


def test_a_picture_is_one_event_as_long_as_its_description(full):
    par = by_id(root(full, "s0002.smil"), "s01-p01-a")
    following = par.getnext().find("seq/audio")
    assert par.get("system-required") == "prodnote-on"
    assert par.find("seq/audio").get("clip-end") == following.get("clip-begin")


def test_languages_and_directions_are_told(full, small):
    text = root(full, "content.html")
    assert by_id(text, "s02-p04").get("lang") == "fr"
    assert by_id(text, "s03").get("dir") == "rtl"
    assert text.get("dir") is None
    for name in ("ncc.html", "content.html"):
        html = root(small, name)
        assert (html.get("lang"), html.get("dir")) == ("ar", "rtl")


def test_what_is_known_of_the_source_is_told(full):
    told = metas(root(full, "ncc.html"))
    assert told["ncc:sourceDate"] == ("2026-01-05", "yyyy-mm-dd")
    assert told["dc:date"] == ("2026-01-05", "yyyy-mm-dd")
    assert told["dc:source"][0] == "https://example.org/op-ed"
    assert told["dc:publisher"][0] == told["ncc:sourcePublisher"][0] == "Example Press"
    assert told["dc:rights"][0] == "© 2026 Ada Byron"


def test_what_must_be_told_and_is_not_known_is_unknown(small):
    told = metas(root(small, "ncc.html"))
    assert told["dc:creator"][0] == told["dc:publisher"][0] == "Unknown"
    assert not told.keys() & {"ncc:sourceDate", "dc:source", "dc:rights"}


def test_a_section_in_which_nothing_is_said_is_only_shown(small):
    assert [name for name in small if name.endswith(".mp3")] == ["s0001.mp3", "s0002.mp3"]
    assert by_id(root(small, "content.html"), "s02") is not None
    assert [entry[2] for entry in listed(small)] == ["عنوان", "مقدمة"]


def test_two_books_of_one_article_are_the_same(narrated, files, everything, full):
    assert files(narrated(everything)) == full


def test_the_audio_is_shipped_as_it_lies(narrated, bare):
    publication = narrated(bare)
    shipped = {f.path: f.content for f in write(publication, WriterSettings())}
    assert shipped["daisy/s0001.mp3"] == publication.tracks[0].encoded


def test_its_own_size_is_counted(narrated, files, bare, tmp_path):
    """Where the count of kilobytes needs one more kilobyte for its last digit, too."""
    for size in range(2000, 2000 + 1024, 93):
        audio = tmp_path / f"{size}.mp3"
        audio.write_bytes(bytes(size))
        publication = narrated(bare)
        mp3 = AudioFile("mp3", "mp3", "audio/mpeg", audio)
        tracks = tuple(replace(track, files=(mp3,)) for track in publication.tracks)
        made = files(replace(publication, tracks=tracks))
        told = int(metas(root(made, "ncc.html"))["ncc:kByteSize"][0])
        assert told == -(-sum(map(len, made.values())) // 1024)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(min_size=1), st.text(min_size=1))
def test_any_title_and_any_author_give_a_book_that_can_be_read(
    narrated, files, bare, title, author
):
    publication = narrated(bare)
    metadata = replace(publication.metadata, title=title, author=author)
    made = files(replace(publication, metadata=metadata))
    ncc = root(made, "ncc.html")
    told = metas(ncc)
    assert not re.search(r"[<\n]", "".join(content for content, _ in told.values()))
    shown = re.sub(
        r"[^\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", " ".join(title.split())
    )
    assert listed(made)[0][2] == shown
    assert all(root(made, name) is not None for name in made if name.endswith("smil"))
