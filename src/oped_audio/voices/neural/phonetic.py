"""The part that engines share whose models take phonemes: espeak-ng reads, the model speaks."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Protocol

from oped_audio.errors import FixedPitchError, NarrationError, VoiceNotInstalledError
from oped_audio.model.audio import Clip, MarksFrom, Voice, VoiceSpec
from oped_audio.model.language import primary
from oped_audio.model.script import Utterance
from oped_audio.voices.engine import Setup
from oped_audio.voices.espeak.process import SpeechFailedError
from oped_audio.voices.espeak.reading import EspeakReader
from oped_audio.voices.neural.onnx_session import runtime_version
from oped_audio.voices.neural.phrases import Recording, cut, joined, strength
from oped_audio.voices.neural.reach import reaching
from oped_audio.voices.neural.transcript import Word, words
from oped_audio.voices.silence import trim
from oped_audio.voices.timing import Sound, Span, ipa_within, marks_from_sounds
from oped_audio.voices.weights import catalogue

if TYPE_CHECKING:
    import numpy as np

_OWN_PITCH = 50
_READING_WPM = 175
_SPACE = " "
_NOWHERE = -1
_LOUDEST = 32_767
_WORD = re.compile(r"\w*")
_KEPT = 2
"""Voices that stay loaded; a dialogue has as many."""


class Model(Protocol):
    """A voice. What is large of it is loaded when it first speaks."""

    sample_rate: int
    """Hertz."""
    reader: str
    """Name or language of espeak-ng's voice that reads for this one."""
    language: str
    """BCP 47 tag."""
    limit: int
    """The number of signs that it speaks well at once."""

    def heard(self, text: str, sounds: Sequence[Sound]) -> Sequence[Sound]:
        """What is to be heard of a text, of which espeak-ng makes these sounds.

        Raises EngineUnavailableError.
        """

    def spell(self, word: Word) -> tuple[str, str, str]:
        """The signs of its alphabet before a word, for its sounds, and behind it."""

    def say(
        self, signs: str, rate_wpm: int, take: int
    ) -> "tuple[np.ndarray[Any, Any], Sequence[int]]":
        """Samples between -1 and 1, and how many of them come before each sign and after the last.

        Raises SpeechFailedError.
        """


class PhoneticEngine:
    """An engine of such models."""

    def __init__(
        self,
        name: str,
        revision: int,
        setup: Setup,
        model: Callable[[Voice], Model],
        readers: Callable[[str], Sequence[str]] = lambda _: (),
    ) -> None:
        """``revision`` counts the changes of what we make of a model's sound.

        ``readers`` names the packages that read for a voice, besides espeak-ng.
        """
        self._name, self._revision, self._setup = name, revision, setup
        self._readers = readers
        self._model: Callable[[Voice], Model] | None = model
        self._models: dict[str, Model] = {}

    @cached_property
    def _reader(self) -> EspeakReader:
        return EspeakReader(self._name)

    def fingerprint(self, voice: str) -> str:
        """Name, versions of all that has a part in the sound, and the digest of the weights."""
        weights = catalogue.digest(self._name, voice, self._setup.voices_dir)
        espeak = self._reader.introduction.version
        runtime = runtime_version(self._name)
        more = "".join(f"-{name}-{_version(name)}" for name in self._readers(voice))
        own = f"{self._name}-{self._revision}-espeak-ng-{espeak}{more}"
        return f"{own}-onnxruntime-{runtime}-{weights}"

    def voices(self) -> tuple[Voice, ...]:
        """Those of the catalogue."""
        return catalogue.voices_of(self._name, self._setup.voices_dir)

    def speak(self, utterance: Utterance, spec: VoiceSpec) -> Clip:
        """Say the utterance. Raises NarrationError.

        Raises UnsayableError for a pronunciation, and FixedPitchError for a pitch, that the voice
        does not have.
        """
        if spec.pitch != _OWN_PITCH:
            raise FixedPitchError(spec.engine, spec.voice)
        model = self._opened(spec.voice)
        if not utterance.spoken_tokens:
            return trim(Clip(b"", model.sample_rate, (), MarksFrom.ENGINE))
        text, spans, sounds = self._read(utterance, spec, model)
        said = words(text, sounds, primary(model.language))
        try:
            recording = _recorded(model, pieces(model, text, said), spec)
        except SpeechFailedError as error:
            raise NarrationError(spec.engine, utterance.id, str(error)) from error
        length = len(recording.samples)
        marks = marks_from_sounds(spans, recording.sounds, length)
        if recording.sounds:
            marks = reaching(marks, recording.samples, model.sample_rate)
        pcm = recording.samples.tobytes()
        return trim(Clip(pcm, model.sample_rate, tuple(marks), MarksFrom.ENGINE))

    def phonemes(self, utterance: Utterance, spec: VoiceSpec) -> tuple[str, ...]:
        """The IPA of each spoken token; empty for one that is run together with its neighbour."""
        if not utterance.spoken_tokens:
            return ()
        _, spans, sounds = self._read(utterance, spec, self._opened(spec.voice))
        return tuple(ipa_within(span, sounds) for span in spans)

    def close(self) -> None:
        """Free the models and end the process that reads."""
        self._models.clear()
        self._model = None
        if "_reader" in vars(self):
            self._reader.close()

    def _opened(self, voice: str) -> Model:
        model = self._models.pop(voice, None)
        if model is None:
            known = next((one for one in self.voices() if one.id == voice), None)
            if known is None or self._model is None:
                raise VoiceNotInstalledError(self._name, voice)
            model = self._model(known)
        self._models[voice] = model
        for oldest in list(self._models)[:-_KEPT]:
            del self._models[oldest]
        return model

    def _read(
        self, utterance: Utterance, spec: VoiceSpec, model: Model
    ) -> tuple[str, list[Span], Sequence[Sound]]:
        """The text with phonemes in it, where its tokens lie, and what is heard of it.

        However the utterance is to be spoken, it is read alike.
        """
        how = VoiceSpec(spec.engine, spec.voice, _READING_WPM, 1.0, _OWN_PITCH)
        language = primary(model.language)
        file = self._reader.named(model.reader)
        text, spans = self._reader.written(utterance, how, language)
        sounds = self._reader.said(utterance, text, how, file).sounds
        return text, spans, model.heard(text, sounds)


