"""SMIL clock values -> milliseconds. Pure."""

import re

_FULL = re.compile(r"(?:(\d{1,6}):)?([0-5]?\d):([0-5]?\d(?:\.\d{1,9})?)")
_COUNT = re.compile(r"(\d{1,9}(?:\.\d{1,9})?)(h|min|s|ms|)")
_UNITS = {"h": 3_600_000, "min": 60_000, "s": 1000, "ms": 1, "": 1000}


def milliseconds(value: str) -> int | None:
    """``0:01:02.5``, ``01:02.5``, ``62.5s``, ``62500ms``, ``npt=62.5`` -> 62500; else None."""
    value = value.strip().removeprefix("npt=")
    if full := _FULL.fullmatch(value):
        hours, minutes, seconds = full.groups()
        return int(hours or 0) * 3_600_000 + int(minutes) * 60_000 + round(float(seconds) * 1000)
    if count := _COUNT.fullmatch(value):
        return round(float(count[1]) * _UNITS[count[2]])
    return None
