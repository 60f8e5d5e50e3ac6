"""Utterance -> Targets: the pieces of text that light up, one at a time, in word highlighting."""

from dataclasses import dataclass
from itertools import pairwise

from oped_audio.model.script import Utterance


@dataclass(frozen=True, slots=True)
class Target:
    """A spoken word, with the silent tokens that go with it."""

    id: str
    token: int
    """Index of the spoken token among all tokens of the utterance."""
    begin: int
    """Characters from the start of the utterance's written form."""
    end: int


def word_targets(utterance: Utterance) -> tuple[Target, ...]:
    """One target a spoken token, in order; none where nothing is spoken.

    A silent token, such as a dash, goes with the spoken one before it, and at the start of the
    utterance with the one after it: so all that is shown lights up at some time.
    """
    tokens = utterance.tokens
    spoken = [index for index, token in enumerate(tokens) if token.spoken]
    if not spoken:
        return ()
    firsts = [0, *spoken[1:], len(tokens)]
    return tuple(
        Target(utterance.word_id(index), index, tokens[first].begin, tokens[following - 1].end)
        for index, (first, following) in zip(spoken, pairwise(firsts), strict=True)
    )
