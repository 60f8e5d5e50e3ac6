"""What becomes of the speaker when something goes wrong."""

import os
import signal
from dataclasses import replace
from multiprocessing.connection import Pipe

import pytest

from oped_audio.errors import EngineUnavailableError, NarrationError, UnsayableError
from oped_audio.model.audio import VoiceSpec
from oped_audio.model.script import Pronunciation
from oped_audio.voices.espeak import process as espeak_process
from oped_audio.voices.espeak.process import Speaker
from oped_audio.voices.system import EspeakEngine

SPEC = VoiceSpec("pyttsx3", "en-us", 175, 1.0, 50)


@pytest.fixture
def engine(monkeypatch, unmeasured):
    for name in os.environ.keys() - unmeasured.keys():
        monkeypatch.delenv(name)
    opened = EspeakEngine()
    yield opened
    opened.close()


def test_a_speaker_that_was_killed_is_told_and_another_speaks_on(engine, utterance):
    before = engine.speak(utterance("Alive."), SPEC)
    os.kill(engine._reader._speaker._process.pid, signal.SIGKILL)
    with pytest.raises(NarrationError, match="espeak-ng crashed with signal 9"):
        engine.speak(utterance("Dead."), SPEC)
    assert engine.speak(utterance("Alive."), SPEC) == before


def test_an_unknown_voice_is_told_and_the_speaker_lives_on(engine, utterance):
    wrong = VoiceSpec("pyttsx3", "xx-nowhere", 175, 1.0, 50)
    with pytest.raises(NarrationError, match="xx-nowhere"):
        engine.speak(utterance("Who speaks?"), wrong)
    assert engine.speak(utterance("I do."), SPEC).length


def test_a_speaker_that_does_not_answer_is_ended(monkeypatch, engine, utterance):
    engine.speak(utterance("Ready."), SPEC)
    monkeypatch.setattr(espeak_process, "_SPEAK_S", 0.2)
    os.kill(engine._reader._speaker._process.pid, signal.SIGSTOP)
    with pytest.raises(NarrationError, match="no answer within"):
        engine.speak(utterance("Hello?"), SPEC)
    monkeypatch.undo()
    assert engine.speak(utterance("Hello!"), SPEC).length


def pairs(*said):
    return [(one, SPEC) for one in said]


def begun(engine):
    return [text for text, _ in engine._reader._speaker._begun]


def test_what_is_foreseen_is_begun_and_sounds_the_same(engine, utterance):
    said = [utterance(f"Number {number}.") for number in range(5)]
    alone = [engine.speak(one, SPEC) for one in said]
    engine.foresee(pairs(*said))
    assert begun(engine) == [f"Number {number}." for number in range(5)]
    clips = [engine.speak(said[0], SPEC)]
    assert begun(engine) == ["Number 1.", "Number 2.", "Number 3.", "Number 4."]
    clips += [engine.speak(one, SPEC) for one in said[1:]]
    assert clips == alone
    assert begun(engine) == []


def test_no_more_is_begun_than_may_lie_in_memory(monkeypatch, engine, utterance):
    monkeypatch.setattr(espeak_process, "_BEGUN", 20)
    said = [utterance(f"Number {number}.") for number in range(4)]
    engine.foresee(pairs(*said))
    for one, waiting in zip(said, (2, 2, 1, 0), strict=True):
        engine.speak(one, SPEC)
        assert len(begun(engine)) == waiting


def test_what_is_asked_instead_of_what_was_foreseen_is_spoken(engine, utterance):
    one, two, three = (utterance(said) for said in ("One.", "Two.", "Three."))
    alone = [engine.speak(each, SPEC) for each in (one, three)]
    engine.foresee(pairs(one, two))
    assert [engine.speak(each, SPEC) for each in (one, three)] == alone
    engine.foresee(pairs(two))
    assert engine.speak(three, SPEC) == alone[1]
    assert begun(engine) == []


def test_what_cannot_be_said_is_told_when_it_is_asked_for(engine, utterance):
    one = utterance("One")
    (token,) = one.tokens
    how = Pronunciation(0, 3, "ʘ", 0, 3, "lexicon")
    click = replace(token, pronunciations=(how,))
    click = replace(one, tokens=(click,))
    engine.foresee(pairs(click, utterance("Two.")))
    with pytest.raises(UnsayableError):
        engine.speak(click, SPEC)
    assert engine.speak(utterance("Two."), SPEC).length


def test_what_was_begun_behind_it_is_not_to_blame_for_the_end_of_a_speaker(engine, utterance):
    said = [utterance(one) for one in ("One.", "Two.", "Three.")]
    alone = [engine.speak(one, SPEC) for one in said]
    speaker = engine._reader._speaker
    os.kill(speaker._process.pid, signal.SIGSTOP)  # before it has said any
    engine.foresee(pairs(*said))
    speaker._send(("One.", SPEC))
    os.kill(speaker._process.pid, signal.SIGKILL)
    assert begun(engine) == ["Two.", "Three."]
    assert [engine.speak(one, SPEC) for one in said[1:]] == alone[1:]
    os.kill(speaker._process.pid, signal.SIGKILL)
    with pytest.raises(NarrationError, match="espeak-ng crashed with signal 9"):
        engine.speak(said[0], SPEC)


def test_a_machine_without_espeak_is_told_what_to_install(monkeypatch):
    ours, theirs = Pipe()

    def missing():
        raise RuntimeError("no espeak-ng here")

    monkeypatch.setattr(espeak_process, "register", missing)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    espeak_process.main(os.dup(theirs.fileno()))
    theirs.close()
    speaker = object.__new__(Speaker)
    speaker._pipe, speaker._introduction = ours, None
    speaker._engine, speaker._advice = "pyttsx3", "pip install it"
    with pytest.raises(EngineUnavailableError, match=r"no espeak-ng here.*pip install it"):
        _ = speaker.introduction
    ours.close()


def test_a_speaker_that_nobody_waits_for_any_more_ends_without_a_word(unmeasured, capfd):
    speaker = Speaker("pyttsx3", "no advice")
    speaker.close()
    assert speaker._process.returncode == 0
    assert capfd.readouterr().err == ""
