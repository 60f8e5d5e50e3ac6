"""``oped-audio lexicon`` as a user types it."""

import tomllib

import pytest
from typer.testing import CliRunner

from oped_audio.cli.app import app
from oped_audio.errors import LexiconError, OutputError


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lexicon.toml").write_text('[words]\nXyz = "eks"\n', "utf-8")
    (tmp_path / "input").mkdir()
    (tmp_path / "input/lexicon.toml").write_text('[words]\nAbc = "/abk/"\n', "utf-8")
    return tmp_path


def run(*arguments: str):
    return CliRunner().invoke(app(), ["lexicon", *arguments], catch_exceptions=False)


def test_shows_all_that_is_known_in_a_folder(folder):
    words = tomllib.loads(run().output)["words"]
    assert words["Xyz"] == "eks"
    assert words["Abc"] == "/abk/"
    assert words["Xi"] == {"ipa": "ˈʃiː", "language": "en"}


def test_what_is_set_holds_here_too(folder):
    (folder / "oped.toml").write_text("[lexicon]\nbundled = false\n")
    assert list(tomllib.loads(run().output)["words"]) == ["Xyz", "Abc"]


def test_turns_one_form_into_the_other_and_back(folder):
    told = run("lexicon.toml", "-o", "words.pls", "--language", "en-GB").output
    assert told == "words.pls: 1 entries\n"
    assert b"<alias>eks</alias>" in (folder / "words.pls").read_bytes()
    run("words.pls", "-o", "again.toml")
    assert (folder / "again.toml").read_text() == (
        '[words]\nXyz = { respelled = "eks", language = "en-GB" }\n'
    )


def test_what_cannot_be_read_or_written_is_told(folder):
    with pytest.raises(LexiconError, match=r"gone\.toml: cannot be read"):
        run("gone.toml")
    with pytest.raises(OutputError, match="No such file"):
        run("-o", "no/such/folder.pls")
