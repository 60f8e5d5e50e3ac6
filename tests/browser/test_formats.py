"""Each audio format as Chromium decodes it, against the times that the captions give."""

import base64
import json
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

RATE = 48_000
"""Hertz, of the decoded sound: what Chromium's own decoder of Opus gives."""
TOLERANCE_S = 0.005
LOUD = 0.02
FORMATS = ("mp3", "opus", "m4a", "flac", "wav")
DECODE = """async ([encoded, rate]) => {
    const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0))
    const context = new OfflineAudioContext(1, 1, rate)
    const sound = await context.decodeAudioData(bytes.buffer)
    const samples = new Uint8Array(sound.getChannelData(0).buffer)
    let text = ""
    for (let at = 0; at < samples.length; at += 32768)
        text += String.fromCharCode(...samples.subarray(at, at + 32768))
    return btoa(text)
}"""


@pytest.fixture(scope="module")
def beeped(tmp_path_factory) -> Path:
    """A book whose words are beeps, in every format of sections and of whole books."""
    folder = tmp_path_factory.mktemp("beeps")
    article = folder / "storks.txt"
    article.write_text(
        "The return of the storks\n\n"
        "They left when the marsh was drained, and nobody thought they would come back. "
        "Water finds its old way.\n",
        encoding="utf-8",
    )
    command = [Path(sys.executable).parent / "oped-audio", "build", article, "-o", folder]
    options = ["--engine", "tone", "--audio", ",".join(FORMATS), "--cache", folder / "cache"]
    only = [f"--only={name}" for name in ("audio", "captions", "m4b", "mp3-book")]
    subprocess.run([*map(str, command + options), *only], check=True, capture_output=True)
    return folder / "storks"


@pytest.fixture(scope="module")
def decoded(browser, beeped) -> dict[str, np.ndarray]:
    """The sound of each file, by its name."""
    sounds = {}
    page = browser.new_page()
    for path in sorted([*beeped.glob("audio/*"), beeped / "storks.m4b", beeped / "storks.mp3"]):
        encoded = base64.b64encode(path.read_bytes()).decode()
        answer = base64.b64decode(page.evaluate(DECODE, [encoded, RATE]))
        sounds[path.name] = np.frombuffer(answer, "<f4")
    page.close()
    return sounds


def words_in(captions: Path) -> list[float]:
    """Seconds at which each word that is not the first of its cue begins."""
    text = captions.read_text(encoding="utf-8")
    return [
        3600 * int(hours) + 60 * int(minutes) + float(rest)
        for hours, minutes, rest in re.findall(r"<(\d\d):(\d\d):(\d\d\.\d{3})>", text)
    ]


def onset_after(sound: np.ndarray, time: float) -> float:
    begin = int(time * RATE)
    (loud,) = np.nonzero(np.abs(sound[begin : begin + RATE // 10]) > LOUD)
    return (begin + loud[0]) / RATE


@pytest.mark.parametrize("extension", FORMATS)
def test_every_word_is_heard_where_its_caption_says(extension, beeped, decoded):
    heard = 0
    for captions in sorted(beeped.glob("captions/0*.vtt")):
        sound = decoded[f"{captions.stem}.{extension}"]
        for time in words_in(captions):
            assert abs(onset_after(sound, time - 0.015) - time) <= TOLERANCE_S, (captions, time)
            heard += 1
    assert heard > 15


@pytest.mark.parametrize("extension", ["m4b", "mp3"])
def test_every_word_of_the_one_file_book_too(extension, beeped, decoded):
    sound = decoded[f"storks.{extension}"]
    times = words_in(beeped / "captions" / "storks.vtt")
    assert len(times) > 15
    for time in times:
        assert abs(onset_after(sound, time - 0.015) - time) <= TOLERANCE_S, time


@pytest.mark.parametrize("extension", FORMATS)
def test_nothing_is_lost_at_the_end(extension, beeped, decoded):
    listed = json.loads((beeped / "manifest.json").read_text(encoding="utf-8"))
    for section in listed["sections"]:
        sound = decoded[f"{Path(section['audio']).stem}.{extension}"]
        assert 0 <= len(sound) / RATE - section["duration"] + 0.001 < 0.1
