"""What is handed to whoever speaks, and what comes back: clips, which are kept as they come."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Protocol

from oped_audio.content_store import undamaged
from oped_audio.errors import OutputError
from oped_audio.model.audio import Clip
from oped_audio.narration.clip_store import ClipStore
from oped_audio.narration.parts import Asked
from oped_audio.narration.shared_clips import SharedClips
from oped_audio.narration.workload import Portion

Answer = Sequence[Clip | None]
"""A clip for each that was asked for; None for one that is kept in the cache, or shared."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is spoken in one go."""

    asked: tuple[tuple[str, tuple[Asked, ...]], ...]
    """Keys of clips, and what is to be said in each."""
    fingerprints: tuple[tuple[tuple[str, str], str], ...]
    """Of what speaks: engine and voice, and the fingerprint that went into the keys."""
    cache: Path
    """Where clips are kept on this machine."""
    shared: SharedClips | None = None
    """Where clips may be put instead of sending them back."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Of the clips."""
        return tuple(key for key, _ in self.asked)

    @property
    def engines(self) -> frozenset[str]:
        """The names of those that speak."""
        return frozenset(engine for (engine, _), _ in self.fingerprints)

    def only(self, keys: Sequence[str]) -> "Order":
        """So much of it, to be sent back."""
        asked = tuple((key, parts) for key, parts in self.asked if key in keys)
        return Order(asked, self.fingerprints, self.cache)


class Team(Protocol):
    """Who speaks for an article."""

    @property
    def ahead(self) -> int:
        """Sections that are handed out while an earlier one is waited for."""

    @property
    def is_here(self) -> bool:
        """Whether they speak on this machine, and so keep clips in its cache and share none."""

    @property
    def portion(self) -> Portion:
        """How much is handed out at a time."""

    def hand_out(self, order: Order) -> Future[Answer]:
        """Have it spoken. The future raises VoiceError, ClusterError."""


class Handed:
    """An order that was handed out. Its clips are kept as soon as they come, in whatever order."""

    def __init__(
        self, order: Order, team: Team, store: ClipStore, on_damage: Callable[[str], object]
    ) -> None:
        """``on_damage`` is told of each damaged clip."""
        self._order, self._crew, self._store, self._on_damage = order, team, store, on_damage
        self._lock = Lock()
        self._came: dict[str, Clip] | None = None
        self._clips: dict[str, Clip] = {}
        self._future: Future[Answer] | None = team.hand_out(order)
        self._future.add_done_callback(self._keep_early)

    @property
    def keys(self) -> tuple[str, ...]:
        """Of the clips that come of it."""
        return self._order.keys

    def clips(self) -> Mapping[str, Clip]:
        """The clips, kept. Raises VoiceError, OutputError, ClusterError."""
        if self._future is not None:
            came = self._keep(self._future.result())
            elsewhere = self._fetched([key for key in self.keys if key not in came])
            self._clips = came | elsewhere
            for key, clip in (self._clips if self._crew.is_here else came).items():
                self._store.share(key, clip)
            self._future = None  # it knows this: the two would keep each other, and the clips
        return self._clips

    def _keep_early(self, future: Future[Answer]) -> None:
        """Should the build be stopped before it asks for these."""
        if not future.cancelled() and not future.exception():
            with suppress(OutputError):  # told to who asks
                self._keep(future.result())

    def _keep(self, answer: Answer) -> dict[str, Clip]:
        """Keep here what came, once."""
        with self._lock:
            if self._came is None:
                pairs = zip(self.keys, answer, strict=True)
                came = {key: clip for key, clip in pairs if clip is not None}
                for key, clip in came.items():
                    self._store.keep(key, clip)
                self._came = came
            return self._came

    def _fetched(self, keys: Sequence[str]) -> dict[str, Clip]:
        """What workers have kept; what is not there any more is spoken again."""
        clips = self._store.fetch(keys)
        clips |= {key: clip for key in keys if key not in clips and (clip := self._stored(key))}
        lost = self._order.only([key for key in keys if key not in clips])
        if lost.asked:
            again = Handed(lost, self._crew, self._store, self._on_damage)
            clips |= again.clips()
        return clips

    def _stored(self, key: str) -> Clip | None:
        return undamaged(lambda: self._store.get(key), self._on_damage)
