import wave

import numpy as np
import pytest

from oped_audio.checking.sound import SAMPLE_RATE, stretches


@pytest.fixture
def audio(tmp_path):
    """Four seconds, each louder than the one before."""
    path = tmp_path / "a.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, SAMPLE_RATE, 0, "NONE", ""))
        file.writeframes(np.repeat([1000, 2000, 3000, 4000], SAMPLE_RATE).astype("<i2").tobytes())
    return path


def levels(pcm):
    return sorted({int(sample) for sample in np.frombuffer(pcm, "<i2")})


def test_stretches_in_order_with_holes_overlaps_and_going_back(audio):
    bounds = [(0, 1000), (1500, 2500), (2000, 3000), (3000, 3500), (1000, 2000), (0, 4000)]
    found = list(stretches(audio, bounds))
    assert [len(pcm) // 32 for pcm in found] == [end - begin for begin, end in bounds]
    assert [levels(pcm) for pcm in found] == [
        [1000],
        [2000, 3000],
        [3000],
        [4000],
        [2000],
        [1000, 2000, 3000, 4000],
    ]


def test_what_lies_behind_the_end_is_missing(audio):
    found = list(stretches(audio, [(3500, 9000), (9000, 9500), (0, 500)]))
    assert [len(pcm) // 32 for pcm in found] == [500, 0, 500]


def test_what_is_no_audio_is_silent(tmp_path):
    path = tmp_path / "a.mp3"
    path.write_bytes(b"#EXTM3U\nfile:///etc/passwd\n")
    assert list(stretches(path, [(0, 1000), (500, 600)])) == [b"", b""]
