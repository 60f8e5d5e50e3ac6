"""The shared part, with a model whose signs last as long as they are numbers in the alphabet."""

from dataclasses import replace

import numpy as np
import onnxruntime
import pytest

from oped_audio.errors import (
    FixedPitchError,
    NarrationError,
    UnsayableError,
    VoiceNotInstalledError,
)
from oped_audio.model.audio import Voice, VoiceSpec
from oped_audio.model.script import Pronunciation
from oped_audio.voices.espeak.process import SpeechFailedError
from oped_audio.voices.neural.phonetic import PhoneticEngine, pieces
from oped_audio.voices.neural.transcript import Word
from oped_audio.voices.weights import catalogue

RATE = 16_000
SPEC = VoiceSpec("piper", "one", 175, 1.0, 50)
VOICES = tuple(Voice("piper", name, name.title(), ("en-US",)) for name in ("one", "two", "three"))


class Beeps:
    """10 ms a sign: a tone where something is heard."""

    sample_rate = RATE
    reader = "en-us"
    language = "en-US"

    def __init__(self, limit: int = 40) -> None:
        self.limit = limit
        self.said: list[str] = []

    def heard(self, text, sounds):
        return sounds

    def spell(self, word: Word) -> tuple[str, str, str]:
        return word.before, "".join(word.sounds), word.after

    def say(self, signs, rate_wpm, take):
        self.said.append(signs)
        each = RATE // 100 * 175 // rate_wpm + take
        loud = np.repeat([0.0 if sign in " ,.;:—“”" else 0.5 for sign in signs], each)
        wave = np.sin(np.arange(len(loud)) / 3)
        return loud * wave, [each * index for index in range(len(signs) + 1)]


@pytest.fixture
def opened(machine, monkeypatch):
    monkeypatch.setattr(catalogue, "voices_of", lambda *_: VOICES)
    made: list[str] = []
    model = Beeps()

    def make(voice: Voice) -> Beeps:
        made.append(voice.id)
        return model

    engine = PhoneticEngine("piper", 1, machine, make)
    yield engine, model, made
    engine.close()


def test_words_are_marked_where_their_signs_are_heard(opened, utterance):
    engine, model, _ = opened
    clip = engine.speak(utterance("Cats sat, then ran."), SPEC)
    assert model.said == ["kˈæts sˈæt, ðˈɛn ɹˈæn."]
    each = RATE // 100
    begins = [mark.begin - clip.marks[0].begin for mark in clip.marks]
    assert begins == [0, 6 * each, 12 * each, 17 * each]
    lengths = [mark.end - mark.begin for mark in clip.marks]
    assert lengths == [5 * each, 4 * each, 4 * each, 4 * each]


def test_a_long_sentence_is_cut_at_its_punctuation_and_joined(opened, utterance):
    engine, model, _ = opened
    text = "One two three four five; six seven eight nine ten, and then the rest of it came after."
    clip = engine.speak(utterance(text), SPEC)
    assert len(model.said) > 1
    assert model.said[0].endswith(";")
    assert all(len(signs) <= model.limit + 1 for signs in model.said)
    assert not any(signs.endswith(" ") for signs in model.said)
    assert [mark.token for mark in clip.marks] == list(range(len(text.split())))


def test_a_sentence_of_two_thousand_words_is_said(opened, utterance):
    engine, model, _ = opened
    said = utterance(" ".join(["word"] * 2000))
    clip = engine.speak(said, SPEC)
    assert "".join(model.said).count("wˈɜːd") == 2000
    sound = np.abs(np.frombuffer(clip.pcm, "<i2").astype(int))
    for mark in clip.marks[::97]:
        assert sound[mark.begin : mark.end].max() > 1000


def test_a_word_that_is_too_long_is_said_in_parts():
    model = Beeps(limit=20)
    found = pieces(model, "x", [Word(0, tuple("abcdefghij" * 5), "“", "!"), Word(60, ("a",))])
    heard = [sign.sign for piece in found for sign in piece.signs if sign.is_heard]
    assert "".join(heard) == "abcdefghij" * 5 + "a"
    assert all(len(piece.signs) <= 20 + 1 for piece in found)


def test_a_piece_without_sound_is_left_out():
    assert pieces(Beeps(), "!", [Word(0, (), "", "!")]) == []


