import sys
from dataclasses import replace

import pytest

from oped_audio.errors import (
    NoVoiceForLanguageError,
    UnknownEngineError,
    UnknownVoiceError,
    VoiceNotInstalledError,
)
from oped_audio.model.audio import Voice
from oped_audio.voices import engine as engines
from oped_audio.voices import system
from oped_audio.voices.engine import choose_voice, engine_names, open_engine
from oped_audio.voices.tone import ToneEngine

VOICES = (
    Voice("e", "en-gb", "English (Great Britain)", ("en-GB",), "male"),
    Voice("e", "en-us", "English (America)", ("en-US", "en"), "male"),
    Voice("e", "fr", "French", ("fr",), "female"),
    Voice("e", "pt-br", "Portuguese (Brazil)", ("pt-BR",), "male"),
)


@pytest.mark.parametrize(
    ("wanted", "language", "found"),
    [
        ("", "en", "en-us"),
        ("", "en-GB", "en-gb"),
        ("", "en-AU", "en-us"),
        ("", "fr-CA", "fr"),
        ("", "pt", "pt-br"),
        ("EN-GB", "fr", "en-gb"),
        ("french", "en", "fr"),
    ],
)
def test_by_id_name_or_language(wanted, language, found):
    assert choose_voice("e", VOICES, wanted, language).id == found


def test_an_unknown_voice_is_told_with_suggestions():
    with pytest.raises(UnknownVoiceError, match="did you mean en-us") as caught:
        choose_voice("e", VOICES, "en-uss", "en")
    assert caught.value.exit_code == 4


def test_a_language_that_nobody_speaks_is_told():
    with pytest.raises(NoVoiceForLanguageError, match="no voice for the language 'tlh'"):
        choose_voice("e", VOICES, "", "tlh")


def test_a_voice_of_every_language_is_taken_at_last():
    beeps = Voice("tone", "sine", "Sine", ("mul",))
    assert choose_voice("tone", (beeps,), "", "tlh") == beeps


def test_an_unknown_engine_is_told_with_those_known(machine):
    with pytest.raises(UnknownEngineError, match="use one of hibari, kokoro, piper, pyttsx3, tone"):
        open_engine("festival", machine)
    assert engine_names() == ("hibari", "kokoro", "piper", "pyttsx3", "tone")


def test_an_engine_can_come_from_another_package(monkeypatch, machine):
    class Plugins(dict):
        names = ("cloud",)

    class Plugin:
        def load(self):
            return ToneEngine

    monkeypatch.setattr(engines, "entry_points", lambda group: Plugins(cloud=Plugin()))
    assert isinstance(open_engine("cloud", machine), ToneEngine)
    assert engine_names() == ("cloud", "hibari", "kokoro", "piper", "pyttsx3", "tone")


def test_other_systems_speak_with_their_own_voices(monkeypatch, machine):
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(system, "PlatformEngine", lambda: "the platform's")
    assert system.open_engine(machine) == "the platform's"


def test_a_voice_that_is_not_installed_is_told_with_the_command_that_brings_it():
    heard = replace(VOICES[0], installed=False)
    with pytest.raises(VoiceNotInstalledError, match="oped-audio voices install en-gb"):
        choose_voice("e", (heard,), "EN-GB", "en")
    with pytest.raises(VoiceNotInstalledError):
        choose_voice("e", (heard,), "", "en-GB")


def test_of_voices_of_a_language_one_that_is_installed_is_taken():
    other = Voice("e", "en-gb-2", "Another", ("en-GB",))
    assert choose_voice("e", (replace(VOICES[0], installed=False), other), "", "en-GB") == other
