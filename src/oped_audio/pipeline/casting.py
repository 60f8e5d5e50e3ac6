"""What is asked of engines before anything is spoken, and what they answered."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from oped_audio.model.audio import Voice, VoiceSpec
from oped_audio.narration.workers import engine_of_process
from oped_audio.pipeline.articles import setup_of
from oped_audio.settings import BuildSettings, Settings
from oped_audio.voices.engine import Setup


@dataclass(frozen=True, slots=True)
class Answers:
    """Those of one run: no engine is asked the same twice, some have to read hundreds of megabytes
    to answer."""

    voices: dict[tuple[str, Setup], tuple[Voice, ...]] = field(default_factory=dict)
    digests: dict[tuple[str, Setup], str] = field(default_factory=dict)
    """Of the voices."""
    fingerprints: dict[tuple[str, str, Setup], str] = field(default_factory=dict)
    """By engine and voice."""
    setups: dict[BuildSettings, Setup] = field(default_factory=dict)
    """What engines are given, but for the number of threads, which changes no answer."""


@dataclass(frozen=True, slots=True)
class Casting:
    """Asks on behalf of one article, and notes all that its book owes to the answers."""

    settings: Settings
    answers: Answers
    voices_seen: dict[str, str] = field(default_factory=dict)
    """Digest of an engine's voices, by its name."""
    fingerprints_seen: dict[tuple[str, str], str] = field(default_factory=dict)
    """By engine and voice."""

    def voices(self, engine: str) -> tuple[Voice, ...]:
        """All voices of an engine. Raises VoiceError."""
        key = (engine, self._machine)
        if key not in self.answers.voices:
            found = engine_of_process(engine, setup_of(self.settings)).voices()
            self.answers.voices[key] = found
            self.answers.digests[key] = hashlib.sha256(repr(found).encode()).hexdigest()
        self.voices_seen[engine] = self.answers.digests[key]
        return self.answers.voices[key]

    def fingerprint(self, spec: VoiceSpec) -> str:
        """Of the engine that speaks so. Raises VoiceError."""
        return self._fingerprint(spec.engine, spec.voice)

    def still_gives(
        self, voices: Mapping[str, str], fingerprints: Mapping[tuple[str, str], str]
    ) -> bool:
        """Whether engines answer as they did when this was noted. Raises VoiceError."""
        for engine in voices:
            self.voices(engine)
        for engine, voice in fingerprints:
            self._fingerprint(engine, voice)
        return self.voices_seen == voices and self.fingerprints_seen == fingerprints

    def _fingerprint(self, engine: str, voice: str) -> str:
        key = (engine, voice, self._machine)
        if key not in self.answers.fingerprints:
            opened = engine_of_process(engine, setup_of(self.settings))
            self.answers.fingerprints[key] = opened.fingerprint(voice)
        self.fingerprints_seen[engine, voice] = self.answers.fingerprints[key]
        return self.fingerprints_seen[engine, voice]

    @property
    def _machine(self) -> Setup:
        setups, build = self.answers.setups, self.settings.build
        if build not in setups:
            setups[build] = replace(setup_of(self.settings), threads=1)
        return setups[build]
