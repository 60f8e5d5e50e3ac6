"""Which voices there are, of engines that work and that do not."""

import pytest

import oped_audio
from oped_audio.errors import EngineUnavailableError, UnknownEngineError
from oped_audio.pipeline import offering
from oped_audio.voices.tone import ToneEngine


@pytest.fixture
def options(tmp_path):
    return {"build": {"voices_dir": str(tmp_path / "voices")}}


def test_all_engines_are_listed(options, monkeypatch):
    monkeypatch.setattr(offering, "open_engine", lambda name, setup: ToneEngine())
    offers = {offer.engine: offer for offer in oped_audio.list_engines(None, options)}
    assert offers.keys() >= {"hibari", "kokoro", "piper", "pyttsx3", "tone"}
    assert len(offers["kokoro"].voices) == 54
    assert not any(offer.problem for offer in offers.values())


def test_only_one(options):
    (offer,) = oped_audio.list_engines("hibari", options)
    assert [voice.id for voice in offer.voices if voice.installed] == ["heart"]
    with pytest.raises(UnknownEngineError, match="kokoro, piper, pyttsx3"):
        oped_audio.list_engines("hibarri", options)


def test_an_engine_without_what_it_needs_has_no_voice_that_speaks(options, monkeypatch):
    monkeypatch.setattr(offering, "missing_modules", lambda engine: ("onnxruntime", "x"))
    (offer,) = oped_audio.list_engines("hibari", options)
    assert len(offer.voices) == 5
    assert not any(voice.installed for voice in offer.voices)
    assert offer.problem == "needs onnxruntime and x, not installed here"
    assert offer.remedy == 'run `pip install "oped-audio[hibari]"`'


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (EngineUnavailableError("tone", "no sound", "buy one"), "cannot be started (no sound)"),
        (ImportError("no x"), "cannot be started (ImportError: no x)"),
    ],
)
def test_a_broken_engine_does_not_break_the_list(options, monkeypatch, error, problem):
    def fail(*_):
        raise error

    monkeypatch.setattr(offering, "open_engine", fail)
    (offer,) = oped_audio.list_engines("tone", options)
    assert (offer.voices, offer.problem) == ((), problem)
    assert offer.remedy


def test_voices_of_an_engine_that_is_not_in_the_catalogue(options):
    assert [voice.id for voice in oped_audio.list_voices("tone", options)] == ["sine"]
    with pytest.raises(UnknownEngineError):
        oped_audio.list_voices("nobody", options)
