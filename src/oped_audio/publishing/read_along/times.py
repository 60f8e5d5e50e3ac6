"""Edition -> what the script of the page is told: when what is heard, as JSON. Pure."""

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any, Literal

from oped_audio.model.document import Figure, Note, Table
from oped_audio.publishing.epub.markup import Markup, allowed
from oped_audio.publishing.epub.pages import Page
from oped_audio.publishing.epub.timing import Sentence, sentences
from oped_audio.publishing.read_along.edition import COVER, Chapter, Edition

Skippable = Literal["caption", "note", "table"]
"""What a reader may have left out."""

SAID = (
    "play", "pause", "captions", "paused", "end", "slept", "kept", "failed", "speed_is",
)  # fmt: skip
"""Keys of the words that the script needs."""

_UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def data(edition: Edition) -> Markup:
    """JSON that may stand in a ``script`` element, whatever the article says (HTML, 4.12.1.3)."""
    metadata = edition.publication.metadata
    told = {
        "id": metadata.identifier,
        "title": allowed(metadata.title),
        "author": allowed(metadata.author or ""),
        "language": metadata.language,
        "cover": COVER,
        "highlight": "both" if edition.highlight == "word" else "sentence",
        "words": {key: edition.words[key] for key in SAID},
        "sections": [_section(chapter) for chapter in edition.heard],
    }
    written = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return Markup(written.translate(_UNSAFE))


def _section(chapter: Chapter) -> dict[str, Any]:
    """Times are milliseconds of the section's own audio."""
    page = chapter.page
    found = sentences(page, "word")
    return {
        "id": page.section.id,
        "label": allowed(chapter.label),
        "audio": chapter.audio,
        "length": found[-1].pars[-1].end_ms,
        "sentences": list(_sentences(page, found)),
        "cues": [[cue.begin_ms, cue.end_ms, allowed(cue.text)] for cue in chapter.cues],
    }


def _sentences(page: Page, found: tuple[Sentence, ...]) -> Iterator[dict[str, Any]]:
    """One for each sentence, and one for each text alternative, which lights up its picture."""
    alternatives = {
        block.alternative_id for block in page.section.blocks if isinstance(block, Figure)
    }
    skippable = dict(_skippable(page))

    def target(sentence: Sentence) -> str:
        leaf = sentence.utterance.block
        return leaf if leaf in alternatives else sentence.utterance.id

    for name, together in groupby(found, target):
        first = next(together)
        leaf = first.utterance.block
        told: dict[str, Any] = {"id": name, "at": first.pars[0].begin_ms}
        if leaf in skippable:
            told["skip"] = skippable[leaf]
        if name == first.utterance.id and first.pars[0].target != name:
            timed = (_word(par.target, par.begin_ms) for par in first.pars)
            told["words"] = [number for word in timed for number in word]
        yield told


def _word(target: str, begin_ms: int) -> tuple[int, int]:
    """The number of the word in its sentence, as its id has it, and when it begins."""
    return int(target.rpartition("-w")[2]), begin_ms


def _skippable(page: Page) -> Iterator[tuple[str, Skippable]]:
    """The leaves that a reader may have left out."""
    for block in page.section.blocks:
        if isinstance(block, Figure):
            yield block.alternative_id, "caption"
            yield block.id, "caption"
        elif isinstance(block, Note):
            yield block.id, "note"
        elif isinstance(block, Table):
            yield from ((leaf.id, "table") for leaf in block.leaves)
