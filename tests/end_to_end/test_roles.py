"""Roles with voices of their own, narrated by espeak-ng."""

import subprocess
from dataclasses import replace

import imageio_ffmpeg
import numpy as np
import pytest

import oped_audio
from oped_audio.model.audio import VoiceSpec
from oped_audio.model.script import Utterance
from oped_audio.narration.parts import Asked
from oped_audio.voices.engine import open_engine

ARTICLE = (
    "The return of the storks\n\n"
    "They left when the marsh was drained, and nobody thought that they would ever come back.\n\n"
    "Storks on a roof in the old town. (Photo/Xinhua)\n\n"
    "The storks came back to the valley in the spring of 2024, as if nothing had happened.\n\n"
    "> Nobody called them. They knew the way.\n\n"
    "Ada Byron is a professor of zoology at the University of Exampleton.\n"
)
SETTINGS = (
    '[voices.caption]\nvoice = "en-us+f3"\nrate_wpm = 160\n[voices.about-author]\npitch = 80\n'
)
MAIN = VoiceSpec("pyttsx3", "en-us", 175, 1.0, 50)
CAPTION = replace(MAIN, voice="en-us+f3", rate_wpm=160)
ABOUT = replace(MAIN, pitch=80)


@pytest.fixture(scope="module")
def book(tmp_path_factory, oped_audio_run):
    folder = tmp_path_factory.mktemp("roles")
    (folder / "storks.txt").write_text(ARTICLE)
    (folder / "oped.toml").write_text(SETTINGS)
    arguments = ("-o", folder / "out", "--cache", folder / "cache")
    done = oped_audio_run("build", folder / "storks.txt", *arguments)
    assert done.code == 0, done.err
    return folder


@pytest.fixture(scope="module")
def engine(machine):
    opened = open_engine("pyttsx3", machine)
    yield opened
    opened.close()


def decoded(path) -> np.ndarray:
    ffmpeg = [imageio_ffmpeg.get_ffmpeg_exe(), "-loglevel", "error", "-i", str(path)]
    output = ["-map", "0:a", "-f", "s16le", "-ar", "22050", "-"]
    done = subprocess.run([*ffmpeg, *output], capture_output=True, check=True)
    return np.frombuffer(done.stdout, "<i2").astype(float)


def likeness(clip: np.ndarray, sound: np.ndarray) -> float:
    """Of the clip and what is most like it in the sound: 1.0 if it is in there."""
    size = 1 << (clip.size + sound.size).bit_length()
    spectrum = np.fft.rfft(sound, size) * np.conj(np.fft.rfft(clip, size))
    at = int(np.argmax(np.fft.irfft(spectrum, size)[: sound.size - clip.size]))
    found = sound[at : at + clip.size]
    return float(clip @ found / np.sqrt((clip @ clip) * (found @ found)))


def unannounced(utterance: Utterance) -> Utterance:
    """Without what the narrator says, which here is another voice's."""
    parts = Asked(utterance, CAPTION).parts(lambda role, _: CAPTION if role else MAIN, "en")
    return next(part.utterance for part in parts if part.spec == CAPTION)


def test_each_role_is_heard_in_its_voice_and_in_no_other(book, engine):
    specs = {"caption": CAPTION, "credit": CAPTION, "about-author": ABOUT}
    sounds = {
        path.name[:2]: decoded(path) for path in sorted((book / "out/storks/audio").iterdir())
    }
    roles = set()
    for utterance in oped_audio.script(book / "storks.txt").utterances:
        roles.add(utterance.role)
        own = specs.get(utterance.role, MAIN)
        said = unannounced(utterance) if own == CAPTION else utterance
        for spec in (MAIN, CAPTION, ABOUT):
            clip = np.frombuffer(engine.speak(said, spec).pcm, "<i2").astype(float)
            alike = likeness(clip, sounds[utterance.section[1:]])
            assert (alike > 0.9) == (spec == own), (utterance.id, spec, alike)
    assert {"title", "body", "caption", "credit", "quotation", "about-author"} <= roles


def test_nothing_that_is_announced_is_in_what_is_read(book):
    captions = "".join(
        path.read_text(encoding="utf-8") for path in (book / "out/storks/captions").iterdir()
    )
    assert "Nobody called them." in captions
    assert "Quotation" not in captions
    assert "End of" not in captions


def test_epubcheck_has_nothing_to_say(epubcheck, book):
    assert epubcheck([book / "out/storks/storks.epub"]) == [[]]
