"""Sound -> the words in it, by Whisper through faster-whisper, on this machine alone."""

from pathlib import Path

from oped_audio.checking.sound import SAMPLE_RATE
from oped_audio.errors import RecogniserUnavailableError
from oped_audio.model.language import primary

_SHORTEST = SAMPLE_RATE // 10
"""Samples."""


class Recogniser:
    """Whisper's base model. One is enough for all threads."""

    def __init__(self, model: Path, threads: int) -> None:
        """Load the model from its folder, for as many calls at a time. Raises
        RecogniserUnavailableError."""
        try:
            from faster_whisper import WhisperModel
        except ImportError as error:
            raise RecogniserUnavailableError("its packages are not installed") from error
        try:
            self._model = WhisperModel(
                str(model),
                device="cpu",
                compute_type="int8",
                cpu_threads=1,
                num_workers=threads,
                local_files_only=True,
            )
        except (RuntimeError, ValueError, OSError) as error:
            reason = f"its model cannot be loaded: {error}".splitlines()[0]
            raise RecogniserUnavailableError(reason) from error

    def knows(self, language: str) -> bool:
        """Whether it understands the language, a BCP 47 tag."""
        return primary(language) in self._model.supported_languages

    def text(self, pcm: bytes, language: str, *, carefully: bool = False) -> str:
        """What is said in the sound, which no word before it has a say in.

        ``carefully`` weighs five readings against each other at every word, and takes longer.
        """
        import numpy as np

        samples = np.frombuffer(pcm[: len(pcm) // 2 * 2], "<i2").astype(np.float32) / 32768
        if len(samples) < _SHORTEST:
            return ""
        segments, _ = self._model.transcribe(
            samples,
            language=primary(language),
            beam_size=5 if carefully else 1,
            temperature=0.0,
            condition_on_previous_text=False,
            without_timestamps=len(samples) <= 30 * SAMPLE_RATE,
        )
        return "".join(segment.text for segment in segments)
