"""What is changed in a folder is built, and nothing else is."""

import json
import signal
import subprocess
import sys
import threading
import time
from functools import partial

import pytest

from oped_audio.serving.watching import Watched

MAIN = "from oped_audio.cli import main; main()"
TEXT = "The {}\n\nIt left when the marsh was drained, and nobody thought it would come back.\n"


class Watch:
    """The command, and its lines as they come."""

    def __init__(self, folder):
        command = [
            sys.executable,
            "-u",
            "-c",
            MAIN,
            "watch",
            "--cache",
            "cache",
            "--engine",
            "tone",
        ]
        self.process = subprocess.Popen(
            command,
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
        )
        self.lines: list[str] = []
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        self.lines.extend(iter(self.process.stdout.readline, ""))

    def wait(self, wanted: str) -> list[str]:
        """The lines up to the one that has this in it, which are taken out."""
        for _ in range(600):
            for number, line in enumerate(self.lines):
                if wanted in line:
                    found, self.lines[: number + 1] = self.lines[: number + 1], []
                    return found
            time.sleep(0.05)
        raise AssertionError((wanted, self.lines))


def test_the_book_follows_the_article(tmp_path):
    folder = tmp_path / "input"
    folder.mkdir()
    (folder / "stork.txt").write_text(TEXT.format("Stork"))
    (folder / "heron.txt").write_text(TEXT.format("Heron"))
    watch = Watch(tmp_path)
    try:
        assert sum("->" in line for line in watch.wait("Watching input")) == 2
        (folder / "stork.txt").write_text(TEXT.format("White Stork"))
        built = watch.wait("Watching input")
        assert next(line for line in built if "->" in line).strip().startswith("-> output/stork:")
        assert sum("->" in line for line in built) == 1
        told = json.loads((tmp_path / "output" / "stork" / "manifest.json").read_bytes())
        assert told["title"] == "The White Stork"

        (folder / "stork.txt").write_text("")
        assert any("oped-audio: input/stork.txt:" in line for line in watch.wait("Watching"))
        (folder / "oped.toml").write_text('[articles.heron.book]\nauthor = "Ada"\n')
        built = watch.wait("Watching input")
        assert sum("->" in line for line in built) == 1
        assert any("output/heron" in line for line in built)

        watch.process.send_signal(signal.SIGINT)
        assert watch.process.wait(timeout=20) == 0
        assert not any("Traceback" in line for line in watch.lines)
    finally:
        watch.process.kill()
        watch.process.wait()
        watch.process.stdout.close()


@pytest.fixture
def watched(folder, tmp_path):
    (folder / "heron.txt").write_text(TEXT.format("Heron"))
    found = Watched(folder, tmp_path / "output", {"voice": {"engine": "tone"}})
    assert len(found.concerned(None)) == 2
    return found


def names(paths) -> list[str]:
    return [path.name for path in paths]


def test_a_lexicon_concerns_those_with_its_words(watched, folder):
    lexicon = folder / "lexicon.toml"
    lexicon.write_text('[words]\nStorks = "birds"\n')
    assert names(watched.concerned([lexicon])) == ["storks.txt"]
    assert watched.concerned([lexicon]) == []


def test_a_take_concerns_its_article(watched, folder):
    takes = folder / "takes.toml"
    takes.write_text('[heron]\n"The Heron" = 2\n')
    assert names(watched.concerned([takes])) == ["heron.txt"]


def test_an_article_that_is_touched_is_not_changed(watched, folder):
    (folder / "heron.txt").touch()
    assert watched.concerned([folder / "heron.txt"]) == []


def test_two_of_one_name_are_built_together_so_that_it_is_told(watched, folder):
    (folder / "heron.md").write_text(TEXT.format("Heron"))
    assert names(watched.concerned([folder / "heron.md"])) == ["heron.md", "heron.txt"]


def test_what_is_built_and_what_programs_leave_does_not_matter(watched, folder, tmp_path):
    assert not watched.matters(tmp_path / "output" / "heron" / "heron.epub")
    assert not watched.matters(folder / ".heron.txt.swp")
    assert not watched.matters(folder / "heron.txt~")
    assert watched.matters(folder / "stork.png")
