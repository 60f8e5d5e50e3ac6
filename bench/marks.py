"""How exact the times of words are: each engine's marks against two independent measures.

One is forced alignment (pocketsphinx), which cannot follow espeak-ng; the other is speech
recognition with word times (whisper-base). Each has an offset of its own, which is taken off as the
median difference, and is itself no finer than some 50 ms. For the engine ``tone`` the measure is
where sound begins after silence, which is exact.
"""

import sys
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from statistics import median, quantiles

import numpy as np

import oped_audio
from oped_audio.errors import VoiceError
from oped_audio.model.audio import Clip, VoiceSpec
from oped_audio.model.script import Utterance
from oped_audio.narration.resampling import resampled
from oped_audio.settings import load
from oped_audio.voices.engine import Setup, choose_voice, open_engine

ROOT = Path(__file__).parent.parent
ENGINES = ("tone", "pyttsx3", "hibari", "piper", "kokoro")
SENTENCES = 40
RATE = 16_000
Starts = list[float | None]
"""Seconds from the start of the clip to each spoken token; None where it was not found."""


def main() -> None:
    article = Path(sys.argv[1]) if len(sys.argv) > 1 else next(iter((ROOT / "input").glob("*.txt")))
    utterances = list(islice(oped_audio.script(article, {}).utterances, SENTENCES))
    setup = Setup(load(None, "", {}).settings.build.voices_path)
    print(f"{article.name}: word starts in {SENTENCES} sentences, milliseconds")
    print("  engine   against              words  offset  median  95th percentile (goal 40, 120)")
    for name in ENGINES:
        try:
            compare(name, utterances, setup)
        except VoiceError as error:
            print(f"  {name}: {error}")


def compare(name: str, utterances: Sequence[Utterance], setup: Setup) -> None:
    engine = open_engine(name, setup)
    voice = choose_voice(name, engine.voices(), "", "en-US")
    spec = VoiceSpec(name, voice.id, 175, 1.0, 50)
    clips = [engine.speak(utterance, spec) for utterance in utterances]
    engine.close()
    for measure, starts_of in measures(name):
        pairs = [
            (mark.begin / clip.sample_rate, start)
            for clip, utterance in zip(clips, utterances, strict=True)
            for mark, start in zip(clip.marks, starts_of(clip, utterance), strict=True)
            if start is not None
        ]
        differences = [1000 * (own - other) for own, other in pairs]
        offset = median(differences)
        spread = [abs(difference - offset) for difference in differences]
        figures = f"{offset:7.1f} {median(spread):7.1f} {quantiles(spread, n=20)[-1]:7.1f}"
        print(f"  {name:8} {measure:20} {len(spread):5} {figures}")


def measures(name: str) -> list[tuple[str, Callable[[Clip, Utterance], Starts]]]:
    if name == "tone":
        return [("begin of sound", onsets)]
    recognised = ("speech recognition", recognition())
    return [recognised] if name == "pyttsx3" else [("forced alignment", alignment()), recognised]


def onsets(clip: Clip, _: Utterance) -> Starts:
    loud = np.flatnonzero(np.frombuffer(clip.pcm, "<i2"))
    first = loud[np.diff(loud, prepend=-clip.sample_rate) > clip.sample_rate // 100]
    return [float(at) / clip.sample_rate for at in first]


def alignment() -> Callable[[Clip, Utterance], Starts]:
    """By pocketsphinx; a sentence with a word that its dictionary lacks is left out."""
    from pocketsphinx import Decoder

    decoder = Decoder(lm=None, loglevel="FATAL")

    def starts(clip: Clip, utterance: Utterance) -> Starts:
        words = [word for token in spoken(utterance) for word in token]
        nothing: Starts = [None] * len(clip.marks)
        if not words or any(decoder.lookup_word(word) is None for word in words):
            return nothing
        decoder.set_align_text(" ".join(words))
        decoder.start_utt()
        decoder.process_raw(resampled(clip, RATE).pcm, full_utt=True)
        decoder.end_utt()
        try:
            found = [one for one in decoder.seg() if not one.word.startswith(("<", "[", "("))]
        except RuntimeError:  # nothing was aligned
            return nothing
        if len(found) != len(words):
            return nothing
        return by_token(utterance, [one.start_frame / 100 for one in found])

    return starts


def recognition() -> Callable[[Clip, Utterance], Starts]:
    """By whisper-base; a word counts where it was recognised as it is written."""
    from difflib import SequenceMatcher

    from faster_whisper import WhisperModel

    from oped_audio.checking.weights import model_folder

    folder = model_folder(load(None, "", {}).settings.cache.path)
    model = WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=1)

    def starts(clip: Clip, utterance: Utterance) -> Starts:
        sound = np.frombuffer(resampled(clip, RATE).pcm, "<i2").astype(np.float32) / 32768
        segments, _ = model.transcribe(sound, language="en", beam_size=1, word_timestamps=True)
        heard = [word for segment in segments for word in segment.words]
        words = [word for token in spoken(utterance) for word in token]
        found: Starts = [None] * len(words)
        recognised = [letters(word.word) for word in heard]
        for begin, other, length in SequenceMatcher(None, words, recognised).get_matching_blocks():
            for step in range(length):
                found[begin + step] = heard[other + step].start
        return by_token(utterance, found)

    return starts


def by_token(utterance: Utterance, starts: Sequence[float | None]) -> Starts:
    found: Starts = []
    at = 0
    for token in spoken(utterance):
        found.append(starts[at] if token else None)
        at += len(token)
    return found


def spoken(utterance: Utterance) -> list[list[str]]:
    """The words of each spoken token, in small letters."""
    tokens = [utterance.tokens[index].spoken for index in utterance.spoken_tokens]
    return [
        [word for part in token.replace("-", " ").split() if (word := letters(part))]
        for token in tokens
    ]


def letters(text: str) -> str:
    kept = (sign for sign in text.casefold().replace("’", "'") if sign.isalpha() or sign == "'")
    return "".join(kept).strip("'")


if __name__ == "__main__":
    main()
