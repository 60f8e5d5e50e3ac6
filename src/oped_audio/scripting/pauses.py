"""How long the silence after an utterance is. Pure."""

from typing import NamedTuple

from oped_audio.model.script import UtteranceRole
from oped_audio.scripting.roles import NO_ROLES, Roles, speech_of
from oped_audio.scripting.settings import PauseSettings

_HEADINGS = frozenset[UtteranceRole]({"title", "heading"})
_FIGURES = frozenset[UtteranceRole]({"caption", "credit"})


class Place(NamedTuple):
    """Where an utterance stands."""

    section: str
    block: str
    role: UtteranceRole
    run: int
    """Number of its run."""


def pause_ms(
    place: Place, following: Place | None, pauses: PauseSettings, roles: Roles = NO_ROLES
) -> int:
    """The silence between an utterance here and the one that follows; None at the very end."""
    after = speech_of(place.role, roles).after_ms
    before = speech_of(following.role, roles).before_ms if following else None
    if following is None or following.section != place.section:
        return max(pauses.section_ms, after or 0, before or 0)
    if following.block == place.block:
        return pauses.sentence_ms
    if following.run == place.run:
        after = before = None
    return max(
        _usual_after(place.role, pauses) if after is None else after,
        _usual_before(following.role, pauses) if before is None else before,
    )


def _usual_after(role: UtteranceRole, pauses: PauseSettings) -> int:
    if role in _HEADINGS:
        return max(pauses.paragraph_ms, pauses.heading_ms)
    return _usual_before(role, pauses)


def _usual_before(role: UtteranceRole, pauses: PauseSettings) -> int:
    return max(pauses.paragraph_ms, pauses.figure_ms if role in _FIGURES else 0)
