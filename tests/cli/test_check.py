"""The command as a user types it, over a recogniser that hears what a test says."""

import json
import sys
from dataclasses import replace

import pytest
from typer.testing import CliRunner

import oped_audio
from oped_audio.cli import app
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

    return set_up


@pytest.fixture
def output(tmp_path):
    (tmp_path / "storks.txt").write_text(ARTICLE)
    options = {"voice": {"engine": "tone"}, "cache": {"folder": str(tmp_path / "cache")}}
    report = oped_audio.build([tmp_path / "storks.txt"], tmp_path / "out", options)
    assert not report.failures
    return tmp_path / "out"


def run(*arguments: object):
    return CliRunner().invoke(app, ["check", *map(str, arguments)])


def test_without_listening_the_overlays_are_read(output):
    done = run(output)
    assert done.exit_code == 0
    assert done.output.endswith("storks.epub: 3 narrated sentences, 0 errors, 0 warnings\n")


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


def test_json_has_all_of_it(output, hear):
    hear(TITLE, "", careful=("",) * 6)
    done = run(output, "--listen", "--json", "--jobs", 1)
    assert done.exit_code == 1
    (book,) = json.loads(done.stdout)
    assert (book["sentences"], book["words"]) == (3, 14)
    assert book["word_error_rate"] == pytest.approx(13 / 14, abs=1e-4)
    mishap = book["sections"][1]["mishaps"][0]
    assert (mishap["kind"], mishap["severity"], mishap["heard"]) == ("dropped", "error", "")
    assert "is heard as nothing" in book["findings"][0]["message"]


def test_a_table_on_a_terminal(output, hear, monkeypatch):
    hear(TITLE, STORY)
    (checked,) = oped_audio.check([output], {"build": {"jobs": 1}}, listening=True)
    shown = []
    monkeypatch.setattr("rich.console.Console.print", lambda _, table, **__: shown.append(table))
    sys.modules["oped_audio.cli.check"]._show(checked, None, is_plain=False)
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
