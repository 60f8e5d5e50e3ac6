"""Times that a tool gives -> how far they are from when the words are heard, in milliseconds."""

import json
import re
import subprocess
import wave
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median, quantiles

import imageio_ffmpeg

from marks import RATE, letters
from oped_audio.model.audio import VoiceSpec
from oped_audio.model.script import Utterance
from oped_audio.settings import load
from oped_audio.voices.engine import Setup, choose_voice, open_engine

_AROUND_S = 0.2
"""What is listened to before and after a sentence, in seconds: less than the pauses are."""


@dataclass(frozen=True, slots=True)
class Error:
    """How far times are off, in milliseconds."""

    times: int
    """How many were compared."""
    offset_ms: float
    """The median, with its sign; more than 0 where they are late."""
    median_ms: float
    """Of the distances, without sign."""
    most_ms: float
    """Of the distances: 95 of 100 are less."""


def error(differences_ms: Sequence[float], taken_off_ms: float = 0.0) -> Error:
    """What is to be told of them; ``taken_off_ms`` is the measure's own offset."""
    distances = [abs(difference - taken_off_ms) for difference in differences_ms]
    return Error(
        len(distances),
        median(differences_ms),
        median(distances),
        quantiles(distances, n=20)[-1],
    )


@dataclass(frozen=True, slots=True)
class Narration:
    """An article, narrated into one file, with the exact times of its sentences."""

    audio: Path
    """WAV"""
    text: Path
    """A sentence on each line, as it is written."""
    begins_s: tuple[float, ...]
    """When the first word of each is heard, as the engine says."""
    ends_s: tuple[float, ...]
    """When its last word has been heard."""
    sample_rate: int
    """Hertz."""


def narrate(engine_name: str, utterances: Sequence[Utterance], folder: Path) -> Narration:
    """With the pauses of the script, and nothing else done to the sound."""
    folder.mkdir(parents=True)
    engine = open_engine(engine_name, Setup(load(None, "", {}).settings.build.voices_path))
    voice = choose_voice(engine_name, engine.voices(), "", "en-US")
    spec = VoiceSpec(engine_name, voice.id, 175, 1.0, 50)
    pieces, begins, ends, at = [], [], [], 0
    for utterance in utterances:
        clip = engine.speak(utterance, spec)
        rate = clip.sample_rate
        begins.append((at + clip.marks[0].begin) / rate)
        ends.append((at + clip.marks[-1].end) / rate)
        silence = rate * utterance.pause_ms // 1000
        pieces += [clip.pcm, bytes(2 * silence)]
        at += clip.length + silence
    engine.close()
    with wave.open(str(folder / "all.wav"), "wb") as file:
        file.setparams((1, 2, rate, 0, "NONE", ""))
        file.writeframes(b"".join(pieces))
    lines = "".join(f"{utterance.written}\n" for utterance in utterances)
    (folder / "all.txt").write_text(lines, "utf-8")
    files = folder / "all.wav", folder / "all.txt"
    return Narration(*files, tuple(begins), tuple(ends), rate)


def of_aligned(sync_map: Path, narration: Narration) -> tuple[Error, int]:
    """aeneas' JSON against the engine's exact times; and how many begin amid another sentence.

    A boundary anywhere between two sentences shows both rightly; one beyond that does not.
    """
    fragments = json.loads(sync_map.read_text("utf-8"))["fragments"]
    found = [float(fragment["begin"]) for fragment in fragments]
    exact = narration.begins_s
    differences = [1000 * (one - other) for one, other in zip(found, exact, strict=True)][1:]
    bounds = zip(found[1:], narration.ends_s, exact[1:], strict=False)
    amid = sum(not end - 0.01 <= at <= begin + 0.01 for at, end, begin in bounds)
    return error(differences), amid


@dataclass(frozen=True, slots=True)
class Cue:
    """A caption, in seconds."""

    begin: float
    end: float
    text: str


def cues(vtt: Path) -> list[Cue]:
    """Of a WebVTT file, without their markup."""
    found = []
    for block in vtt.read_text("utf-8").split("\n\n"):
        lines = block.strip().splitlines()
        timing = next((index for index, line in enumerate(lines) if "-->" in line), None)
        if timing is not None:
            begin, end = map(_seconds, lines[timing].split(" --> "))
            found.append(Cue(begin, end, re.sub(r"<[^>]*>", "", " ".join(lines[timing + 1 :]))))
    return found


def of_captions(pairs: Sequence[tuple[Path, Path]]) -> Error | None:
    """Captions against forced alignment (pocketsphinx), its median difference taken off.

    For each pair of captions and audio, those sentences count whose words its dictionary has.
    """
    aligned = _aligner()
    differences = []
    for captions, audio in pairs:
        sound = _decoded(audio)
        for sentence in _sentences(cues(captions)):
            begin = max(0.0, sentence[0].begin - _AROUND_S)
            heard = sound[_at(begin) : _at(sentence[-1].end + _AROUND_S)]
            words = [_words(cue.text) for cue in sentence]
            starts = aligned([word for cue in words for word in cue], heard)
            at = 0
            for cue, its_words in zip(sentence, words, strict=True):
                if starts and its_words:
                    differences.append(1000 * (cue.begin - begin - starts[at]))
                at += len(its_words)
    return error(differences, median(differences)) if len(differences) > 1 else None


def _aligner() -> Callable[[Sequence[str], bytes], list[float]]:
    from pocketsphinx import Decoder

    decoder = Decoder(lm=None, loglevel="FATAL")

    def aligned(words: Sequence[str], heard: bytes) -> list[float]:
        """Seconds at which each word begins; nothing if it cannot be told."""
        if not words or any(decoder.lookup_word(word) is None for word in words):
            return []
        decoder.set_align_text(" ".join(words))
        decoder.start_utt()
        decoder.process_raw(heard, full_utt=True)
        decoder.end_utt()
        try:
            found = [one for one in decoder.seg() if not one.word.startswith(("<", "[", "("))]
        except RuntimeError:  # nothing was aligned
            return []
        return [one.start_frame / 100 for one in found] if len(found) == len(words) else []

    return aligned


def _sentences(found: Sequence[Cue]) -> Iterator[list[Cue]]:
    """Cues that belong together: those between which no one stops speaking."""
    sentence: list[Cue] = list(found[:1])
    for before, cue in pairwise(found):
        if cue.begin - before.end > _AROUND_S and before.text.rstrip("”\"'’").endswith(
            (".", "?", "!")
        ):
            yield sentence
            sentence = []
        sentence.append(cue)
    if sentence:
        yield sentence


def _words(text: str) -> list[str]:
    parts = text.replace("-", " ").replace("—", " ").split()
    if any(any(sign.isdigit() for sign in part) for part in parts):
        return ["0"]  # said otherwise than it is written: in no dictionary
    return [word for part in parts if (word := letters(part))]


def _seconds(told: str) -> float:
    parts = told.split()[0].split(":")
    return sum(float(part) * 60**power for power, part in enumerate(reversed(parts)))


def _at(seconds: float) -> int:
    return 2 * round(seconds * RATE)


def _decoded(audio: Path) -> bytes:
    to = ["-f", "s16le", "-ac", "1", "-ar", str(RATE), "-"]
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-loglevel", "error", "-i", str(audio), *to]
    return subprocess.run(command, check=True, capture_output=True).stdout
