"""Clips: that each lies in its file, after the one before, between words and not within them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from oped_audio.checking.document import Document, block_of, is_said
from oped_audio.checking.elements import text
from oped_audio.checking.overlays import Overlay, Par
from oped_audio.checking.rules.rule import Amiss, Evidence, rule, short
from oped_audio.checking.texts import Texts

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROUNDING_MS = 2
_HOLE_MS = 50
_PAUSE_MS = 60
"""The silence in which a clip begins and ends; that within words, before a *p* or *t*, is less."""
_MOST_AMISS = 0.3
"""Of the cuts in a noisy file: where more seem to be, its pauses cannot be told."""
_SPEECH_MS = 100
_SOUND_MS = 20
_LONG_ENOUGH_MS = 250
"""For something to be heard in it: an unstressed *a* is nearly silent."""
_FASTEST = 45
"""Characters a second, twice as fast as the fastest speech that people follow."""
_LONG_TEXT = 30
_SENTENCE_END = re.compile(r".*[.!?…。！？][\"'”’»)\]]*", re.DOTALL)


@rule(
    "clip-times",
    "error",
    "MO-3; EPUB 3.3, 9.2.2.8 and 9.2.3",
    "write clipBegin and clipEnd as clock values, the end after the begin",
)
def times(evidence: Evidence) -> Iterator[Amiss]:
    """Every clip ends after it begins."""
    for overlay in evidence.book.overlays:
        for par in overlay.pars:
            if par.audio and not par.is_timed:
                yield Amiss(par.place, f"a clip from {par.times}")


@rule(
    "clip-past-end",
    "error",
    "MO-4",
    "end the clip where the sound ends",
)
def past_end(evidence: Evidence) -> Iterator[Amiss]:
    """Clips end within the sound, as it is decoded."""
    for overlay in evidence.book.overlays:
        for par in overlay.pars:
            sound = evidence.sounds.get(par.audio)
            if sound is None or not sound.samples or not par.is_played:
                continue
            last = par.begin_ms if par.end_ms is None else par.end_ms
            if last > sound.ms + _ROUNDING_MS:
                told = f"the clip ends at {clock(last)}, {par.audio} at {clock(sound.ms)}"
                yield Amiss(par.place, told)


@rule(
    "clip-overlap",
    "error",
    "MO-4",
    "begin each clip where the one before ends",
)
def overlap(evidence: Evidence) -> Iterator[Amiss]:
    """No sound is played in two clips that follow each other."""
    for before, after in _neighbours(evidence):
        if before.end_ms is not None and before.begin_ms <= after.begin_ms:
            shared = before.end_ms - after.begin_ms
            if shared > _ROUNDING_MS:
                yield Amiss(after.place, f"{_seconds(shared)} are played in the clip before, too")


@rule(
    "clip-order",
    "error",
    "MO-4",
    "order sound and text alike",
)
def clip_order(evidence: Evidence) -> Iterator[Amiss]:
    """Clips of a file ascend."""
    for before, after in _neighbours(evidence):
        if after.begin_ms < before.begin_ms:
            told = f"begins at {clock(after.begin_ms)}, the clip before at {clock(before.begin_ms)}"
            yield Amiss(after.place, told)


@rule(
    "clip-gap",
    "warning",
    "MO-4; Thorium skips or stalls at holes (thorium-reader 1685, 2824)",
    "end each clip where the next one begins",
)
def gap(evidence: Evidence) -> Iterator[Amiss]:
    """Clips that follow each other in a file leave no hole."""
    for before, after in _neighbours(evidence):
        hole = 0 if before.end_ms is None else after.begin_ms - before.end_ms
        if hole > _HOLE_MS:
            yield Amiss(after.place, f"{_seconds(hole)} of {after.audio} are left out before it")


@rule(
    "speech-not-played",
    "error",
    "MO-9",
    "let a clip play it, or cut it out of the file",
)
def speech_not_played(evidence: Evidence) -> Iterator[Amiss]:
    """All that is heard in a file is played by a clip."""
    played: dict[str, list[tuple[float, float]]] = {}
    for overlay in evidence.book.overlays:
        for par in overlay.pars:
            if par.is_played and par.audio in evidence.sounds:
                end = evidence.sounds[par.audio].ms if par.end_ms is None else par.end_ms
                played.setdefault(par.audio, []).append((par.begin_ms, end))
    for name, stretches in played.items():
        sound = evidence.sounds[name]
        at = 0.0
        for begin, end in [*sorted(stretches), (sound.ms, sound.ms)]:
            if begin - at >= _SPEECH_MS and sound.heard_ms(at, begin) >= _SPEECH_MS:
                yield Amiss(f"{name} {clock(at)}", f"no clip plays {_seconds(begin - at)} of it")
            at = max(at, end)


@rule(
    "clip-silent",
    "error",
    "MO-9",
    "narrate the text anew",
)
def silent(evidence: Evidence) -> Iterator[Amiss]:
    """Something is heard in the clip of a text."""
    for document, overlay in evidence.book.narrated:
        for par in _played(overlay, document):
            sound = evidence.sounds.get(par.audio)
            if sound is None or not sound.samples or par.begin_ms >= sound.ms:
                continue
            end = sound.ms if par.end_ms is None else par.end_ms
            words = _words(document, par)
            if end - par.begin_ms < _LONG_ENOUGH_MS or not is_said(words):
                continue
            if sound.heard_ms(par.begin_ms, end) < _SOUND_MS:
                yield Amiss(par.place, f"nothing is heard for {short(words)}")


@rule(
    "clip-too-fast",
    "warning",
    "MO-9",
    "listen there: words may be missing",
)
def too_fast(evidence: Evidence) -> Iterator[Amiss]:
    """A clip is long enough for its text to be said."""
    for document, overlay in evidence.book.narrated:
        for par in _played(overlay, document):
            words = _words(document, par)
            lasts = 0 if par.end_ms is None else par.end_ms - par.begin_ms
            if lasts and len(words) >= _LONG_TEXT and len(words) * 1000 > _FASTEST * lasts:
                yield Amiss(par.place, f"{_seconds(lasts)} for {short(words)}")


@rule(
    "cut-in-speech",
    "error",
    "MO-4; EPUB Accessibility Techniques, synchronisation",
    "cut in the silence between two sentences",
)
def cut_in_speech(evidence: Evidence) -> Iterator[Amiss]:
    """A sentence, or the last words of a block, ends in silence and the next begins in it."""
    cuts = list(_cuts(evidence))
    hidden = set(_hidden(cuts, evidence))
    for cut in cuts:
        if cut.is_heard and cut.after.audio not in hidden:
            words = _short(cut.document, cut.after)
            told = f"{cut.after.audio} is cut within a word before {words}"
            yield Amiss(f"{cut.after.place} {clock(cut.at_ms)}", told)


@rule(
    "pauses-hidden",
    "info",
    "MO-4; EPUB Accessibility Techniques, synchronisation",
    "listen there: whether sentences begin and end where they should could not be told",
)
def pauses_hidden(evidence: Evidence) -> Iterator[Amiss]:
    """The pauses between sentences can be told from what sounds under them."""
    for audio in _hidden(_cuts(evidence), evidence):
        yield Amiss(audio, "noise or music is as loud in the pauses as soft words are")


@dataclass(frozen=True, slots=True)
class _Cut:
    """A moment between two sentences."""

    document: Document
    after: Par
    at_ms: float
    is_heard: bool
    """Whether there is no silence around it."""


def _cuts(evidence: Evidence) -> Iterator[_Cut]:
    for document, overlay in evidence.book.narrated:
        for before, after in pairwise(_played(overlay, document)):
            sound = evidence.sounds.get(after.audio)
            if before.audio != after.audio or sound is None or before.end_ms is None:
                continue
            if not _is_boundary(document, before, after):
                continue
            for at in sorted({before.end_ms, after.begin_ms}):
                if at < sound.ms:
                    yield _Cut(document, after, at, sound.pause_ms(at) < _PAUSE_MS)


def _hidden(cuts: Iterable[_Cut], evidence: Evidence) -> Iterator[str]:
    """Files with noise in all pauses, in which many of the cuts seem to be amiss."""
    cuts = [cut for cut in cuts if evidence.sounds[cut.after.audio].is_noisy]
    heard = Counter(cut.after.audio for cut in cuts if cut.is_heard)
    for audio, count in Counter(cut.after.audio for cut in cuts).items():
        if heard[audio] > count * _MOST_AMISS:
            yield audio


def clock(ms: float) -> str:
    """A time for people, such as ``1:02.500``."""
    minutes, rest = divmod(round(ms), 60_000)
    return f"{minutes}:{rest // 1000:02}.{rest % 1000:03}"


def _seconds(ms: float) -> str:
    return f"{ms / 1000:.2f} s"


def _played(overlay: Overlay, document: Document) -> Iterator[Par]:
    for par in overlay.pars:
        if par.is_played and par.document == document.name and par.fragment in document.ids:
            yield par


def _neighbours(evidence: Evidence) -> Iterator[tuple[Par, Par]]:
    for overlay in evidence.book.overlays:
        for before, after in pairwise(par for par in overlay.pars if par.is_played):
            if before.audio == after.audio:
                yield before, after


def _is_boundary(document: Document, before: Par, after: Par) -> bool:
    """Whether a sentence ends between two pars: words alone do not show it (Jan. 5)."""
    first, second = document.ids[before.fragment], document.ids[after.fragment]
    if block_of(first) is not block_of(second):
        return True
    words = text(first)
    is_word = len(words.split()) < 2 and len(text(second).split()) < 2
    return not is_word and bool(_SENTENCE_END.fullmatch(words))


def _words(document: Document, par: Par) -> str:
    return Texts.spoken(document.ids[par.fragment])


def _short(document: Document, par: Par) -> str:
    node: _Element = document.ids[par.fragment]
    return short(text(node) or node.get("alt") or par.fragment)


RULES = (
    times,
    past_end,
    overlap,
    clip_order,
    gap,
    speech_not_played,
    silent,
    too_fast,
    cut_in_speech,
    pauses_hidden,
)
