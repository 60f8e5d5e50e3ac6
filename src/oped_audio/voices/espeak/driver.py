"""A pyttsx3 driver for espeak-ng that gives sound and times instead of playing or saving.

The driver that pyttsx3 brings loses utterances and settings when many are queued; this one
synthesises inside the call and hands each result to the topic ``finished-utterance``.
"""

import sys
from types import ModuleType
from typing import Any

from oped_audio.voices.espeak.library import Espeak, Manner

DRIVER = "oped_espeak"
"""What to call ``pyttsx3.init`` with, after ``register``."""


def register() -> Espeak:
    """Make the driver known to pyttsx3; return the espeak-ng that it speaks with.

    Raises RuntimeError if there is neither the wheel's espeak-ng nor one of the system.
    """
    espeak = Espeak()
    module = ModuleType(f"pyttsx3.drivers.{DRIVER}")
    vars(module)["buildDriver"] = lambda proxy: _Driver(proxy, espeak)
    sys.modules[module.__name__] = module
    return espeak


class _Driver:
    """What pyttsx3 calls, with its names."""

    def __init__(self, proxy: Any, espeak: Espeak) -> None:
        self._proxy = proxy
        self._espeak = espeak
        self._properties: dict[str, Any] = {}

    def setProperty(self, name: str, value: Any) -> None:  # noqa: N802
        """Keep it for what is said next."""
        self._properties[name] = value

    def say(self, text: str) -> None:
        """Speak; pyttsx3 tells what is raised to the topic ``error``."""
        set_ = self._properties
        manner = Manner(set_["voice"], set_["rate"], set_["volume"], set_["pitch"])
        speech = self._espeak.speak(text, manner)
        self._proxy.notify("finished-utterance", completed=True, speech=speech)

    def startLoop(self) -> None:  # noqa: N802
        """Run what is queued, which is all there is to wait for."""
        self._proxy.setBusy(False)

    def endLoop(self) -> None:  # noqa: N802
        """Nothing goes on outside the calls."""

    def stop(self) -> None:
        """Nothing goes on outside the calls."""

    def destroy(self) -> None:
        """Nothing is kept."""
