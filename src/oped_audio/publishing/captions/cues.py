"""Utterances and their times -> Cues: what captions show, and when. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from oped_audio.model.audio import TimedUtterance, Timeline
from oped_audio.model.script import Utterance
from oped_audio.model.timecode import milliseconds
from oped_audio.publishing.captions.line_breaks import Limits, Line, lay_out
from oped_audio.publishing.captions.phrases import columns, pieces
from oped_audio.publishing.settings import CaptionSettings

Layout = list[list[Line]]
"""The cues of one utterance, each of one or more lines."""

FASTEST_READING = 20
"""Columns a second (Netflix English Timed Text Style Guide: 20 characters for adults)."""
GAP_MS = 80
"""Two frames of 25 a second: what a prolonged cue leaves free before the next."""


@dataclass(frozen=True, slots=True)
class CueWord:
    """A word of a cue, or as much of a long one as stands on a line."""

    space: str
    """White space written before it; empty at the begin of a line."""
    text: str
    begin_ms: int
    """Within the cue; for what is shown but not said, that of the word before."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A caption of one or more lines."""

    id: str
    """Utterance id, then c and the cue's number in it (``s03-p02-u1-c1``)."""
    begin_ms: int
    end_ms: int
    """Greater than ``begin_ms``, at most the begin of the next cue."""
    lines: tuple[tuple[CueWord, ...], ...]

    @property
    def utterance(self) -> str:
        """The id of the utterance that it shows a part of."""
        return self.id.rpartition("-c")[0]

    @property
    def text(self) -> str:
        """What is shown, its lines parted by line feeds."""
        return "\n".join("".join(word.space + word.text for word in line) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Clock:
    """Samples of a track -> milliseconds of what the captions accompany; rounds once."""

    sample_rate: int
    start: Fraction = Fraction(0)
    """Seconds that the track's first sample is heard after the begin."""

    def ms(self, samples: int) -> int:
        """Whole milliseconds, the nearest."""
        numerator, denominator = self.start.as_integer_ratio()
        scaled = samples * denominator + numerator * self.sample_rate
        return milliseconds(scaled, self.sample_rate * denominator)


def layouts(
    utterances: Sequence[Utterance], timeline: Timeline, settings: CaptionSettings
) -> list[Layout]:
    """What of each utterance is set in which cue and on which line, wherever its track is heard.

    The words are exactly the sentence as written, but for the numbers of notes, which are raised;
    white space may give way to a line break.
    """
    rate = timeline.sample_rate
    limits = Limits(
        settings.line_length,
        settings.lines,
        longest=settings.longest_ms * rate // 1000,
        shortest=settings.shortest_ms * rate // 1000,
        reading=rate // FASTEST_READING,
    )
    return [
        _laid_out(utterance, entry, limits)
        for utterance, entry in zip(utterances, timeline.entries, strict=True)
    ]


@lru_cache(maxsize=1024)
def _laid_out(utterance: Utterance, entry: TimedUtterance, limits: Limits) -> Layout:
    """Kept for as long as an article of usual length takes, whose files and page show the same."""
    return lay_out(pieces(utterance, entry, limits.columns), limits)


def cues(
    timeline: Timeline,
    layouts: Sequence[Layout],
    settings: CaptionSettings,
    start: Fraction = Fraction(0),
) -> Iterator[Cue]:
    """Yield the cues of a track in order, without overlap, none across a sentence.

    ``start`` is the seconds that the track is heard after the begin. A sentence that takes no
    millisecond has no cue.
    """
    clock = Clock(timeline.sample_rate, start)
    for entry, layout in zip(timeline.entries, layouts, strict=True):
        groups = _at_most(layout, clock.ms(entry.end) - clock.ms(entry.begin))
        intervals = _intervals(groups, entry, clock, settings)
        for number, (group, interval) in enumerate(zip(groups, intervals, strict=True), 1):
            yield Cue(f"{entry.utterance}-c{number}", *interval, _lines(group, interval, clock))


def _at_most(groups: list[list[Line]], count: int) -> list[list[Line]]:
    """The groups, the last of them joined if there are more than milliseconds to show them in."""
    if len(groups) <= count:
        return groups
    whole = [line for group in groups[max(count - 1, 0) :] for line in group]
    return [*groups[: count - 1], whole] if count else []


def _intervals(
    groups: Sequence[Sequence[Line]], entry: TimedUtterance, clock: Clock, settings: CaptionSettings
) -> list[tuple[int, int]]:
    """Begin and end of each cue: as long as its words are heard, or longer if there is room."""
    latest = clock.ms(entry.end)
    heard = [(clock.ms(begin), clock.ms(end)) for begin, end in _heard(groups, entry)]
    begins: list[int] = []
    for left, (begin, _) in zip(range(len(heard), 0, -1), heard, strict=True):
        earliest = begins[-1] + 1 if begins else clock.ms(entry.begin)
        begins.append(min(max(begin, earliest), latest - left))
    intervals = []
    for group, (begin, following), (_, end) in zip(
        groups, pairwise([*begins, latest]), heard, strict=True
    ):
        room = min(following - GAP_MS, begin + settings.longest_ms)
        wished = min(begin + _reading_ms(group, settings), room)
        intervals.append((begin, min(max(end, wished, begin + 1), following)))
    return intervals


def _heard(groups: Sequence[Sequence[Line]], entry: TimedUtterance) -> Iterator[tuple[int, int]]:
    """Samples from the first spoken word to the last, for each cue; ascending."""
    at = entry.begin
    for group in groups:
        begins = [piece.begin for line in group for piece in line if piece.begin is not None]
        ends = [piece.end for line in group for piece in line if piece.end is not None]
        begin, at = (begins[0], ends[-1]) if begins else (at, at)
        yield begin, at


def _reading_ms(group: Sequence[Line], settings: CaptionSettings) -> int:
    """How long the text should stay."""
    width = sum(columns(piece.space + piece.text) for line in group for piece in line)
    return max(settings.shortest_ms, -(-1000 * width // FASTEST_READING))


def _lines(
    group: Sequence[Line], interval: tuple[int, int], clock: Clock
) -> tuple[tuple[CueWord, ...], ...]:
    begin, end = interval
    at = begin
    lines = []
    for line in group:
        words = []
        for index, piece in enumerate(line):
            if piece.begin is not None:
                at = min(max(at, clock.ms(piece.begin)), end)
            words.append(CueWord(piece.space if index else "", piece.text, at))
        lines.append(tuple(words))
    return tuple(lines)
