"""Publication -> its sections with what is counted in each. Pure."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from oped_audio.model.audio import TimedUtterance, Track
from oped_audio.model.document import Section
from oped_audio.model.publication import Publication
from oped_audio.model.script import Utterance
from oped_audio.publishing.epub.language import labels


@dataclass(frozen=True, slots=True)
class Part:
    """One section: what is written, said and heard of it."""

    section: Section
    label: str
    """What the table of contents calls it."""
    language: str
    """BCP 47 tag of the label."""
    number: str
    """Of the heading in the outline, such as ``2.1``; empty for the title page."""
    utterances: tuple[Utterance, ...]
    track: Track
    words: int
    """As they are said."""

    @property
    def seconds(self) -> float:
        """Of audio."""
        return self.track.timeline.seconds

    @property
    def pace(self) -> float | None:
        """Words a minute, pauses included; None where there is no sound."""
        return words_a_minute(self.words, self.seconds)

    @property
    def heard(self) -> list[tuple[Utterance, TimedUtterance]]:
        """The utterances that have a time, each with it."""
        by_id = {utterance.id: utterance for utterance in self.utterances}
        entries = self.track.timeline.entries
        return [(by_id[e.utterance], e) for e in entries if e.utterance in by_id]

    def at(self, samples: int) -> float:
        """Where in the section's file a place of its timeline is heard, in seconds."""
        return (samples + self.track.encoder_delay) / self.track.timeline.sample_rate


def parts(publication: Publication) -> tuple[Part, ...]:
    """One for each of the document's pages, in reading order."""
    spoken = defaultdict(list)
    for utterance in publication.script.utterances:
        spoken[utterance.section].append(utterance)
    words = labels(publication.document.language)
    pages = publication.document.pages
    return tuple(
        Part(
            section,
            label := words.of(section),
            publication.document.language if label == section.heading else words.language,
            number,
            tuple(spoken[section.id]),
            track,
            sum(map(words_said, spoken[section.id])),
        )
        for section, number, track in zip(pages, _numbers(pages), publication.tracks, strict=True)
    )


def words_said(utterance: Utterance) -> int:
    """How many words are said: "2,500" is four; where no spaces are written, tokens count."""
    return max(len(utterance.spoken.split()), len(utterance.spoken_tokens))


def words_a_minute(words: int, seconds: float) -> float | None:
    """None where there is no time."""
    return 60 * words / seconds if seconds > 0 else None


def _numbers(pages: Sequence[Section]) -> list[str]:
    """``1``, ``2``, ``2.1``, ``2.2``, ``3`` by the levels of the headings."""
    numbers = []
    counts: list[int] = []
    for page in pages:
        if page.role == "title":
            numbers.append("")
            continue
        depth = min(page.level, len(counts) + 1)
        counts = [*counts[: depth - 1], (counts[depth - 1] if len(counts) >= depth else 0) + 1]
        numbers.append(".".join(map(str, counts)))
    return numbers
