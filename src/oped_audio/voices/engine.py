"""What an engine is, and the table of those that there are.

To add one, write a class with these four members and enter a function that makes it in ``ENGINES``,
or, from a package of your own, in the entry-point group ``oped_audio.engines``.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from typing import Literal, Protocol, runtime_checkable

from oped_audio.errors import (
    NoPhonemesError,
    NoVoiceForLanguageError,
    UnknownEngineError,
    UnknownVoiceError,
    VoiceNotInstalledError,
)
from oped_audio.model.audio import Clip, Voice, VoiceSpec
from oped_audio.model.language import primary
from oped_audio.model.script import Utterance

ENGINES = {
    "hibari": "oped_audio.voices.neural.hibari:HibariEngine",
    "kokoro": "oped_audio.voices.neural.kokoro:open_engine",
    "piper": "oped_audio.voices.neural.piper:open_engine",
    "pyttsx3": "oped_audio.voices.system:open_engine",
    "tone": "oped_audio.voices.tone:ToneEngine",
}


Device = Literal["auto", "cpu", "cuda", "rocm", "directml", "coreml"]
"""Where a neural voice runs; ``auto`` is the fastest that onnxruntime finds here."""


@dataclass(frozen=True, slots=True)
class Setup:
    """What an engine is given of the machine."""

    voices_dir: Path
    """Where the weights of installed voices lie, a folder an engine."""
    threads: int = 1
    """Processor cores that it may use."""
    device: Device = "auto"


def own_voices_dir() -> Path:
    """Where the weights of this user's voices lie on this machine, unless told otherwise."""
    import platformdirs

    return platformdirs.user_data_path("oped-audio", appauthor=False) / "voices"


class Engine(Protocol):
    """Speaks one utterance at a time. Not shared between threads.

    Opening one costs little: what is large is loaded when it first speaks.
    """

    def fingerprint(self, voice: str) -> str:
        """Name, version and weights: whatever can change the sound of this voice, a Voice's id.

        Raises VoiceError.
        """

    def voices(self) -> tuple[Voice, ...]:
        """All voices, those that are not installed too, in a fixed order, the best first."""

    def speak(self, utterance: Utterance, spec: VoiceSpec) -> Clip:
        """Say the utterance.

        The clip begins and ends in silence of at most a few hundredths of a second, depends on
        nothing but the arguments, and has one mark a spoken token. An utterance that has nothing to
        say gives a short silence without marks. Raises NarrationError.
        """

    def close(self) -> None:
        """Free what the engine holds. It is not used again."""


@runtime_checkable
class Foresighted(Protocol):
    """What an engine is besides, if it can begin before it is asked."""

    def foresee(self, coming: Sequence[tuple[Utterance, VoiceSpec]]) -> None:
        """Take note of what will most likely be asked for next, in this order."""


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


def open_engine(name: str, setup: Setup) -> Engine:
    """Open the engine of this name. Raises UnknownEngineError, EngineUnavailableError."""
    make: Callable[[Setup], Engine]
    if name in ENGINES:
        module, attribute = ENGINES[name].split(":")
        make = getattr(import_module(module), attribute)
        return make(setup)
    plugins = entry_points(group="oped_audio.engines")
    if name in plugins.names:
        make = plugins[name].load()
        return make(setup)
    raise UnknownEngineError(name, engine_names())


def is_plugged_in(name: str) -> bool:
    """Whether the engine comes from a package of somebody else's."""
    return name not in ENGINES


def engine_names() -> tuple[str, ...]:
    """The engines that ``open_engine`` knows, ours and plugged in."""
    return tuple(sorted({*ENGINES, *entry_points(group="oped_audio.engines").names}))


def choose_voice(engine: str, voices: tuple[Voice, ...], wanted: str, language: str) -> Voice:
    """Find the voice that is wanted by id or name; with no wish, the best for the language.

    Raises UnknownVoiceError, NoVoiceForLanguageError, VoiceNotInstalledError.
    """
    found = _named(engine, voices, wanted) if wanted else _best(voices, language)
    if found is None:
        raise NoVoiceForLanguageError(engine, language)
    if not found.installed:
        raise VoiceNotInstalledError(engine, found.id)
    return found


def _named(engine: str, voices: tuple[Voice, ...], wanted: str) -> Voice:
    for voice in voices:
        if wanted.casefold() in (voice.id.casefold(), voice.name.casefold()):
            return voice
    known = [name for voice in voices for name in (voice.id, voice.name)]
    raise UnknownVoiceError(engine, wanted, tuple(get_close_matches(wanted, known, 3)))


def _best(voices: tuple[Voice, ...], language: str) -> Voice | None:
    """The nearest in language; of those the first that is installed, or else the first."""
    tag = language.casefold()
    near: list[Voice] = []
    while tag and not near:
        near = [v for v in voices if tag in (spoken.casefold() for spoken in v.languages)]
        tag = tag.rpartition("-")[0]
    if not near:
        known = {primary(language), "mul"}
        near = [v for v in voices if known & {primary(spoken) for spoken in v.languages}]
    return next((voice for voice in near if voice.installed), next(iter(near), None))
