"""The container: valid, the same every time, and never held in memory."""

import subprocess
import sys
import tracemalloc
import zipfile
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from lxml import etree

from oped_audio.model.document import Block, Section, Span
from oped_audio.publishing.epub.book import write
from oped_audio.publishing.settings import WriterSettings

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
OPF = "EPUB/content.opf"


def package(opened, publication, highlight="sentence"):
    return etree.fromstring(opened(publication, highlight)[OPF])


@pytest.fixture
def strange(document, narrated):
    """A book from right to left, with text that looks like markup and signs that XML forbids."""
    arabic = document("ar")
    text = "]]> <script>&amp;</script> \x00\x0b\x85 \U0001f984 e\u0301"
    block = Block("s04-p01", "paragraph", (Span(text), Span(text, "fa", "strong")))
    section = Section("s04", "section", text, (block,))
    return narrated(replace(arabic, title=text, sections=(*arabic.sections, section)))


def test_epubcheck_has_nothing_to_say(publication, strange, poured, epubcheck, tmp_path):
    report = "https://example.org/report?a=1&b=2"
    certified = replace(publication.metadata, certified_by="A Library", certifier_report=report)
    publication = replace(publication, metadata=certified)
    paths = [tmp_path / f"{name}.epub" for name in ("sentence", "word", "strange")]
    paths[0].write_bytes(poured(publication, "sentence"))
    paths[1].write_bytes(poured(publication, "word"))
    paths[2].write_bytes(poured(strange, "word"))
    assert epubcheck(paths) == [[], [], []]
    with ZipFile(paths[0]) as book:
        (link,) = etree.fromstring(book.read(OPF)).findall("{*}metadata/{*}link")
    assert dict(link.attrib) == {"rel": "a11y:certifierReport", "href": report}


@pytest.mark.parametrize("highlight", ["sentence", "word"])
def test_the_same_publication_gives_the_same_bytes(publication, poured, highlight):
    assert poured(publication, highlight) == poured(publication, highlight)


def test_a_file_named_after_the_article_and_its_statement(publication):
    files = list(write(publication, WriterSettings()))
    assert [file.path for file in files] == ["op-ed.epub", "accessibility.html"]


def test_entries_are_ordered_dated_and_packed_alike(publication, poured):
    with ZipFile(BytesIO(poured(publication, "sentence"))) as book:
        entries = book.infolist()
    assert [entry.filename for entry in entries][:6] == [
        "mimetype",
        "META-INF/container.xml",
        OPF,
        "EPUB/styles/book.css",
        "EPUB/images/cover.jpg",
        "EPUB/text/cover.xhtml",
    ]
    for entry in entries:
        audio = entry.filename.endswith(".mp3")
        stored = audio or entry.filename == "mimetype"
        assert entry.compress_type == (ZIP_STORED if stored else ZIP_DEFLATED)
        assert entry.date_time == (1980, 1, 1, 0, 0, 0)
        assert (entry.external_attr, entry.extra) == (0o100644 << 16, b"")


def test_the_mimetype_can_be_read_at_its_fixed_place(publication, poured):
    assert poured(publication, "sentence")[30:58] == b"mimetypeapplication/epub+zip"


def test_spine_and_manifest(publication, opened):
    root = package(opened, publication)
    assert [(i.get("idref"), i.get("linear")) for i in root.find("{*}spine")] == [
        ("text-cover", "no"),
        ("text-s00", None),
        ("text-s01", None),
        ("text-s02", None),
        ("text-s03", None),
        ("text-accessibility", "no"),
        ("nav", "no"),
    ]
    items = {item.get("id"): item for item in root.find("{*}manifest")}
    assert items["cover"].get("properties") == "cover-image"
    assert items["nav"].get("properties") == "nav"
    assert items["text-s02"].get("media-overlay") == "overlay-s02"
    overlays = [i for i in items if items[i].get("media-type") == "application/smil+xml"]
    spine = [items[i.get("idref")] for i in root.find("{*}spine")]
    assert overlays == [document.get("media-overlay") for document in spine]
    named = {f"EPUB/{item.get('href')}" for item in items.values()}
    assert named == set(opened(publication, "sentence")) - {
        *("mimetype", "META-INF/container.xml", OPF)
    }


def test_the_package_names_language_direction_and_identifier(
    publication, document, narrated, opened
):
    root = package(opened, narrated(document("he")))
    assert (root.get(XML_LANG), root.get("dir")) == ("he", "rtl")
    assert root.find("{*}spine").attrib == {"page-progression-direction": "rtl"}
    (identifier,) = root.findall(".//{*}identifier")
    assert identifier.get("id") == root.get("unique-identifier")
    assert identifier.text == publication.metadata.identifier


def test_modified_is_in_utc(publication, opened):
    elsewhere = datetime(2026, 1, 6, 1, 30, tzinfo=timezone(timedelta(hours=9)))
    metadata = replace(publication.metadata, modified=elsewhere)
    root = package(opened, replace(publication, metadata=metadata))
    (modified,) = root.xpath("//*[@property='dcterms:modified']")
    assert modified.text == "2026-01-05T16:30:00Z"


def test_one_name_twice_is_refused(publication, poured):
    first, second, *rest = publication.tracks
    tracks = (first, replace(second, name=first.name), *rest)
    with pytest.raises(ValueError, match=r"twice in one book: audio/00-title\.mp3"):
        poured(replace(publication, tracks=tracks), "sentence")


def test_audio_is_streamed(publication, tmp_path):
    audio = tmp_path / "long.mp3"
    with audio.open("wb") as stream:
        stream.truncate(50_000_000)
    first = publication.tracks[0]
    large = replace(first, files=(replace(first.files[0], path=audio),))
    tracks = (large, *publication.tracks[1:])
    file, _ = write(replace(publication, tracks=tracks), WriterSettings())
    with (tmp_path / "book.epub").open("wb") as stream:
        tracemalloc.start()
        file.content(stream)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert peak < 6_000_000
    with ZipFile(tmp_path / "book.epub") as book:
        assert book.getinfo("EPUB/audio/00-title.mp3").file_size == 50_000_000
        assert book.testzip() is None


def test_more_than_a_zip_of_32_bits_can_hold_is_written(publication, tmp_path, monkeypatch):
    """As if 4 GB were 20 MB: the limit above which zipfile writes ZIP64."""
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 20_000_000)
    audio = tmp_path / "long.mp3"
    with audio.open("wb") as stream:
        stream.truncate(50_000_000)
    first = publication.tracks[0]
    large = replace(first, files=(replace(first.files[0], path=audio),))
    file, _ = write(replace(publication, tracks=(large, *publication.tracks[1:])), WriterSettings())
    with (tmp_path / "book.epub").open("wb") as stream:
        file.content(stream)
    content = (tmp_path / "book.epub").read_bytes()
    assert b"PK\x06\x06" in content[-5000:]  # the ZIP64 end of the central directory
    with ZipFile(tmp_path / "book.epub") as book:
        assert book.getinfo("EPUB/audio/00-title.mp3").file_size == 50_000_000
        assert book.testzip() is None


def test_naming_the_file_does_not_load_ebooklib():
    code = "import sys, oped_audio.publishing.epub; sys.exit('ebooklib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
