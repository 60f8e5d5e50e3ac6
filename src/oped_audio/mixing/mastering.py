"""A section's clips -> how much louder each becomes, and its sound so mastered."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log10

from oped_audio.mixing.decibels import amplitude
from oped_audio.mixing.dynamics import Dynamics, dynamics
from oped_audio.mixing.edges import fade
from oped_audio.mixing.limiter import limited
from oped_audio.mixing.loudness import integrated
from oped_audio.mixing.presets import Preset, level_of_channel
from oped_audio.mixing.timeline import sound
from oped_audio.model.audio import (
    BYTES_PER_SAMPLE,
    Clip,
    SoundProfile,
    TimedUtterance,
    Timeline,
    VoiceSpec,
)

_HEADROOM_DB = 0.8
"""Under the preset's peak: how much higher a lossy decoder's peaks are than what was encoded."""
_LOUDEST_DB, _QUIETEST_DB = 50.0, -50.0
_MEASURABLE_MS = 1500
"""For so long, a voice is repeated that is heard for less time than the meter needs."""
_SAMPLE_S = 20
"""Of a voice, are measured; the energy of the rest tells how loud that is. What this misses shows
when the section is encoded."""


@dataclass(frozen=True, slots=True)
class Section:
    """What is to be mastered."""

    name: str
    """What it is called in errors."""
    timeline: Timeline
    clips: Sequence[Clip]
    speakers: Sequence[VoiceSpec]
    """Who speaks each clip."""

    def sound(self) -> Iterator[bytes]:
        """As it was spoken."""
        return sound(self.timeline, (clip.pcm for clip in self.clips))

    def mastered(self, gains_db: Sequence[float], preset: Preset) -> Iterator[bytes]:
        """Each clip louder by its gain, under the preset's peak, with clean edges.

        Not a sample is moved.
        """
        import numpy as np

        ceiling = 32768 * amplitude(preset.peak_db - _HEADROOM_DB)
        rate = self.timeline.sample_rate

        def heard(clip: Clip, gain_db: float) -> bytes:
            samples = np.frombuffer(clip.pcm, "<i2")
            louder = limited(samples, amplitude(gain_db), ceiling, rate)
            fade(louder, rate)
            return np.rint(louder, out=louder).astype("<i2").tobytes()

        clips = (heard(*each) for each in zip(self.clips, gains_db, strict=True))
        return sound(self.timeline, clips)


def gains(section: Section, preset: Preset, channels: int) -> tuple[float, ...]:
    """How many decibels louder each clip becomes: all voices alike, the section as asked.

    A voice whose volume was set lower than another's stays lower by as much. Silence stays. Raises
    EncodingError.
    """
    voices = {spec: _voice(section, spec) for spec in dict.fromkeys(section.speakers)}
    heard = {spec: voice for spec, voice in voices.items() if voice}
    if not heard:
        return (0.0,) * len(section.clips)
    loudest = max(spec.volume for spec in heard)
    even = {
        spec: 20 * log10(spec.volume / loudest) - voice.loudness for spec, voice in heard.items()
    }
    asked = level_of_channel(preset, channels)
    more = _solved(lambda db: _level(section.timeline, preset, heard, even, db), asked)
    return tuple(even[spec] + more if spec in heard else 0.0 for spec in section.speakers)


def off_by(profile: SoundProfile, preset: Preset, channels: int) -> float:
    """By how many decibels a mastered section is too quiet; 0 where nothing can be said."""
    levels = profile.levels
    found = levels.integrated_lufs if preset.measure == "lufs" else levels.rms_db
    return 0.0 if found is None else level_of_channel(preset, channels) - found


@dataclass(frozen=True, slots=True)
class _Voice:
    """What one voice says in a section."""

    loudness: float
    """LUFS."""
    samples: int
    dynamics: Dynamics


def _voice(section: Section, spec: VoiceSpec) -> _Voice | None:
    """None if nothing is heard of it."""
    rate = section.timeline.sample_rate
    spoken = zip(section.timeline.entries, section.clips, section.speakers, strict=True)
    own = [(entry, clip) for entry, clip, speaker in spoken if speaker == spec]
    whole = dynamics((clip.pcm for _, clip in own), rate)
    if not (whole.energy and spec.volume):
        return None
    samples = sum(clip.length for _, clip in own)
    sample = own[: _enough([clip.length for _, clip in own], _SAMPLE_S * rate)]
    part = dynamics((clip.pcm for _, clip in sample), rate) if len(sample) < len(own) else whole
    if not part.energy:
        sample, part = own, whole
    loudness = _loudness(sample, rate, section.name)
    if loudness is None:
        return None
    part_samples = sum(clip.length for _, clip in sample)
    more_db = 10 * log10(whole.energy / samples / (part.energy / part_samples))
    return _Voice(loudness + more_db, samples, whole)


def _enough(lengths: Sequence[int], wanted: int) -> int:
    """How many of the lengths, from the first, make so many."""
    total = 0
    for number, length in enumerate(lengths, 1):
        total += length
        if total >= wanted:
            return number
    return len(lengths)


def _loudness(
    spoken: Sequence[tuple[TimedUtterance, Clip]], sample_rate: int, name: str
) -> float | None:
    """Of clips with the pauses behind them."""

    def heard() -> Iterator[bytes]:
        for entry, clip in spoken:
            yield clip.pcm
            yield bytes(BYTES_PER_SAMPLE * (entry.end - entry.speech_end))

    found = integrated(heard(), sample_rate, name)
    if found is None:
        length = sum(entry.end - entry.begin for entry, _ in spoken)
        times = -(-_MEASURABLE_MS * sample_rate // (1000 * max(length, 1)))
        found = integrated(chain.from_iterable(heard() for _ in range(times)), sample_rate, name)
    return found


def _level(
    timeline: Timeline,
    preset: Preset,
    heard: Mapping[VoiceSpec, _Voice],
    even: Mapping[VoiceSpec, float],
    more_db: float,
) -> float:
    """What the section would measure if its voices, made even, became so much louder."""
    ceiling_db = preset.peak_db - _HEADROOM_DB
    energies = {
        spec: voice.dynamics.energy_at(even[spec] + more_db, ceiling_db)
        for spec, voice in heard.items()
    }
    if preset.measure == "rms":
        return 10 * log10(sum(energies.values()) / timeline.length)
    power = sum(
        voice.samples * 10 ** (voice.loudness / 10) * energies[spec] / voice.dynamics.energy
        for spec, voice in heard.items()
    )
    return 10 * log10(power / sum(voice.samples for voice in heard.values()))


def _solved(level: Callable[[float], float], asked: float) -> float:
    """The gain at which the level is as asked: it rises with the gain."""
    low, high = _QUIETEST_DB, _LOUDEST_DB
    for _ in range(24):
        middle = (low + high) / 2
        low, high = (middle, high) if level(middle) < asked else (low, middle)
    return (low + high) / 2
