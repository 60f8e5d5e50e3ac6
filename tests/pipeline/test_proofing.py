"""An article that is proofed, and the build that follows."""

from dataclasses import replace

import pytest

import oped_audio
from oped_audio.errors import LexiconError
from oped_audio.model.progress import Book, Failure
from oped_audio.pipeline.apart import BuildApart
from oped_audio.pipeline.proofing import (
    hear,
    keep_beside,
    open_proof,
    rest,
    sounds,
    with_take,
    with_words,
)

TEXT = (
    "The Storks\n\nThey left when the marsh was drained. Nobody thought of them again after that.\n"
)


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "input" / "storks.txt"
    path.parent.mkdir()
    path.write_text(TEXT)
    yield path
    rest()


@pytest.fixture
def options(tmp_path):
    return {"cache": {"folder": str(tmp_path / "cache")}, "voice": {"engine": "tone"}}


def build(article, tmp_path, options) -> Book:
    (book,) = oped_audio.build([article], tmp_path / "output", options).books
    return book


def test_what_was_heard_is_not_narrated_again(article, tmp_path, options):
    fresh = build(article, tmp_path, {**options, "cache": {"folder": str(tmp_path / "other")}})
    proof = open_proof(article, options)
    for utterance in proof.script.utterances:
        assert hear(proof, utterance) == hear(proof, utterance)
    book = build(article, tmp_path / "again", options)
    assert book.new_clips == fresh.new_clips - len(proof.script.utterances)


def test_a_word_is_tried_without_a_file(article, options):
    proof = open_proof(article, options)
    trial = with_words(proof, '[words]\nmarsh = "wide wet moor"\n')
    said = [one.spoken for one in trial.script.utterances]
    assert "They left when the wide wet moor was drained." in said
    assert [path.name for path in article.parent.iterdir()] == ["storks.txt"]
    with pytest.raises(LexiconError, match=r"storks|lexicon\.toml"):
        with_words(proof, '[words]\nmarsh = "/€/"\n')


def test_takes_are_as_the_build_reads_them(article, options):
    proof = open_proof(article, options)
    one = proof.script.utterances[-1]
    keep_beside(article, "takes.toml", f'[storks]\n"{one.written}" = 3\n')
    assert open_proof(article, options).takes == with_take(proof, one.written, 3).takes


def test_an_engine_that_does_not_tell_its_sounds_is_no_error(article, options):
    proof = open_proof(article, options)
    assert sounds(proof, proof.script.utterances[0]) == ()
    spoken = replace(proof, settings=open_proof(article, {}).settings)
    assert len(sounds(spoken, spoken.script.utterances[0])) == 2


def test_a_build_apart_tells_all_and_can_be_stopped(article, tmp_path, options):
    events = list(BuildApart([article], tmp_path / "output", options).events())
    assert isinstance(events[-1], Book)
    article.write_text("")
    (failure,) = BuildApart([article], tmp_path / "output", options).events()
    assert isinstance(failure, Failure)
    stopped = BuildApart([article], tmp_path / "output", options)
    stopped.stop()
    assert list(stopped.events()) == []