@dataclass(frozen=True, slots=True)
class Piece:
    """What a model speaks at once."""

    signs: tuple["Sign", ...]
    strength: int
    """Of the boundary behind it, as ``phrases.strength`` tells."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of a model's alphabet."""

    sign: str
    position: int
    """Of its word, in characters from the start of the text."""
    is_heard: bool
    """False for punctuation and spaces."""


def pieces(model: Model, text: str, said: Sequence[Word]) -> list[Piece]:
    """The words in the model's signs, in pieces that it can speak; a sign is in one of them."""
    spelled = [part for word in said for part in _parts(word, model)]
    strengths = [
        strength(word.after, _written(text, after.position))
        for (word, _), (after, _) in pairwise(spelled)
    ]
    strengths.append(0)
    cuts = cut([len(signs) for _, signs in spelled], strengths, model.limit)
    found = []
    for begin, end in cuts:
        signs = [sign for _, signs in spelled[begin:end] for sign in signs]
        if any(sign.is_heard for sign in signs):
            found.append(Piece(tuple(_ended(signs, model)), strengths[end - 1]))
    return found


def _parts(word: Word, model: Model) -> Iterator[tuple[Word, list[Sign]]]:
    """The word with its signs and a space; one that is too long for the model in several."""
    before, sounds, after = model.spell(word)
    longest = model.limit - len(before) - len(after) - len(_SPACE) - 1
    starts = range(0, max(len(sounds), 1), longest)
    for start in starts:
        is_last = start == starts[-1]
        signs = [Sign(sign, word.position, False) for sign in (before if start == 0 else "")]
        signs += [Sign(s, word.position, True) for s in sounds[start : start + longest]]
        behind = after + ("" if word.is_joined else _SPACE) if is_last else ""
        signs += [Sign(sign, word.position, False) for sign in behind]
        yield word if is_last else replace(word, after=""), signs


def _ended(signs: list[Sign], model: Model) -> list[Sign]:
    """Without the space at the end, and with a comma there if no other sign parts it."""
    while signs and signs[-1].sign == _SPACE:
        signs.pop()
    if signs and signs[-1].is_heard:
        _, _, comma = model.spell(Word(signs[-1].position, (), "", ","))
        signs += [Sign(sign, signs[-1].position, False) for sign in comma]
    return signs


def _version(package: str) -> str:
    """Of a package; of one that is missing, speaking tells."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"


def _written(text: str, position: int) -> str:
    found = _WORD.match(text, max(position, 0))
    return found[0] if found else ""


def _recorded(model: Model, spoken: Sequence[Piece], spec: VoiceSpec) -> Recording:
    import numpy as np

    recordings = []
    for piece in spoken:
        signs = "".join(sign.sign for sign in piece.signs)
        samples, begins = model.say(signs, spec.rate_wpm, spec.take)
        sounds = [
            Sound(sign.position, begin, sign.sign if sign.is_heard else "")
            for sign, begin in zip(piece.signs, begins, strict=False)
        ]
        sounds.append(Sound(_NOWHERE, begins[-1], ""))
        loud = np.clip(np.rint(samples * (spec.volume * _LOUDEST)), -_LOUDEST - 1, _LOUDEST)
        recordings.append(Recording(loud.astype("<i2"), tuple(sounds)))
    strengths = [piece.strength for piece in spoken[:-1]]
    return joined(recordings, strengths, model.sample_rate)
