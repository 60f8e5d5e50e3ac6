"""A section's clips -> its Track, mastered and encoded now or taken from the store."""

import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Lock

from oped_audio.content_store import ContentStore, unusable
from oped_audio.mixing.encoding import Encoder, Sound
from oped_audio.mixing.formats import FORMATS
from oped_audio.mixing.keys import digest
from oped_audio.mixing.loudness import Meter, profile
from oped_audio.mixing.mastering import Section, gains, off_by
from oped_audio.mixing.presets import Preset
from oped_audio.mixing.profiles import Mastered, ProfileStore
from oped_audio.mixing.settings import AudioFormat
from oped_audio.mixing.timeline import NO_ROOM_TONE, RoomTone, lay
from oped_audio.model.audio import AudioFile, Clip, Timeline, Track, VoiceSpec
from oped_audio.model.script import Utterance

_VERSION = 4
"""Of how a section comes to sound as it does; raise it when that changes."""
_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Spoken:
    """What narration made of a section."""

    utterances: Sequence[Utterance]
    clips: Sequence[Clip]
    keys: Sequence[str]
    """Of the clips, in the store."""
    speakers: Sequence[VoiceSpec]
    """Who speaks each clip."""


@dataclass(frozen=True, slots=True)
class Mixer:
    """Mixes, masters and encodes the sections of one article."""

    cache: Path
    encoder: Encoder
    formats: tuple[AudioFormat, ...]
    """At least one."""
    preset: Preset | None
    """None for the sound as it was spoken."""
    encoders: Executor
    """Runs as many ffmpegs at a time as there are to be."""
    on_damage: Callable[[str], None]
    """Told of each damaged entry of the cache."""
    free: "SimpleQueue[Path]" = field(default_factory=SimpleQueue)
    """Files of sound that the next section is written over. They stay until all is mixed, for some
    file systems are slow to make files where others just went (ext4 for half a minute)."""

    def close(self) -> None:
        """Remove those files."""
        while not self.free.empty():
            self.free.get().unlink(missing_ok=True)

    def desk(self, name: str, spoken: Spoken, tags: Mapping[str, str]) -> "Desk":
        """Lay the clips on a timeline, to be encoded under this name."""
        timeline = lay(spoken.utterances, spoken.clips, self._room)
        section = Section(name, timeline, spoken.clips, spoken.speakers)
        heard = self._heard_key(spoken, timeline)
        keys = {one: self._file_key(one, heard, tags) for one in self.formats}
        files = tuple(self._file(one, key) for one, key in keys.items())
        track = Track(spoken.utterances[0].section, name, files, timeline)
        return Desk(self, section, tags, track, heard, keys)

    @property
    def _room(self) -> RoomTone:
        if self.preset is None or self.preset.tail_ms is None:
            return NO_ROOM_TONE
        return RoomTone(self.preset.lead_ms, self.preset.tail_ms)

    def _heard_key(self, spoken: Spoken, timeline: Timeline) -> str:
        """Name the sound of a section by all that it is made of."""
        return digest(
            {
                "version": _VERSION,
                "clips": list(spoken.keys),
                "times": [[entry.begin, entry.end] for entry in timeline.entries],
                "speakers": [asdict(spec) for spec in spoken.speakers] if self.preset else [],
                "preset": asdict(self.preset) if self.preset else None,
                "channels": self.encoder.settings.channels,
            }
        )

    def _file_key(self, name: AudioFormat, heard: str, tags: Mapping[str, str]) -> str:
        """Name a file by its sound, and all that else is in it."""
        encoder, cover = self.encoder.fingerprint(FORMATS[name]), self.encoder.cover.name
        return digest({"heard": heard, "encoder": encoder, "tags": dict(tags), "cover": cover})

    def _file(self, name: AudioFormat, key: str) -> AudioFile:
        style = FORMATS[name]
        return AudioFile(name, style.extension, style.media_type, self.store(name).path(key))

    def store(self, name: AudioFormat) -> ContentStore:
        """Where files of this format are kept."""
        return ContentStore(self.cache / "tracks", f".{FORMATS[name].extension}")


