"""A clip -> a WAV file, as browsers play it. Pure."""

import io
import wave

from oped_audio.model.audio import BYTES_PER_SAMPLE, Clip

_LEAD_MS = 80
"""Silence before it, in which sound devices wake up."""


def wav(clip: Clip) -> bytes:
    """The whole file."""
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(BYTES_PER_SAMPLE)
        writer.setframerate(clip.sample_rate)
        writer.writeframes(bytes(BYTES_PER_SAMPLE * (clip.sample_rate * _LEAD_MS // 1000)))
        writer.writeframes(clip.pcm)
    return file.getvalue()
