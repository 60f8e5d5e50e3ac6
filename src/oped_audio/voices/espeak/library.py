"""espeak-ng's C library: a copy that has spoken nothing yet, for each utterance.

espeak-ng carries state from one utterance to the next, which initialising it again leaves as it
was. A library that is unloaded and loaded again begins anew, for less than a millisecond.
"""

import ctypes
import os
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any

from oped_audio.model.audio import BYTES_PER_SAMPLE
from oped_audio.voices.timing import Sound

_NAMES = (
    "libespeak-ng.so.1",
    "/opt/homebrew/lib/libespeak-ng.1.dylib",
    "/usr/local/lib/libespeak-ng.1.dylib",
    "/usr/local/lib/libespeak-ng.so.1",
)
"""Where the systems keep it."""
_SYNCHRONOUS = 2
_PHONEME_EVENTS_IN_IPA = 3
_BUFFER_MS = 1000
_UTF8 = 1
_PHONEMES_IN_BRACKETS = 0x100
_RATE, _VOLUME, _PITCH = 1, 2, 3
_END_OF_EVENTS = 0
_PHONEME = 7
_SEED = 1
_OTHER_LANGUAGE = b"("
"""Begins what is no sound, but tells that the next ones are of another language."""


@dataclass(frozen=True, slots=True)
class Speech:
    """What espeak-ng made of one text."""

    pcm: bytes
    """Mono, 16 bits, little-endian."""
    sounds: tuple[Sound, ...]


@dataclass(frozen=True, slots=True)
class Manner:
    """How a text is spoken."""

    voice: str
    """The name of its file, in lower case, and perhaps a variant's: ``en-us+f3``."""
    rate_wpm: int
    volume: float
    """0 to 1."""
    pitch: int
    """0 to 100."""


@dataclass(frozen=True, slots=True)
class ListedVoice:
    """A voice as espeak-ng lists it."""

    path: str
    """Below the folder of languages: ``gmw/en-US``."""
    name: str
    language: str
    gender: int
    """1 male, 2 female."""

    @property
    def file(self) -> str:
        """What the voice is asked for by."""
        return self.path.rpartition("/")[2].lower()


_EVENT = struct.Struct("@i I i i i i P 8s")
"""Type, identifier, position in the text, length, position in the sound in ms, the same in samples,
the caller's data, and the name of a phoneme: espeak_EVENT."""


class _Voice(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p),
        ("languages", ctypes.c_char_p),
        ("identifier", ctypes.c_char_p),
        ("gender", ctypes.c_ubyte),
        ("age", ctypes.c_ubyte),
        ("variant", ctypes.c_ubyte),
        ("xx1", ctypes.c_ubyte),
        ("score", ctypes.c_int),
        ("spare", ctypes.c_void_p),
    )


_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)


