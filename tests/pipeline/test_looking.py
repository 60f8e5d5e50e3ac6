"""Looking at an article without making a book of it."""

import pytest

import oped_audio
from oped_audio.errors import NoPhonemesError

ARTICLE = (
    "The return of the storks\n\nBy Ada Byron\n\n"
    "The storks met Zorvath in the valley of the Drim, and nobody there had expected it.\n"
)


@pytest.fixture
def article(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "storks.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


def test_every_utterance_with_the_phonemes_of_each_spoken_token(article):
    told = list(oped_audio.phonemes(article))
    assert [utterance for utterance, _ in told] == list(oped_audio.script(article).utterances)
    assert all(len(heard) == len(utterance.spoken_tokens) for utterance, heard in told)
    (storks,) = [
        heard[1] for utterance, heard in told if utterance.written.startswith("The storks")
    ]
    assert storks == "stˈɔːɹks"


def test_a_word_that_two_voices_speak_has_the_phonemes_of_both(article):
    voices = {"heading": {}, "body": {"voice": "en-gb", "announce": "Text:"}}
    told = oped_audio.phonemes(article, {"voices": voices})
    (heard,) = [heard for utterance, heard in told if utterance.written.startswith("The storks")]
    assert heard[0].split() == ["tˈɛkst", "ðə"]


def test_every_word_in_doubt_has_a_present_pronunciation(article):
    found = oped_audio.review(article)
    assert [doubt.written for doubt in found if doubt.reason == "name"] == ["Zorvath", "Drim"]
    assert all(doubt.ipa for doubt in found)


def test_an_engine_that_does_not_tell_is_named(article):
    with pytest.raises(NoPhonemesError, match="engine tone"):
        list(oped_audio.phonemes(article, {"voice": {"engine": "tone"}}))
