"""The meters against ffmpeg's own, and against sounds whose figures are known."""

import math
import subprocess
import sys

import numpy as np
import pytest

from oped_audio.errors import EncodingError
from oped_audio.mixing.ffmpeg import executable, feed, pcm_source
from oped_audio.mixing.loudness import METER, Meter, integrated, regular
from oped_audio.mixing.loudness import profile as read_profile
from oped_audio.mixing.true_peak import true_peak

RATE = 22_050


def tone(seconds: float, amplitude: float, hertz: float = 997.0, phase: float = 0.0) -> np.ndarray:
    time = np.arange(int(seconds * RATE)) / RATE
    return np.rint(32767 * amplitude * np.sin(2 * math.pi * hertz * time + phase)).astype("<i2")


def profile(samples: np.ndarray, size: int = 1000):
    pcm = samples.tobytes()
    meter = Meter(RATE)
    blocks = meter.watch(pcm[at : at + size] for at in range(0, len(pcm), size))
    graph = ("-filter_complex", f"{pcm_source(RATE)},{METER}[heard]", "-map", "[heard]")
    fed = feed((*graph, "-f", "null", "-"), blocks, "01")
    return read_profile(fed.report, meter)


def test_a_tone_has_the_figures_that_it_was_made_with():
    found = profile(tone(5, 0.1))
    assert found.levels.integrated_lufs == pytest.approx(-23.0, abs=0.15)
    assert found.levels.rms_db == pytest.approx(-23.01, abs=0.02)
    assert found.levels.noise_floor_db == pytest.approx(-23.01, abs=0.02)
    assert found.levels.true_peak_dbtp == pytest.approx(-20.0, abs=0.02)
    assert found.levels.range_lu == 0
    assert found.step_ms == 100
    assert len(found.peaks) == 50
    assert set(found.peaks) <= {3276, 3277}
    assert len(found.loudness_lufs) in {49, 50}
    assert found.loudness_lufs[0] is None
    assert found.loudness_lufs[-1] == pytest.approx(-23.0, abs=0.15)


def test_nothing_is_said_of_silence():
    found = profile(np.zeros(2 * RATE, "<i2"))
    assert set(found.peaks) == {0}
    assert set(found.loudness_lufs) == {None}
    levels = found.levels
    assert levels.integrated_lufs is levels.range_lu is None
    assert levels.true_peak_dbtp is levels.rms_db is levels.noise_floor_db is None


def test_what_is_too_short_for_the_meter_has_no_loudness_but_a_peak():
    found = profile(tone(0.25, 0.5))
    assert found.levels.integrated_lufs is None
    assert found.levels.rms_db == found.levels.noise_floor_db == pytest.approx(-9.03, abs=0.05)
    assert found.levels.true_peak_dbtp == pytest.approx(-6.02, abs=0.05)
    assert len(found.peaks) == 3


def test_the_noise_floor_is_that_of_the_quietest_half_second():
    noise = np.random.default_rng(6).normal(0, 20, RATE).astype("<i2")
    found = profile(np.concatenate([tone(1, 0.2), noise, tone(1, 0.2)]))
    assert found.levels.noise_floor_db == pytest.approx(20 * math.log10(20 / 32768), abs=0.5)


def test_full_scale_is_a_peak_of_32767():
    assert profile(np.full(RATE, -32768, "<i2")).peaks[0] == 32767


@pytest.mark.parametrize("seed", range(5))
def test_the_true_peak_is_the_one_that_ffmpeg_finds(seed):
    noise = np.random.default_rng(seed).normal(0, 1, 2 * RATE)
    smooth = np.convolve(noise, np.hanning(9), "same")
    samples = np.rint(smooth / np.abs(smooth).max() * 30_000).astype("<i2")
    source = ["-f", "s16le", "-ar", str(RATE), "-i", "pipe:0"]
    meter = ["-af", "ebur128=peak=true", "-f", "null", "-"]
    told = subprocess.run(
        [executable(), *source, *meter],
        input=samples.tobytes(),
        capture_output=True,
        check=True,
    ).stderr.decode()
    expected = float(told.rpartition("Peak:")[2].split()[0])
    assert profile(samples, 7000).levels.true_peak_dbtp == pytest.approx(expected, abs=0.2)


def test_a_peak_between_two_samples_is_found():
    quarter = tone(0.5, 0.9, RATE / 4, math.pi / 4)
    assert np.abs(quarter).max() / 32768 == pytest.approx(0.9 / math.sqrt(2), abs=0.001)
    faded = np.rint(quarter * np.hanning(quarter.size)).astype("<i2")
    assert true_peak(faded) == pytest.approx(0.9, abs=0.02)
    assert true_peak(np.zeros(0, "<i2")) == 0


def test_blocks_become_regular():
    assert list(regular([b"abc", b"", b"defgh", b"i"], 4)) == [b"abcd", b"efgh", b"i"]
    assert list(regular([], 4)) == []


def test_what_ffmpeg_refuses_is_told_with_the_name_of_the_sound():
    big = (bytes(1 << 20) for _ in range(40))
    with pytest.raises(EncodingError, match=r"^01: could not be encoded \(.+\)"):
        feed(["-filter_complex", f"{pcm_source(RATE)},nonsense"], big, "01")


def test_ffmpeg_ends_when_what_feeds_it_breaks():
    def blocks():
        yield bytes(10)
        raise ValueError("no more")

    with pytest.raises(ValueError, match="no more"):
        feed(["-filter_complex", pcm_source(RATE), "-f", "null", "-"], blocks(), "01")


VOICE = np.convolve(np.random.default_rng(7).normal(0, 900, 4 * RATE), np.hanning(5), "same")


@pytest.mark.parametrize("seconds", [0.5, 1.3, 4])
def test_both_meters_find_the_same_loudness(monkeypatch, seconds):
    pcm = VOICE[: int(seconds * RATE)].astype("<i2").tobytes()
    blocks = [pcm[:1000], pcm[1000:]]
    of_library = integrated(blocks, RATE, "01")
    monkeypatch.setitem(sys.modules, "loudness", None)  # as where there is none
    assert integrated(blocks, RATE, "01") == pytest.approx(of_library, abs=0.06)


@pytest.mark.parametrize("has_library", [True, False])
@pytest.mark.parametrize("samples", [np.zeros(2 * RATE, "<i2"), tone(0.3, 0.5), np.zeros(0, "<i2")])
def test_silence_and_what_is_too_short_have_no_loudness(monkeypatch, samples, has_library):
    if not has_library:
        monkeypatch.setitem(sys.modules, "loudness", None)
    assert integrated([samples.tobytes()], RATE, "01") is None
