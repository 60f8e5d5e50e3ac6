"""What is set for roles -> utterances that say where a run of a role begins and ends. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from types import MappingProxyType

from oped_audio.model.document import Block
from oped_audio.model.roles import VOICE_ROLE_OF, VoiceRole
from oped_audio.model.script import Utterance, UtteranceRole
from oped_audio.scripting.announcements import closing, opening, said_after, said_before
from oped_audio.scripting.settings import RoleSpeech

Roles = Mapping[VoiceRole, RoleSpeech]
NO_ROLES: Roles = MappingProxyType({})
_UNSET = RoleSpeech()


def speech_of(role: UtteranceRole, roles: Roles) -> RoleSpeech:
    """What is set for the role that this one falls under."""
    return roles.get(VOICE_ROLE_OF[role], _UNSET)


def with_runs_announced(
    plain: Sequence[Utterance],
    leaves: Sequence[Block],
    runs: Sequence[int],
    roles: Roles,
    language: str,
) -> tuple[Utterance, ...]:
    """Each run with what is said before its first word and after its last one.

    ``leaves`` and ``runs`` tell for each utterance where it stands; ``language`` is the article's.
    """
    result = list(plain)
    for _, run in groupby(range(len(plain)), runs.__getitem__):
        said = [number for number in run if plain[number].spoken]
        if not said:
            continue
        first, last = said[0], said[-1]
        speech = speech_of(plain[first].role, roles)
        before = opening(leaves[first], speech, language)
        after = closing(leaves[last], len(said), speech, language)
        result[first] = replace(result[first], tokens=said_before(result[first].tokens, before))
        result[last] = replace(result[last], tokens=said_after(result[last].tokens, after))
    return tuple(result)
