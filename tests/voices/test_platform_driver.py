"""The drivers of macOS and Windows, staged: a pyttsx3 that writes a file as theirs do."""

import sys
import wave
from types import ModuleType, SimpleNamespace

import numpy as np
import pytest

from oped_audio.errors import EngineUnavailableError, NarrationError
from oped_audio.model.audio import MarksFrom, VoiceSpec
from oped_audio.voices.platform_driver import PlatformEngine

SPEC = VoiceSpec("pyttsx3", "Alex", 175, 1.0, 50)


class StagedEngine:
    driver_name = "nsss"

    def __init__(self) -> None:
        self.saves = True
        self.asked = []

    def getProperty(self, name):
        return [
            SimpleNamespace(id="Alex", name="Alex", languages=["en_US"], gender="VoiceGenderMale")
        ]

    def setProperty(self, name, value):
        if name == "pitch":
            raise KeyError(name)

    def save_to_file(self, text, path):
        self.asked.append(text)
        if self.saves:
            with wave.open(path, "wb") as file:
                file.setparams((1, 2, 44_100, 0, "NONE", ""))
                time = np.arange(44_100) / 44_100
                file.writeframes((9000 * np.sin(900 * time)).astype("<i2").tobytes())

    def runAndWait(self):
        pass

    def stop(self):
        pass


@pytest.fixture
def staged(monkeypatch):
    module = ModuleType("pyttsx3")
    module.init = StagedEngine
    monkeypatch.setitem(sys.modules, "pyttsx3", module)
    return module


def test_marks_are_estimated_and_said_to_be(staged, utterance):
    engine = PlatformEngine()
    clip = engine.speak(utterance("Two words"), SPEC)
    engine.close()
    assert clip.marks_from is MarksFrom.ESTIMATED
    assert clip.sample_rate == 22_050
    assert clip.length == pytest.approx(22_050, rel=0.05)
    assert [mark.token for mark in clip.marks] == [0, 1]
    assert engine.voices()[0].languages == ("en-US",)
    assert "nsss" in engine.fingerprint("Alex")


def test_commands_of_the_systems_voices_are_only_words(staged, utterance):
    engine = PlatformEngine()
    clip = engine.speak(utterance("[[slnc 9000]] <silence msec='9000'/> so"), SPEC)
    assert engine._engine.asked == ["  slnc 9000    silence msec='9000'/  so"]
    assert len(clip.marks) == 5


def test_nothing_to_say_is_a_short_silence(staged, utterance):
    assert PlatformEngine().speak(utterance(""), SPEC).length < 1000


def test_a_file_that_was_not_written_is_told(staged, utterance):
    engine = PlatformEngine()
    engine._engine.saves = False
    with pytest.raises(NarrationError):
        engine.speak(utterance("Gone"), SPEC)


def test_a_system_without_voices_is_told(staged):
    def fail():
        raise RuntimeError("no voices")

    staged.init = fail
    with pytest.raises(EngineUnavailableError, match="no voices"):
        PlatformEngine()
