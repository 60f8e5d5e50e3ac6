import sys
from dataclasses import replace
from importlib.resources import files

import numpy as np
import pytest

from oped_audio.errors import EngineUnavailableError, VoiceNotInstalledError
from oped_audio.model.audio import MarksFrom, VoiceSpec
from oped_audio.testing.utterances import utterance
from oped_audio.voices.engine import Setup
from oped_audio.voices.neural import hibari
from oped_audio.voices.neural.hibari import HibariEngine, speed_for

SPEC = VoiceSpec("hibari", "heart", 175, 1.0, 50)
SENTENCE = "The sleeper is slow, old-fashioned and unprofitable on paper."


@pytest.fixture(scope="module")
def engine(machine):
    opened = HibariEngine(machine)
    yield opened
    opened.close()


def seconds(clip) -> float:
    return clip.length / clip.sample_rate


def fundamental(pcm: bytes) -> float:
    """In Hz, the median of the vowels: the lag at which a stretch is most like itself."""
    samples = np.frombuffer(pcm, "<i2").astype(float)
    frames = samples[: len(samples) // 1200 * 1200].reshape(-1, 1200)
    found = []
    for frame in frames:
        energy = np.cumsum(frame**2)
        lags = np.arange(80, 240)
        products = np.array([frame[lag:] @ frame[:-lag] for lag in lags])
        likeness = products / np.sqrt((energy[-1] - energy[lags - 1]) * energy[-lags - 1] + 1)
        if likeness.max() > 0.8:
            found.append(24_000 / lags[likeness.argmax()])
    return float(np.median(found))


def test_it_tells_what_can_change_its_sound(engine):
    assert engine.fingerprint("heart").startswith("hibari-1-0.2.1-")
    assert "-onnxruntime-" in engine.fingerprint("heart")


def test_a_voice_that_is_not_installed_is_told(engine):
    with pytest.raises(VoiceNotInstalledError, match="voices install emma"):
        engine.fingerprint("emma")


def test_another_model_is_another_fingerprint_and_may_be_british(engine, tmp_path, machine):
    folder = tmp_path / "hibari"
    folder.mkdir()
    model = (files("hibari") / "assets" / "hibari.onnx").read_bytes()
    (folder / "emma.onnx").write_bytes(model)
    other = HibariEngine(Setup(tmp_path))
    emma = replace(SPEC, voice="emma")
    assert other.fingerprint("emma") != other.fingerprint("heart")
    assert other.phonemes(utterance("A bird."), emma) == ("ɐ", "bˈɜːd")
    assert other.phonemes(utterance("A bird."), SPEC) == ("ɐ", "bˈɜɹd")
    other.close()


def test_marks_come_from_the_model(engine):
    assert engine.speak(utterance(SENTENCE), SPEC).marks_from is MarksFrom.ENGINE


@pytest.mark.parametrize(("pitch", "factor"), [(0, 2**-0.5), (100, 2**0.5)])
def test_pitch_is_half_an_octave_either_way(engine, pitch, factor):
    own = fundamental(engine.speak(utterance(SENTENCE), SPEC).pcm)
    moved = fundamental(engine.speak(utterance(SENTENCE), replace(SPEC, pitch=pitch)).pcm)
    assert moved / own == pytest.approx(factor, rel=0.1)


@pytest.mark.parametrize("pitch", [0, 49, 100])
def test_another_pitch_is_about_as_loud(engine, pitch):
    def loudness(pitch: int) -> float:
        pcm = engine.speak(utterance(SENTENCE), replace(SPEC, pitch=pitch)).pcm
        return float(np.sqrt((np.frombuffer(pcm, "<i2").astype(float) ** 2).mean()))

    assert 0.6 < loudness(pitch) / loudness(50) < 1.5


def test_another_pitch_takes_the_same_time(engine):
    high = engine.speak(utterance(SENTENCE), replace(SPEC, pitch=100))
    assert seconds(high) == pytest.approx(
        seconds(engine.speak(utterance(SENTENCE), SPEC)), abs=0.05
    )


@pytest.mark.parametrize(("wpm", "speed"), [(22, 0.125), (175, 1.0), (156, 0.8536), (746, 6.0)])
def test_the_pace_of_the_voice_is_175_words_a_minute(wpm, speed):
    assert speed_for(wpm) == pytest.approx(speed, abs=0.001)


def test_speeds_rise_with_the_rate():
    speeds = [speed_for(wpm) for wpm in range(20, 600)]
    assert speeds == sorted(speeds)


def test_a_sentence_longer_than_a_piece_pauses_where_it_is_cut(engine, monkeypatch):
    text = "One two three, four five six seven eight nine ten eleven twelve"
    whole = engine.speak(utterance(text), SPEC)
    monkeypatch.setattr(hibari, "_LONGEST", 30)
    cut = engine.speak(utterance(text), SPEC)
    assert len(cut.marks) == len(whole.marks)
    assert seconds(cut) == pytest.approx(seconds(whole), rel=0.25)
    assert cut.marks[3].begin - cut.marks[2].end > cut.sample_rate // 20


@pytest.mark.parametrize("longest", [5, 7, 15])
def test_a_word_longer_than_a_piece_is_cut_too(engine, monkeypatch, longest):
    monkeypatch.setattr(hibari, "_LONGEST", longest)
    clip = engine.speak(utterance("unprofitable"), SPEC)
    assert len(clip.marks) == 1
    assert seconds(clip) > 0.5


def test_words_without_sound_have_marks_in_a_short_silence(engine):
    clip = engine.speak(utterance("☃ 😀"), SPEC)
    assert [mark.token for mark in clip.marks] == [0, 1]
    assert seconds(clip) < 0.1


def test_what_is_not_in_the_voices_alphabet_is_left_out(engine):
    assert engine.phonemes(utterance(""), SPEC) == ()
    assert engine.phonemes(utterance("cat, dog"), SPEC) == ("kˈæt", "dˈɔɡ")


def test_it_is_loaded_when_it_first_speaks_and_let_go_when_closed(machine):
    engine = HibariEngine(machine)
    engine.voices()
    engine.fingerprint("heart")
    assert not vars(engine)["_models"]
    assert not vars(engine)["_readers"]
    engine.speak(utterance("Nguyễn."), SPEC)
    assert vars(engine)["_models"]
    engine.close()
    assert not vars(engine)["_models"]
    assert not vars(engine)["_readers"]


@pytest.mark.parametrize("module", ["hibari.g2p", "onnxruntime"])
def test_without_its_packages_it_says_what_to_install(monkeypatch, machine, module):
    monkeypatch.setitem(sys.modules, module, None)
    engine = HibariEngine(machine)
    with pytest.raises(EngineUnavailableError, match=r"pip install \"oped-audio\[hibari\]\""):
        engine.speak(utterance("Hello."), SPEC)


def test_without_the_wheel_there_is_no_fingerprint(monkeypatch, machine):
    def missing(name: str) -> str:
        raise hibari.PackageNotFoundError(name)

    monkeypatch.setattr(hibari, "version", missing)
    with pytest.raises(EngineUnavailableError):
        HibariEngine(machine).fingerprint("heart")


def test_espeak_ng_of_the_system_will_do(monkeypatch, machine):
    def only_hibari(name: str) -> str:
        if name != "hibari-tts":
            raise hibari.PackageNotFoundError(name)
        return "9"

    monkeypatch.setattr(hibari, "version", only_hibari)
    assert HibariEngine(machine).fingerprint("heart").startswith("hibari-1-9-onnxruntime-")
