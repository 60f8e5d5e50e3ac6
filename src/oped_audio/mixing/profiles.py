"""How sections were mastered, as it lies in the cache."""

import json
from array import array
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from oped_audio.content_store import SealedStore, undamaged
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
        self._entries = SealedStore(cache / "profiles", ".json")
        self._on_damage = on_damage

    def obtain(self, key: str, master: Callable[[], Mastered]) -> Mastered:
        """What was stored, or what ``master`` gives. Raises OutputError and what that does."""
        stored = undamaged(lambda: self._entries.read(key), self._on_damage)
        if stored is not None:
            return _loaded(stored)
        mastered = master()
        self._entries.keep(key, _dumped(mastered))
        return mastered


def _dumped(mastered: Mastered) -> bytes:
    found = mastered.profile
    profile = {  # asdict would copy the curves, value by value
        "levels": asdict(found.levels),
        "step_ms": found.step_ms,
        "peaks": list(found.peaks),
        "loudness_lufs": found.loudness_lufs,
    }
    told = {"gains_db": mastered.gains_db, "profile": profile}
    return json.dumps(told, separators=(",", ":")).encode()


def _loaded(content: bytes) -> Mastered:
    told = json.loads(content)
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
