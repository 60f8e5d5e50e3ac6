"""SoundProfiles as they lie in the cache."""

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from oped_audio.content_store import ContentStore
from oped_audio.model.audio import Levels, SoundProfile


class ProfileStore:
    """The profiles in the cache folder."""

    def __init__(self, cache: Path, on_damage: Callable[[str], None]) -> None:
        """``on_damage`` is told of each damaged entry."""
        self._entries = ContentStore(cache / "profiles", ".json")
        self._on_damage = on_damage

    def obtain(self, key: str, measure: Callable[[], SoundProfile]) -> SoundProfile:
        """The profile, measured if there is none. Raises OutputError and what ``measure`` does."""
        path = self._entries.obtain(
            key, lambda target: target.write_text(_dumped(measure())), self._on_damage
        )
        return _loaded(path.read_text())


def _dumped(profile: SoundProfile) -> str:
    return json.dumps(asdict(profile), separators=(",", ":"))


def _loaded(text: str) -> SoundProfile:
    told = json.loads(text)
    return SoundProfile(
        Levels(**told["levels"]),
        told["step_ms"],
        tuple(told["peaks"]),
        tuple(told["loudness_lufs"]),
    )
