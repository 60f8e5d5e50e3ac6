"""How long the silence after an utterance is. Pure."""

from oped_audio.model.script import UtteranceRole
from oped_audio.scripting.settings import PauseSettings

_HEADINGS = frozenset[UtteranceRole]({"title", "heading"})
_FIGURES = frozenset[UtteranceRole]({"caption", "credit"})

Place = tuple[str, str, UtteranceRole]
"""Section, block and role of an utterance."""


def pause_ms(place: Place, following: Place | None, pauses: PauseSettings) -> int:
    """The silence between an utterance here and the one that follows; None at the very end."""
    if following is None or following[0] != place[0]:
        return pauses.section_ms
    if following[1] == place[1]:
        return pauses.sentence_ms
    longest = pauses.paragraph_ms
    if place[2] in _HEADINGS:
        longest = max(longest, pauses.heading_ms)
    if place[2] in _FIGURES or following[2] in _FIGURES:
        longest = max(longest, pauses.figure_ms)
    return longest
