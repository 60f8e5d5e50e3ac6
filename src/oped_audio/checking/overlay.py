"""A document and its overlay -> Parts: which passage is narrated where."""

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from oped_audio.checking.clock import milliseconds
from oped_audio.checking.container import Container
from oped_audio.checking.package import local, resolved
from oped_audio.checking.texts import Texts
from oped_audio.model.finding import Finding
from oped_audio.model.listening import Part, Passage

if TYPE_CHECKING:
    from lxml.etree import _Element

_SENTENCE_END = re.compile(r".*[.!?…。！？][\"'”’»)\]]*", re.DOTALL)
_MOST_WORDS = 60
"""In a passage that is put together from words."""


@dataclass(frozen=True, slots=True)
class _Par:
    """A par that has all that it needs."""

    passage: Passage
    audio: str
    place: tuple[str, str]
    """The seq and the block of the document that it is in."""

    @property
    def is_word(self) -> bool:
        return len(self.passage.text.split()) == 1

    @property
    def ends_sentence(self) -> bool:
        return bool(_SENTENCE_END.fullmatch(self.passage.text))


def parts(
    container: Container, document: str, overlay: str, language: str
) -> tuple[list[Part], list[Finding]]:
    """What is narrated of a document, and what is amiss with its overlay.

    Pars of single words are put together to sentences. Raises UnreadableFileError.
    """
    texts = Texts(container.xml(document))
    folder = posixpath.dirname(overlay)
    findings: list[Finding] = []
    found: list[_Par] = []
    for node in container.xml(overlay).iter("*"):
        if local(node) != "par":
            continue
        par = _par(node, folder, document, texts)
        if isinstance(par, str):
            findings.append(_unusable(node, par, overlay, container.name))
        elif par is not None:
            found.append(par)
    told = [
        Part(document, audio, texts.language or language, tuple(_passages(list(pars))))
        for audio, pars in groupby(found, lambda par: par.audio)
    ]
    return told, findings


def _par(node: "_Element", folder: str, document: str, texts: Texts) -> _Par | str | None:
    """What the par narrates; why it is unusable; None if it is without audio, as it may be."""
    children = {local(child): child for child in node}
    text, audio = children.get("text"), children.get("audio")
    if audio is None:
        return None
    if text is None:
        return "it has no text"
    file, fragment = resolved(folder, text.get("src") or "")
    begin = milliseconds(audio.get("clipBegin") or "0")
    end = milliseconds(audio.get("clipEnd") or "")
    if begin is None or end is None or end <= begin:
        return "its clip has no begin and end"
    if file != document or fragment not in texts:
        return f"{text.get('src')} is not in the document"
    seq = node.getroottree().getpath(node.getparent())
    place = (seq, texts.block_of(fragment))
    passage = Passage(fragment, texts.of(fragment), begin, end, texts.is_set_off(fragment))
    return _Par(passage, resolved(folder, audio.get("src") or "")[0], place)


def _passages(pars: Sequence[_Par]) -> Iterator[Passage]:
    run: list[_Par] = []
    for par in pars:
        if run and not _goes_on(run, par):
            yield _joined(run)
            run = []
        run.append(par)
    if run:
        yield _joined(run)


def _goes_on(run: Sequence[_Par], par: _Par) -> bool:
    last = run[-1]
    return (
        last.is_word
        and par.is_word
        and last.place == par.place
        and not last.ends_sentence
        and last.passage.begin_ms <= par.passage.begin_ms
        and len(run) < _MOST_WORDS
    )


def _joined(run: Sequence[_Par]) -> Passage:
    first, last = run[0].passage, run[-1].passage
    words = " ".join(par.passage.text for par in run)
    return Passage(first.id, words, first.begin_ms, last.end_ms, first.is_set_off)


def _unusable(node: "_Element", reason: str, overlay: str, book: str) -> Finding:
    return Finding(
        rule="overlay-par-unusable",
        severity="warning",
        place=f"{overlay} par {node.get('id') or f'at line {node.sourceline}'}",
        message=f"cannot be listened to: {reason}",
        remedy="give it a text in its document and an audio with clipBegin and clipEnd",
        source=book,
    )
