"""How far a run of many articles has come, and how long it will take. Pure."""

from dataclasses import dataclass


@dataclass(slots=True)
class Pace:
    """Counts articles; what was up to date says nothing of how fast others are made."""

    total: int
    """Articles."""
    started_s: float
    """By any clock."""
    done: int = 0
    made: int = 0
    """Of those that are done, or failed, the ones that took work."""

    def count(self, *, took_work: bool) -> None:
        """An article is done."""
        self.done += 1
        self.made += took_work

    def told(self, now_s: float) -> str:
        """``12 of 40 articles, 26 a minute, 1:05 min left``, by the same clock."""
        far = f"{self.done:,} of {self.total:,} articles"
        elapsed_s = now_s - self.started_s
        if not self.made or elapsed_s <= 0 or self.done == self.total:
            return far
        a_second = self.made / elapsed_s
        left_s = round((self.total - self.done) / a_second)
        return f"{far}, {_rate(60 * a_second)}, {_length(left_s)} left"


def _rate(a_minute: float) -> str:
    return f"{a_minute:.0f} a minute" if a_minute >= 2 else f"{60 * a_minute:.0f} an hour"


def _length(seconds: int) -> str:
    if seconds >= 3600:
        return f"{seconds // 3600}:{seconds % 3600 // 60:02} h"
    return f"{seconds // 60}:{seconds % 60:02} min"
