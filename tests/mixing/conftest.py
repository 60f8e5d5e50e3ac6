"""Speech to mix, and what ffmpeg says of a file."""

import re
import subprocess
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest

from oped_audio.mixing.encoding import Cover, Encoder
from oped_audio.mixing.ffmpeg import executable
from oped_audio.mixing.mixer import Mixer, Spoken
from oped_audio.mixing.presets import preset
from oped_audio.mixing.settings import AudioSettings
from oped_audio.model.audio import Clip, VoiceSpec
from oped_audio.publishing.cover import cover
from oped_audio.voices.engine import open_engine

SENTENCES = (
    "The storks came back to the valley in the spring, as if nothing had happened.",
    "Water finds its old way, and whoever lives from it follows after a while.",
    "They left when the marsh was drained, and nobody thought that they would return!",
)
SPEC = VoiceSpec("pyttsx3", "en-us", 175, 1.0, 50)
TAGS = {"title": "A; title = #1 \\ “quoted” -y", "artist": "Ada", "language": "eng"}


@dataclass(frozen=True)
class Figures:
    """What ffmpeg measures of a decoded file."""

    lufs: float
    true_peak: float
    rms: float
    peak: float
    floor: float


@pytest.fixture(scope="session")
def ffmpeg() -> Callable[..., bytes]:
    def run(*arguments: object) -> bytes:
        command = [executable(), "-hide_banner", "-nostats", *map(str, arguments)]
        return subprocess.run(command, check=True, capture_output=True).stdout

    return run


@pytest.fixture(scope="session")
def decoded(ffmpeg) -> Callable[[Path, int], np.ndarray]:
    """The sound of a file at a sample rate, of its first channel."""

    def decode(path: Path, sample_rate: int) -> np.ndarray:
        raw = ffmpeg("-i", path, "-map", "0:a", "-ac", 1, "-ar", sample_rate, "-f", "s16le", "-")
        return np.frombuffer(raw, "<i2").astype(float)

    return decode


@pytest.fixture(scope="session")
def measured() -> Callable[[Path], Figures]:
    def look(path: Path) -> Figures:
        filters = "ebur128=peak=true:framelog=quiet,astats=measure_perchannel=0"
        command = [executable(), "-nostats", "-i", path, "-map", "0:a", "-af", filters]
        done = subprocess.run([*command, "-f", "null", "-"], capture_output=True, check=True)
        told = done.stderr.decode()

        def last(pattern: str) -> float:
            return float(re.findall(pattern + r": *(-?[\d.]+|-inf)", told)[-1])

        return Figures(
            last(r"\bI"),
            last("Peak"),
            last("RMS level dB"),
            last("Peak level dB"),
            last("Noise floor dB"),
        )

    return look


@pytest.fixture(scope="session")
def speech(machine, utterance) -> tuple[Clip, ...]:
    """Sentences as espeak-ng says them."""
    engine = open_engine("pyttsx3", machine)
    try:
        return tuple(engine.speak(utterance(text), SPEC) for text in SENTENCES)
    finally:
        engine.close()


@pytest.fixture(scope="session")
def title(machine, utterance) -> Clip:
    """A title of two words."""
    engine = open_engine("pyttsx3", machine)
    try:
        return engine.speak(utterance("Night trains"), SPEC)
    finally:
        engine.close()


@pytest.fixture
def spoken(utterance) -> Callable[..., Spoken]:
    """Clips as a section, each with a pause."""

    def make(
        clips: Sequence[Clip], pause_ms: int = 300, speakers: Sequence[VoiceSpec] | None = None
    ) -> Spoken:
        said = [
            replace(utterance("a", f"s01-p01-u{number + 1}"), tokens=(), pause_ms=pause_ms)
            for number in range(len(clips))
        ]
        said[-1] = replace(said[-1], pause_ms=1500)
        bare = [replace(clip, marks=()) for clip in clips]
        keys = [f"k{number}" for number in range(len(clips))]
        return Spoken(said, bare, keys, speakers or [SPEC] * len(clips))

    return make


@pytest.fixture
def mixer_for(tmp_path):
    """A Mixer for a preset and formats."""
    picture = tmp_path / "cover.jpg"
    picture.write_bytes(cover("Title", "Author"))
    pool = ThreadPoolExecutor(2)

    def make(mastering="podcast", formats=("mp3",), on_damage=print, **settings) -> Mixer:
        settled = AudioSettings(mastering=mastering, **settings)
        encoder = Encoder(settled, Cover("cover", lambda: picture))
        chosen = preset(mastering)
        return Mixer(tmp_path / "cache", encoder, formats, chosen, pool, on_damage)

    yield make
    pool.shutdown()
