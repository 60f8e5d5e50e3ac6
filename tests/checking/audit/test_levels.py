"""Silence and speech, told apart in what espeak-ng says and in what no one says."""

import wave

import numpy as np
import pytest

from oped_audio.checking.levels import measure

TEXTS = [
    "The boats leave the harbour long before the market opens.",
    "Nobody in the town is awake to count them.",
    "People took the late departures for granted.",
    "Stop! Keep to the path, and talk to no one.",
]
RATE = 22_050
PAUSE = bytes(2 * RATE * 3 // 10)


def written(path, pcm):
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", ""))
        file.writeframes(pcm)
    return path


def test_a_cut_between_sentences_is_in_silence_and_one_150_ms_later_is_not(spoken, tmp_path):
    pcm, cuts = b"", []
    for sentence in spoken(TEXTS):
        pcm += PAUSE
        cuts.append(len(pcm) / 2 / RATE * 1000)
        pcm += sentence.clip.pcm
    sound = measure(written(tmp_path / "a.wav", pcm + PAUSE))
    assert min(map(sound.pause_ms, cuts)) > 200
    assert max(sound.pause_ms(cut + 150) for cut in cuts) < 60
    assert sound.pause_ms(0) == sound.pause_ms(sound.ms) == sound.pause_ms(1e9) == float("inf")
    assert sound.heard_ms(0, 300) == 0
    assert sound.heard_ms(cuts[0], cuts[0] + 1000) > 500
    assert sound.media_type == "audio/wav"
    assert sound.loudness_lufs == pytest.approx(-20, abs=6)


def test_silence_and_noise(tmp_path):
    silence = measure(written(tmp_path / "a.wav", bytes(2 * RATE)))
    assert (silence.loudness_lufs, silence.heard_ms(0, 1000)) == (None, 0)
    assert silence.ms == pytest.approx(1000, abs=1)
    noise = np.random.default_rng(1).integers(0, 256, 20_000, np.uint8).tobytes()
    (tmp_path / "b.mp3").write_bytes(noise)
    assert measure(tmp_path / "b.mp3").samples == 0
