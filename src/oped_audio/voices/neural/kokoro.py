"""The engine ``kokoro``: the most natural of the open voices that a processor can run."""

from collections.abc import Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from oped_audio.errors import EngineUnavailableError
from oped_audio.model.audio import Voice
from oped_audio.voices.engine import Engine, Setup
from oped_audio.voices.espeak.process import SpeechFailedError
from oped_audio.voices.neural.misaki import VOCABULARY, spell
from oped_audio.voices.neural.onnx_session import OnnxSession
from oped_audio.voices.neural.phonetic import PhoneticEngine
from oped_audio.voices.neural.takes import tempo
from oped_audio.voices.neural.transcript import Word
from oped_audio.voices.neural.unspaced import reader_of
from oped_audio.voices.timing import Sound
from oped_audio.voices.weights import catalogue

if TYPE_CHECKING:
    import numpy as np

_ENGINE = "kokoro"
_VERSION = 3
_DURATIONS = "/encoder/Clip_output_0"
"""Of each token in frames."""
_FRAME = 600
"""Samples."""
_STYLE = 256
"""Numbers in each row of a voice's file; there is a row for each number of tokens."""
_EDGE = 0
"""The token at both ends."""
_PACE_WPM = 197
"""Words a minute at speed 1, measured on an op-ed in the voice af_heart."""


def open_engine(setup: Setup) -> Engine:
    """Open the engine; the model is loaded when a voice first speaks."""
    network = _Network(setup)

    def readers(voice: str) -> tuple[str, ...]:
        known = catalogue.voices_of(_ENGINE, setup.voices_dir)
        languages = (one.languages[0] for one in known if one.id == voice)
        reader = reader_of(next(languages, ""))
        return reader.packages if reader else ()

    model = partial(KokoroVoice, network=network)
    return PhoneticEngine(_ENGINE, _VERSION, setup, model, readers)


class _Network:
    """What all voices share."""

    def __init__(self, setup: Setup) -> None:
        self.setup = setup
        self._session: OnnxSession | None = None

    def session(self, voice: str) -> OnnxSession:
        if self._session is None:
            model = catalogue.content(_ENGINE, voice, "model.onnx", self.setup.voices_dir)
            self._session = OnnxSession(_ENGINE, model, self.setup, _DURATIONS)
        return self._session


class KokoroVoice:
    """One of its voices: the network and a style."""

    sample_rate = 24_000
    limit = 300

    def __init__(self, voice: Voice, network: _Network) -> None:
        self.language = voice.languages[0]
        self._reader = reader_of(self.language)
        self.reader = self._reader.rest if self._reader else self.language.casefold()
        self._voice, self._network = voice.id, network

    def heard(self, text: str, sounds: Sequence[Sound]) -> Sequence[Sound]:
        """As espeak-ng has it, but for languages that others read better."""
        reader = self._reader
        if reader is None:
            return sounds
        try:
            return reader.heard(text, sounds)
        except ImportError as error:
            advice = f'run `pip install "oped-audio[{reader.extra}]"`'
            problem = f"what reads {reader.language} is not installed"
            raise EngineUnavailableError(_ENGINE, problem, advice) from error

    def spell(self, word: Word) -> tuple[str, str, str]:
        """In misaki's alphabet."""
        return word.before, spell(word.sounds, self.language), word.after

    def say(
        self, signs: str, rate_wpm: int, take: int
    ) -> "tuple[np.ndarray[Any, Any], Sequence[int]]":
        """As ``phonetic.Model`` has it."""
        import numpy as np

        tokens = [_EDGE, *(VOCABULARY[sign] for sign in signs), _EDGE]
        audio, frames = self._network.session(self._voice).run(
            tokens=np.array([tokens], np.int64),
            style=self._styles[None, min(len(signs), len(self._styles) - 1)],
            speed=np.array([rate_wpm / _PACE_WPM * tempo(take)], np.float32),
        )
        begins = np.cumsum(np.rint(frames.ravel()).astype(np.int64)) * _FRAME
        if begins[-1] != audio.size:
            raise SpeechFailedError(f"{audio.size} samples for durations of {begins[-1]}")
        return audio.ravel(), begins.tolist()[:-1]

    @cached_property
    def _styles(self) -> "np.ndarray[Any, Any]":
        import numpy as np

        file = f"{self._voice}.bin"
        content = catalogue.content(_ENGINE, self._voice, file, self._network.setup.voices_dir)
        return np.frombuffer(content, "<f4").reshape(-1, _STYLE)
