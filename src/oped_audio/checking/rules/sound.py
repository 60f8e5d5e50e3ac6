"""Audio files: that they can be decoded, last as long as is said, and sound as they should."""

from collections.abc import Iterator
from itertools import groupby

from oped_audio.checking.book import SMIL
from oped_audio.checking.clock import milliseconds
from oped_audio.checking.levels import STEP_MS, Sound
from oped_audio.checking.rules.clips import clock
from oped_audio.checking.rules.rule import Amiss, Evidence, rule

_TOLERANCE_MS = 1000
_LOUDEST_LUFS, _QUIETEST_LUFS = -14.0, -24.0
_UNEVEN_LU = 4.0
_LONG_ENOUGH_MS = 5000
"""For its loudness to be compared."""
_CLIPPED_DB = -0.05
_PLAYED = ("audio/", "video/")


@rule("audio-damaged", "error", "EPUB 3.3, 3.2", "encode the file anew")
def damaged(evidence: Evidence) -> Iterator[Amiss]:
    """Every audio file is decoded from begin to end without complaint."""
    for name, sound in evidence.sounds.items():
        if not sound.samples:
            reason = sound.complaints[-1] if sound.complaints else "it holds no sound"
            yield Amiss(name, f"cannot be decoded: {reason}")
        elif sound.complaints:
            yield Amiss(name, f"is damaged: {sound.complaints[0]}")


@rule(
    "duration-overlay",
    "error",
    "MO-6; EPUB 3.3, 9.3.5.2",
    "write the sum of its clips as media:duration that refines the overlay",
)
def duration_overlay(evidence: Evidence) -> Iterator[Amiss]:
    """Each overlay says how long it lasts, and its clips last as long, within a second."""
    book = evidence.book
    said = {meta.refines: meta for meta in book.metas if meta.name == "media:duration"}
    for item in book.items:
        overlay = book.overlay(item.name) if item.media_type == SMIL else None
        if overlay is None:
            continue
        if item.id not in said:
            yield Amiss(book.name, f"{item.name} has no media:duration")
            continue
        meta = said[item.id]
        lasts = _sum(evidence, item.name)
        told = milliseconds(meta.value)
        if told is None or (lasts is not None and abs(told - lasts) > _TOLERANCE_MS):
            real = "an unknown time" if lasts is None else clock(lasts)
            yield Amiss(f"{book.name}:{meta.line}", f"{meta.value}, but its clips last {real}")


@rule(
    "duration-total",
    "error",
    "MO-6; EPUB 3.3, 9.3.5.2",
    "write the sum of all overlays as media:duration",
)
def duration_total(evidence: Evidence) -> Iterator[Amiss]:
    """The book says how long it lasts, and that is the sum of its overlays, within a second."""
    book = evidence.book
    values = [meta for meta in book.metas if meta.name == "media:duration"]
    total = next((meta for meta in values if not meta.refines), None)
    if total is None:
        if book.overlays:
            yield Amiss(book.name, "has no media:duration of the whole")
        return
    parts = [milliseconds(meta.value) for meta in values if meta.refines]
    told = milliseconds(total.value)
    summed = sum(part for part in parts if part is not None)
    real = _sum_of_all(evidence)
    is_wrong = told is not None and all(
        abs(told - known) > _TOLERANCE_MS for known in (summed, real) if known is not None
    )
    if told is None or (None not in parts and is_wrong):
        told_of = f"{total.value}, but the overlays last {clock(summed)} together"
        yield Amiss(f"{book.name}:{total.line}", told_of)


@rule(
    "silence-long",
    "warning",
    "oped-audio: who hears nothing thinks that the book has ended",
    "shorten the silence, or allow it with --silence",
)
def silence_long(evidence: Evidence) -> Iterator[Amiss]:
    """No silence is longer than is set (5 s)."""
    longest_ms = evidence.limits.longest_silence_s * 1000
    for name, sound in evidence.sounds.items():
        at = 0
        for is_heard, group in groupby((sound.levels_db > sound.threshold_db).tolist()):
            lasts = sum(1 for _ in group) * STEP_MS
            if not is_heard and lasts > longest_ms and lasts < sound.ms - STEP_MS:
                yield Amiss(f"{name} {clock(at)}", f"{lasts / 1000:.1f} s of silence")
            at += lasts


