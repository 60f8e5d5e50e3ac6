"""Clips by the key of what was asked for; a stored clip knows nothing of its place."""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from oped_audio.content_store import ContentStore, DamagedEntryError
from oped_audio.model.audio import Clip, Mark, MarksFrom, VoiceSpec
from oped_audio.model.script import Utterance
from oped_audio.narration.parts import Asked

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
    """The clips in the cache folder."""

    def __init__(self, cache: Path) -> None:
        self._entries = ContentStore(cache / "clips", ".clip")

    def get(self, key: str) -> Clip | None:
        """The clip, or None. Raises DamagedEntryError, once, for one that was damaged."""
        content = self._entries.read(key)
        if content is None:
            return None
        header, _, pcm = content.partition(b"\n")
        try:
            about = json.loads(header)
            marks = tuple(Mark(*mark) for mark in about["marks"])
            return Clip(pcm, about["sample_rate"], marks, MarksFrom(about["marks_from"]))
        except (ValueError, KeyError, TypeError) as error:
            raise DamagedEntryError(key) from error

    def put(self, key: str, clip: Clip) -> None:
        """Store the clip. Raises OutputError."""
        about = {
            "sample_rate": clip.sample_rate,
            "marks_from": clip.marks_from,
            "marks": [[mark.token, mark.begin, mark.end] for mark in clip.marks],
        }
        with self._entries.writing(key) as path, path.open("wb") as file:
            file.write(json.dumps(about, separators=(",", ":")).encode() + b"\n")
            file.write(clip.pcm)
