"""``oped-audio script`` as a user types it, with the real espeak-ng."""

import json
import tomllib

import pytest
from typer.testing import CliRunner

from oped_audio.cli.app import app
from oped_audio.cli.script import is_changed
from oped_audio.model.script import Token, Utterance

ARTICLE = (
    "The return of the storks\n\nBy Ada Byron\n\n"
    "Mr. Zorvath saw the flumbert on Jan. 5, and so did Zorvath’s wife at the BQX (but not me).\n"
)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "storks.txt").write_text(ARTICLE, "utf-8")
    return tmp_path


def run(*arguments: str):
    return CliRunner().invoke(app(), [*arguments], catch_exceptions=False)


def test_what_a_lexicon_says_is_shown(folder):
    (folder / "lexicon.toml").write_text('[words]\nZorvath = "/ˈzɔːvæt/"\nwife = "why"\n', "utf-8")
    assert (
        "    spoken: [Mister] Zorvath /ˈzɔːvæt/ saw the flumbert on [January] [fifth], and so did"
        " Zorvath's /ˈzɔːvæts/ [why] at the [B Q X], but not me."
        in run("script", "storks.txt").output
    )


def test_what_is_heard_is_shown_for_every_sentence(folder):
    shown = run("script", "storks.txt", "--phonemes").output
    assert "    heard:  ðə ɹᵻtˈɜːn ʌvðə stˈɔːɹks" in shown


def test_json_tells_each_token(folder):
    rows = json.loads(run("script", "storks.txt", "--phonemes", "--json").output)["utterances"]
    tokens = {row["id"]: row["tokens"] for row in rows}["s01-p01-u1"]
    (mister, zorvath, *_) = tokens
    assert (mister["spoken"], mister["changed"]) == ("Mister", True)
    assert (zorvath["begin"], zorvath["end"], zorvath["changed"]) == (4, 11, False)
    assert zorvath["heard"].startswith("z")
    assert (
        "heard"
        not in json.loads(run("script", "storks.txt", "--json").output)["utterances"][0]["tokens"][
            0
        ]
    )


def test_the_words_in_doubt_can_be_pasted_into_a_lexicon(folder):
    shown = run("script", "storks.txt", "--review").output
    words = tomllib.loads(shown)["words"]
    assert list(words) == ["Zorvath", "flumbert", "BQX"]
    assert "# 2 times, a name in no dictionary: … Mr. Zorvath saw" in shown
    assert "# once, in no dictionary: … " in shown
    assert "# once, capitals, read as B Q X: … " in shown
    (folder / "lexicon.toml").write_text(shown, "utf-8")
    again = run("script", "storks.txt", "--review")
    assert again.stdout == ""
    assert "No word is in doubt." in again.stderr
    assert "Zorvath /zˈɔːɹvæθ/" in run("script", "storks.txt").output


def test_the_words_in_doubt_as_json(folder):
    (first, *_) = json.loads(run("script", "storks.txt", "--review", "--json").output)
    assert (first["written"], first["reason"], first["count"]) == ("Zorvath", "name", 2)


@pytest.mark.parametrize(
    ("written", "spoken", "changed"),
    [
        ("“They’ve", "They've", False),
        ("(ROK)", "R O K", True),
        ("Korea", "Korea,", False),
        ("U.N.", "U N", True),
        ("5", "five", True),
    ],
)
def test_punctuation_is_no_change(written, spoken, changed):
    token = Token(0, len(written), spoken)
    utterance = Utterance("a", "b", "c", "body", 0, written, (token,), 0, "en")
    assert is_changed(utterance, token) == changed
