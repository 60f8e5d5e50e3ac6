"""How much work narrating is, and so how it is shared out. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from oped_audio.model.audio import Voice
from oped_audio.narration.parts import Asked

_CHARACTERS_A_SECOND = 15
"""Of speech, at some 175 words a minute."""
_UNKNOWN_SPEED = 10.0
_WORTH_PROCESSES_S = 3.0
"""Seconds of work from which starting processes pays: one takes half a second, and its engine has
to be loaded in it."""
_ENCODING_SPEED = 200.0
"""Seconds of audio that one core mixes and encodes in a second."""
_WORTH_SHARING_S = 20.0


@dataclass(frozen=True, slots=True)
class Portion:
    """What is handed out at a time, at most: whatever of the two is reached first ends it."""

    work_s: float
    """Seconds of work: enough that handing it over costs little, little enough to share well and to
    lose when all is stopped."""
    utterances: int


AT_HOME = Portion(2.0, 8)
ON_CLUSTER = Portion(2.0, 64)
"""Handing over costs some five milliseconds there, two of them of the one scheduler."""


def work_s(characters: int, voice: Voice) -> float:
    """Seconds that one processor core needs to narrate so many characters."""
    return characters / _CHARACTERS_A_SECOND / (voice.speed or _UNKNOWN_SPEED)


def is_long(characters: int, voice: Voice, jobs: int) -> bool:
    """Whether several processes should make one article, not each a whole one.

    What cannot be shared out of an article takes about a second; that is to be little beside what
    each process has to narrate and encode.
    """
    encoding_s = characters / _CHARACTERS_A_SECOND / _ENCODING_SPEED
    return work_s(characters, voice) + encoding_s >= _WORTH_SHARING_S * jobs


def workers(work_s: float, jobs: int) -> int:
    """How many processes are to share so many seconds of work; 1 for this one alone."""
    return jobs if work_s >= _WORTH_PROCESSES_S else 1


Call = list[tuple[str, tuple[Asked, ...]]]
"""Keys of clips and what is asked for."""


def calls(
    waiting: Iterable[tuple[str, tuple[Asked, ...]]], voice: Voice, portion: Portion = AT_HOME
) -> Iterator[Call]:
    """What is handed to a worker at a time, in order."""
    call: Call = []
    characters = 0
    for key, asked in waiting:
        call.append((key, asked))
        characters += sum(len(part.utterance.spoken) for part in asked)
        if len(call) == portion.utterances or work_s(characters, voice) >= portion.work_s:
            yield call
            call, characters = [], 0
    if call:
        yield call
