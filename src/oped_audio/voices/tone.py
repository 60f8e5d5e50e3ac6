"""The public fake: a beep a token, with times that are exact by construction.

Every distinct word has a pitch of its own and every utterance a sweep of its own, so that a clip is
found in a recording at one place only.
"""

import hashlib

from oped_audio.model.audio import Clip, Mark, MarksFrom, Voice, VoiceSpec
from oped_audio.model.script import Utterance
from oped_audio.voices.engine import Setup

SAMPLE_RATE = 22_050
GAP_MS = 20
"""Silence before the first beep and after each."""


class ToneEngine:
    """Beeps. A token lasts 40 ms and 20 ms more for each character, at 175 words a minute."""

    def __init__(self, _: Setup | None = None) -> None:
        """Nothing is needed."""

    def fingerprint(self, _voice: str) -> str:
        """There is one voice."""
        return "tone-1"

    def voices(self) -> tuple[Voice, ...]:
        """One voice, for every language."""
        return (Voice("tone", "sine", "Sine", ("en", "mul"), "neutral", "test", 8000),)

    def speak(self, utterance: Utterance, spec: VoiceSpec) -> Clip:
        """Beep once for each spoken token."""
        gap = bytes(2 * (SAMPLE_RATE * GAP_MS // 1000))
        parts = [gap]
        marks: list[Mark] = []
        position = len(gap) // 2
        said = [token.spoken for token in utterance.tokens if token.spoken]
        for index, word in enumerate(said):
            beep = _beep(word, f"{index} {utterance.spoken}", spec)
            marks.append(Mark(index, position, position + len(beep) // 2))
            parts += [beep, gap]
            position += (len(beep) + len(gap)) // 2
        return Clip(b"".join(parts), SAMPLE_RATE, tuple(marks), MarksFrom.ENGINE)

    def close(self) -> None:
        """Nothing is held."""


def _beep(word: str, context: str, spec: VoiceSpec) -> bytes:
    import numpy as np

    duration_ms = (40 + 20 * min(len(word), 40)) * 175 / spec.rate_wpm
    time = np.arange(int(SAMPLE_RATE * duration_ms / 1000)) / SAMPLE_RATE
    pitch = 200 + 8 * spec.pitch + _fraction(word) * 1500
    sweep = (_fraction(context) - 0.5) * 2000
    phase = 2 * np.pi * (pitch * time + sweep * time**2 / 2)
    edge = np.clip(np.minimum(time, time[::-1]) / 0.005, 0, 1)
    wave = np.sin(phase) * edge * spec.volume * 8000
    return wave.astype("<i2").tobytes()


def _fraction(text: str) -> float:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4]) / 2**32
