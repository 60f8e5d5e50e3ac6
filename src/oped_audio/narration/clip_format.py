"""A Clip <-> the bytes that are kept of it: a line of JSON about it, then its PCM. Pure."""

import json
from collections.abc import Sequence

from oped_audio.model.audio import Clip, Mark, MarksFrom


def packed(clip: Clip) -> bytes:
    """The clip as bytes."""
    return b"".join(pieces(clip))


def pieces(clip: Clip) -> tuple[bytes, bytes]:
    """The same bytes, without a copy of its PCM."""
    about = {
        "sample_rate": clip.sample_rate,
        "marks_from": clip.marks_from,
        "marks": [[mark.token, mark.begin, mark.end] for mark in clip.marks],
    }
    return json.dumps(about, separators=(",", ":")).encode() + b"\n", clip.pcm


def unpacked(content: bytes) -> Clip:
    """The clip that ``packed`` was given. Raises ValueError for bytes that are none."""
    header, _, pcm = content.partition(b"\n")
    try:
        about = json.loads(header)
        marks = tuple(Mark(*mark) for mark in about["marks"])
        return Clip(pcm, about["sample_rate"], marks, MarksFrom(about["marks_from"]))
    except (KeyError, TypeError) as error:
        raise ValueError("this is no clip") from error


def all_unpacked(sent: Sequence[bytes | None]) -> list[Clip | None]:
    """Clips that were sent packed; None for each that was not. Raises ValueError."""
    return [None if one is None else unpacked(one) for one in sent]
