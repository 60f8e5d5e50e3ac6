"""What is to be spoken -> how the engine will say it, without keeping the sound."""

from collections.abc import Sequence

from oped_audio.narration.parts import Asked
from oped_audio.narration.workers import engine_of_process
from oped_audio.voices.engine import Setup, phonemes


def pronounced(parts: Sequence[Asked], setup: Setup) -> tuple[str, ...]:
    """The IPA of each spoken token of an utterance that is spoken in these parts.

    Raises NoPhonemesError, NarrationError, UnsayableError.
    """
    told: list[str] = []
    for part in parts:
        engine = engine_of_process(part.spec.engine, setup)
        own = list(phonemes(engine, part.spec.engine, part.utterance, part.spec))
        if part.goes_on:
            own[0] = f"{told.pop()} {own[0]}"
        told += own
    return tuple(told)
