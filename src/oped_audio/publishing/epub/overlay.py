"""Page -> overlay: which text lights up while which stretch of the audio is heard."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from oped_audio.model.audio import TimedUtterance, Track
from oped_audio.model.document import BlockKind
from oped_audio.model.script import Utterance
from oped_audio.model.timecode import clock_value, milliseconds
from oped_audio.publishing.epub.markup import OPS, SMIL, Markup, element, file, lines
from oped_audio.publishing.epub.pages import Highlight, Page
from oped_audio.publishing.epub.targets import Target, word_targets

# EPUB 3.3, 9.3.6: what a listener may skip or escape, by the type of its seq.
_ESCAPABLE: dict[BlockKind, str] = {
    "figure": "figure",
    "list": "list",
    "note": "footnote",
    "table": "table",
}


@dataclass(frozen=True, slots=True)
class Par:
    """An element of the text and when it is heard, in milliseconds from the start of the audio."""

    target: str
    begin_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """An utterance with its pars: one for all of it, or one for each of its spoken words."""

    utterance: Utterance
    pars: tuple[Par, ...]


def duration_ms(page: Page) -> int:
    """How long the overlay lasts: the sum of its clips."""
    bounds = _sentence_bounds(page.track)
    return bounds[-1] - bounds[0]


def sentences(page: Page, highlight: Highlight) -> tuple[Sentence, ...]:
    """The page's sentences in order. Clips are never empty, and each ends where the next begins."""
    timed = {entry.utterance: entry for entry in page.track.timeline.entries}
    clips = pairwise(_sentence_bounds(page.track))
    return tuple(
        _sentence(page.track, utterance, timed[utterance.id], clip, highlight)
        for utterance, clip in zip(page.utterances, clips, strict=True)
    )


def overlay(page: Page, highlight: Highlight) -> bytes:
    """The SMIL file (EPUB 3.3, 9.2.2)."""
    kinds = {block.id: block.kind for block in page.section.blocks}
    blocks: list[Markup] = []
    for block, group in groupby(sentences(page, highlight), lambda s: s.utterance.block):
        pars = [_sentence_markup(page, sentence) for sentence in group]
        blocks.extend(_escapable(page, block, kinds, pars))
    section = _seq(page, page.section.id, page.semantics.type, blocks)
    root = {"xmlns": SMIL, "xmlns:epub": OPS, "version": "3.0"}
    return file(element("smil", root, lines([element("body", {}, lines([section]))])))


def _sentence(
    track: Track,
    utterance: Utterance,
    timed: TimedUtterance,
    clip: tuple[int, int],
    highlight: Highlight,
) -> Sentence:
    words = word_targets(utterance) if highlight == "word" else ()
    bounds = _word_bounds(track, timed, words, clip)
    if bounds is None:
        return Sentence(utterance, (Par(utterance.id, *clip),))
    pars = [Par(word.id, *times) for word, times in zip(words, pairwise(bounds), strict=True)]
    return Sentence(utterance, tuple(pars))


def _sentence_bounds(track: Track) -> Sequence[int]:
    """Where the sentences begin, and where the last one ends: not after the audio does."""
    entries = track.timeline.entries
    begins = [_heard_at(track, entry.begin) for entry in entries]
    samples = track.encoder_delay + track.timeline.length
    bounds = [*begins, 1000 * samples // track.timeline.sample_rate]
    spread = _ascending(bounds)
    if spread is None:
        raise ValueError(f"{track.name}: {len(entries)} sentences in {bounds[-1]} ms of audio")
    return spread


def _word_bounds(
    track: Track, timed: TimedUtterance, words: Sequence[Target], clip: tuple[int, int]
) -> Sequence[int] | None:
    """Where the words begin, and where the last one ends; None where they cannot be told apart."""
    begins = {word.token: word.begin for word in timed.words}
    if not words or any(word.token not in begins for word in words):
        return None
    inner = [_heard_at(track, begins[word.token]) for word in words[1:]]
    return _ascending([clip[0], *inner, clip[1]])


def _ascending(bounds: Sequence[int]) -> Sequence[int] | None:
    """The bounds, moved apart by as little as makes each later than the one before.

    The first and the last stay. None where there is no room (EPUB 3.3, 9.2.2.8: clipEnd comes
    after clipBegin).
    """
    first, *inner, last = bounds
    if last - first < len(bounds) - 1:
        return None
    apart = [first]
    for number, bound in enumerate(inner):
        latest = last - (len(inner) - number)
        apart.append(min(max(bound, apart[-1] + 1), latest))
    return [*apart, last]


def _heard_at(track: Track, samples: int) -> int:
    return milliseconds(track.encoder_delay + samples, track.timeline.sample_rate)


def _escapable(
    page: Page, block: str, kinds: Mapping[str, BlockKind], pars: Sequence[Markup]
) -> Sequence[Markup]:
    """The pars of a block, within a typed seq if a listener may escape it."""
    kind = kinds.get(block)
    if kind not in _ESCAPABLE:
        return pars
    return [_seq(page, block, _ESCAPABLE[kind], pars)]


def _sentence_markup(page: Page, sentence: Sentence) -> Markup:
    pars = [_par(page, par) for par in sentence.pars]
    if sentence.pars[0].target == sentence.utterance.id:
        return pars[0]
    return _seq(page, sentence.utterance.id, None, pars)


def _seq(page: Page, target: str, semantics: str | None, children: Sequence[Markup]) -> Markup:
    attributes = {
        "id": target,
        "epub:textref": f"../{page.text_href}#{target}",
        "epub:type": semantics,
    }
    return element("seq", attributes, lines(children))


def _par(page: Page, par: Par) -> Markup:
    text = element("text", {"src": f"../{page.text_href}#{par.target}"})
    audio = element(
        "audio",
        {
            "src": f"../{page.audio_href}",
            "clipBegin": clock_value(par.begin_ms),
            "clipEnd": clock_value(par.end_ms),
        },
    )
    return element("par", {"id": par.target}, text, audio)
