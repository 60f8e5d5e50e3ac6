"""An audio file -> how long and how loud it is, from one decoding; the sound itself is not kept.

Of each 5 ms a level stays: 0.8 kB a second.
"""

import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from oped_audio.checking.mpeg import Frames, frames

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SAMPLE_RATE = 16_000
STEP_MS = 5
_STEP = SAMPLE_RATE * STEP_MS // 1000
_CHUNK = 2 * _STEP * 4000
_LONGEST_S = 360_000
"""Of a file that is looked at, so that none fills the memory."""
_SILENT_DB = -100.0
_BELOW_SPEECH_DB = 25.0
"""How far below the louder speech of a file its silences lie, at least."""
_NOISE_DB = 6.0
"""How far below that threshold a pause between sentences lies."""
_FLUCTUATION_DB = 8.0
"""By how much steady noise rises above its softest moments."""
_FLOOR_SHARE = 1
"""Percentile of the levels that is the noise, where there is no silence."""
_LEAST_SILENCE = 0.1
"""Of a recording without noise, that is silence between its words."""
_REACH = 100
"""Levels around a moment that are looked at."""
_SOFTEST_DB = -50.0
"""What is softer is silence in any file."""
_LOUDER_SHARE = 90
"""Percentile of the levels that are not silence."""
_MESSAGE = re.compile(r"^(?:\[[^\]]* @ [^\]]*\] )?\[(?:error|fatal|panic)\] (.+)$", re.MULTILINE)
_LOUDNESS = re.compile(r"^\s+I:\s+(-?[\d.]+) LUFS$", re.MULTILINE)
_PEAK = re.compile(r"^\s+Peak:\s+(-?[\d.]+) dBFS$", re.MULTILINE)
_QUIETEST_LUFS = -69.0
"""What ffmpeg says of a file in which it measures nothing."""
_HEAD = 64
"""Bytes that tell what a file is; of Ogg, the head of the first page and of what is in it."""
_MAGIC = (
    (0, b"ID3", "audio/mpeg"),
    (4, b"ftyp", "audio/mp4"),
    (0, b"OggS", "audio/ogg"),
    (0, b"RIFF", "audio/wav"),
    (0, b"fLaC", "audio/flac"),
    (0, b"\x1aE\xdf\xa3", "video/webm"),
)


