"""How sections were mastered, as it lies in the cache."""

import json
from array import array
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from oped_audio.content_store import ContentStore
from oped_audio.model.audio import Levels, SoundProfile


@dataclass(frozen=True, slots=True)
class Mastered:
    """What was done to a section's sound, and what came out."""

    gains_db: tuple[float, ...]
    """Of each clip."""
    profile: SoundProfile


class ProfileStore:
    """Their folder in the cache."""

    def __init__(self, cache: Path, on_damage: Callable[[str], None]) -> None:
        """``on_damage`` is told of each damaged entry."""
        self._entries = ContentStore(cache / "profiles", ".json")
        self._on_damage = on_damage

    def obtain(self, key: str, master: Callable[[], Mastered]) -> Mastered:
        """What was stored, or what ``master`` gives. Raises OutputError and what that does."""
        path = self._entries.obtain(
            key, lambda target: target.write_text(_dumped(master())), self._on_damage
        )
        return _loaded(path.read_text())


def _dumped(mastered: Mastered) -> str:
    found = mastered.profile
    profile = {  # asdict would copy the curves, value by value
        "levels": asdict(found.levels),
        "step_ms": found.step_ms,
        "peaks": list(found.peaks),
        "loudness_lufs": found.loudness_lufs,
    }
    told = {"gains_db": mastered.gains_db, "profile": profile}
    return json.dumps(told, separators=(",", ":"))


def _loaded(text: str) -> Mastered:
    told = json.loads(text)
    profile = told["profile"]
    return Mastered(
        tuple(told["gains_db"]),
        SoundProfile(
            Levels(**profile["levels"]),
            profile["step_ms"],
            array("H", profile["peaks"]),
            tuple(profile["loudness_lufs"]),
        ),
    )
