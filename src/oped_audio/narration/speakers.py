"""Voice settings -> which voice speaks what has a role and is in a language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from oped_audio.errors import NoVoiceForLanguageError, VoiceNotInstalledError
from oped_audio.model.audio import Voice, VoiceSpec
from oped_audio.model.language import primary
from oped_audio.model.roles import VOICE_ROLE_OF, VoiceRole
from oped_audio.model.script import UtteranceRole
from oped_audio.narration.settings import RoleVoice, VoiceSettings
from oped_audio.voices.engine import choose_voice

SpecOf = Callable[[UtteranceRole | None, str], VoiceSpec]
"""Which voice speaks a role, None being the narrator's own, in a language (a BCP 47 tag)."""
VoicesOf = Callable[[str], tuple[Voice, ...]]
"""The voices of an engine, by its name. Raises VoiceError."""


def in_take(spec_of: SpecOf, take: int) -> SpecOf:
    """The same voices, each in this take."""
    if not take:
        return spec_of
    return lambda role, language: replace(spec_of(role, language), take=take)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A voice and how it is to speak."""

    voice: Voice
    spec: VoiceSpec


@dataclass(frozen=True, slots=True)
class Speakers:
    """Everyone who speaks in one article."""

    language: str
    """The article's, as a BCP 47 tag."""
    narrator: Speaker
    """Speaks what nobody else does, and the announcements."""
    roles: Mapping[VoiceRole, Speaker]
    foreign: Callable[[str, str], str | None]
    """Id of a voice of an engine that speaks a language, if there is one."""

    @property
    def engines(self) -> frozenset[str]:
        """The names of those that speak."""
        return frozenset(one.spec.engine for one in (self.narrator, *self.roles.values()))

    def of(self, role: UtteranceRole | None) -> Speaker:
        """Who speaks a role; None for the narrator."""
        return self.in_role(VOICE_ROLE_OF[role]) if role else self.narrator

    def in_role(self, role: VoiceRole) -> Speaker:
        """Who speaks what falls under this role."""
        return self.roles.get(role, self.narrator)

    def spec_of(self, role: UtteranceRole | None, language: str) -> VoiceSpec:
        """As SpecOf: who speaks the role; for other languages in a voice that knows them."""
        own = self.of(role).spec
        if primary(language) == primary(self.language):
            return own
        voice = self.foreign(own.engine, language)
        return replace(own, voice=voice) if voice else own


def speakers(
    wanted: VoiceSettings,
    roles: Mapping[VoiceRole, RoleVoice],
    language: str,
    voices_of: VoicesOf,
) -> Speakers:
    """Find the voices for an article in this language. Raises VoiceError."""

    @cache
    def foreign(engine: str, other: str) -> str | None:
        try:
            return choose_voice(engine, voices_of(engine), "", other).id
        except (NoVoiceForLanguageError, VoiceNotInstalledError):
            return None

    return Speakers(
        language,
        speaker(wanted, language, voices_of),
        {
            role: speaker(wanted.in_role(voice), language, voices_of)
            for role, voice in roles.items()
        },
        foreign,
    )


def speaker(wanted: VoiceSettings, language: str, voices_of: VoicesOf) -> Speaker:
    """The voice that is wanted. Raises VoiceError."""
    available = voices_of(wanted.engine)
    voice = choose_voice(wanted.engine, available, wanted.voice, language)
    spec = VoiceSpec(voice.engine, voice.id, wanted.rate_wpm, wanted.volume, wanted.pitch)
    return Speaker(voice, spec)
