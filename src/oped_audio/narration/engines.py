"""The engines that this process holds: one of each name and setup, used by one thread at a time."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from threading import Lock

from oped_audio.errors import NarrationError, OpedAudioError
from oped_audio.model.audio import Clip, VoiceSpec
from oped_audio.model.script import Utterance
from oped_audio.narration.parts import Asked
from oped_audio.voices.engine import Engine, Foresighted, Setup, open_engine


@dataclass(frozen=True, slots=True)
class _Open:
    engine: Engine
    lock: Lock = field(default_factory=Lock)
    fingerprints: dict[str, str] = field(default_factory=dict)
    """By voice; finding one may mean to hash its weights."""


_OPEN: dict[tuple[str, Setup], _Open] = {}
_OPENING = Lock()


def engine_of_process(name: str, setup: Setup) -> Engine:
    """The one engine of this name and setup in this process, opened when first asked for."""
    return _open(name, setup).engine


def _open(name: str, setup: Setup) -> _Open:
    with _OPENING:
        if (name, setup) not in _OPEN:
            _OPEN[name, setup] = _Open(open_engine(name, setup))
        return _OPEN[name, setup]


def fingerprint_here(name: str, voice: str, setup: Setup) -> str:
    """What the engine says of the voice. Raises VoiceError."""
    one = _open(name, setup)
    with one.lock:
        if voice not in one.fingerprints:
            one.fingerprints[voice] = one.engine.fingerprint(voice)
        return one.fingerprints[voice]


def foresee(asked: Iterable[Asked], setup: Setup) -> None:
    """Let engines begin what they will be asked to speak, those that can."""
    coming: dict[str, list[tuple[Utterance, VoiceSpec]]] = {}
    for one in asked:
        coming.setdefault(one.spec.engine, []).append((one.utterance, one.spec))
    for name, requests in coming.items():
        opened = _open(name, setup)
        if isinstance(opened.engine, Foresighted):
            with opened.lock:
                opened.engine.foresee(requests)


def speak(asked: Asked, setup: Setup) -> Clip:
    """Say it. Raises VoiceError, also if what the engine gives cannot be all of it."""
    one = _open(asked.spec.engine, setup)
    with one.lock:
        try:
            clip = one.engine.speak(asked.utterance, asked.spec)
        except OpedAudioError:
            raise
        except Exception as error:  # an engine may be anybody's
            told = f"{type(error).__name__}: {error}".removesuffix(": ")
            raise NarrationError(asked.spec.engine, asked.utterance.id, told) from error
    if reason := _amiss(clip, len(asked.utterance.spoken_tokens)):
        raise NarrationError(asked.spec.engine, asked.utterance.id, reason)
    return clip


def _amiss(clip: Clip, tokens: int) -> str:
    """Why this cannot be the clip of so many spoken tokens; empty if it can."""
    if len(clip.marks) != tokens:
        return f"it spoke {len(clip.marks)} of {tokens} words"
    if tokens and clip.marks[-1].end > clip.length:
        return "its sound ends before its last word does"
    return ""


def close_engines() -> None:
    """Free the engines that this process holds."""
    while _OPEN:
        _OPEN.popitem()[1].engine.close()