class Desk:
    """Where one section is worked on."""

    def __init__(
        self,
        mixer: Mixer,
        section: Section,
        tags: Mapping[str, str],
        track: Track,
        heard: str,
        keys: Mapping[AudioFormat, str],
    ) -> None:
        """``heard`` names the sound that is worked on, ``keys`` the files of it."""
        self.track = track
        """As it will be, but for its profile; its files may not be there yet."""
        self._mixer = mixer
        self._section = section
        self._tags = tags
        self._heard = heard
        self._keys = keys
        self._lock = Lock()
        # A cover and a title page may sound the same, and are worked on at a time.
        scratch = f".{heard}.{section.name}.{os.getpid()}"
        self._pcm = mixer.cache / f"{scratch}.pcm.part"
        self._is_written = False
        self._first = mixer.cache / f"{scratch}.first.part"
        """In the first format, where mastering has made it already."""

    def mix(self) -> Track:
        """Master and encode the section, or find that it was. Can run in a thread.

        Raises EncodingError, OutputError.
        """
        mixer = self._mixer
        try:
            mixer.cache.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise unusable(self._pcm, error) from error
        with suppress(Empty):
            self._pcm = mixer.free.get_nowait()
        try:
            profiles = ProfileStore(mixer.cache, mixer.on_damage)
            mastered = profiles.obtain(self._heard, self._master)
            gains_db = mastered.gains_db
            futures = [mixer.encoders.submit(self._obtain, one, gains_db) for one in mixer.formats]
            for future in futures:
                future.result()
        finally:
            mixer.free.put(self._pcm)
            self._first.unlink(missing_ok=True)
        return replace(self.track, profile=mastered.profile)

    def _master(self) -> Mastered:
        """Find the gains with which the section measures what it should."""
        preset, channels = self._mixer.preset, self._mixer.encoder.settings.channels
        if preset is None:
            return self._tried(())
        found = self._tried(gains(self._section, preset, channels))
        for _ in range(_ATTEMPTS - 1):
            more = off_by(found.profile, preset, channels)
            if abs(more) <= preset.tolerance:
                break
            found = self._tried(tuple(gain + more for gain in found.gains_db))
        return found

    def _obtain(self, name: AudioFormat, gains_db: Sequence[float]) -> None:
        """Take the section in this format from the store, or encode it now."""

        def make(target: Path) -> None:
            if name == self._mixer.formats[0] and self._first.exists():
                self._first.replace(target)
                return
            with self._lock:
                if not self._is_written:
                    self._write(gains_db)
            self._encode(name, target)

        self._mixer.store(name).obtain(self._keys[name], make, self._mixer.on_damage)

    def _tried(self, gains_db: Sequence[float]) -> Mastered:
        """Encode the first format with these gains, and look at the sound on its way."""
        rounded = tuple(round(gain, 2) for gain in gains_db)
        meter = self._write(rounded)
        encoding = self._mixer.encoders.submit(self._encode, self._mixer.formats[0], self._first)
        return Mastered(rounded, profile(encoding.result(), meter))

    def _write(self, gains_db: Sequence[float]) -> Meter:
        preset, section = self._mixer.preset, self._section
        meter = Meter(section.timeline.sample_rate)
        sound = section.mastered(gains_db, preset) if preset else section.sound()
        try:
            with self._pcm.open("wb") as file:
                file.writelines(meter.watch(sound))
                self._is_written = True
        except OSError as error:
            raise unusable(self._pcm, error) from error
        return meter

    def _encode(self, name: AudioFormat, target: Path) -> str:
        sound = Sound(self._section.name, self._pcm, self._section.timeline.sample_rate)
        return self._mixer.encoder.encode(FORMATS[name], sound, target, self._tags)
