"""What every engine must keep to, ours and others'."""

import os
import re
import subprocess
from dataclasses import replace

import numpy as np
import pytest

from oped_audio.model.audio import Clip, VoiceSpec
from oped_audio.model.script import Pronunciation, Utterance
from oped_audio.voices.engine import choose_voice, open_engine
from oped_audio.voices.silence import THRESHOLD

PLANES = "a é Ж 中 \U0001f600 \U00020000 \U000e0041 \U000f0000 \u202e \ufdd0 z"


@pytest.fixture(scope="module", params=["pyttsx3", "tone"])
def engine(request, machine):
    opened = open_engine(request.param, machine)
    yield opened
    opened.close()


@pytest.fixture
def spec(engine):
    voice = choose_voice("engine", engine.voices(), "", "en")
    return VoiceSpec(voice.engine, voice.id, 175, 1.0, 50)


def loudness(pcm: bytes) -> np.ndarray:
    return np.abs(np.frombuffer(pcm, "<i2").astype(int))


def check(clip: Clip, tokens: int) -> None:
    assert clip.sample_rate >= 8000
    assert len(clip.pcm) % 2 == 0
    assert [mark.token for mark in clip.marks] == list(range(tokens))
    times = [time for mark in clip.marks for time in (mark.begin, mark.end)]
    assert times == sorted(times)
    assert all(0 <= time <= clip.length for time in times)


@pytest.mark.parametrize(
    "text",
    [
        "One.",
        "The visit of the president, in 2026, was short; he left.",
        "Of the people, by the people, for the people.",
        "“Quoted,” she said — and left.",
        "- -",
        "😀 ☃ §",
        PLANES,
        "<break time='9s'/> [[h@loU]] & <speak> &amp; </speak>",
        "他 说 了",
        " ".join(["word"] * 2000),
    ],
    ids=lambda text: text[:12],
)
def test_one_mark_a_token_in_order_inside_the_clip(engine, spec, utterance, text):
    said = utterance(text)
    check(engine.speak(said, spec), len(said.spoken_tokens))


@pytest.mark.parametrize(
    "sentence", ["Then Xi, of the Xi-led U.N., met Xi.", "Xi", "Xi of the Xi of"]
)
def test_words_with_phonemes_have_a_mark_each_and_take_time(engine, spec, utterance, sentence):
    said = pronounced(utterance(sentence))
    clip = engine.speak(said, spec)
    check(clip, len(said.tokens))
    for token, mark in zip(said.tokens, clip.marks, strict=True):
        assert not token.pronunciations or mark.end - mark.begin > clip.sample_rate // 20
    assert engine.speak(said, spec) == clip


def pronounced(said: Utterance) -> Utterance:
    """Each Xi in the utterance said as if it were /ʃaʊmi/."""
    return replace(
        said,
        tokens=tuple(
            replace(
                token,
                pronunciations=tuple(
                    Pronunciation(
                        found.start(),
                        found.end(),
                        "ˈʃaʊmi",
                        token.begin + found.start(),
                        token.begin + found.end(),
                        "lexicon",
                    )
                    for found in re.finditer("Xi", token.spoken)
                ),
            )
            for token in said.tokens
        ),
    )


def test_phonemes_are_heard_and_brackets_in_the_text_are_not_obeyed(spec, utterance, machine):
    if spec.engine != "pyttsx3":
        return
    engine = open_engine("pyttsx3", machine)
    first, second = engine.phonemes(pronounced(utterance("Xi Xi’s")), spec)
    assert (first, second) == ("ʃˈaʊmiː", "ʃˈaʊmiːˈɛs")
    for obeyed in ("[[h@l'oU]]", "[ [h@l'oU]]", "x[[h@l'oU]]", "[[[h@l'oU]]]", "[[ h@l'oU ]]"):
        assert "həlˈoʊ" not in "".join(engine.phonemes(utterance(obeyed), spec))
    engine.close()


def test_words_take_time(engine, spec, utterance):
    clip = engine.speak(utterance("Ten green bottles hanging on the wall."), spec)
    assert all(mark.end - mark.begin > clip.sample_rate // 100 for mark in clip.marks)


@pytest.mark.parametrize("text", ["Stop, go; wait: run.", "Ten, in 2026, of the U.N., left."])
def test_pauses_lie_between_the_words_and_sound_within_them(engine, spec, utterance, text):
    clip = engine.speak(utterance(text), spec)
    sound = loudness(clip.pcm)
    heard = np.zeros(clip.length, dtype=bool)
    for mark in clip.marks:
        heard[mark.begin : mark.end] = True
        assert sound[mark.begin : mark.end].max() > 1000
    slack = clip.sample_rate * 20 // 1000
    outside = ~np.convolve(heard, np.ones(2 * slack, dtype=int), "same").astype(bool)
    assert sound[outside].max(initial=0) <= 300


def test_nothing_to_say_is_a_short_silence(engine, spec, utterance):
    silent = replace(
        utterance("* *"),
        tokens=tuple(replace(token, spoken="") for token in utterance("* *").tokens),
    )
    clip = engine.speak(silent, spec)
    check(clip, 0)
    assert 0 < clip.length < clip.sample_rate // 10
    assert not loudness(clip.pcm).any()


def test_begins_and_ends_in_silence_but_not_for_long(engine, spec, utterance):
    clip = engine.speak(utterance("Silence is golden."), spec)
    loud = np.flatnonzero(loudness(clip.pcm) > THRESHOLD)
    shortest, longest = clip.sample_rate * 10 // 1000, clip.sample_rate * 30 // 1000
    assert shortest <= loud[0] <= longest
    assert shortest <= clip.length - 1 - loud[-1] <= longest


def test_depends_on_nothing_but_the_request(engine, spec, utterance):
    first = engine.speak(utterance("The same sentence, again."), spec)
    engine.speak(utterance("Something else altogether!"), replace(spec, rate_wpm=300))
    assert engine.speak(utterance("The same sentence, again."), spec) == first


def test_rate_volume_and_pitch_are_obeyed(engine, spec, utterance):
    said = utterance("How fast, how loud and how high is this sentence?")
    normal = engine.speak(said, spec)
    fast = engine.speak(said, replace(spec, rate_wpm=350))
    soft = engine.speak(said, replace(spec, volume=0.5))
    high = engine.speak(said, replace(spec, pitch=90))
    assert fast.length < 0.7 * normal.length
    assert loudness(soft.pcm).max() < 0.8 * loudness(normal.pcm).max()
    assert high.pcm != normal.pcm


def test_voices_are_named_once(engine):
    ids = [voice.id for voice in engine.voices()]
    assert ids
    assert len(ids) == len(set(ids))


def test_close_frees_what_it_holds(machine):
    def children() -> str:
        return subprocess.check_output(
            ["ps", "-ww", "-o", "args", "--ppid", str(os.getpid())], text=True
        )

    engine = open_engine("pyttsx3", machine)
    engine.voices()
    running = children().count("espeak_process")
    engine.close()
    assert children().count("espeak_process") < running
