"""Where a sentence that is too long for a model is cut, and how its pieces are joined. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from oped_audio.voices.silence import ROOM_MS, THRESHOLD
from oped_audio.voices.timing import Sound

if TYPE_CHECKING:
    import numpy as np

_SIGNS = {".": 4, "!": 4, "?": 4, "…": 4, ";": 3, ":": 3, "—": 3, ",": 2, ")": 2, "”": 2}
_CONJUNCTIONS = frozenset({
    "and", "or", "but", "nor", "yet", "so", "because", "although", "though", "while", "when",
    "where", "which", "who", "that", "if", "as", "than", "e", "ed", "et", "y", "o", "ou", "ma",
    "mais", "mas", "pero", "que", "qui", "che", "porque", "perché", "car", "donc", "und", "oder",
    "aber", "weil", "dass",
})  # fmt: skip
_PAUSES_MS = (30, 90, 180, 260, 340)
"""Of silence between two pieces, by the strength of the boundary that they were cut at."""
_FADE_MS = 5
_SHORTEST = 3
"""A piece has at least a third of the limit, where that can be."""


@dataclass(frozen=True, slots=True)
class Recording:
    """The sound of a piece."""

    samples: "np.ndarray[Any, Any]"
    """16 bits."""
    sounds: tuple[Sound, ...]


def strength(signs: str, next_word: str) -> int:
    """How much a sentence parts between two words, from 0 to 4.

    ``signs`` are the punctuation between them, as in ``transcript.Word``.
    """
    by_sign = max((_SIGNS.get(sign, 0) for sign in signs), default=0)
    return by_sign or int(next_word.casefold() in _CONJUNCTIONS)


def cut(weights: Sequence[int], strengths: Sequence[int], limit: int) -> list[tuple[int, int]]:
    """First and last (not included) of the words of each piece; none outweighs the limit.

    ``weights`` are of the words, none over the limit; ``strengths`` of the boundary after each.
    Pieces end at the strongest boundaries, and are about equally long where these are equal.
    """
    pieces: list[tuple[int, int]] = []
    begin, left = 0, sum(weights)
    while left > limit:
        end, weight = _first(weights, strengths, begin, left, limit)
        pieces.append((begin, end))
        begin, left = end, left - weight
    if begin < len(weights):
        pieces.append((begin, len(weights)))
    return pieces


def _first(
    weights: Sequence[int], strengths: Sequence[int], begin: int, left: int, limit: int
) -> tuple[int, int]:
    """Where the first piece of the rest ends, and what it weighs."""
    wanted = left / -(-left // limit)
    best: tuple[bool, int, float] | None = None
    found = (begin + 1, weights[begin])
    weight = 0
    for index in range(begin, len(weights)):
        weight += weights[index]
        if weight > limit:
            break
        is_long = weight * _SHORTEST >= limit and (left - weight) * _SHORTEST >= min(limit, left)
        rank = (is_long, strengths[index], -abs(weight - wanted))
        if best is None or rank > best:
            best, found = rank, (index + 1, weight)
    return found


def joined(
    recordings: Sequence[Recording], strengths: Sequence[int], sample_rate: int
) -> Recording:
    """The pieces one after another, with a pause between that fits how they part.

    ``strengths`` are of the boundaries between them, one less than there are pieces. The sound
    goes down to silence and comes up from it, so that no seam is heard.
    """
    import numpy as np

    if not recordings:
        return Recording(np.zeros(0, "<i2"), ())
    if len(recordings) == 1:
        return recordings[0]
    parts: list[np.ndarray[Any, Any]] = []
    sounds: list[Sound] = []
    length = 0
    for index, recording in enumerate(recordings):
        first, last = _audible(recording.samples, sample_rate)
        if index == 0:
            first = 0
        if index == len(recordings) - 1:
            last = len(recording.samples)
        piece = _faded(recording.samples[first:last], sample_rate)
        sounds += [
            sound._replace(begin=length + min(max(sound.begin - first, 0), len(piece)))
            for sound in recording.sounds
        ]
        parts.append(piece)
        length += len(piece)
        if index < len(strengths):
            room = 2 * ROOM_MS
            pause = sample_rate * (_PAUSES_MS[strengths[index]] - room) // 1000
            sounds.append(Sound(-1, length, ""))
            parts.append(np.zeros(pause, piece.dtype))
            length += pause
    return Recording(np.concatenate(parts), tuple(sounds))


def _audible(samples: "np.ndarray[Any, Any]", sample_rate: int) -> tuple[int, int]:
    """Where sound begins and ends, with ROOM_MS more on both sides where there is as much."""
    import numpy as np

    loud = np.flatnonzero((samples > THRESHOLD) | (samples < -THRESHOLD))
    if not loud.size:
        return 0, 0
    room = sample_rate * ROOM_MS // 1000
    return max(int(loud[0]) - room, 0), min(int(loud[-1]) + 1 + room, len(samples))


def _faded(samples: "np.ndarray[Any, Any]", sample_rate: int) -> "np.ndarray[Any, Any]":
    import numpy as np

    length = min(sample_rate * _FADE_MS // 1000, len(samples) // 2)
    if not length:
        return samples
    ramp = np.linspace(0, 1, length)
    edged = samples.copy()
    edged[:length] = np.rint(edged[:length] * ramp)
    edged[-length:] = np.rint(edged[-length:] * ramp[::-1])
    return edged
