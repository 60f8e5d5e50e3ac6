"""The program that is started, when starting it goes wrong."""

import os
import subprocess
import sys
from types import SimpleNamespace

import imageio_ffmpeg
import pytest

from oped_audio.errors import EncodingError, FfmpegUnavailableError
from oped_audio.mixing import ffmpeg
from oped_audio.mixing.loudness import integrated

NOTHING = ("-filter_complex", ffmpeg.pcm_source(22_050), "-f", "null", "-")
"""Arguments for a file that is thrown away."""


@pytest.fixture(autouse=True)
def nothing_known():
    ffmpeg._executable.cache_clear()
    ffmpeg.version.cache_clear()
    yield
    ffmpeg._executable.cache_clear()
    ffmpeg.version.cache_clear()


def test_one_that_was_killed_while_it_was_asked_is_asked_again(monkeypatch):
    real, failures = (
        imageio_ffmpeg.get_ffmpeg_version,
        [subprocess.CalledProcessError(-9, "ffmpeg")],
    )

    def killed_once():
        if failures:
            raise failures.pop()
        return real()

    monkeypatch.setattr(imageio_ffmpeg, "get_ffmpeg_version", killed_once)
    assert ffmpeg.version() == real()


def test_none_is_told(monkeypatch):
    def missing():
        raise RuntimeError("No ffmpeg exe could be found.")

    monkeypatch.setattr(imageio_ffmpeg, "get_ffmpeg_exe", missing)
    with pytest.raises(FfmpegUnavailableError, match=r"ffmpeg: is not found.*reinstall"):
        ffmpeg.executable()


def test_one_that_hears_only_the_beginning_is_not_believed(monkeypatch):
    given = ffmpeg.feed

    def cut_short(arguments, *sound):
        return given((*arguments[:-1], "-t", "0.5", arguments[-1]), *sound)

    monkeypatch.setitem(sys.modules, "loudness", None)  # the library, which would be asked
    monkeypatch.setattr("oped_audio.mixing.loudness.feed", cut_short)
    second = bytes(2 * 22_050)
    with pytest.raises(EncodingError, match=r"01: .*ffmpeg measured 0\.5 of \d\.\d s"):
        integrated([second] * 5, 22_050, "01")


@pytest.mark.skipif(not hasattr(os, "SCHED_BATCH"), reason="only Linux has such a policy")
def test_its_threads_do_not_take_turns_at_each_frame(monkeypatch):
    started, policies = [], []

    class Recorded(subprocess.Popen):
        def __init__(self, *arguments, **options):
            super().__init__(*arguments, **options)
            started.append(self.pid)

    def second():
        policies.append(os.sched_getscheduler(started[0]))
        yield bytes(2 * 22_050)

    monkeypatch.setattr(subprocess, "Popen", Recorded)
    ffmpeg.feed(NOTHING, second(), "01")
    assert policies == [os.SCHED_BATCH]


def test_what_it_tells_is_heard_where_no_file_lies_in_memory(monkeypatch):
    monkeypatch.setattr(ffmpeg, "sys", SimpleNamespace(platform="darwin"))
    fed = ffmpeg.feed(NOTHING, [bytes(2 * 22_050)], "01")
    assert "pcm_s16le, 22050 Hz" in fed.report
    assert (fed.size, fed.seconds_made, fed.size_made) == (2 * 22_050, 1.0, 0)
