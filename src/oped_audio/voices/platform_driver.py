"""pyttsx3's own drivers on macOS and Windows: they write a file, and tell no times of words."""

import contextlib
import subprocess
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import Any

from oped_audio.errors import EngineUnavailableError, NarrationError
from oped_audio.model.audio import Clip, MarksFrom, Voice, VoiceSpec
from oped_audio.model.script import Utterance
from oped_audio.voices.silence import trim
from oped_audio.voices.timing import estimated_marks

SAMPLE_RATE = 22_050
_OBEYED = str.maketrans(dict.fromkeys("[]<>", " "))
"""macOS obeys what is between ``[[`` and ``]]``; Windows takes what begins with ``<`` for XML."""


class PlatformEngine:
    """The voices of the operating system. Marks are estimated from the lengths of the words."""

    def __init__(self) -> None:
        import pyttsx3

        try:
            self._engine: Any = pyttsx3.init()
        except (RuntimeError, ImportError, OSError) as error:
            advice = "install a voice in the system's speech settings"
            raise EngineUnavailableError("pyttsx3", str(error), advice) from error

    def fingerprint(self, _voice: str) -> str:
        """Name and version of pyttsx3 and its driver; the system's voices have no versions."""
        return f"pyttsx3-{self._engine.driver_name}-{version('pyttsx3')}-1"

    def voices(self) -> tuple[Voice, ...]:
        """The voices that are installed."""
        return tuple(
            Voice(
                "pyttsx3",
                voice.id,
                voice.name,
                tuple(str(language).replace("_", "-") for language in voice.languages),
                "female" if "female" in str(voice.gender).lower() else None,
            )
            for voice in self._engine.getProperty("voices")
        )

    def speak(self, utterance: Utterance, spec: VoiceSpec) -> Clip:
        """Say the utterance."""
        if not utterance.spoken_tokens:
            return trim(Clip(b"", SAMPLE_RATE, (), MarksFrom.ESTIMATED))
        self._engine.setProperty("voice", spec.voice)
        self._engine.setProperty("rate", spec.rate_wpm)
        self._engine.setProperty("volume", spec.volume)
        with contextlib.suppress(KeyError):  # neither driver has a pitch
            self._engine.setProperty("pitch", spec.pitch)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "utterance.wav")
            self._engine.save_to_file(utterance.spoken.translate(_OBEYED), str(path))
            self._engine.runAndWait()
            try:
                pcm = _decode(path)
            except (OSError, subprocess.CalledProcessError) as error:
                raise NarrationError("pyttsx3", utterance.id, str(error)) from error
        silent = trim(Clip(pcm, SAMPLE_RATE, (), MarksFrom.ESTIMATED))
        marks = estimated_marks(utterance.spoken_spans, silent.length)
        return Clip(silent.pcm, SAMPLE_RATE, tuple(marks), MarksFrom.ESTIMATED)

    def close(self) -> None:
        """Stop the driver."""
        self._engine.stop()


def _decode(path: Path) -> bytes:
    """What the driver wrote (WAV on Windows, AIFF on macOS) as PCM at SAMPLE_RATE."""
    import imageio_ffmpeg

    source = ["-hide_banner", "-loglevel", "error", "-i", str(path)]
    target = ["-f", "s16le", "-ac", "1", "-ar", str(SAMPLE_RATE), "-"]
    command = [imageio_ffmpeg.get_ffmpeg_exe(), *source, *target]
    return subprocess.run(command, check=True, capture_output=True).stdout
