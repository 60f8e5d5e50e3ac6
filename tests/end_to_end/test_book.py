"""The op-ed's book as a reader gets it."""

import json
import zipfile

import pytest
from lxml import etree

import oped_audio


def test_epubcheck_has_nothing_to_say(epubcheck, built, beeped):
    assert epubcheck([built.epub, beeped.epub]) == [[], []]


def test_the_outline_is_that_of_an_op_ed(article, oped_audio_run):
    outline = json.loads(oped_audio_run("outline", article, "--json").out)
    assert outline["title"]
    assert outline["standfirst"]
    assert outline["byline"]
    assert outline["language"] == "en"
    roles = [section["role"] for section in outline["sections"]]
    assert roles == ["introduction", *["section"] * 5, "about-author"]
    assert outline["sections"][0]["heading"] is None
    figures = [b for s in outline["sections"] for b in s["blocks"] if b["kind"] == "figure"]
    assert len(figures) == 2
    assert all(figure["caption"] and figure["credit"] for figure in figures)


def test_every_word_of_the_file_is_spoken_once_and_in_order(article):
    """What the book adds is the byline, which stands in the note, and that note's heading."""
    utterances = oped_audio.script(article).utterances
    added = {"s00-p02-u1": "byline", "s07-h-u1": "heading"}
    assert {u.id: u.role for u in utterances if u.id in added} == added
    written = " ".join(u.written for u in utterances if u.id not in added)
    assert written.split() == article.read_text(encoding="utf-8").split()
    assert all(u.spoken for u in utterances)


def test_the_folder_holds_audio_captions_and_a_manifest_that_is_true(built):
    manifest = json.loads((built.folder / "manifest.json").read_text(encoding="utf-8"))
    listed = {entry["path"] for entry in manifest["files"]}
    there = {
        path.relative_to(built.folder).as_posix()
        for path in built.folder.rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }
    assert listed == there
    stems = [f"{n:02}" for n in range(8)]
    assert sorted(path.name[:2] for path in (built.folder / "audio").iterdir()) == stems
    assert len([name for name in listed if name.startswith("captions/")]) == 18
    assert manifest["duration"] > 300
    durations = {entry["path"]: entry.get("duration") for entry in manifest["files"]}
    assert durations[f"{built.folder.name}.epub"] == manifest["duration"]
    assert durations["captions/01-introduction.vtt"] == durations["audio/01-introduction.mp3"]


def test_a_second_build_changes_nothing_and_narrates_nothing(built, oped_audio_run, tmp_path):
    before = {path: path.stat().st_mtime_ns for path in built.folder.rglob("*")}
    arguments = (
        "build",
        built.article,
        "-o",
        built.folder.parent,
        "--cache",
        built.cache,
        "--json",
    )
    (book,) = json.loads(oped_audio_run(*arguments).out)["books"]
    assert book["new_clips"] == 0
    files = [path for path in before if path.is_file()]
    assert [path.stat().st_mtime_ns for path in files] == [before[path] for path in files]


def test_another_cold_build_gives_the_same_bytes(built, oped_audio_run, tmp_path):
    arguments = (
        "build",
        built.article,
        "-o",
        tmp_path,
        "--cache",
        tmp_path / "cache",
        "--jobs",
        "1",
    )
    assert oped_audio_run(*arguments).code == 0
    for path in built.folder.rglob("*"):
        if path.is_file():
            other = tmp_path / built.folder.name / path.relative_to(built.folder)
            assert other.read_bytes() == path.read_bytes(), path.name


def test_one_changed_sentence_narrates_one_sentence(built, oped_audio_run, tmp_path):
    text = built.article.read_text(encoding="utf-8")
    sentence = next(
        u.written
        for u in oped_audio.script(built.article).utterances
        if u.role == "body" and text.count(u.written) == 1 and u.written.endswith(".")
    )
    changed = tmp_path / built.article.name
    changed.write_text(text.replace(sentence, f"{sentence[:-1]} indeed."), encoding="utf-8")
    arguments = ("build", changed, "-o", tmp_path, "--cache", built.cache, "--json")
    (book,) = json.loads(oped_audio_run(*arguments).out)["books"]
    assert book["new_clips"] == 1


def test_an_inserted_paragraph_narrates_only_itself(built, oped_audio_run, tmp_path):
    paragraphs = built.article.read_text(encoding="utf-8").split("\n\n")
    paragraphs.insert(4, "This paragraph was put in later, by an editor in a hurry.")
    changed = tmp_path / built.article.name
    changed.write_text("\n\n".join(paragraphs), encoding="utf-8")
    arguments = ("build", changed, "-o", tmp_path, "--cache", built.cache, "--json")
    (book,) = json.loads(oped_audio_run(*arguments).out)["books"]
    assert book["new_clips"] == 1


@pytest.fixture
def package(built):
    with zipfile.ZipFile(built.epub) as book:
        (name,) = (n for n in book.namelist() if n.endswith(".opf"))
        return etree.fromstring(book.read(name))


def test_the_metadata_is_true_of_this_book(package, built, oped_audio_run):
    spaces = {"o": "http://www.idpf.org/2007/opf", "dc": "http://purl.org/dc/elements/1.1/"}

    def values(name: str) -> list[str]:
        return package.xpath(
            f"//o:meta[@property='{name}' and not(@refines)]/text()", namespaces=spaces
        )

    outline = oped_audio.outline(built.article).document
    assert package.xpath("//dc:title/text()", namespaces=spaces) == [outline.title]
    assert package.xpath("//dc:creator/text()", namespaces=spaces) == [outline.byline]
    assert values("schema:accessMode") == ["textual"]
    assert values("schema:accessModeSufficient") == ["textual", "auditory"]
    assert "synchronizedAudioText" in values("schema:accessibilityFeature")
    assert "alternativeText" not in values("schema:accessibilityFeature")
    assert "synthetic" in values("media:narrator")[0]
    assert len(package.xpath("//o:item[@media-overlay]", namespaces=spaces)) == 8 + 3


def test_audio_is_stored_and_dates_are_fixed(built):
    with zipfile.ZipFile(built.epub) as book:
        infos = book.infolist()
    assert infos[0].filename == "mimetype"
    assert all(i.compress_type == zipfile.ZIP_STORED for i in infos if i.filename.endswith(".mp3"))
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
