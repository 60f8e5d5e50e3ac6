"""The engine ``hibari``: a small neural voice whose model lies in a wheel, with exact word times.

Its graph tells how long it holds each letter; hibari's own signal processing makes the sound.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from itertools import chain, pairwise

from oped_audio.model.audio import Clip, Mark, MarksFrom, Voice, VoiceSpec
from oped_audio.model.script import Utterance
from oped_audio.voices.engine import Setup
from oped_audio.voices.neural.hibari_pitch import between_harmonics
from oped_audio.voices.neural.hibari_reading import Letter, Reader
from oped_audio.voices.neural.misaki import VOCABULARY, to_ipa
from oped_audio.voices.neural.onnx_session import OnnxSession, missing_extra, runtime_version
from oped_audio.voices.neural.pauses import without_pauses
from oped_audio.voices.neural.phrases import Recording, cut, joined, strength
from oped_audio.voices.neural.takes import tempo
from oped_audio.voices.silence import trim
from oped_audio.voices.timing import Sound, marks_from_sounds
from oped_audio.voices.weights.catalogue import content, digest, voices_of

_NAME = "hibari"
_VERSION = 1
_READS_THE_REST = "espeakng-loader"
SAMPLE_RATE = 24_000
_HELD = "/Clip_output_0"
"""The tensor with the length of each letter, those of the silence at both ends too."""
_STEP = 600
"""Samples in a unit of that length."""
_END = 0
"""What stands at both ends of the letters."""
_EARLY = 1_080
"""Samples, 45 ms, by which a letter is heard before its time in the graph: so much is the shift
between the hissing letters and what hisses, at any rate."""
_LONGEST = 400
"""Letters that the model speaks well at once."""
_PUNCTUATION = ' ;:,.!?—…"()“”'
_UNHEARD = frozenset(_PUNCTUATION)
_LETTERS = re.compile(r"\w+")
_PACE = (
    (0.25, 44), (0.4, 70), (0.5, 88), (0.6, 107), (0.7, 124), (0.8, 141), (0.9, 169), (1.0, 175),
    (1.1, 180), (1.2, 191), (1.3, 203), (1.4, 270), (1.6, 285), (2.0, 319), (2.5, 356), (3.0, 373),
)  # fmt: skip
"""Speeds that the model is given, and the words a minute that it then reads real text with, the
pauses between sentences counted. It holds each letter for a whole number of units, one at least, so
that pace does not follow speed evenly."""
_OWN_PITCH = 50
_OF_HARMONICS = 2
"""How many parts of the spectrum, the first ones, tell of harmonics: how loud, and their phase."""
_OCTAVES = 0.5
"""How much higher than its own the voice is at a pitch of 100, and lower at 0."""


class HibariEngine:
    """One of hibari's voices, or several. Model and dictionaries are loaded when one speaks."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._models: dict[str, OnnxSession] = {}
        self._readers: dict[bool, Reader] = {}

    def fingerprint(self, voice: str) -> str:
        """Versions of all that reads and speaks, and the digest of the voice's model."""
        own = f"{_NAME}-{_VERSION}"
        for package in ("hibari-tts", _READS_THE_REST):
            try:
                own += f"-{version(package)}"
            except PackageNotFoundError as error:
                if package != _READS_THE_REST:
                    raise missing_extra(_NAME) from error
        weights = digest(_NAME, voice, self._setup.voices_dir)
        return f"{own}-onnxruntime-{runtime_version(_NAME)}-{weights}"

    def voices(self) -> tuple[Voice, ...]:
        """American and British English."""
        return voices_of(_NAME, self._setup.voices_dir)

    def speak(self, utterance: Utterance, spec: VoiceSpec) -> Clip:
        """Say the utterance."""
        letters = self._letters(utterance, spec)
        if not any(letter.sign not in _UNHEARD for letter in letters):
            return trim(Clip(b"", SAMPLE_RATE, _nowhere(utterance), MarksFrom.ENGINE))
        words = list(_words(letters))
        parting = [
            strength(_signs(word), _first_word(utterance.spoken, after[0].position))
            for word, after in pairwise(words)
        ]
        pieces = cut([len(word) for word in words], [*parting, 0], _LONGEST)
        recordings = [self._recording(_piece(words[a:b], b < len(words)), spec) for a, b in pieces]
        whole = joined(recordings, [parting[last - 1] for _, last in pieces[:-1]], SAMPLE_RATE)
        pcm = whole.samples.tobytes()
        sounds = [sound for sound in whole.sounds if sound.ipa]
        marks = marks_from_sounds(utterance.spoken_spans, sounds, len(whole.samples))
        exact = without_pauses(marks, pcm, SAMPLE_RATE)
        return trim(Clip(pcm, SAMPLE_RATE, tuple(exact), MarksFrom.ENGINE))

    def phonemes(self, utterance: Utterance, spec: VoiceSpec) -> tuple[str, ...]:
        """The IPA of each spoken token."""
        letters = self._letters(utterance, spec)
        return tuple(
            to_ipa("".join(sign for position, sign in letters if begin <= position < end))
            for begin, end in utterance.spoken_spans
        )

    def close(self) -> None:
        """Let go of models and dictionaries, and end the process that helps to read."""
        for reader in self._readers.values():
            reader.close()
        self._models.clear()
        self._readers.clear()

    def _letters(self, utterance: Utterance, spec: VoiceSpec) -> list[Letter]:
        british = spec.voice in self._british
        if british not in self._readers:
            try:
                self._readers[british] = Reader(british=british)
            except ImportError as error:
                raise missing_extra(_NAME) from error
        return [
            one for one in self._readers[british].read(utterance, spec) if one.sign in VOCABULARY
        ]

    @cached_property
    def _british(self) -> frozenset[str]:
        """The voices that speak British English."""
        return frozenset(voice.id for voice in self.voices() if "en-GB" in voice.languages)

    def _recording(self, letters: Sequence[Letter], spec: VoiceSpec) -> Recording:
        """The sound of the letters, and where each of those that are heard begins in it."""
        import numpy as np
        from hibari import dsp

        ids = [_END, *(VOCABULARY[letter.sign] for letter in letters), _END]
        speed = speed_for(spec.rate_wpm) * tempo(spec.take)
        *parts, held = self._model(spec.voice).run(
            ids=np.array([ids], np.int64), speed=np.array([speed], np.float32)
        )
        *spectrum, pitch = (part[0] for part in parts)
        if spec.pitch != _OWN_PITCH:
            for harmonic in spectrum[:_OF_HARMONICS]:
                between_harmonics(harmonic, pitch)
            pitch *= np.float32(2 ** (_OCTAVES * (spec.pitch - _OWN_PITCH) / _OWN_PITCH))
        wave = dsp.synth(*spectrum, pitch, np.random.default_rng(spec.take))
        samples = (np.clip(wave * spec.volume, -1, 1) * 32_767).astype("<i2")
        begins = np.cumsum(held.astype(np.int64))[:-2] * _STEP - _EARLY
        sounds = [
            Sound(letter.position, max(begin, 0), letter.sign)
            for letter, begin in zip(letters, begins.tolist(), strict=True)
            if letter.sign not in _UNHEARD
        ]
        sounds[:1] = [first._replace(begin=0) for first in sounds[:1]]
        return Recording(samples, tuple(sounds))

    def _model(self, voice: str) -> OnnxSession:
        if voice not in self._models:
            weights = content(_NAME, voice, f"{voice}.onnx", self._setup.voices_dir)
            self._models[voice] = OnnxSession(_NAME, weights, self._setup, also=_HELD)
        return self._models[voice]


