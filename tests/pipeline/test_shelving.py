"""A real build, put on the shelf, again and again."""

import json
import shutil
from pathlib import Path

import pytest

import oped_audio
from oped_audio.errors import OutputError, SettingsError
from oped_audio.model.progress import Failure, Warned
from oped_audio.pipeline import shelving

ARTICLE = (
    "---\ntitle: {}\nauthor: Ada Byron\ndate: 2026-01-05\n---\n"
    "They came back.\n\n## Why\n\nFrogs.\n"
)
FORMATS = ("audio", "captions", "daisy", "epub", "m4b", "mp3-book")
ON_WEB = {"shelf": {"base_url": "https://paper.example/listen"}}


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    (folder / "storks.md").write_text(ARTICLE.format("Storks"))
    (folder / "boats.md").write_text(ARTICLE.format("Boats"))
    options = {
        "voice": {"engine": "tone"},
        "build": {"formats": FORMATS, "jobs": 2},
        "cache": {"folder": str(folder / "cache")},
    }
    articles = [folder / "storks.md", folder / "boats.md"]
    report = oped_audio.build(articles, folder / "output", options)
    assert not report.failures
    return folder / "output"


@pytest.fixture
def output(built, tmp_path) -> Path:
    return shutil.copytree(built, tmp_path / "output")


@pytest.fixture
def site(tmp_path) -> Path:
    return tmp_path / "site"


@pytest.fixture
def shelve(output, site):
    """Makes the site and gives what came of it, with all that was said."""

    def run(options=ON_WEB):
        said = []
        return oped_audio.shelf(output, site, options, said.append), said

    return run


