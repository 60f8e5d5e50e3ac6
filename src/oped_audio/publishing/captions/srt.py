"""Cues -> SubRip, which knows neither escapes nor word times: text stands as written. Pure."""

from collections.abc import Iterable

from oped_audio.model.timecode import srt_time
from oped_audio.publishing.captions.cues import Cue


def srt(cues: Iterable[Cue]) -> str:
    """A SubRip file: cues numbered from 1, parted by empty lines."""
    return "\n".join(
        f"{number}\n{srt_time(cue.begin_ms)} --> {srt_time(cue.end_ms)}\n{cue.text}\n"
        for number, cue in enumerate(cues, 1)
    )
