"""Cues -> SubRip, which knows neither escapes nor word times: text stands as written. Pure.

Players take ``<b>``, ``{\\an8}`` and a line of times for commands all the same. A word joiner
(U+2060), which is not seen, keeps such text from being one; ffmpeg does so too where it has to.
"""

import re
from collections.abc import Iterable

from oped_audio.model.timecode import srt_time
from oped_audio.publishing.captions.cues import Cue

_JOINER = "\u2060"
_OBEYED = re.compile(
    r"(?<=<)(?=\s*[A-Za-z/!])"  # tags
    r"|(?<=\{)(?=\\|[A-Za-z]:)"  # Advanced SubStation's overrides, MicroDVD's styles
    r"|(?<=\\)(?=[nNh])"  # Advanced SubStation's line breaks and spaces
    r"|(?<=&)(?=#?\w{1,31};)"  # references to characters
    r"|(?<=--)(?=>)"  # times
)


def srt(cues: Iterable[Cue]) -> str:
    """A SubRip file: cues numbered from 1, parted by empty lines."""
    return "\n".join(
        f"{number}\n{srt_time(cue.begin_ms)} --> {srt_time(cue.end_ms)}\n{_shown(cue.text)}\n"
        for number, cue in enumerate(cues, 1)
    )


def _shown(text: str) -> str:
    return _OBEYED.sub(_JOINER, text)