def files(site):
    return {
        path.relative_to(site).as_posix(): path
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def contents(site):
    return {name: path.read_bytes() for name, path in files(site).items()}


def test_puts_everything_in_its_place(shelve, site):
    done, said = shelve()
    assert (done.articles, done.made, done.removed, done.exit_code) == (2, 2, 0, 0)
    assert said == []
    there = files(site)
    assert {
        "index.html",
        "opds.json",
        "opds.xml",
        "podcast.xml",
        "podcast.jpg",
        "sitemap.xml",
        "articles/storks/index.html",
        "articles/storks/storks.epub",
        "articles/storks/storks.audiobook",
        "articles/storks/storks-daisy.zip",
        "articles/storks/manifest.json",
        "articles/storks/publication.json",
        "articles/storks/chapters.json",
        "articles/storks/captions/storks.vtt",
    } <= there.keys()
    assert "articles/storks/report.html" not in there


def test_the_cover_and_the_sentences_are_those_of_the_epub(output, shelve, site):
    shelve()
    guided = json.loads((site / "articles/storks/guided/01-introduction.json").read_text())
    (section,) = guided["guided"]
    assert [one["text"] for one in section["children"]] == ["They came back."]
    begin, end = section["children"][0]["audioref"].partition("#t=")[2].split(",")
    told = json.loads((output / "storks/manifest.json").read_text())
    length = told["sections"][1]["duration"]
    assert (float(begin), float(end)) == (0, pytest.approx(length, abs=0.002))
    assert (site / "articles/storks/cover.jpg").stat().st_size > 10_000


def test_enclosures_and_links_lead_to_files_of_that_size(shelve, site):
    shelve()
    base = "https://paper.example/listen/"
    told = json.loads((site / "opds.json").read_text())
    links = [link for one in told["publications"] for link in one["links"] if "size" in link]
    assert len(links) == 10
    for link in links:
        assert (site / link["href"].removeprefix(base)).stat().st_size == link["size"]
    for publication in told["publications"]:
        for link in (*publication["links"], *publication["images"]):
            place = site / link["href"].removeprefix(base)
            assert place.is_file() or (place / "index.html").is_file()


def test_a_second_time_nothing_is_touched(shelve, site):
    shelve()
    before = {name: path.stat().st_mtime_ns for name, path in files(site).items()}
    done, _ = shelve()
    assert (done.made, done.removed) == (0, 0)
    assert {name: path.stat().st_mtime_ns for name, path in files(site).items()} == before


def test_and_nothing_of_an_article_is_made(shelve, monkeypatch):
    shelve()
    monkeypatch.setattr(shelving, "_opened", lambda article: pytest.fail("opened again"))
    shelve()


def test_the_same_articles_give_the_same_site(output, shelve, site, tmp_path):
    shelve()
    oped_audio.shelf(output, tmp_path / "again", ON_WEB)
    assert contents(site) == contents(tmp_path / "again")


def test_only_what_changed_is_made_anew(output, shelve, site):
    shelve()
    manifest = output / "storks/manifest.json"
    told = json.loads(manifest.read_text())
    manifest.write_text(json.dumps({**told, "title": "Storks again"}))
    old = (site / "articles/boats/index.html").stat().st_mtime_ns
    done, _ = shelve()
    assert done.made == 1
    assert "Storks again" in (site / "articles/storks/index.html").read_text()
    assert "Storks again" in (site / "index.html").read_text()
    assert (site / "articles/boats/index.html").stat().st_mtime_ns == old


def test_a_new_title_of_the_site_is_on_every_page(shelve, site):
    shelve()
    done, _ = shelve({"shelf": {"title": "The Daily Example"}})
    assert done.made == 2
    assert "The Daily Example" in (site / "articles/boats/index.html").read_text()


def test_without_an_address_what_needs_one_goes_and_is_told_of(shelve, site):
    shelve()
    _, (said,) = shelve({})
    assert isinstance(said, Warned)
    for name in ("opds.json", "opds.xml", "podcast.xml", "sitemap.xml"):
        assert name in said.message
        assert not (site / name).exists()
    assert not (site / "articles/storks/opds.json").exists()
    assert "paper.example" not in (site / "articles/storks/index.html").read_text()


def test_a_file_that_someone_removed_from_the_site_comes_back(shelve, site):
    shelve()
    (site / "articles/storks/storks.epub").unlink()
    (site / "index.html").unlink()
    done, _ = shelve()
    assert done.made == 1
    assert (site / "articles/storks/storks.epub").exists()
    assert (site / "index.html").exists()


def test_what_is_gone_from_the_articles_goes_from_the_site(output, shelve, site):
    shelve()
    shutil.rmtree(output / "boats")
    done, _ = shelve()
    assert (done.articles, done.removed) == (1, 1)
    assert not (site / "articles/boats").exists()
    assert "Boats" not in (site / "index.html").read_text()


def test_files_of_ones_own_stay(output, shelve, site):
    site.mkdir()
    (site / "CNAME").write_text("paper.example")
    shelve()
    (site / "articles/boats/notes.txt").write_text("mine")
    shutil.rmtree(output / "boats")
    shelve()
    assert (site / "CNAME").read_text() == "paper.example"
    assert [path.name for path in (site / "articles/boats").iterdir()] == ["notes.txt"]


@pytest.mark.parametrize("name", ["index.html", "articles/other.html", "opds.json"])
def test_a_site_of_someone_else_is_left_alone(shelve, site, name):
    (site / name).parent.mkdir(parents=True)
    (site / name).write_text("mine")
    with pytest.raises(OutputError, match="is not the shelf's"):
        shelve()
    assert contents(site) == {name: b"mine"}


def test_a_robots_txt_of_ones_own_stays(shelve, site):
    site.mkdir()
    (site / "robots.txt").write_text("mine")
    at_root = {"shelf": {"base_url": "https://paper.example"}}
    for _ in range(2):
        shelve(at_root)
        assert (site / "robots.txt").read_text() == "mine"
    (site / "robots.txt").unlink()
    shelve(at_root)
    assert "Sitemap" in (site / "robots.txt").read_text()
    shelve()
    assert not (site / "robots.txt").exists()


def test_so_is_a_folder_where_a_new_article_would_go(output, shelve, site):
    shelve()
    (site / "articles/ships").mkdir()
    shutil.copytree(output / "boats", output / "ships")
    with pytest.raises(OutputError, match="ships"):
        shelve()


def test_a_shelf_that_was_stopped_goes_on(shelve, site, monkeypatch):
    real = shelving.site_files
    monkeypatch.setattr(shelving, "site_files", lambda _: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        shelve()
    monkeypatch.setattr(shelving, "site_files", real)
    done, _ = shelve()
    assert done.made == 2
    assert (site / "index.html").exists()


def test_damaged_and_other_folders_are_told_of_and_the_rest_goes_on(output, shelve, site):
    shelve()
    (output / "storks/manifest.json").write_text("{")
    (output / "photos").mkdir()
    done, said = shelve()
    assert (done.articles, done.removed, done.exit_code) == (1, 0, 3)
    assert {type(one) for one in said} == {Warned, Failure}
    assert "Storks" not in (site / "index.html").read_text()
    assert (site / "articles/storks/index.html").exists()  # who has its address still finds it


def test_a_damaged_epub_is_not_offered(output, shelve, site):
    (output / "storks/storks.epub").write_bytes(b"PK no more")
    done, said = shelve()
    assert (done.articles, done.exit_code) == (2, 0)
    assert [one.source for one in said] == ["storks"]
    assert not (site / "articles/storks/storks.epub").exists()
    assert (site / "articles/storks/cover.jpg").stat().st_size > 10_000  # drawn anew
    assert (site / "articles/storks/storks.mp3").exists()


def test_files_that_are_missing_are_named(output, shelve):
    (output / "storks/storks.mp3").unlink()
    _, said = shelve()
    assert [(one.source, one.message) for one in said] == [
        ("storks", "storks.mp3 is missing; build the article again")
    ]


def without(folder, *formats):
    manifest = folder / "manifest.json"
    told = json.loads(manifest.read_text())
    told["files"] = [file for file in told["files"] if file["format"] not in formats]
    told.pop("accessibility")
    manifest.write_text(json.dumps(told))


def test_what_is_no_episode_and_what_is_old_is_told_in_a_line(output, shelve):
    for number in range(3):
        shutil.copytree(output / "boats", output / f"boats-{number}")
    for folder in output.iterdir():
        without(folder, "m4b", "mp3-book")
    _, said = shelve()
    episodes, old = (one.message for one in said)
    assert "boats, boats-0, boats-1 and 2 more" in episodes
    assert "--only mp3-book" in episodes
    assert "older version" in old


@pytest.mark.parametrize("inner", ["", "site"])
def test_the_site_cannot_be_among_the_articles(output, inner):
    with pytest.raises(SettingsError, match="site"):
        oped_audio.shelf(output, output / inner)


@pytest.mark.parametrize("content", ["{", "[]", '{"format": 9}', '{"format": 1, "files": []}'])
def test_a_site_whose_state_is_lost_is_left_alone(shelve, site, content):
    shelve()
    (site / ".oped-audio-shelf.json").write_text(content)
    with pytest.raises(OutputError, match="choose an empty folder"):
        shelve()


def test_a_hostile_state_leads_nowhere(output, shelve, site):
    victim = site.parent / "victim"
    victim.write_text("precious")
    shelve()
    state = site / ".oped-audio-shelf.json"
    told = json.loads(state.read_text())
    told["files"].append("../victim")
    told["articles"]["../.."] = {"key": "", "files": ["victim", "../victim"], "packages": []}
    state.write_text(json.dumps(told))
    shelve()
    assert victim.read_text() == "precious"


def test_audio_takes_no_space_twice(output, shelve, site):
    shelve()
    audio = site / "articles/storks/storks.mp3"
    assert audio.samefile(output / "storks/storks.mp3")
