"""A section's clips -> its Track, encoded now or taken from the store."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from oped_audio.content_store import ContentStore
from oped_audio.mixing.encoding import DELAY, EXTENSION, MEDIA_TYPE, Encoder
from oped_audio.mixing.timeline import lay, sound
from oped_audio.model.audio import Clip, Track
from oped_audio.model.script import Utterance

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Mixer:
    """Mixes and encodes the sections of one article."""

    tracks: ContentStore
    encoder: Encoder
    cover_digest: str
    on_damage: Callable[[str], None]
    """Told of each damaged track."""

    def mix(
        self,
        name: str,
        utterances: Sequence[Utterance],
        clips: Sequence[Clip],
        clip_keys: Sequence[str],
        tags: Mapping[str, str],
    ) -> Track:
        """Lay the clips on a timeline and encode them under this name. Can run in a thread.

        Raises EncodingError, OutputError.
        """
        timeline = lay(utterances, clips)
        key = self._key(utterances, clip_keys, tags)

        def encode(target: Path) -> None:
            pcm = sound(timeline, clips)
            self.encoder.encode(pcm, timeline.sample_rate, target, tags)

        encoded = self.tracks.obtain(key, encode, self.on_damage)
        section = utterances[0].section
        return Track(section, name, EXTENSION, MEDIA_TYPE, encoded, timeline, DELAY)

    def _key(
        self, utterances: Sequence[Utterance], clip_keys: Sequence[str], tags: Mapping[str, str]
    ) -> str:
        made_of = {
            "version": _VERSION,
            "encoder": self.encoder.fingerprint,
            "clips": list(clip_keys),
            "pauses": [utterance.pause_ms for utterance in utterances],
            "tags": dict(tags),
            "cover": self.cover_digest,
        }
        canonical = json.dumps(made_of, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()
