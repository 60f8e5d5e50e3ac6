"""The times in overlays and captions against the sound that a decoder plays."""

import re
import subprocess
import zipfile
from dataclasses import dataclass
from itertools import pairwise

import imageio_ffmpeg
import numpy as np
import pytest
from lxml import etree

import oped_audio
from oped_audio.model.audio import VoiceSpec
from oped_audio.voices.engine import open_engine

SMIL = "{http://www.w3.org/ns/SMIL}"
TOLERANCE_S = 0.010
EDGE = 110
"""Samples, 5 ms, on either side of where a clip begins and ends."""


@dataclass(frozen=True)
class Par:
    target: str
    audio: str
    begin: float
    end: float


def pars(epub) -> list[Par]:
    """All pars of all overlays, in order."""
    found = []
    with zipfile.ZipFile(epub) as book:
        for name in (n for n in book.namelist() if n.endswith(".smil")):
            for par in etree.fromstring(book.read(name)).iter(f"{SMIL}par"):
                text, audio = par.find(f"{SMIL}text"), par.find(f"{SMIL}audio")
                times = [seconds(audio.get(key)) for key in ("clipBegin", "clipEnd")]
                found.append(Par(text.get("src").partition("#")[2], audio.get("src"), *times))
    return found


def seconds(clock: str) -> float:
    hours, minutes, rest = clock.split(":")
    return 3600 * int(hours) + 60 * int(minutes) + float(rest)


def decoded(epub) -> dict[str, np.ndarray]:
    """The sound of each audio file, by the name that overlays use, at 22,050 Hz."""
    ffmpeg = [imageio_ffmpeg.get_ffmpeg_exe(), "-loglevel", "error", "-i", "-"]
    output = ["-map", "0:a", "-f", "s16le", "-ar", "22050", "-"]
    sounds = {}
    with zipfile.ZipFile(epub) as book:
        for name in book.namelist():
            if name.endswith(".mp3"):
                done = subprocess.run(
                    [*ffmpeg, *output], input=book.read(name), capture_output=True, check=True
                )
                sound = np.frombuffer(done.stdout, "<i2").astype(float)
                sounds[f"../{name.partition('/')[2]}"] = sound
    return sounds


def find(clip: np.ndarray, sound: np.ndarray) -> int:
    """Where in the sound the clip is, by cross-correlation, in samples."""
    size = 1 << (clip.size + sound.size).bit_length()
    spectrum = np.fft.rfft(sound, size) * np.conj(np.fft.rfft(clip, size))
    return int(np.argmax(np.fft.irfft(spectrum, size)[: sound.size]))


@pytest.mark.parametrize("engine_name", ["pyttsx3", "tone"])
def test_every_sentence_is_heard_where_its_overlay_says(engine_name, built, beeped, machine):
    book = {"pyttsx3": built, "tone": beeped}[engine_name]
    voice = {"pyttsx3": "en-us", "tone": "sine"}[engine_name]
    spec = VoiceSpec(engine_name, voice, 175, 1.0, 50)
    sounds = decoded(book.epub)
    first = {}
    for par in pars(book.epub):
        first.setdefault(re.sub(r"-w\d+$", "", par.target), par)
    utterances = oped_audio.script(book.article).utterances
    engine = open_engine(engine_name, machine)
    try:
        for utterance in utterances:
            clip = np.frombuffer(engine.speak(utterance, spec).pcm, "<i2").astype(float)
            par = first[utterance.id]
            heard = find(clip, sounds[par.audio]) / 22_050
            assert abs(heard - par.begin) <= TOLERANCE_S, (utterance.id, heard, par.begin)
    finally:
        engine.close()
    own = re.compile(r"s\d\d-")
    assert list(filter(own.match, first)) == [utterance.id for utterance in utterances]


def test_every_clip_of_a_sentence_begins_and_ends_in_silence(built):
    sounds = decoded(built.epub)
    for par in pars(built.epub):
        sound = sounds[par.audio]
        for time in (par.begin, par.end):
            at = int(time * 22_050)
            around = sound[max(at - EDGE, 0) : at + EDGE]
            assert around.size == 0 or np.abs(around).max() < 0.01 * 32_768, (par, time)


def test_every_word_is_heard_where_its_overlay_and_its_caption_say(beeped):
    """A beep starts 20 ms of silence after the one before has ended."""
    sounds = decoded(beeped.epub)
    shown = caption_words(beeped)
    words = [par for par in pars(beeped.epub) if re.search(r"-w\d+$", par.target)]
    assert len(words) > 800
    starts_of_sentences = {par.target for par in words if par.target.endswith("-w1")}
    for par in words:
        if par.target in starts_of_sentences:
            continue
        onset = onset_after(sounds[par.audio], par.begin - 0.015)
        assert abs(onset - par.begin) <= TOLERANCE_S, (par, onset)
        if re.match(r"s\d\d-", par.target):  # what a book adds has no captions
            assert any(abs(time - par.begin) <= 0.001 for time in shown[par.audio]), par


def onset_after(sound: np.ndarray, time: float) -> float:
    begin = int(time * 22_050)
    loud = np.flatnonzero(np.abs(sound[begin : begin + 2205]) > 500)
    return (begin + loud[0]) / 22_050


def caption_words(book) -> dict[str, set[float]]:
    """Cue times and word times of each track's WebVTT."""
    times = {}
    for path in (book.folder / "captions").glob("[0-9]*.vtt"):
        clocks = re.findall(r"\d\d:\d\d:\d\d\.\d{3}", path.read_text(encoding="utf-8"))
        times[f"../audio/{path.stem}.mp3"] = {seconds(clock) for clock in clocks}
    return times


def test_clips_ascend_without_hole_and_end_within_the_audio(built, beeped):
    for book in (built, beeped):
        sounds = decoded(book.epub)
        by_audio: dict[str, list[Par]] = {}
        for par in pars(book.epub):
            by_audio.setdefault(par.audio, []).append(par)
        assert by_audio.keys() == sounds.keys()
        for audio, clips in by_audio.items():
            assert clips[0].begin == 0
            assert all(clip.end > clip.begin for clip in clips)
            assert all(a.end == b.begin for a, b in pairwise(clips))
            assert 0 <= sounds[audio].size / 22_050 - clips[-1].end < 0.1
