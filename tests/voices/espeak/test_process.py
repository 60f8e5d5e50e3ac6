"""What becomes of the speaker when something goes wrong."""

import os
import signal
from multiprocessing.connection import Pipe

import pytest

from oped_audio.errors import EngineUnavailableError, NarrationError
from oped_audio.model.audio import VoiceSpec
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
