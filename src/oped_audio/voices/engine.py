"""What an engine is, and the table of those that there are.

To add one, write a class with these four members and enter a function that makes it in ``ENGINES``,
or, from a package of your own, in the entry-point group ``oped_audio.engines``.
"""

from collections.abc import Callable
from difflib import get_close_matches
from importlib import import_module
from importlib.metadata import entry_points
from typing import Protocol, runtime_checkable

from oped_audio.errors import (
    NoPhonemesError,
    NoVoiceForLanguageError,
    UnknownEngineError,
    UnknownVoiceError,
)
from oped_audio.model.audio import Clip, Voice, VoiceSpec
from oped_audio.model.language import primary
from oped_audio.model.script import Utterance

ENGINES = {
    "pyttsx3": "oped_audio.voices.system:open_engine",
    "tone": "oped_audio.voices.tone:ToneEngine",
}


class Engine(Protocol):
    """Speaks one utterance at a time. Not shared between threads."""

    @property
    def fingerprint(self) -> str:
        """Name, version and weights: whatever can change the sound of an utterance."""

    def voices(self) -> tuple[Voice, ...]:
        """All voices that can be used now, in a fixed order."""

    def speak(self, utterance: Utterance, spec: VoiceSpec) -> Clip:
        """Say the utterance.

        The clip begins and ends in silence of at most a few hundredths of a second, depends on
        nothing but the arguments, and has one mark a spoken token. An utterance that has nothing to
        say gives a short silence without marks. Raises NarrationError.
        """

    def close(self) -> None:
        """Free what the engine holds. It is not used again."""


@runtime_checkable
class Phonemizer(Protocol):
    """What an engine is besides, if it can tell how it says an utterance."""

    def phonemes(self, utterance: Utterance, spec: VoiceSpec) -> tuple[str, ...]:
        """The IPA of each spoken token; empty for one that is run together with its neighbour.

        Raises NarrationError, UnsayableError.
        """


def phonemes(engine: Engine, name: str, utterance: Utterance, spec: VoiceSpec) -> tuple[str, ...]:
    """As ``Phonemizer.phonemes``. Raises NoPhonemesError for an engine that is none."""
    if not isinstance(engine, Phonemizer):
        raise NoPhonemesError(name)
    return engine.phonemes(utterance, spec)


def open_engine(name: str) -> Engine:
    """Open the engine of this name. Raises UnknownEngineError, EngineUnavailableError."""
    if name in ENGINES:
        module, attribute = ENGINES[name].split(":")
        make: Callable[[], Engine] = getattr(import_module(module), attribute)
        return make()
    plugins = entry_points(group="oped_audio.engines")
    if name in plugins.names:
        engine: Engine = plugins[name].load()()
        return engine
    raise UnknownEngineError(name, engine_names())


def engine_names() -> tuple[str, ...]:
    """The engines that ``open_engine`` knows, ours and plugged in."""
    return tuple(sorted({*ENGINES, *entry_points(group="oped_audio.engines").names}))


def choose_voice(engine: str, voices: tuple[Voice, ...], wanted: str, language: str) -> Voice:
    """Find the voice that is wanted by id or name; with no wish, the best for the language.

    Raises UnknownVoiceError, NoVoiceForLanguageError.
    """
    if wanted:
        for voice in voices:
            if wanted.casefold() in (voice.id.casefold(), voice.name.casefold()):
                return voice
        known = [name for voice in voices for name in (voice.id, voice.name)]
        raise UnknownVoiceError(engine, wanted, tuple(get_close_matches(wanted, known, 3)))
    tag = language.casefold()
    while tag:
        for voice in voices:
            if tag in (spoken.casefold() for spoken in voice.languages):
                return voice
        tag = tag.rpartition("-")[0]
    for voice in voices:
        if {primary(language), "mul"} & {primary(spoken) for spoken in voice.languages}:
            return voice
    raise NoVoiceForLanguageError(engine, language)
