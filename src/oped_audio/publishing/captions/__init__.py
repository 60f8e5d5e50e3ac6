"""Publication -> captions as WebVTT and SubRip, for each track and for the whole article."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from oped_audio.model.audio import Track
from oped_audio.model.publication import OutputFile, Publication
from oped_audio.publishing.captions.cues import Cue, cues, layouts
from oped_audio.publishing.captions.srt import srt
from oped_audio.publishing.captions.webvtt import webvtt
from oped_audio.publishing.settings import CaptionSettings, WriterSettings


def write(publication: Publication, settings: WriterSettings) -> Iterator[OutputFile]:
    """Yield ``captions/NN-name.vtt`` and ``.srt`` for each track, and both for the article.

    The article's accompany its tracks played one after the other.
    """
    whole: list[Cue] = []
    start = Fraction(0)
    for track in publication.tracks:
        timeline = track.timeline
        spoken = publication.script.of_section(track.section)
        delay = Fraction(track.encoder_delay, timeline.sample_rate)
        laid_out = layouts(spoken, timeline, settings.captions)
        alone = list(cues(timeline, laid_out, settings.captions, delay))
        yield from _files(track.name, alone, publication)
        whole += cues(timeline, laid_out, settings.captions, start)
        start += Fraction(timeline.length, timeline.sample_rate)
    yield from _files(_article_name(publication.slug, publication.tracks), whole, publication)


def track_cues(
    publication: Publication, track: Track, settings: CaptionSettings
) -> tuple[Cue, ...]:
    """What is shown while one track is played alone."""
    timeline = track.timeline
    delay = Fraction(track.encoder_delay, timeline.sample_rate)
    laid_out = layouts(publication.script.of_section(track.section), timeline, settings)
    return tuple(cues(timeline, laid_out, settings, delay))


def vtt_file(shown: Sequence[Cue], publication: Publication) -> bytes:
    """The cues as a WebVTT file."""
    metadata = publication.metadata
    others = {
        utterance.id: utterance.language
        for utterance in publication.script.utterances
        if utterance.language != metadata.language
    }
    return webvtt(shown, metadata.title, metadata.language, others).encode()


def _files(name: str, shown: Sequence[Cue], publication: Publication) -> Iterator[OutputFile]:
    yield OutputFile(f"captions/{name}.vtt", vtt_file(shown, publication))
    yield OutputFile(f"captions/{name}.srt", srt(shown).encode())


def _article_name(slug: str, tracks: Sequence[Track]) -> str:
    """The slug, unless a track has that name: some file systems do not tell case apart."""
    taken = {track.name.casefold() for track in tracks}
    name = slug
    while name.casefold() in taken:
        name += "-article"
    return name