class Espeak:
    """espeak-ng as this machine has it: the wheel's, otherwise the system's."""

    def __init__(self) -> None:
        """Raises RuntimeError if there is none, or none that can be loaded anew."""
        self._path, self._data = _found()
        with self._loaded() as (library, sample_rate):
            self.sample_rate = sample_rate
            """Hertz."""
            self.version, folder = _told(library)
            self.voices = tuple(_listed(library))
        if _is_loaded(self._path):
            raise RuntimeError("this system does not unload espeak-ng, which has to begin anew")
        self._files = {voice.file: folder / "lang" / voice.path for voice in self.voices}

    def speak(self, text: str, manner: Manner) -> Speech:
        """Speak the text. Raises ValueError if there is no such voice, RuntimeError."""
        pcm: list[bytes] = []
        sounds: list[Sound] = []

        def collect(samples: int | None, number: int, events: int) -> int:
            if number > 0 and samples:
                pcm.append(ctypes.string_at(samples, BYTES_PER_SAMPLE * number))
            sounds.extend(_sounds(events))
            return 0

        callback = _Callback(collect)
        with self._loaded() as (library, _):
            library.espeak_SetSynthCallback(callback)
            self._take_voice(library, manner.voice)
            for parameter, value in (
                (_RATE, manner.rate_wpm),
                (_VOLUME, round(manner.volume * 100)),
                (_PITCH, manner.pitch),
            ):
                library.espeak_SetParameter(parameter, value, 0)
            _seed(library)
            spoken = text.encode()
            flags = _UTF8 | _PHONEMES_IN_BRACKETS
            size = ctypes.c_size_t(len(spoken) + 1)
            status = library.espeak_Synth(spoken, size, 0, 1, 0, flags, None, None)
        if status != 0:
            raise RuntimeError(f"espeak-ng gave status {status}")
        return Speech(b"".join(pcm), tuple(sounds))

    @contextmanager
    def _loaded(self) -> Iterator[tuple[Any, int]]:
        """The library, initialised, and its sample rate."""
        library = ctypes.CDLL(self._path, mode=ctypes.RTLD_LOCAL)
        try:
            rate = library.espeak_Initialize(
                _SYNCHRONOUS, _BUFFER_MS, self._data, _PHONEME_EVENTS_IN_IPA
            )
            if rate <= 0:
                raise RuntimeError("espeak-ng did not find its data")
            try:
                yield library, rate
            finally:
                library.espeak_Terminate()
        finally:
            _unload(library)

    def _take_voice(self, library: Any, voice: str) -> None:
        """By the file itself where it is known: by name all the files are read, for 3 ms.

        espeak-ng puts the path of a file in lower case, and takes 60 bytes of it.
        """
        name, plus, variant = voice.partition("+")
        with suppress(OSError, KeyError), self._files[name].open("rb") as file:
            given = f"/dev/fd/{file.fileno()}{plus}{variant}"
            if library.espeak_SetVoiceByFile(given.encode()) == 0:
                return
        if library.espeak_SetVoiceByName(voice.encode()) != 0:
            raise ValueError(f"espeak-ng has no voice {voice}")


def _found() -> tuple[str, bytes | None]:
    """The library, and the folder of its data unless it knows that itself."""
    if find_spec("espeakng_loader"):
        import espeakng_loader

        data = Path(espeakng_loader.get_data_path()).parent
        return str(espeakng_loader.get_library_path()), os.fsencode(data)
    for name in _NAMES:
        try:
            _unload(ctypes.CDLL(name, mode=ctypes.RTLD_LOCAL))
        except OSError:
            continue
        return name, None
    raise RuntimeError("there is no espeak-ng")


def _unload(library: ctypes.CDLL) -> None:
    ctypes.CDLL(None).dlclose(ctypes.c_void_p(library._handle))  # noqa: SLF001 - its only name


def _is_loaded(path: str) -> bool:
    try:
        _unload(ctypes.CDLL(path, mode=os.RTLD_NOLOAD | os.RTLD_NOW))
    except OSError:
        return False
    return True


def _told(library: Any) -> tuple[str, Path]:
    """Its version, and the folder of its data."""
    library.espeak_Info.restype = ctypes.c_char_p
    folder = ctypes.c_char_p()
    version: bytes = library.espeak_Info(ctypes.byref(folder))
    return version.decode().partition(" ")[0], Path(os.fsdecode(folder.value or b""))


def _listed(library: Any) -> Iterator[ListedVoice]:
    library.espeak_ListVoices.restype = ctypes.POINTER(ctypes.POINTER(_Voice))
    for pointer in library.espeak_ListVoices(None):
        if not pointer:
            return
        voice = pointer.contents
        yield ListedVoice(
            voice.identifier.decode(),
            voice.name.decode(),
            voice.languages[1:].decode("utf-8", "ignore"),  # the first byte is its priority
            voice.gender,
        )


def _sounds(events: int) -> Iterator[Sound]:
    for at in count(events, _EVENT.size):
        kind, _, position, _, _, sample, _, name = _EVENT.unpack(ctypes.string_at(at, _EVENT.size))
        if kind == _END_OF_EVENTS:
            return
        if kind == _PHONEME and not name.startswith(_OTHER_LANGUAGE):
            ipa = name.partition(b"\0")[0].decode("utf-8", "ignore")
            yield Sound(position - 1, sample, ipa)


def _seed(library: Any) -> None:
    """Make the breath noise repeatable: with its own seed, where this espeak-ng has one."""
    ctypes.CDLL(None).srand(_SEED)
    if seed := getattr(library, "espeak_ng_SetRandSeed", None):
        seed(ctypes.c_long(_SEED))
