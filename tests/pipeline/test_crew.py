"""Many short articles, each built whole by a process."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import oped_audio
from oped_audio.errors import EmptyInputError, InternalError, SameNameError
from oped_audio.model.progress import (
    ArticleStarted,
    BatchStarted,
    Book,
    Failure,
    SectionDone,
)
from oped_audio.pipeline import building

OPTIONS = {
    "voice": {"engine": "tone"},
    "audio": {"mastering": "off"},
    "build": {"formats": ("captions",), "report": False, "jobs": 2},
}


def article(number):
    return (
        f"The storks of {number}\n\nThe storks came back to the valley in the spring of {number}.\n"
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Nine articles, of which one is empty, one is of another's name, and one is long."""
    inputs = tmp_path_factory.mktemp("many") / "in"
    inputs.mkdir()
    for number in range(7):
        (inputs / f"a{number}.txt").write_text(article(number))
    (inputs / "a3.txt").write_text("")
    (inputs / "a5.md").write_text(article(5))
    return inputs


@pytest.fixture(scope="module")
def run(folder):
    """One run over all of them, with all that was told, and the one after it."""
    told, again = [], []
    options = {**OPTIONS, "cache": {"folder": str(folder.parent / "cache")}}
    out = folder.parent / "out"
    report = oped_audio.build([folder], out, options, told.append)
    second = oped_audio.build([folder], out, options, again.append)
    return report, told, second, again


def names(report):
    return [book.folder.name for book in report.books]


def test_all_are_built_but_what_fails_which_is_told(run):
    report, *_ = run
    assert names(report) == ["a0", "a1", "a2", "a4", "a5", "a6"]
    failed = [(Path(failure.source).name, type(failure.error)) for failure in report.failures]
    assert failed == [("a3.txt", EmptyInputError), ("a5.txt", SameNameError)]
    assert all(len(list(book.folder.rglob("*.vtt"))) == 3 for book in report.books)


def test_what_is_told_of_two_articles_does_not_mix(run):
    _, told, *_ = run
    assert told[0] == BatchStarted(8)
    outcomes = [event for event in told if isinstance(event, Book | Failure)]
    assert len(outcomes) == 8
    for book in (event for event in outcomes if isinstance(event, Book)):
        end = told.index(book)
        sections = [type(event) for event in told[end - book.sections : end]]
        assert set(sections) == {SectionDone}
        of_it = [event for event in told if getattr(event, "source", "") == book.source]
        assert isinstance(of_it[0], ArticleStarted)
        assert told[told.index(of_it[0]) : end + 1] == of_it


def test_the_next_run_has_nothing_to_do(run):
    report, _, second, again = run
    assert names(second) == names(report)
    assert all(book.is_up_to_date for book in second.books)
    assert [type(failure.error) for failure in second.failures] == [EmptyInputError, SameNameError]
    assert not [event for event in again if isinstance(event, ArticleStarted)]


def test_one_after_the_other_gives_the_same_bytes(run, folder, tmp_path):
    options = {**OPTIONS, "build": {**OPTIONS["build"], "jobs": 1}}
    options["cache"] = {"folder": str(tmp_path / "cache")}
    alone = oped_audio.build([folder], tmp_path / "out", options)
    report, *_ = run
    assert names(alone) == names(report)
    for mine, theirs in zip(alone.books, report.books, strict=True):
        files = [path for path in mine.folder.rglob("*") if path.is_file()]
        assert files
        for path in files:
            assert path.read_bytes() == (theirs.folder / path.relative_to(mine.folder)).read_bytes()


def test_with_fail_fast_the_first_failure_is_the_last(folder, tmp_path):
    options = {**OPTIONS, "cache": {"folder": str(folder.parent / "cache")}}
    report = oped_audio.build([folder], tmp_path / "out", options, fail_fast=True)
    assert len(report.failures) == 1
    assert len(report.books) < 6
    assert not list((tmp_path / "out").rglob("*.unfinished"))


def test_what_is_long_is_built_when_the_others_are(folder, tmp_path, monkeypatch):
    told = []
    (tmp_path / "in").mkdir()
    for number in range(4):
        (tmp_path / f"in/a{number}.txt").write_text(article(number))
    monkeypatch.setattr(building, "is_long", lambda size, *_: size > 500)
    (tmp_path / "in/a00.txt").write_text(article(10) + "\n" + "Storks eat frogs. " * 30)
    options = {**OPTIONS, "cache": {"folder": str(folder.parent / "cache")}}
    report = oped_audio.build([tmp_path / "in"], tmp_path / "out", options, told.append)
    assert names(report) == ["a0", "a00", "a1", "a2", "a3"]
    order = [event.folder.name for event in told if isinstance(event, Book)]
    assert order[-1] == "a00"


DEADLY = """
import os, signal
from oped_audio.voices import tone

speak = tone.ToneEngine.speak

def die(self, utterance, spec):
    if "deadly" in utterance.spoken:
        os.kill(os.getpid(), signal.SIGKILL)
    return speak(self, utterance, spec)

tone.ToneEngine.speak = die
"""


def test_an_article_that_no_process_survives_is_told_and_the_rest_is_built(tmp_path, monkeypatch):
    (tmp_path / "site").mkdir()
    (tmp_path / "site/sitecustomize.py").write_text(DEADLY)
    others = os.environ.get("PYTHONPATH", "")
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path / 'site'}{os.pathsep}{others}")
    (tmp_path / "in").mkdir()
    for number in range(6):
        (tmp_path / f"in/a{number}.txt").write_text(article(number))
    (tmp_path / "in/a2.txt").write_text(article("a deadly year"))
    options = {**OPTIONS, "cache": {"folder": str(tmp_path / "cache")}}
    report = oped_audio.build([tmp_path / "in"], tmp_path / "out", options)
    assert names(report) == ["a0", "a1", "a3", "a4", "a5"]
    (failure,) = report.failures
    assert isinstance(failure.error, InternalError)
    assert "process that built it died" in str(failure.error)


SCRIPT = """
import sys
from pathlib import Path
import oped_audio

print("begun")
options = {
    "voice": {"engine": "tone"},
    "audio": {"mastering": "off"},
    "build": {"formats": ("captions",), "report": False, "jobs": 2},
    "cache": {"folder": sys.argv[3]},
}
report = oped_audio.build([sys.argv[1]], Path(sys.argv[2]), options)
print(len(report.books))
"""


def test_a_script_that_calls_build_is_not_begun_again_in_each_process(folder, tmp_path):
    (tmp_path / "script.py").write_text(SCRIPT)
    arguments = [folder, tmp_path / "out", folder.parent / "cache"]
    command = [sys.executable, tmp_path / "script.py", *arguments]
    done = subprocess.run(map(str, command), capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["begun", "6"]
    assert done.stderr == ""


def test_who_stops_the_run_does_not_wait_for_the_books_that_are_being_made(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text(article(1))
    for number in range(5):
        body = "\n\n".join(f"# Part {part}\n\nIn {number}, {part} came." for part in range(200))
        (tmp_path / f"in/b{number}.txt").write_text(f"The storks of {number}\n\n{body}\n")

    def listen(event):
        if isinstance(event, Book):
            raise KeyboardInterrupt

    options = {**OPTIONS, "cache": {"folder": str(tmp_path / "cache")}}
    with pytest.raises(KeyboardInterrupt):
        oped_audio.build([tmp_path / "in"], tmp_path / "out", options, listen)
    assert [path.parent.name for path in (tmp_path / "out").rglob("manifest.json")] == ["a"]
    left = [path for path in tmp_path.rglob("*") if path.suffix in {".part", ".unfinished"}]
    assert not left
