"""Another take of a sentence by a voice without chance: a little faster or slower. Pure."""

_MOST = 0.15
_STEP = 0.75
"""What is left of the way to the most after each pair of takes."""


def tempo(take: int) -> float:
    """How many times as fast a take is: 1 for the first, then faster and slower in turn, and more.

    No two are the same, and none differs by more than 15 %.
    """
    change = _MOST * (1 - _STEP ** ((take + 1) // 2))
    return 1 + change if take % 2 else 1 - change
