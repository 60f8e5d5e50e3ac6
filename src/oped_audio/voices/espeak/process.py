"""The process that speaks with espeak-ng, and the other end of its pipe.

It is a process of its own so that a crash of the C library loses one utterance, after which the
next speaker begins, and so that nothing else in this process loads or keeps that library, which
has to begin anew for each utterance. It ends when the pipe closes, however its parent died.
"""

import subprocess
import sys
from dataclasses import dataclass
from multiprocessing.connection import Connection, Pipe
from typing import Any

from oped_audio.errors import EngineUnavailableError
from oped_audio.model.audio import VoiceSpec
from oped_audio.voices.espeak.driver import DRIVER, register
from oped_audio.voices.espeak.library import ListedVoice, Speech
from oped_audio.voices.starting import ignore_interrupts, interrupts_held

_START_S = 60
_SPEAK_S = 300
"""A sentence takes some ten milliseconds; the longest that is let through, a few seconds."""


class SpeechFailedError(Exception):
    """The speaker did not speak a text; the message says why."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """What the speaker tells of itself at the start."""

    version: str
    """Of espeak-ng."""
    sample_rate: int
    """Hertz."""
    voices: tuple[ListedVoice, ...]


class Speaker:
    """Starts the process and talks to it."""

    def __init__(self, engine: str, advice: str) -> None:
        self._engine, self._advice = engine, advice
        self._introduction: Introduction | None = None
        self._start()

    def _start(self) -> None:
        ours, theirs = Pipe()
        code = f"from {__name__} import main; main({theirs.fileno()}); import os; os._exit(0)"
        command = [sys.executable, "-P", "-c", code]
        nothing = subprocess.DEVNULL
        with interrupts_held():
            self._process = subprocess.Popen(
                command, pass_fds=[theirs.fileno()], stdin=nothing, stdout=nothing
            )
        theirs.close()
        self._pipe = ours
        self._is_ready = False

    @property
    def introduction(self) -> Introduction:
        """Version and voices; the first call waits for the process to be ready."""
        if self._introduction is None:
            self._introduction = self._introduce()
        return self._introduction

    def _introduce(self) -> Introduction:
        answer = self._receive(_START_S)
        if not isinstance(answer, Introduction):
            raise EngineUnavailableError(self._engine, str(answer), self._advice)
        self._is_ready = True
        return answer

    def say(self, text: str, spec: VoiceSpec) -> Speech:
        """Speak the text. Raises SpeechFailedError, EngineUnavailableError."""
        if self._process.returncode is not None:
            self._pipe.close()
            self._start()
        if not self._is_ready:
            self._introduction = self._introduce()
        try:
            self._pipe.send((text, spec))
        except OSError:
            answer: object = self._end()
        else:
            answer = self._receive(_SPEAK_S)
        if not isinstance(answer, Speech):
            raise SpeechFailedError(str(answer))
        return answer

    def close(self) -> None:
        """End the process."""
        self._pipe.close()
        self._end()

    def _receive(self, timeout_s: float) -> object:
        try:
            if self._pipe.poll(timeout_s):
                return self._pipe.recv()
        except (EOFError, OSError):
            return self._end()
        self._process.kill()
        self._process.wait()
        return f"no answer within {timeout_s} s"

    def _end(self) -> str:
        """Wait for the process to end; say how it did."""
        try:
            status = self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            status = self._process.wait()
        if status < 0:
            return f"espeak-ng crashed with signal {-status}"
        return "the speaking process ended"


def main(descriptor: int) -> None:
    """Introduce the speaker, then answer requests until the pipe closes."""
    ignore_interrupts()  # the parent closes the pipe
    pipe: Connection[Any, Any] = Connection(descriptor)
    try:
        espeak = register()
        import pyttsx3

        engine = pyttsx3.init(DRIVER)
    except Exception as error:  # noqa: BLE001 - whatever it is, the parent reports it
        pipe.send(str(error))
        return
    answer: object = Introduction(espeak.version, espeak.sample_rate, espeak.voices)
    while True:
        try:
            pipe.send(answer)
            text, spec = pipe.recv()
        except (EOFError, OSError):  # the parent has ended, perhaps with an error of its own
            return
        answer = _speak(engine, text, spec)


def _speak(engine: Any, text: str, spec: VoiceSpec) -> Speech | str:
    results: list[Speech | str] = []
    tokens = (
        engine.connect("finished-utterance", lambda speech, **_: results.append(speech)),
        engine.connect("error", lambda exception, **_: results.append(str(exception))),
    )
    engine.setProperty("voice", spec.voice)
    engine.setProperty("rate", spec.rate_wpm)
    engine.setProperty("volume", spec.volume)
    engine.setProperty("pitch", spec.pitch)
    engine.say(text)
    engine.runAndWait()
    for token in tokens:
        engine.disconnect(token)
    return results[0] if results else "espeak-ng said nothing"
