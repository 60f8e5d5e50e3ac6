"""espeak-ng's library, loaded anew for each utterance."""

import random

import pytest

from oped_audio.voices.espeak import library
from oped_audio.voices.espeak.library import Espeak, Manner

TEXTS = (
    "The night train is back.",
    "Xi Jinping met Emmanuel Macron, who said « oui » at 15:30.",
    "Say [[h@l'oU]] to John's Straße.",
    "Привет! こんにちは.",
    "…",
)
MANNERS = (
    Manner("en-us", 175, 1.0, 50),
    Manner("en-us+f3", 250, 0.6, 80),
    Manner("fr", 175, 1.0, 50),
    Manner("de+m2", 120, 1.0, 20),
)


@pytest.fixture(scope="module")
def espeak():
    return Espeak()


def test_what_was_said_before_is_not_heard(espeak):
    asked = [(text, manner) for text in TEXTS for manner in MANNERS]
    alone = {one: espeak.speak(*one) for one in asked}
    for _ in range(3):
        random.Random(1).shuffle(asked)
        assert all(espeak.speak(*one) == alone[one] for one in asked)
    assert len(set(alone.values())) > len(alone) / 2


def test_a_voice_is_the_same_by_its_file_and_by_its_name(espeak, monkeypatch):
    by_file = espeak.speak(TEXTS[0], MANNERS[1])
    monkeypatch.setattr(espeak, "_files", {})
    assert espeak.speak(TEXTS[0], MANNERS[1]) == by_file


def test_an_unknown_voice_is_told_and_others_speak_on(espeak):
    for _ in range(20):
        with pytest.raises(ValueError, match="no voice xx-nowhere"):
            espeak.speak("Who speaks?", Manner("xx-nowhere", 175, 1.0, 50))
    assert espeak.speak("I do.", MANNERS[0]).sounds


def test_a_system_that_unloads_nothing_is_told(monkeypatch):
    monkeypatch.setattr(library, "_is_loaded", lambda _: True)
    with pytest.raises(RuntimeError, match="does not unload"):
        Espeak()


def test_a_machine_without_espeak_is_told(monkeypatch):
    monkeypatch.setattr(library, "find_spec", lambda _: None)
    monkeypatch.setattr(library, "_NAMES", ("libespeak-ng-of-nobody.so",))
    with pytest.raises(RuntimeError, match="there is no espeak-ng"):
        Espeak()