@dataclass(frozen=True, slots=True)
class Sound:
    """What is known of an audio file."""

    samples: int
    """At 16 kHz."""
    levels_db: "NDArray[np.float32]"
    """Root mean square of each 5 ms, in decibels below full scale."""
    loudness_lufs: float | None
    """Integrated; None for silence and for less than 400 ms."""
    peak_db: float | None
    complaints: tuple[str, ...]
    """What the decoder could not read."""
    threshold_db: float
    """The level from which something is heard in this file, above its noise."""
    pause_db: float
    """The level of pauses between sentences."""
    is_noisy: bool
    """Whether noise or music is heard in the pauses."""
    media_type: str
    """That its first bytes tell; empty if they tell nothing."""
    frames: Frames | None
    """For MP3."""

    @classmethod
    def none(cls, reason: str) -> "Sound":
        """A file that cannot be unpacked."""
        import numpy as np

        return cls(
            0,
            np.zeros(0, np.float32),
            None,
            None,
            (reason,),
            _SOFTEST_DB,
            _SOFTEST_DB,
            False,
            "",
            None,
        )

    @property
    def ms(self) -> float:
        """How long it plays."""
        return 1000 * self.samples / SAMPLE_RATE

    def between(self, begin_ms: float, end_ms: float) -> "NDArray[np.float32]":
        """The levels of a stretch."""
        first, last = int(begin_ms // STEP_MS), int(-(-end_ms // STEP_MS))
        return self.levels_db[max(first, 0) : max(last, 0)]

    def pause_ms(self, at_ms: float) -> float:
        """How long the silence is in which a moment lies.

        It is endless at either end of the file, and where it is longer than half a second.
        """
        at = int(at_ms // STEP_MS)
        first = max(at - _REACH, 0)
        quiet = self.levels_db[first : at + _REACH] <= self.pause_db
        near = range(at - 2 - first, min(at + 1 - first, len(quiet)))
        if at <= 2 or at + 2 >= len(self.levels_db):
            return float("inf")
        return max(_run_ms(quiet, place) for place in near)

    def heard_ms(self, begin_ms: float, end_ms: float) -> int:
        """How much of a stretch is not silence."""
        return int((self.between(begin_ms, end_ms) > self.threshold_db).sum()) * STEP_MS


def _threshold(levels: "NDArray[np.float32]") -> float:
    import numpy as np

    heard = levels[levels > _SOFTEST_DB]
    if not len(heard):
        return _SOFTEST_DB
    return max(float(np.percentile(heard, _LOUDER_SHARE)) - _BELOW_SPEECH_DB, _SOFTEST_DB)


def _noise(levels: "NDArray[np.float32]", pause_db: float) -> float | None:
    """The level below which noise stays that is heard in all pauses; None without such noise."""
    import numpy as np

    heard = levels[levels > _SILENT_DB]
    if not len(heard) or (levels <= pause_db).mean() >= _LEAST_SILENCE:
        return None
    noise = float(np.percentile(heard, _FLOOR_SHARE)) + _FLUCTUATION_DB
    return noise if noise > pause_db else None


def _run_ms(quiet: "NDArray[np.bool_]", place: int) -> float:
    if not quiet[place]:
        return 0.0
    begin = place
    while begin > 0 and quiet[begin - 1]:
        begin -= 1
    end = place
    while end < len(quiet) and quiet[end]:
        end += 1
    return float("inf") if begin == 0 or end == len(quiet) else (end - begin) * STEP_MS


def measure(path: Path) -> Sound:
    """Decode a file once; one that cannot be decoded has no samples and says why."""
    import numpy as np

    with tempfile.TemporaryFile() as told:
        levels, samples = _decode(path, told)
        told.seek(0)
        text = told.read().decode("utf-8", "replace")
    loudness, peak = _LOUDNESS.search(text), _PEAK.search(text)
    media_type = _media_type(path)
    integrated = float(loudness[1]) if loudness else None
    joined = np.concatenate([np.zeros(0, np.float32), *levels])
    threshold = _threshold(joined)
    noise = _noise(joined, threshold - _NOISE_DB)
    return Sound(
        samples=samples,
        levels_db=joined,
        loudness_lufs=None if integrated is None or integrated < _QUIETEST_LUFS else integrated,
        peak_db=float(peak[1]) if peak else None,
        complaints=tuple(dict.fromkeys(_MESSAGE.findall(text))),
        threshold_db=threshold if noise is None else max(threshold, noise),
        pause_db=threshold - _NOISE_DB if noise is None else noise,
        is_noisy=noise is not None,
        media_type=media_type,
        frames=frames(path) if media_type == "audio/mpeg" else None,
    )


def _decode(path: Path, told: IO[bytes]) -> "tuple[list[NDArray[np.float32]], int]":
    import imageio_ffmpeg
    import numpy as np

    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-nostdin", "-nostats", "-hide_banner"]
    command += ["-loglevel", "level+info"]
    # Only a file of the book itself is opened, whatever it says that it consists of.
    command += ["-protocol_whitelist", "file,pipe", "-i", f"file:{path}", "-map", "0:a:0"]
    command += ["-t", str(_LONGEST_S), "-af", "ebur128=peak=sample:framelog=quiet"]
    command += ["-f", "s16le", "-ac", "1", "-ar", str(SAMPLE_RATE), "-"]
    levels, samples = [], 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=told) as process:
        stream = process.stdout
        while stream is not None and (chunk := stream.read(_CHUNK)):
            pcm = np.frombuffer(chunk[: len(chunk) // 2 * 2], "<i2")
            samples += len(pcm)
            levels.append(_levels(pcm))
    return levels, samples


def _levels(pcm: "NDArray[np.int16]") -> "NDArray[np.float32]":
    import numpy as np

    filled = np.zeros(-(-len(pcm) // _STEP) * _STEP, np.float32)
    filled[: len(pcm)] = pcm
    power = (filled.reshape(-1, _STEP) / 32_768) ** 2
    decibels = 10 * np.log10(np.maximum(power.mean(axis=1), 10 ** (_SILENT_DB / 10)))
    found: NDArray[np.float32] = decibels.astype(np.float32)
    return found


def _media_type(path: Path) -> str:
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head.startswith(b"OggS") and b"OpusHead" not in head:
        return "audio/ogg without Opus"
    for at, magic, media_type in _MAGIC:
        if head[at:].startswith(magic):
            return media_type
    if len(head) < 2 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return ""
    return "audio/mpeg" if head[1] & 6 else "audio/aac"  # no layer: ISO/IEC 14496-3, ADTS