def speed_for(rate_wpm: int) -> float:
    """What the model is given for so many words a minute."""
    import numpy as np

    speeds, paces = [speed for speed, _ in _PACE], [pace for _, pace in _PACE]
    inside = min(max(rate_wpm, paces[0]), paces[-1])
    return float(np.interp(inside, paces, speeds)) * (rate_wpm / inside)


def _words(letters: Sequence[Letter]) -> Iterator[list[Letter]]:
    """The letters between spaces, the space behind them too; none longer than a piece may be."""
    word: list[Letter] = []
    for letter in letters:
        word.append(letter)
        if letter.sign == " " or len(word) == _LONGEST:
            yield word
            word = []
    if word:
        yield word


def _piece(words: Iterable[list[Letter]], goes_on: bool) -> list[Letter]:
    """The letters of some words; where the sentence goes on behind them, a sign says so."""
    *letters, last = chain.from_iterable(words)
    if last.sign != " ":
        letters.append(last)
    if goes_on and letters[-1].sign not in _UNHEARD:
        letters.append(Letter(last.position, ","))
    return letters


def _signs(word: Sequence[Letter]) -> str:
    """The punctuation at the end of a word."""
    signs = "".join(letter.sign for letter in word)
    return signs[len(signs.rstrip(_PUNCTUATION)) :]


def _first_word(text: str, begin: int) -> str:
    match = _LETTERS.search(text, begin)
    return match[0] if match else ""


def _nowhere(utterance: Utterance) -> tuple[Mark, ...]:
    """Marks for words that hibari has no sound for."""
    return tuple(Mark(index, 0, 0) for index in range(len(utterance.spoken_tokens)))
