"""The process that speaks with espeak-ng, and the other end of its pipe.

It is a process of its own so that a crash of the C library loses one utterance, after which the
next speaker begins, and so that nothing else in this process loads or keeps that library, which
has to begin anew for each utterance. It ends when the pipe closes, however its parent died.
"""

import subprocess
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, Pipe
from queue import SimpleQueue
from threading import Thread
from typing import Any

from oped_audio.errors import EngineUnavailableError
from oped_audio.model.audio import VoiceSpec
from oped_audio.voices.espeak.driver import DRIVER, register
from oped_audio.voices.espeak.library import ListedVoice, Speech
from oped_audio.voices.starting import ignore_interrupts, start_python

_START_S = 60
_SPEAK_S = 300
"""A sentence takes some ten milliseconds; the longest that is let through, a few seconds."""
_BEGUN = 2000
"""Characters at most of what is spoken before it is asked for: two minutes, of 6 MB."""

_Request = tuple[str, VoiceSpec]


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
        self._foreseen: deque[_Request] = deque()
        self._begun: deque[_Request] = deque()
        """Foreseen, and in the pipe; the answers come in this order."""
        self._is_blame_open = False
        """Whether what ended the process may have been any of what was begun."""
        self._start()

    def _start(self) -> None:
        ours, theirs = Pipe()
        code = f"from {__name__} import main; main({theirs.fileno()}); import os; os._exit(0)"
        nothing = subprocess.DEVNULL
        passed = [theirs.fileno()]
        self._process = start_python(code, pass_fds=passed, stdin=nothing, stdout=nothing)
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

    def foresee(self, text: str, spec: VoiceSpec) -> None:
        """Take note of what will most likely be asked for after what was foreseen before."""
        self._foreseen.append((text, spec))
        if self._is_ready:
            with suppress(OSError):  # told to who asks
                self._begin()

    def say(self, text: str, spec: VoiceSpec) -> Speech:
        """Speak the text. Raises SpeechFailedError, EngineUnavailableError."""
        expected = self._begun or self._foreseen
        if expected and expected[0] != (text, spec):
            self._forget()
        answer = self._answer((text, spec))
        if self._is_blame_open:
            self._foreseen.clear()
            answer = self._answer((text, spec))
        if not isinstance(answer, Speech):
            raise SpeechFailedError(str(answer))
        return answer

    def _answer(self, request: _Request) -> object:
        """A Speech, or why there is none."""
        self._is_blame_open = False
        if self._process.returncode is not None:
            self._pipe.close()
            self._start()
        if not self._is_ready:
            self._introduction = self._introduce()
        try:
            self._send(request)
        except OSError:
            return self._end()
        return self._receive(_SPEAK_S)

    def _send(self, request: _Request) -> None:
        """Have it spoken, unless that was begun, and begin what comes next."""
        if self._begun:
            self._begun.popleft()
        else:
            self._pipe.send(request)
            if self._foreseen:
                self._foreseen.popleft()
        self._begin()

    def _begin(self) -> None:
        """Have spoken what was foreseen, so much of it."""
        begun = sum(len(text) for text, _ in self._begun)
        while self._foreseen and begun + len(self._foreseen[0][0]) <= _BEGUN:
            self._pipe.send(self._foreseen[0])
            begun += len(self._foreseen[0][0])
            self._begun.append(self._foreseen.popleft())

    def _forget(self) -> None:
        """Drop what was foreseen, since something else is asked for."""
        self._foreseen.clear()
        while self._begun:
            self._begun.popleft()
            self._receive(_SPEAK_S)

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
        self._end()
        self._is_blame_open = False
        return f"no answer within {timeout_s} s"

    def _end(self) -> str:
        """Wait for the process to end; say how it did."""
        self._is_blame_open = bool(self._begun)
        self._begun.clear()
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
    answers: SimpleQueue[object] = SimpleQueue()
    answers.put(Introduction(espeak.version, espeak.sample_rate, espeak.voices))
    Thread(target=_send, args=(pipe, answers), daemon=True).start()
    while True:
        try:
            text, spec = pipe.recv()
        except (EOFError, OSError):  # the parent has ended, perhaps with an error of its own
            return
        answers.put(_speak(engine, text, spec))


def _send(pipe: "Connection[Any, Any]", answers: "SimpleQueue[object]") -> None:
    """Send answers as the parent takes them, while the next are spoken."""
    with suppress(OSError):  # the parent has ended
        while True:
            pipe.send(answers.get())


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
