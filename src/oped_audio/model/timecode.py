"""Samples -> milliseconds -> the clock values of overlays and the cue times of captions.

Rounds once, to the nearest millisecond, so that equal sample counts always print alike and
ascending ones never descend.
"""


def milliseconds(samples: int, sample_rate: int) -> int:
    """The nearest whole millisecond, halves up."""
    return (2000 * samples + sample_rate) // (2 * sample_rate)


def clock_value(ms: int) -> str:
    """SMIL full clock value ``h:mm:ss.mmm`` (SMIL 3.0, Timing and Synchronization, 5.5.2)."""
    hours, minutes, seconds, ms = _parts(ms)
    return f"{hours}:{minutes:02}:{seconds:02}.{ms:03}"


def npt(ms: int) -> str:
    """Normal play time ``npt=s.mmms`` (SMIL 1.0, 4.2.3)."""
    seconds, ms = divmod(ms, 1000)
    return f"npt={seconds}.{ms:03}s"


def whole_seconds(ms: int) -> str:
    """``hh:mm:ss``, to the nearest second, halves up."""
    hours, minutes, seconds, _ = _parts(ms + 500)
    return f"{hours:02}:{minutes:02}:{seconds:02}"


def webvtt_time(ms: int) -> str:
    """WebVTT timestamp ``hh:mm:ss.mmm`` (WebVTT, section 3.3)."""
    hours, minutes, seconds, ms = _parts(ms)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{ms:03}"


def srt_time(ms: int) -> str:
    """SubRip time ``hh:mm:ss,mmm``."""
    return webvtt_time(ms).replace(".", ",")


def _parts(ms: int) -> tuple[int, int, int, int]:
    seconds, ms = divmod(ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return hours, minutes, seconds, ms
