"""The process that speaks with espeak-ng, and the other end of its pipe.

espeak-ng carries state from one utterance to the next, so the same sentence never sounds the same
twice. Here every utterance is spoken by a fork of one freshly started speaker: the result depends
on nothing but the request, in whatever order and process it is made, and a crash loses one
utterance. The speaker is a process of its own because only one without threads may fork, and it
ends when the pipe closes, however its parent died.
"""

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from multiprocessing.connection import Connection, Pipe
from typing import Any

from oped_audio.errors import EngineUnavailableError
from oped_audio.model.audio import VoiceSpec
from oped_audio.voices.espeak.driver import DRIVER, Speech, register

_START_S = 60
_SPEAK_S = 300
"""A sentence takes some ten milliseconds; the longest that is let through, a few seconds."""

_ENDED = "the speaking process ended"


class SpeechFailedError(Exception):
    """The speaker did not speak a text; the message says why."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """What the speaker tells of itself at the start."""

    version: str
    """Of espeak-ng."""
    sample_rate: int
    """Hertz."""
    voices: tuple[tuple[str, str, tuple[str, ...], str | None], ...]
    """Identifier, name, languages, gender."""


class Speaker:
    """Starts the process and talks to it."""

    def __init__(self, engine: str, advice: str) -> None:
        ours, theirs = Pipe()
        code = f"from {__name__} import main; main({theirs.fileno()})"
        command = [sys.executable, "-P", "-c", code]
        self._process = subprocess.Popen(
            command, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        )
        theirs.close()
        self._pipe = ours
        self._engine, self._advice = engine, advice
        self._introduction: Introduction | None = None

    @property
    def introduction(self) -> Introduction:
        """Version and voices; the first call waits for the process to be ready."""
        if self._introduction is None:
            answer = self._receive(_START_S)
            if not isinstance(answer, Introduction):
                raise EngineUnavailableError(self._engine, str(answer), self._advice)
            self._introduction = answer
        return self._introduction

    def say(self, text: str, spec: VoiceSpec) -> Speech:
        """Speak the text. Raises SpeechFailedError, EngineUnavailableError."""
        _ = self.introduction  # comes first, whether anybody has asked for it or not
        try:
            self._pipe.send((text, spec))
        except OSError:
            raise SpeechFailedError(_ENDED) from None
        answer = self._receive(_SPEAK_S)
        if not isinstance(answer, Speech):
            raise SpeechFailedError(str(answer))
        return answer

    def close(self) -> None:
        """End the process."""
        self._pipe.close()
        try:
            self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _receive(self, timeout_s: float) -> object:
        try:
            if self._pipe.poll(timeout_s):
                return self._pipe.recv()
        except (EOFError, OSError):
            return _ENDED
        self._process.kill()
        return f"no answer within {timeout_s} s"


def main(descriptor: int) -> None:
    """Introduce the speaker, then answer requests until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which closes the pipe
    pipe: Connection[Any, Any] = Connection(descriptor)
    try:
        version, sample_rate = register()
        import pyttsx3

        engine = pyttsx3.init(DRIVER)
    except Exception as error:  # noqa: BLE001 - whatever it is, the parent reports it
        pipe.send(str(error))
        return
    try:
        pipe.send(Introduction(version, sample_rate, tuple(_voices(engine))))
    except OSError:  # the parent has ended meanwhile, with an error of its own
        return
    while True:
        try:
            text, spec = pipe.recv()
        except (EOFError, OSError):
            return
        if os.fork() == 0:
            try:
                pipe.send(_speak(engine, text, spec))
            finally:
                os._exit(0)
        _, status = os.wait()
        if os.WIFSIGNALED(status):
            pipe.send(f"espeak-ng crashed with signal {os.WTERMSIG(status)}")


def _voices(engine: Any) -> list[tuple[str, str, tuple[str, ...], str | None]]:
    return [
        (voice.id, voice.name, tuple(voice.languages), voice.gender)
        for voice in engine.getProperty("voices")
    ]


def _speak(engine: Any, text: str, spec: VoiceSpec) -> Speech | str:
    results: list[Speech | str] = []
    engine.connect("finished-utterance", lambda speech, **_: results.append(speech))
    engine.connect("error", lambda exception, **_: results.append(str(exception)))
    engine.setProperty("voice", spec.voice)
    engine.setProperty("rate", spec.rate_wpm)
    engine.setProperty("volume", spec.volume)
    engine.setProperty("pitch", spec.pitch)
    engine.say(text)
    engine.runAndWait()
    return results[0] if results else "espeak-ng said nothing"
