"""Parts of a book, with their sound -> what is heard of them, and where that is not the text.

Each part is cut into windows of whole passages, as long as the recogniser listens to at a time.
What is not right at first is listened to again, more carefully: alone, then with its neighbours.
The hearing that agrees best with the text counts, because a slip of the recogniser does not happen
twice, and what is not said is not heard in any way. But a passage that, alone, is wholly another
one is in the wrong place.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from oped_audio.checking.judging import Hearing, Tolerance, hearings
from oped_audio.checking.sound import BYTES_A_MS, stretches
from oped_audio.checking.verdicts import (
    as_other,
    best,
    is_other,
    is_suspect,
    verdict,
    without_announcements,
)
from oped_audio.model.listening import Listened, Mishap, Part, Passage, Word, WordsOf

WINDOW_MS = 28_000
"""Whisper listens to 30 s at a time."""
LONGEST_MS = 600_000
"""Of a passage; one that is longer is not listened to beyond this."""
_TOO_SHORT_ALONE = 4
"""Words below which a passage is not understood without its neighbours."""


class Transcriber(Protocol):
    """Whoever turns sound into text; several threads ask at a time."""

    def text(self, pcm: bytes, language: str, *, carefully: bool = False) -> str:
        """What is said in the sound: s16le, 16 kHz, mono."""


@dataclass(frozen=True, slots=True)
class Listener:
    """Who listens, and what is made of it."""

    transcriber: Transcriber
    words_of: WordsOf
    tolerance: Tolerance

    def heard_words(self, pcm: bytes, language: str, *, carefully: bool) -> tuple[str, list[str]]:
        """The text that is heard, and its words as they are compared."""
        text = self.transcriber.text(pcm, language, carefully=carefully).strip()
        return text, [word.text for word in self.words_of(text, language)]

    def hearing(self, pcm: bytes, words: Sequence[Word], language: str) -> tuple[str, Hearing]:
        """A passage, listened to carefully and alone: what is heard, and how it came out."""
        text, heard = self.heard_words(pcm, language, carefully=True)
        return text, hearings([words], heard, self.tolerance)[0]


def listen(
    listener: Listener, part: Part, audio: Path, book: str, executor: Executor, ahead: int
) -> Listened:
    """Listen to all of a part, whose sound is in a file, so many windows at a time.

    Memory is what these windows take, however long the part is.
    """
    windows = list(_windows(part.passages))
    bounds = [(window[0].begin_ms, _end_ms(window)) for window in windows]
    waiting: deque[Future[_Window]] = deque()
    done: list[_Window] = []
    for window, pcm in zip(windows, stretches(audio, bounds), strict=True):
        waiting.append(executor.submit(_listen, listener, part, window, pcm))
        if len(waiting) > ahead:
            done.append(waiting.popleft().result())
    done += [future.result() for future in waiting]
    return Listened(
        book=book,
        document=part.document,
        audio=part.audio,
        seconds=sum(one.end_ms - one.begin_ms for one in part.passages) / 1000,
        words=sum(window.words for window in done),
        errors=sum(window.errors for window in done),
        mishaps=tuple(mishap for window in done for mishap in window.mishaps),
    )


@dataclass(frozen=True, slots=True)
class _Window:
    words: int
    errors: int
    mishaps: tuple[Mishap, ...]


def _windows(passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    window: list[Passage] = []
    for passage in passages:
        is_behind = window and passage.begin_ms >= window[-1].begin_ms
        if window and (not is_behind or passage.end_ms - window[0].begin_ms > WINDOW_MS):
            yield window
            window = []
        window.append(passage)
    if window:
        yield window


def _end_ms(window: Sequence[Passage]) -> int:
    return min(max(passage.end_ms for passage in window), window[0].begin_ms + LONGEST_MS)


def _listen(listener: Listener, part: Part, window: Sequence[Passage], pcm: bytes) -> _Window:
    expected = [listener.words_of(passage.text, part.language) for passage in window]
    text, heard = listener.heard_words(pcm, part.language, carefully=False)
    first = hearings(expected, heard, listener.tolerance)
    again = _Again(listener, part.language, window, expected, pcm)
    mishaps = []
    for number, (passage, hearing) in enumerate(zip(window, first, strict=True)):
        if not expected[number] or not is_suspect(hearing):
            continue
        told, settled = again.settle(number, hearing, text)
        if found := verdict(settled, listener.tolerance):
            mishaps.append(
                Mishap(
                    found.kind,
                    found.severity,
                    passage,
                    part.document,
                    part.audio,
                    told,
                    found.wrong,
                )
            )
    words, errors = sum(one.words for one in first), sum(one.errors for one in first)
    return _Window(words, errors, tuple(mishaps))


@dataclass(frozen=True, slots=True)
class _Again:
    """Second hearings within a window."""

    listener: Listener
    language: str
    window: Sequence[Passage]
    expected: Sequence[Sequence[Word]]
    pcm: bytes

    def settle(self, number: int, first: Hearing, text: str) -> tuple[str, Hearing]:
        """What is heard of a passage after all, and how it came out."""
        told, alone = self._alone(number)
        opinions = [alone, first]
        is_short = len(self.expected[number]) < _TOO_SHORT_ALONE
        if len(self.window) > 1 and (is_short or verdict(alone, self._tolerance)):
            opinions.append(self._with_neighbours(number))
        if self.window[number].is_set_off:
            opinions = [without_announcements(one) for one in opinions]
        if is_other(opinions[0]):
            return told, as_other(opinions[0])
        return told or text, opinions[best(opinions)]

    @property
    def _tolerance(self) -> Tolerance:
        return self.listener.tolerance

    def _alone(self, number: int) -> tuple[str, Hearing]:
        passage = self.window[number]
        pcm = self._cut(passage.begin_ms, passage.end_ms)
        return self.listener.hearing(pcm, self.expected[number], self.language)

    def _with_neighbours(self, number: int) -> Hearing:
        first, last = max(number - 1, 0), min(number + 1, len(self.window) - 1)
        pcm = self._cut(self.window[first].begin_ms, self.window[last].end_ms)
        _, heard = self.listener.heard_words(pcm, self.language, carefully=True)
        around = self.expected[first : last + 1]
        return hearings(around, heard, self._tolerance)[number - first]

    def _cut(self, begin_ms: int, end_ms: int) -> bytes:
        start = self.window[0].begin_ms
        return self.pcm[(begin_ms - start) * BYTES_A_MS : (end_ms - start) * BYTES_A_MS]
