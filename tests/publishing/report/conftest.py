"""The tiny publication with all that a report tells of: sound, findings, pronunciations, files."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from oped_audio.model.audio import Levels, Limits, SoundProfile, Track
from oped_audio.model.document import Document, Section
from oped_audio.model.finding import Finding
from oped_audio.model.publication import Publication, SavedFile
from oped_audio.model.script import Pronunciation, Script, Utterance
from oped_audio.publishing.report.sections import Part, parts

GOOD = Levels(-19.0, 3.0, -3.5, -21.0, -66.0)
LIMITS = Limits("audiobook", (-21.0, -17.0), -3.0, (-23.0, -18.0), -60.0)


def profile(track: Track, levels: Levels = GOOD) -> SoundProfile:
    """Loud where a sentence is spoken, silent in between; a point each 100 ms."""
    rate = track.timeline.sample_rate
    steps = [at * rate // 10 for at in range(track.timeline.length * 10 // rate + 1)]
    spoken = [
        any(entry.begin <= at < entry.speech_end for entry in track.timeline.entries)
        for at in steps
    ]
    peaks = tuple(16_384 + 40 * (at % 100) if loud else 3 for at, loud in enumerate(spoken))
    curve = tuple(-19.0 - at % 3 if loud else None for at, loud in enumerate(spoken))
    return SoundProfile(levels, 100, peaks, curve)


@pytest.fixture(scope="session")
def measured(publication: Publication) -> Publication:
    """All sections are measured and within limits; nothing is amiss."""
    tracks = tuple(replace(track, profile=profile(track)) for track in publication.tracks)
    files = tuple(
        SavedFile(f"audio/{track.file_name}", "audio", 12_345, "0" * 64) for track in tracks
    )
    return replace(publication, tracks=tracks, limits=LIMITS, files=files)


@pytest.fixture(scope="session")
def told(measured: Publication) -> tuple[Part, ...]:
    """The parts of the measured publication."""
    return parts(measured)


@pytest.fixture(scope="session")
def failing(measured: Publication) -> Publication:
    """The second section is too loud, and the article has something to mend."""
    first, second, *others = measured.tracks
    loud = replace(second, profile=profile(second, replace(GOOD, integrated_lufs=-12.0)))
    finding = Finding(
        "image-without-alternative", "warning", "line 3", "A picture <b>", "Say it.", "x.md"
    )
    return replace(measured, tracks=(first, loud, *others), findings=(finding,))


@pytest.fixture(scope="session")
def renamed(measured: Publication) -> Callable[[str, str], Publication]:
    """The publication with this title and heading, in this language."""

    def rename(words: str, language: str) -> Publication:
        sections = tuple(
            replace(section, heading=words if section.heading else None)
            for section in measured.document.sections
        )
        document = replace(measured.document, title=words, language=language, sections=sections)
        metadata = replace(measured.metadata, title=words, author=words, language=language)
        utterances = tuple(
            replace(utterance, written=words, language=language, tokens=())
            if utterance.role == "heading"
            else utterance
            for utterance in measured.script.utterances
        )
        return replace(measured, metadata=metadata, document=document, script=Script(utterances))

    return rename


@pytest.fixture(scope="session")
def long_book(measured: Publication) -> Publication:
    """500 sections of 20 sentences: ten hours."""
    _, model, _, _ = measured.tracks
    spoken = measured.script.of_section(model.section)
    entries = model.timeline.entries
    sections, utterances, tracks = [], [], []
    for number in range(1, 501):
        name = f"s{number:02}"
        said: list[Utterance] = []
        times = []
        begin = 0
        for sentence in range(20):
            of = sentence % len(spoken)
            entry = entries[of]
            by = begin - entry.begin
            identity = f"{name}-p01-u{sentence}"
            said.append(replace(spoken[of], id=identity, section=name))
            words = tuple(
                replace(word, begin=word.begin + by, end=word.end + by) for word in entry.words
            )
            times.append(
                replace(
                    entry,
                    utterance=identity,
                    begin=begin,
                    speech_end=entry.speech_end + by,
                    end=entry.end + by,
                    words=words,
                )
            )
            begin = times[-1].end
        timeline = replace(model.timeline, entries=tuple(times))
        track = replace(model, section=name, name=f"{number:03}-x", timeline=timeline)
        sections.append(Section(name, "section", f"Part {number}", ()))
        utterances += said
        tracks.append(replace(track, profile=profile(track)))
    document = replace(measured.document, sections=tuple(sections))
    title = measured.tracks[0]
    script = Script((*measured.script.of_section("s00"), *utterances))
    files = tuple(SavedFile(f"audio/{t.file_name}", "audio", 1_000_000, "0" * 64) for t in tracks)
    return replace(measured, document=document, script=script, tracks=(title, *tracks), files=files)


def pronounced(
    utterance: Utterance, token: int, ipa: str | None, origin: str, spoken: str = ""
) -> Utterance:
    """The utterance with a pronunciation for all of one of its tokens."""
    was = utterance.tokens[token]
    said = spoken or was.spoken
    how = Pronunciation(0, len(said), ipa, was.begin, was.end, origin)
    tokens = list(utterance.tokens)
    tokens[token] = replace(was, spoken=said, pronunciations=(how,))
    return replace(utterance, tokens=tuple(tokens))


@pytest.fixture(scope="session")
def pronounce() -> Callable[..., Utterance]:
    """Give a token of an utterance a pronunciation."""
    return pronounced


@pytest.fixture(scope="session")
def outlined(measured: Publication) -> Callable[[Document], Publication]:
    """The publication with sections of these levels, all with the one track."""

    def make(*levels: int) -> Publication:
        track = measured.tracks[1]
        sections = tuple(
            Section(f"s{at:02}", "section", f"Heading {at}", (), level)
            for at, level in enumerate(levels, 1)
        )
        document = replace(measured.document, sections=sections)
        pages = document.pages
        tracks = tuple(replace(track, section=page.id) for page in pages)
        return replace(measured, document=document, tracks=tracks)

    return make
