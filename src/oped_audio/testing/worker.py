"""What runs in a process of its own: an engine as a worker has it, and what it leaves behind."""

import ctypes
import gc
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from oped_audio.model.audio import Clip, VoiceSpec
from oped_audio.model.script import Utterance
from oped_audio.voices.engine import Setup, open_engine

_PROCESS = Path("/proc/self")
_PAGE = 4096
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Worked:
    """What a worker gave, and what it held after each time that it closed its engine."""

    fingerprint: str
    clip: Clip
    children: tuple[int, ...]
    """Processes of its own."""
    memory: tuple[int, ...]
    """Bytes; 0 where the system does not tell."""


def work(utterance: Utterance, spec: VoiceSpec, setup: Setup) -> Worked:
    """Open the engine in a new process, speak and close it, a few times over.

    Raises what the engine raises.
    """
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(_work, utterance, spec, setup).result()


def _work(utterance: Utterance, spec: VoiceSpec, setup: Setup) -> Worked:
    children: list[int] = []
    memory: list[int] = []
    for _ in range(_ROUNDS):
        engine = open_engine(spec.engine, setup)
        fingerprint = engine.fingerprint(spec.voice)
        clip = engine.speak(utterance, spec)
        engine.close()
        del engine
        gc.collect()
        _give_back()
        children.append(_children())
        memory.append(_resident())
    return Worked(fingerprint, clip, tuple(children), tuple(memory))


def _give_back() -> None:
    """Let the C library return what is free, which it keeps for itself, and how much is chance."""
    if sys.platform == "linux" and hasattr(libc := ctypes.CDLL(None), "malloc_trim"):
        libc.malloc_trim(0)


def _children() -> int:
    listed = (path.read_text() for path in _PROCESS.glob("task/*/children"))
    return sum(len(line.split()) for line in listed)


def _resident() -> int:
    status = _PROCESS / "statm"
    return int(status.read_text().split()[1]) * _PAGE if status.exists() else 0