@rule(
    "loudness",
    "warning",
    "D-1: -16 LUFS (stereo) or -19 LUFS (mono) for podcasts",
    "master the sound to the loudness of its platform",
)
def loudness(evidence: Evidence) -> Iterator[Amiss]:
    """Each file of 5 s or more is as loud as speech is published, -24 to -14 LUFS."""
    for name, sound in evidence.sounds.items():
        level = _loudness(sound)
        if level is not None and not _QUIETEST_LUFS <= level <= _LOUDEST_LUFS:
            yield Amiss(name, f"{level:.1f} LUFS")


@rule(
    "loudness-uneven",
    "warning",
    "D-1",
    "master all files to one loudness",
)
def loudness_uneven(evidence: Evidence) -> Iterator[Amiss]:
    """No file is 4 LU louder or softer than the book's middle one."""
    found = {name: _loudness(sound) for name, sound in evidence.sounds.items()}
    levels = sorted(level for level in found.values() if level is not None)
    for name, level in found.items():
        middle = levels[len(levels) // 2] if levels else 0.0
        if level is not None and abs(level - middle) > _UNEVEN_LU:
            yield Amiss(name, f"{level:.1f} LUFS, where most are at {middle:.1f}")


@rule(
    "peak-clipped",
    "warning",
    "D-1: at most -3 dB for ACX",
    "master the sound with a limiter",
)
def peak(evidence: Evidence) -> Iterator[Amiss]:
    """No sample reaches full scale."""
    for name, sound in evidence.sounds.items():
        if sound.peak_db is not None and sound.peak_db > _CLIPPED_DB:
            yield Amiss(name, f"peaks at {sound.peak_db:+.1f} dBFS")


@rule(
    "mp3-variable-rate",
    "warning",
    "MO-8; EPUB 3.4",
    "encode it with a constant bit rate",
)
def variable_rate(evidence: Evidence) -> Iterator[Amiss]:
    """MP3 has a constant bit rate: players seek by it."""
    for name, sound in evidence.sounds.items():
        if sound.frames and len(sound.frames.rates) > 1:
            rates = sorted(sound.frames.rates)
            yield Amiss(name, f"frames of {rates[0]} to {rates[-1]} kbit/s")


@rule(
    "mp3-without-header",
    "warning",
    "oped-audio: without it, all is heard 25 to 50 ms late",
    "write the Xing header that tells the encoder's delay",
)
def without_header(evidence: Evidence) -> Iterator[Amiss]:
    """MP3 begins with a header that tells length and delay."""
    for name, sound in evidence.sounds.items():
        if sound.frames and sound.frames.count and not sound.frames.has_header:
            yield Amiss(name, "has no Xing or Info header")


@rule(
    "audio-unused",
    "warning",
    "EPUB 3.3, 5.6.2",
    "take it out of the book, or play it",
)
def unused(evidence: Evidence) -> Iterator[Amiss]:
    """Every audio file of the manifest is played by an overlay or a document."""
    book = evidence.book
    if any(item.media_type == SMIL and book.overlay(item.name) is None for item in book.items):
        return  # nobody knows what such an overlay plays
    played = {par.audio.rpartition("/")[2] for overlay in book.overlays for par in overlay.pars}
    for document in book.documents:
        for node in document.root.iter("*"):
            for href in (node.get("src"), node.get("href")):
                played.add((href or "").rpartition("/")[2])
    for item in book.items:
        if item.media_type.startswith(_PLAYED) and item.name.rpartition("/")[2] not in played:
            yield Amiss(f"{book.name}:{item.line}", f"nothing plays {item.name}")


def _loudness(sound: Sound) -> float | None:
    return sound.loudness_lufs if sound.ms >= _LONG_ENOUGH_MS else None


def _sum_of_all(evidence: Evidence) -> float | None:
    """Milliseconds of all overlays; None if one of them is unknown."""
    names = [item.name for item in evidence.book.items if item.media_type == SMIL]
    sums = [_sum(evidence, name) for name in names]
    return None if None in sums else sum(one for one in sums if one is not None)


def _sum(evidence: Evidence, name: str) -> float | None:
    """Milliseconds of all clips of an overlay; None if one of them is unknown."""
    overlay = evidence.book.overlay(name)
    total = 0.0
    for par in overlay.pars if overlay else ():
        if not par.audio:
            continue
        sound = evidence.sounds.get(par.audio)
        if not par.is_timed or (par.end_ms is None and sound is None):
            return None
        end = sound.ms if par.end_ms is None and sound else par.end_ms or 0
        total += end - par.begin_ms
    return total


RULES = (
    damaged,
    duration_overlay,
    duration_total,
    silence_long,
    loudness,
    loudness_uneven,
    peak,
    variable_rate,
    without_header,
    unused,
)
