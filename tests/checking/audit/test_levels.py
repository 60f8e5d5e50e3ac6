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
    pcm, cuts = laid(spoken(TEXTS))
    sound = measure(written(tmp_path / "a.wav", pcm.astype("<i2").tobytes()))
    assert min(map(sound.pause_ms, cuts)) > 200
    assert max(sound.pause_ms(cut + 150) for cut in cuts) < 60
    assert sound.pause_ms(0) == sound.pause_ms(sound.ms) == sound.pause_ms(1e9) == float("inf")
    assert sound.heard_ms(0, 300) == 0
    assert sound.heard_ms(cuts[0], cuts[0] + 1000) > 500
    assert sound.media_type == "audio/wav"
    assert sound.loudness_lufs == pytest.approx(-20, abs=6)


def laid(sentences):
    """Sentences with pauses around them, and when each begins."""
    pcm, cuts = b"", []
    for sentence in sentences:
        pcm += PAUSE
        cuts.append(len(pcm) / 2 / RATE * 1000)
        pcm += sentence.clip.pcm
    return np.frombuffer(pcm + PAUSE, np.int16).astype(float), cuts


@pytest.mark.parametrize("below_db", [25, 15])
def test_noise_in_the_pauses_of_a_recording_is_silence(spoken, tmp_path, below_db):
    pcm, cuts = laid(spoken(TEXTS))
    loud = pcm[np.abs(pcm) > 300].std() / 10 ** (below_db / 20)
    noise = np.random.default_rng(1).normal(0, loud, len(pcm))
    noisy = np.clip(pcm + noise, -32768, 32767).astype("<i2").tobytes()
    sound = measure(written(tmp_path / "a.wav", noisy))
    assert sound.is_noisy
    assert min(map(sound.pause_ms, cuts)) > 150
    assert max(sound.pause_ms(cut + 150) for cut in cuts) < 60
    assert sound.heard_ms(0, 290) < 20


def test_silence_and_noise(tmp_path):
    silence = measure(written(tmp_path / "a.wav", bytes(2 * RATE)))
    assert (silence.loudness_lufs, silence.heard_ms(0, 1000)) == (None, 0)
    assert silence.ms == pytest.approx(1000, abs=1)
    noise = np.random.default_rng(1).integers(0, 256, 20_000, np.uint8).tobytes()
    (tmp_path / "b.mp3").write_bytes(noise)
    assert measure(tmp_path / "b.mp3").samples == 0