def test_where_a_piece_ends_without_a_sign_it_gets_a_comma():
    found = pieces(Beeps(limit=8), "aa bb", [Word(0, ("a",) * 6), Word(3, ("b",) * 6, "", ".")])
    assert ["".join(sign.sign for sign in piece.signs) for piece in found] == ["aaaaaa,", "bbbbbb."]


def test_volume_multiplies_and_clips(opened, utterance):
    engine, _, _ = opened
    said = utterance("Louder.")
    full, half = (
        np.frombuffer(engine.speak(said, replace(SPEC, volume=volume)).pcm, "<i2").astype(int)
        for volume in (1.0, 0.5)
    )
    assert abs(int(full.max()) - 2 * int(half.max())) <= 2


def test_another_pitch_is_told_and_not_ignored(opened, utterance):
    engine, _, _ = opened
    with pytest.raises(FixedPitchError):
        engine.speak(utterance("Higher."), replace(SPEC, pitch=60))


def test_what_the_model_fails_on_is_told(opened, utterance, monkeypatch):
    engine, model, _ = opened

    def fail(*_):
        raise SpeechFailedError("7 samples for durations of 8")

    monkeypatch.setattr(model, "say", fail)
    with pytest.raises(NarrationError, match="7 samples"):
        engine.speak(utterance("No."), SPEC)


def test_pronunciations_are_obeyed_and_told(opened, utterance):
    engine, model, _ = opened
    said = utterance("Xi left.")
    xi = replace(said.tokens[0], pronunciations=(Pronunciation(0, 2, "ˈʃiː", 0, 2, "lexicon"),))
    said = replace(said, tokens=(xi, said.tokens[1]))
    assert engine.phonemes(said, SPEC) == ("ʃˈiː", "lˈɛft")
    engine.speak(said, SPEC)
    assert model.said == ["ʃˈiː lˈɛft."]
    clicked = replace(xi, pronunciations=(Pronunciation(0, 2, "ǃa", 0, 2, "lexicon"),))
    with pytest.raises(UnsayableError):
        engine.speak(replace(said, tokens=(clicked, said.tokens[1])), SPEC)


def test_nothing_to_say_needs_no_reader(opened, utterance):
    engine, model, _ = opened
    silent = utterance("* *")
    silent = replace(silent, tokens=tuple(replace(token, spoken="") for token in silent.tokens))
    assert engine.phonemes(silent, SPEC) == ()
    clip = engine.speak(silent, SPEC)
    assert clip.sample_rate == RATE
    assert clip.marks == ()
    assert 0 < clip.length < RATE // 10
    assert model.said == []


@pytest.mark.parametrize("text", ["😀 ☃", "- -", "\U000f0000 \u202e"])
def test_what_has_no_sound_has_a_mark_all_the_same(opened, utterance, text):
    engine, _, _ = opened
    clip = engine.speak(utterance(text), SPEC)
    assert [mark.token for mark in clip.marks] == [0, 1]
    assert clip.length > 0


def test_two_voices_at_most_stay_open(opened, utterance):
    engine, _, made = opened
    for voice in ("one", "two", "one", "three", "one", "two"):
        engine.speak(utterance("Yes."), replace(SPEC, voice=voice))
    assert made == ["one", "two", "three", "two"]


def test_a_voice_that_nobody_knows_is_not_installed(opened, utterance):
    engine, _, _ = opened
    with pytest.raises(VoiceNotInstalledError):
        engine.speak(utterance("Yes."), replace(SPEC, voice="nobody"))


def test_the_fingerprint_names_all_that_has_a_part(opened, monkeypatch):
    engine, _, _ = opened
    monkeypatch.setattr(catalogue, "digest", lambda *_: "abc")
    name, version, *_, digest = engine.fingerprint("one").split("-")
    assert (name, version, digest) == ("piper", "1", "abc")
    assert f"onnxruntime-{onnxruntime.__version__}" in engine.fingerprint("one")
    assert "espeak-ng-1." in engine.fingerprint("one")


def test_a_closed_engine_opens_no_voice(machine, utterance):
    engine = PhoneticEngine("piper", 1, machine, lambda _: Beeps())
    engine.close()
    with pytest.raises(VoiceNotInstalledError):
        engine.speak(utterance("Yes."), replace(SPEC, voice="en_US-joe-medium"))
