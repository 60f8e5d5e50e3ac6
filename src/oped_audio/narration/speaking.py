"""Utterances -> their clips, spoken in this process."""

import signal
from collections.abc import Sequence

from oped_audio.model.audio import Clip
from oped_audio.narration.clip_format import packed
from oped_audio.narration.engines import speak
from oped_audio.narration.parts import Asked, joined
from oped_audio.voices.engine import Setup

LONGEST_S = 400.0
"""That one sentence may take a process; espeak-ng's own limit is 300."""


def narrate(asked: Sequence[Sequence[Asked]], setup: Setup) -> list[Clip]:
    """Speak the utterances in order, each as its parts are asked for. Raises VoiceError."""
    return [joined(parts, [speak(part, setup) for part in parts]) for parts in asked]


def narrate_apart(
    asked: Sequence[Sequence[Asked]], setup: Setup, longest_s: float = LONGEST_S
) -> list[bytes]:
    """The same in a process that is there for nothing else; each clip is packed, to be sent.

    The process is ended if the engine hangs, by the system, whatever the engine holds.
    """
    sent: list[bytes] = []
    for one in asked:
        _end_in(longest_s)
        try:
            sent += map(packed, narrate([one], setup))
        finally:
            _end_in(0)
    return sent


def _end_in(seconds: float) -> None:
    """Have this process ended when so many seconds have passed; 0 calls that off."""
    if hasattr(signal, "setitimer"):  # Windows has none
        signal.setitimer(signal.ITIMER_REAL, seconds)
