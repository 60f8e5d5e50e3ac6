"""Utterances -> their clips, spoken in this process."""

import faulthandler
import os
from collections.abc import Sequence
from pathlib import Path

from oped_audio.model.audio import Clip
from oped_audio.narration.engines import speak
from oped_audio.narration.parts import Asked, joined
from oped_audio.voices.engine import Setup

LONGEST_S = 400.0
"""That one sentence may take a process; espeak-ng's own limit is 300."""


def narrate(asked: Sequence[Sequence[Asked]], setup: Setup) -> list[Clip]:
    """Speak the utterances in order, each as its parts are asked for. Raises VoiceError."""
    return [joined(parts, [speak(part, setup) for part in parts]) for parts in asked]


def narrate_watched(
    asked: Sequence[Sequence[Asked]], setup: Setup, longest_s: float = LONGEST_S
) -> list[Clip]:
    """The same in a process that is there for nothing else.

    It is ended if the engine hangs, from outside Python, whatever the engine holds.
    """
    clips: list[Clip] = []
    with Path(os.devnull).open("w") as nowhere:
        for one in asked:
            faulthandler.dump_traceback_later(longest_s, exit=True, file=nowhere)
            try:
                clips += narrate([one], setup)
            finally:
                faulthandler.cancel_dump_traceback_later()
    return clips
