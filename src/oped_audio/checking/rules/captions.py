"""Captions beside the book: that they can be read, in time, and say what the book says."""

import posixpath
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest
from unicodedata import east_asian_width

from oped_audio.checking.cues import CaptionFile, Cue
from oped_audio.checking.rules.clips import clock
from oped_audio.checking.rules.rule import Amiss, Evidence, rule, short
from oped_audio.checking.texts import Texts

_COLUMNS, _LINES = 42, 2
_SHORTEST_MS, _LONGEST_MS = 833, 7000
_FASTEST = 20
"""Columns a second."""
_ROUNDING_MS = 2
_LEFT_FREE_MS = 160
"""Before the next cue: twice the least, so that one that is as long as it may be passes."""
_MOST_LABELS = 20
_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")
"""As notes are numbered: up to 39."""
_WORD = re.compile(r"[^\W_]+")


@rule("caption-syntax", "error", "C-1; WebVTT", "write the cue anew")
def syntax(evidence: Evidence) -> Iterator[Amiss]:
    """Caption files can be read."""
    for file in evidence.captions:
        for line, flaw in file.flaws:
            yield Amiss(f"{file.name}:{line}", flaw)


@rule("caption-lines", "warning", "C-1", "break the cue up")
def lines(evidence: Evidence) -> Iterator[Amiss]:
    """A cue has at most two lines of 42 columns."""
    for file, cue in _cues(evidence):
        widest = max(map(_columns, cue.lines), default=0)
        if len(cue.lines) > _LINES:
            yield Amiss(_at(file, cue), f"{len(cue.lines)} lines")
        elif widest > _COLUMNS:
            yield Amiss(_at(file, cue), f"a line of {widest} columns")


@rule("caption-duration", "warning", "C-1", "show the cue for longer, or break it up")
def duration(evidence: Evidence) -> Iterator[Amiss]:
    """A cue is shown for 7 s at most, and for 5/6 s at least if there is time before the next."""
    for file, cue, room_ms in _roomy(evidence):
        lasts = cue.end_ms - cue.begin_ms
        is_short = lasts < _SHORTEST_MS - _ROUNDING_MS and room_ms > _LEFT_FREE_MS
        if is_short or lasts > _LONGEST_MS + _ROUNDING_MS:
            yield Amiss(_at(file, cue), f"is shown for {lasts / 1000:.2f} s")


@rule("caption-speed", "warning", "C-1", "show the cue for longer, or narrate more slowly")
def speed(evidence: Evidence) -> Iterator[Amiss]:
    """A cue with time before the next is read at 20 columns a second at most.

    Where words follow each other without a pause, captions are as fast as the voice.
    """
    for file, cue, room_ms in _roomy(evidence):
        lasts = cue.end_ms - cue.begin_ms
        is_fast = _columns(cue.text) * 1000 > _FASTEST * lasts + 1000
        if lasts > 0 and is_fast and room_ms > _LEFT_FREE_MS:
            rate = _columns(cue.text) * 1000 / lasts
            yield Amiss(_at(file, cue), f"{rate:.0f} columns a second")


@rule("caption-overlap", "error", "C-1", "end each cue before the next one begins")
def overlap(evidence: Evidence) -> Iterator[Amiss]:
    """Cues follow each other without overlap, each with an end after its begin."""
    for file in evidence.captions:
        for cue in file.cues:
            if cue.end_ms <= cue.begin_ms:
                yield Amiss(_at(file, cue), "ends before it begins")
        for before, after in pairwise(file.cues):
            if after.begin_ms < before.end_ms and before.begin_ms < before.end_ms:
                told = f"begins {(before.end_ms - after.begin_ms) / 1000:.2f} s before the last end"
                yield Amiss(_at(file, after), told)


@rule("caption-past-end", "error", "C-1", "make the captions anew")
def past_end(evidence: Evidence) -> Iterator[Amiss]:
    """No cue is shown after the sound has ended."""
    sounds = {_stem(name): sound for name, sound in evidence.sounds.items()}
    for file in evidence.captions:
        sound = sounds.get(file.path.stem)
        for cue in file.cues if sound and sound.samples else ():
            if sound and cue.end_ms > sound.ms + _ROUNDING_MS:
                told = f"ends at {clock(cue.end_ms)}, the sound at {clock(sound.ms)}"
                yield Amiss(_at(file, cue), told)


