"""Utterances, section by section -> Narrations: their clips, from the store or newly spoken."""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from oped_audio.content_store import undamaged
from oped_audio.model.audio import Clip, MarksFrom, Voice, VoiceSpec, least_exact
from oped_audio.model.script import Utterance
from oped_audio.narration.clip_store import ClipStore, clip_key
from oped_audio.narration.handing import Handed, Order, Team
from oped_audio.narration.parts import Asked
from oped_audio.narration.resampling import at_one_rate
from oped_audio.narration.speakers import SpecOf, in_take
from oped_audio.narration.workload import Call, calls


@dataclass(frozen=True, slots=True)
class Narration:
    """What was spoken of one section."""

    section: str
    clips: tuple[Clip, ...]
    """One an utterance, in order, of one sample rate."""
    keys: tuple[str, ...]
    """Of the clips, in the store."""
    new: int
    """How many were spoken now."""

    @property
    def seconds(self) -> float:
        """How long the clips are."""
        return sum(clip.length / clip.sample_rate for clip in self.clips)

    @property
    def marks_from(self) -> MarksFrom:
        """The least exact of the clips'."""
        return least_exact(clip.marks_from for clip in self.clips)


@dataclass(frozen=True, slots=True)
class _Pending:
    section: str
    keys: tuple[str, ...]
    stored: dict[str, Clip]
    calls: list[Handed]
    """What was handed out for this section."""
    coming: dict[str, Handed]
    """What was handed out for a section before it, by the key that is wanted of it."""


@dataclass(frozen=True, slots=True)
class Narrator:
    """Narrates sections, a few ahead of the one that is asked for."""

    store: ClipStore
    team: Team
    voice: Voice
    """The narrator's, whose speed says how much is handed out at a time."""
    spec_of: SpecOf
    language: str
    """Of the announcements, as a BCP 47 tag: the article's."""
    fingerprint_of: Callable[[VoiceSpec], str]
    """Of the engine that speaks so."""
    on_damage: Callable[[str], None]
    """Told of each damaged clip."""
    on_clips: Callable[[str, int], None]
    """Told how many more utterances of a section have their clips."""
    takes: Mapping[str, int] = field(default_factory=dict)
    """Which take is wanted of a sentence, by its written form, where it is not the first."""

    def narrations(
        self, sections: Iterable[tuple[str, Sequence[Utterance]]]
    ) -> Iterator[Narration]:
        """Yield each section's narration, in order. Raises VoiceError, OutputError, ClusterError.

        Sections are handed out while an earlier one is waited for, as many as the team can use.
        """
        pending: deque[_Pending] = deque()
        for section, utterances in sections:
            pending.append(self._begin(section, utterances, pending))
            if len(pending) > self.team.ahead:
                yield self._finish(pending.popleft())
        while pending:
            yield self._finish(pending.popleft())

    def _begin(
        self, section: str, utterances: Sequence[Utterance], before: Iterable[_Pending]
    ) -> _Pending:
        handed_out_before = {key: one for each in before for one in each.calls for key in one.keys}
        asked = [self._asked(utterance) for utterance in utterances]
        keys = tuple(clip_key(parts, self.fingerprint_of) for parts in asked)
        stored = self.store.fetch([key for key in keys if key not in handed_out_before])
        missing: dict[str, tuple[Asked, ...]] = {}
        coming: dict[str, Handed] = {}
        for key, parts in zip(keys, asked, strict=True):
            if key in stored or key in missing:
                continue
            if key in handed_out_before:
                coming[key] = handed_out_before[key]
                continue
            clip = self._stored(key)
            if clip is None:
                missing[key] = parts
            else:
                stored[key] = clip
        handed_out = [
            self._hand_out(call) for call in calls(missing.items(), self.voice, self.team.portion)
        ]
        return _Pending(section, keys, stored, handed_out, coming)

    def _hand_out(self, call: Call) -> Handed:
        fingerprints = {
            (part.spec.engine, part.spec.voice): self.fingerprint_of(part.spec)
            for _, parts in call
            for part in parts
        }
        kept = self.store.cache, self.store.shared
        order = Order(tuple(call), tuple(fingerprints.items()), *kept)
        return Handed(order, self.team, self.store, self.on_damage)

    def _asked(self, utterance: Utterance) -> tuple[Asked, ...]:
        spec_of = in_take(self.spec_of, self.takes.get(utterance.written, 0))
        spec = spec_of(utterance.role, utterance.language)
        return Asked(utterance, spec).parts(spec_of, self.language)

    def _finish(self, pending: _Pending) -> Narration:
        clips = dict(pending.stored)
        self._tell(pending, pending.stored)
        for call in pending.calls:
            clips |= call.clips()
            self._tell(pending, call.keys)
        for key, call in pending.coming.items():
            clips[key] = call.clips()[key]
        self._tell(pending, pending.coming)
        return Narration(
            pending.section,
            at_one_rate([clips[key] for key in pending.keys]),
            pending.keys,
            sum(len(call.keys) for call in pending.calls),
        )

    def _tell(self, pending: _Pending, ready: Collection[str]) -> None:
        self.on_clips(pending.section, sum(key in ready for key in pending.keys))

    def _stored(self, key: str) -> Clip | None:
        return undamaged(lambda: self.store.get(key), self.on_damage)
