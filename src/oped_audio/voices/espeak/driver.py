"""A pyttsx3 driver for espeak-ng that gives sound and times instead of playing or saving.

The driver that pyttsx3 brings loses utterances and settings when many are queued; this one
synthesises inside the call and hands each result to the topic ``finished-utterance``. Importing
this module loads espeak-ng, so only the process that speaks does so.
"""

import ctypes
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

from oped_audio.voices.timing import Sound

DRIVER = "oped_espeak"
"""What to call ``pyttsx3.init`` with, after ``register``."""

_SYNCHRONOUS = 2
_PHONEME_EVENTS_IN_IPA = 3
_BUFFER_MS = 1000
_UTF8 = 1
_PHONEMES_IN_BRACKETS = 0x100
_END_OF_EVENTS = 0
_PHONEME = 7
_SEED = 1
_OTHER_LANGUAGE = b"("
"""Begins what is no sound, but tells that the next ones are of another language."""


@dataclass(frozen=True, slots=True)
class Speech:
    """What espeak-ng made of one text."""

    pcm: bytes
    sounds: tuple[Sound, ...]


def register() -> tuple[str, int]:
    """Make the driver known to pyttsx3; return the version of espeak-ng and its sample rate.

    Raises RuntimeError if there is neither the wheel's espeak-ng nor one of the system.
    """
    data = _load_library()
    from pyttsx3.drivers import _espeak, espeak

    rate = _espeak.Initialize(_SYNCHRONOUS, _BUFFER_MS, data, _PHONEME_EVENTS_IN_IPA)
    if rate <= 0:
        raise RuntimeError("espeak-ng did not find its data")
    espeak.EspeakDriver._moduleInitialized = True  # noqa: SLF001 - the class would initialise again
    espeak.EspeakDriver._defaultVoice = "gmw/en-us"  # noqa: SLF001
    module = ModuleType(f"pyttsx3.drivers.{DRIVER}")
    vars(module)["buildDriver"] = _driver_class(_espeak, espeak.EspeakDriver)
    sys.modules[module.__name__] = module
    version: bytes = _espeak.Info()
    return version.decode().partition(" ")[0], rate


def _load_library() -> bytes | None:
    """Load the wheel's library, which pyttsx3 then finds by SONAME; return its data's folder."""
    if not find_spec("espeakng_loader"):
        return None
    import espeakng_loader

    ctypes.CDLL(espeakng_loader.get_library_path(), mode=ctypes.RTLD_LOCAL)
    return str(Path(espeakng_loader.get_data_path()).parent).encode()


def _driver_class(_espeak: Any, base: Any) -> Callable[[Any], Any]:
    class Driver(base):  # type: ignore[misc]
        def startLoop(self) -> None:  # noqa: N802 - pyttsx3's name
            """Run what is queued, which is all there is to wait for."""
            self._proxy.setBusy(False)

        def iterate(self) -> None:
            """Nothing goes on outside the calls."""

        def say(self, text: str) -> None:
            self._pcm: list[bytes] = []
            self._sounds: list[Sound] = []
            _seed(_espeak.dll)
            status = _espeak.Synth(text.encode(), flags=_UTF8 | _PHONEMES_IN_BRACKETS)
            if status != 0:
                raise RuntimeError(f"espeak-ng gave status {status}")
            speech = Speech(b"".join(self._pcm), tuple(self._sounds))
            self._proxy.notify("finished-utterance", completed=True, speech=speech)

        def _onSynth(self, wav: Any, samples: int, events: Any) -> int:  # noqa: N802
            if samples > 0:
                self._pcm.append(ctypes.string_at(wav, 2 * samples))
            index = 0
            while events[index].type != _END_OF_EVENTS:
                event = events[index]
                if event.type == _PHONEME:
                    name = ctypes.string_at(ctypes.addressof(event.id), 8).partition(b"\0")[0]
                    position = event.text_position - 1
                    if not name.startswith(_OTHER_LANGUAGE):
                        self._sounds.append(
                            Sound(position, event.sample, name.decode("utf-8", "ignore"))
                        )
                index += 1
            return 0

    return Driver


def _seed(library: Any) -> None:
    """Make the breath noise of this utterance repeatable, where this espeak-ng can."""
    seed = getattr(library, "espeak_ng_SetRandSeed", None)
    if seed:
        seed(ctypes.c_long(_SEED))