@rule("caption-text", "error", "C-1; WCAG 2.2, 1.2.2", "make the captions anew")
def caption_text(evidence: Evidence) -> Iterator[Amiss]:
    """Captions of an audio file say what the book says there."""
    narrated = _narrated(evidence)
    for file in evidence.captions:
        if file.path.stem not in narrated:
            continue
        written = _words(narrated[file.path.stem])
        shown = [(word, cue) for cue in file.cues for word in _words(cue.text)]
        words = [word for word, _ in shown]
        if "".join(written) == "".join(words):
            continue
        if (places := _difference(written, words)) is not None:
            in_book, at = places
            cue = shown[min(at, len(shown) - 1)][1] if shown else Cue(1, 0, 0, ())
            book = " ".join(written[max(in_book - 2, 0) : in_book + 4])
            captions = " ".join(words[max(at - 2, 0) : at + 4])
            told = f"the book has {short(book)}, the captions {short(captions)}"
            yield Amiss(_at(file, cue), told)


def _words(text: str) -> list[str]:
    """In small letters, without raised numbers, as captions have those of notes."""
    return _WORD.findall(text.casefold().translate(_RAISED))


_RAISED = str.maketrans("", "", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def _difference(written: Sequence[str], shown: Sequence[str]) -> tuple[int, int] | None:
    """Where two runs of words part; labels and numbers of notes may be in one of them alone."""
    at, other = 0, 0
    while at < len(written) and other < len(shown):
        if _is_same(written[at], shown[other]):
            at, other = at + 1, other + 1
        elif skipped := _labels(written, at, shown[other]):
            at += skipped
        elif skipped := _labels(shown, other, written[at]):
            other += skipped
        else:
            return at, other
    rest = [*written[at:], *shown[other:]]
    return None if all(map(_is_label, rest)) else (at, other)


def _labels(words: Sequence[str], begin: int, goes_on: str) -> int:
    """How many labels stand there before a word; 0 if other words do."""
    for count, word in enumerate(words[begin : begin + _MOST_LABELS]):
        if count and word == goes_on:
            return count
        if not _is_label(word):
            break
    return 0


def _is_same(written: str, shown: str) -> bool:
    """Whether two words are one, which the number of a note may follow: ``said1``."""
    if written == shown:
        return True
    longer, shorter = (written, shown) if len(written) > len(shown) else (shown, written)
    is_within = longer.startswith(shorter) and shorter[-1:].isalpha()
    return is_within and longer[len(shorter) :].isdigit()


def _is_label(word: str) -> bool:
    return len(word) == 1 or word.isdecimal() or bool(_ROMAN.fullmatch(word))


def _narrated(evidence: Evidence) -> dict[str, str]:
    """The text that each audio file narrates, by the name of the file without its suffix."""
    found: dict[str, list[str]] = {}
    for document, overlay in evidence.book.narrated:
        for par in overlay.of(document.name):
            node = document.ids.get(par.fragment)
            if node is not None and par.audio:
                found.setdefault(_stem(par.audio), []).append(Texts.spoken(node))
    return {name: " ".join(texts) for name, texts in found.items()}


def _roomy(evidence: Evidence) -> Iterator[tuple[CaptionFile, Cue, int]]:
    """Each cue with the time behind it in which nothing is shown; none behind the last."""
    for file in evidence.captions:
        for cue, after in zip_longest(file.cues, file.cues[1:]):
            yield file, cue, after.begin_ms - cue.end_ms if after else 0


def _columns(line: str) -> int:
    """A word joiner, which keeps text from being taken for a command, takes no room."""
    line = line.replace("\u2060", "")
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in line)


def _cues(evidence: Evidence) -> Iterator[tuple[CaptionFile, Cue]]:
    for file in evidence.captions:
        for cue in file.cues:
            yield file, cue


def _at(file: CaptionFile, cue: Cue) -> str:
    return f"{file.name}:{cue.line} {clock(cue.begin_ms)}"


def _stem(name: str) -> str:
    return posixpath.splitext(posixpath.basename(name))[0]


RULES = (syntax, lines, duration, speed, overlap, past_end, caption_text)
