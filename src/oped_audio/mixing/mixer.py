"""A section's clips -> its Track, encoded now or taken from the store."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from oped_audio.content_store import ContentStore
from oped_audio.mixing.encoding import DELAY, EXTENSION, MEDIA_TYPE, Encoder
from oped_audio.mixing.loudness import measure
from oped_audio.mixing.profiles import ProfileStore
from oped_audio.mixing.timeline import lay, sound
from oped_audio.model.audio import Clip, Track
from oped_audio.model.script import Utterance

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Mixer:
    """Mixes and encodes the sections of one article."""

    tracks: ContentStore
    profiles: ProfileStore
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
        heard = _heard_key(utterances, clip_keys)
        key = self._key(heard, tags)

        def encode(target: Path) -> None:
            pcm = b"".join(sound(timeline, clips))
            self.encoder.encode(pcm, timeline.sample_rate, target, tags)

        encoded = self.tracks.obtain(key, encode, self.on_damage)
        profile = self.profiles.obtain(
            heard, lambda: measure(sound(timeline, clips), timeline.sample_rate, name)
        )
        section = utterances[0].section
        return Track(section, name, EXTENSION, MEDIA_TYPE, encoded, timeline, DELAY, profile)

    def _key(self, heard: str, tags: Mapping[str, str]) -> str:
        return _digest(
            {
                "heard": heard,
                "encoder": self.encoder.fingerprint,
                "tags": dict(tags),
                "cover": self.cover_digest,
            }
        )


def _heard_key(utterances: Sequence[Utterance], clip_keys: Sequence[str]) -> str:
    """Name the sound of a section by all that it is made of."""
    return _digest(
        {
            "version": _VERSION,
            "clips": list(clip_keys),
            "pauses": [utterance.pause_ms for utterance in utterances],
        }
    )


def _digest(made_of: Mapping[str, object]) -> str:
    canonical = json.dumps(made_of, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
