"""Clips by the key of what was asked for; a stored clip knows nothing of its place."""

import hashlib
import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict
from pathlib import Path

from oped_audio.content_store import DamagedEntryError, SealedStore
from oped_audio.errors import OutputError
from oped_audio.model.audio import Clip, VoiceSpec
from oped_audio.model.script import Utterance
from oped_audio.narration.clip_format import packed, pieces, unpacked
from oped_audio.narration.parts import Asked
from oped_audio.narration.shared_clips import SharedClips, shared_clips

_VERSION = 2
"""Of the key and the file; raise it when either changes."""


def clip_key(parts: Sequence[Asked], fingerprint_of: Callable[[VoiceSpec], str]) -> str:
    """Name the clip that engines of these fingerprints give for these parts of an utterance.

    A hexadecimal sha256.
    Marks count spoken tokens, so where one token ends and the next begins is part of the key; the
    written form and the ids are not.
    """
    keys = [
        ("+" if part.goes_on else "")
        + _part_key(part.utterance, part.spec, fingerprint_of(part.spec))
        for part in parts
    ]
    return keys[0] if len(keys) == 1 else hashlib.sha256(" ".join(keys).encode()).hexdigest()


def _part_key(utterance: Utterance, spec: VoiceSpec, fingerprint: str) -> str:
    asked = {
        "store": _VERSION,
        "engine": fingerprint,
        "spec": asdict(spec),
        "language": utterance.language,
        "spoken": utterance.spoken,
        "spans": utterance.spoken_spans,
        "phonemes": [
            [[p.begin, p.end, p.ipa] for p in utterance.tokens[index].pronunciations if p.ipa]
            for index in utterance.spoken_tokens
        ],
    }
    canonical = json.dumps(asked, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


class ClipStore:
    """The clips in the cache folder, and those that are shared, which come into it when needed."""

    def __init__(
        self,
        cache: Path,
        shared: SharedClips | None = None,
        warn: Callable[[str], object] = lambda _: None,
    ) -> None:
        """``warn`` is told of trouble with what is shared; the build goes on without it."""
        self.cache = cache
        self._entries = SealedStore(cache / "clips", ".clip")
        self._shared = shared
        self._warn = warn
        self._is_full = False

    @property
    def shared(self) -> SharedClips | None:
        """Where workers may put clips too."""
        return self._shared

    def fetch(self, keys: Collection[str]) -> dict[str, Clip]:
        """Bring here what is shared and not yet here; give what came. Raises OutputError."""
        if self._shared is None:
            return {}
        missing = [key for key in dict.fromkeys(keys) if not self.has(key)]
        came = {}
        for found in self._shared.read(missing, lambda path: self._warn(_damaged(path))):
            self.keep(found.key, found.clip)
            came[found.key] = found.clip
        return came

    def has(self, key: str) -> bool:
        """Whether the clip is here, damaged or not."""
        return self._entries.path(key).exists()

    def get(self, key: str) -> Clip | None:
        """The clip, if it is here. Raises DamagedEntryError, once, for one that was damaged."""
        content = self._entries.read(key)
        if content is None:
            return None
        try:
            return unpacked(content)
        except ValueError as error:
            raise DamagedEntryError(key) from error

    def keep(self, key: str, clip: Clip) -> None:
        """Keep the clip here. Raises OutputError."""
        self._entries.keep(key, *pieces(clip))

    def share(self, key: str, clip: Clip) -> None:
        """Put it among the shared clips; that it cannot be is told, once, and no error."""
        if self._shared is None or self._is_full:
            return
        try:
            self._shared.write(key, packed(clip))
        except OutputError as error:
            self._is_full = True
            self._warn(f"{error} (the build goes on, and keeps its clips on this machine)")


def open_store(cache: Path, shared: str, warn: Callable[[str], object]) -> ClipStore:
    """The clips in this cache folder and at this address, if there is one. Raises OutputError."""
    return ClipStore(cache, shared_clips(shared, warn) if shared else None, warn)


def _damaged(path: str) -> str:
    return f"{path} was damaged and is made again"
