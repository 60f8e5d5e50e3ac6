"""Utterances -> their clips, spoken in this process."""

import signal
from collections.abc import Sequence
from pathlib import Path

from oped_audio.model.audio import Clip
from oped_audio.narration.clip_store import ClipStore
from oped_audio.narration.engines import speak
from oped_audio.narration.parts import Asked, joined
from oped_audio.voices.engine import Setup

LONGEST_S = 400.0
"""That one sentence may take a process; espeak-ng's own limit is 300."""


def narrate(asked: Sequence[Sequence[Asked]], setup: Setup) -> list[Clip]:
    """Speak the utterances in order, each as its parts are asked for. Raises VoiceError."""
    return [joined(parts, [speak(part, setup) for part in parts]) for parts in asked]


def speak_apart(parts: Sequence[Asked], setup: Setup, longest_s: float = LONGEST_S) -> Clip:
    """Speak one utterance in a process that is there for nothing else. Raises VoiceError.

    The process is ended if the engine hangs, by the system, whatever the engine holds.
    """
    _end_in(longest_s)
    try:
        (clip,) = narrate([parts], setup)
    finally:
        _end_in(0)
    return clip


def narrate_apart(
    asked: Sequence[tuple[str, Sequence[Asked]]], cache: Path, setup: Setup, longest_s: float
) -> None:
    """Speak so, and keep the clips in the cache, by their keys; what is there is not spoken again.

    They are not sent back: who reads what is sent waits for ever if the sender is killed meanwhile.
    Raises VoiceError, OutputError.
    """
    store = ClipStore(cache)
    for key, parts in asked:
        if not store.has(key):
            store.keep(key, speak_apart(parts, setup, longest_s))


def _end_in(seconds: float) -> None:
    """Have this process ended when so many seconds have passed; 0 calls that off."""
    if hasattr(signal, "setitimer"):  # Windows has none
        signal.setitimer(signal.ITIMER_REAL, seconds)
