"""The engine ``piper``: voices that a processor speaks ten times as fast as they are heard."""

import json
import unicodedata
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from oped_audio.errors import EngineUnavailableError
from oped_audio.model.audio import Voice
from oped_audio.voices.engine import Engine, Setup
from oped_audio.voices.espeak.process import SpeechFailedError
from oped_audio.voices.neural.onnx_noise import with_noise
from oped_audio.voices.neural.onnx_session import OnnxSession
from oped_audio.voices.neural.phonetic import PhoneticEngine
from oped_audio.voices.neural.transcript import Word
from oped_audio.voices.timing import Sound
from oped_audio.voices.weights import catalogue

if TYPE_CHECKING:
    import numpy as np

_ENGINE = "piper"
_VERSION = 3
_DURATIONS = "/Ceil_output_0"
"""Of each id in hops."""
_HOP = 256
"""Samples."""
_BEGIN, _PAD, _END = "^", "_", "$"
_CLAUSE_ENDS = str.maketrans({"—": ";", "…": ".", "(": None, ")": None, "“": None, "”": None})
"""The voices were made with espeak-ng's own ends of clauses, which these signs are not among."""
_NOISE = "noise"
_DICE = 1 << 18
"""Numbers in the noise of a take; a longer sentence reads them again."""
_TONE, _RHYTHM = 0.667, 0.8
"""How much chance sounds and their lengths have in another take, where the JSON does not tell.

The first take leaves nothing to chance: recognisers and DNSMOS find it as good.
"""
_PACE_WPM = 212
"""Words a minute at length scale 1, measured on an op-ed in the voice en_US-joe-medium."""


def open_engine(setup: Setup) -> Engine:
    """Open the engine; a voice is loaded when it first speaks."""
    return PhoneticEngine(_ENGINE, _VERSION, setup, lambda voice: PiperVoice(voice, setup))


class PiperVoice:
    """A model and what its JSON tells of it."""

    limit = 400

    def __init__(self, voice: Voice, setup: Setup) -> None:
        """Raises VoiceNotInstalledError, EngineUnavailableError."""
        self._voice, self._setup = voice.id, setup
        file = f"{voice.id}.onnx.json"
        try:
            facts = json.loads(catalogue.content(_ENGINE, voice.id, file, setup.voices_dir))
            self.sample_rate = int(facts["audio"]["sample_rate"])
            self.reader = str(facts["espeak"]["voice"])
            self._hop = int(facts.get("hop_length", _HOP))
            self._has_speakers = int(facts.get("num_speakers", 1)) > 1
            chance = facts.get("inference", {})
            self._tone = float(chance.get("noise_scale", _TONE))
            self._rhythm = float(chance.get("noise_w", _RHYTHM))
            ids: dict[str, list[int]] = facts["phoneme_id_map"]
            self._begin, self._pad, self._end = (ids[sign] for sign in (_BEGIN, _PAD, _END))
            self._ids = {sign: [*of_sign, *self._pad] for sign, of_sign in ids.items()}
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            advice = "install the voice again"
            raise EngineUnavailableError(_ENGINE, f"{file} cannot be read", advice) from error
        self.language = voice.languages[0] if voice.languages else self.reader

    def heard(self, _text: str, sounds: Sequence[Sound]) -> Sequence[Sound]:
        """As espeak-ng has it."""
        return sounds

    def spell(self, word: Word) -> tuple[str, str, str]:
        """In the letters and accents of IPA that the voice has; no sign before a word."""
        sounds = unicodedata.normalize("NFD", "".join(word.sounds))
        return "", self._known(sounds), self._known(word.after.translate(_CLAUSE_ENDS))

    def _known(self, signs: str) -> str:
        return "".join(sign for sign in signs if sign in self._ids)

    def say(
        self, signs: str, rate_wpm: int, take: int
    ) -> "tuple[np.ndarray[Any, Any], Sequence[int]]":
        """As ``phonetic.Model`` has it."""
        import numpy as np

        ids = [*self._begin, *self._pad]
        firsts = [0]
        for sign in signs:
            firsts.append(len(ids))
            ids += self._ids[sign]
        firsts = [*firsts[1:], len(ids)]
        ids += self._end
        tone, rhythm = (self._tone, self._rhythm) if take else (0, 0)
        speaker = {"sid": np.zeros(1, np.int64)} if self._has_speakers else {}
        audio, hops = self._session.run(
            input=np.array([ids], np.int64),
            input_lengths=np.array([len(ids)], np.int64),
            scales=np.array([tone, _PACE_WPM / rate_wpm, rhythm], np.float32),
            noise=_noise(take),
            **speaker,
        )
        begins = [0, *(np.cumsum(np.rint(hops.ravel()).astype(np.int64)) * self._hop).tolist()]
        if begins[-1] != audio.size:
            raise SpeechFailedError(f"{audio.size} samples for durations of {begins[-1]}")
        return audio.ravel(), [begins[first] for first in firsts]

    @cached_property
    def _session(self) -> OnnxSession:
        file = f"{self._voice}.onnx"
        model = catalogue.content(_ENGINE, self._voice, file, self._setup.voices_dir)
        try:
            model = with_noise(model, _NOISE)
        except ValueError as error:
            advice = "install the voice again"
            raise EngineUnavailableError(_ENGINE, f"{file} is damaged", advice) from error
        return OnnxSession(_ENGINE, model, self._setup, _DURATIONS)


@lru_cache(2)
def _noise(take: int) -> "np.ndarray[Any, Any]":
    """The same for a take wherever and whenever it is said: NumPy keeps this generator as it is."""
    import numpy as np

    noise: np.ndarray[Any, Any] = np.random.RandomState(take).standard_normal(_DICE)
    return noise.astype(np.float32)
