import sys
from dataclasses import replace

import pytest

from oped_audio.errors import (
    EngineUnavailableError,
    FixedPitchError,
    NarrationError,
    VoiceNotInstalledError,
)
from oped_audio.model.audio import VoiceSpec
from oped_audio.model.script import Pronunciation
from oped_audio.voices.engine import Setup, open_engine

SPEC = VoiceSpec("kokoro", "af_heart", 197, 1.0, 50)


@pytest.fixture(scope="module")
def engine(machine):
    opened = open_engine("kokoro", machine)
    yield opened
    opened.close()


def test_each_word_has_a_mark_that_takes_time(engine, utterance):
    clip = engine.speak(utterance("“Yes,” she said — and left."), SPEC)
    assert [mark.token for mark in clip.marks] == [0, 1, 2, 3, 4, 5]
    times = [time for mark in clip.marks for time in (mark.begin, mark.end)]
    assert times == sorted(times)
    assert times[-1] <= clip.length


def test_durations_that_do_not_fit_are_told(engine, utterance, monkeypatch):
    monkeypatch.setattr("oped_audio.voices.neural.kokoro._FRAME", 500)
    with pytest.raises(NarrationError, match="samples"):
        engine.speak(utterance("Yes."), SPEC)


def test_a_clip_depends_on_nothing_but_the_request(engine, machine, utterance):
    first = engine.speak(utterance("Not so."), SPEC)
    other = open_engine("kokoro", replace(machine, threads=2))
    other.speak(utterance("Why?"), replace(SPEC, voice="bf_emma", rate_wpm=220))
    assert other.speak(utterance("Not so."), SPEC) == first
    other.close()


def test_a_take_is_the_same_sentence_said_otherwise(engine, utterance):
    takes = [engine.speak(utterance("Not so."), replace(SPEC, take=take)) for take in (0, 1, 2, 1)]
    assert takes[1] == takes[3]
    assert len({clip.pcm for clip in takes}) == 3


def test_the_rate_is_obeyed(engine, utterance):
    slow, fast = (
        engine.speak(utterance("A border is not a wall."), replace(SPEC, rate_wpm=rate))
        for rate in (130, 260)
    )
    assert fast.length < 0.65 * slow.length


@pytest.mark.parametrize(
    ("voice", "text", "words"),
    [("zf_xiaobei", "我 去 北京。", 3), ("jf_alpha", "東京 は 静か です。", 4)],
)
def test_languages_without_spaces_are_read(engine, utterance, voice, text, words):
    said = utterance(text, language="zh" if voice.startswith("z") else "ja")
    clip = engine.speak(said, replace(SPEC, voice=voice))
    assert len(clip.marks) == words
    assert all(mark.end - mark.begin > 0.05 * clip.sample_rate for mark in clip.marks)
    assert all(engine.phonemes(said, replace(SPEC, voice=voice)))
    assert ("pypinyin" in engine.fingerprint(voice)) == voice.startswith("z")


def test_what_reads_japanese_may_be_missing(engine, utterance, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyopenjtalk", None)
    with pytest.raises(EngineUnavailableError, match=r"reads Japanese.*oped-audio\[japanese\]"):
        engine.speak(utterance("東京。", language="ja"), replace(SPEC, voice="jf_alpha"))


def test_a_long_sentence_is_joined_from_its_phrases(engine, utterance, monkeypatch):
    monkeypatch.setattr("oped_audio.voices.neural.kokoro.KokoroVoice.limit", 20)
    clip = engine.speak(utterance("He came late, and she left soon."), SPEC)
    assert [mark.token for mark in clip.marks] == list(range(7))
    assert clip.marks[3].begin - clip.marks[2].end > 0.1 * clip.sample_rate


def test_a_pronunciation_is_spoken_and_told(engine, utterance):
    plain = utterance("Xi left.")
    xi = replace(plain.tokens[0], pronunciations=(Pronunciation(0, 2, "ˈʃiː", 0, 2, "lexicon"),))
    said = replace(plain, tokens=(xi, plain.tokens[1]))
    assert engine.phonemes(said, SPEC) == ("ʃˈiː", "lˈɛft")
    assert engine.speak(said, SPEC) != engine.speak(plain, SPEC)


def test_british_voices_are_read_in_british_english(engine, utterance):
    said = utterance("No car.")
    assert engine.phonemes(said, replace(SPEC, voice="bf_emma")) == ("nˈəʊ", "kˈɑː")
    assert engine.phonemes(said, SPEC) == ("nˈoʊ", "kˈɑːɹ")


def test_the_pitch_is_its_own(engine, utterance):
    with pytest.raises(FixedPitchError):
        engine.speak(utterance("Yes."), replace(SPEC, pitch=49))


def test_fingerprints_differ_by_voice(engine):
    assert engine.fingerprint("af_heart") != engine.fingerprint("bf_emma")


def test_without_its_style_a_voice_is_not_installed(tmp_path, utterance):
    opened = open_engine("kokoro", Setup(tmp_path))
    with pytest.raises(VoiceNotInstalledError):
        opened.speak(utterance("Yes."), SPEC)
    opened.close()
