"""A book -> its Parts: which passage is narrated where."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from oped_audio.checking.book import Book
from oped_audio.checking.document import Document
from oped_audio.checking.overlays import Overlay
from oped_audio.checking.texts import Texts
from oped_audio.model.listening import Part, Passage

_SENTENCE_END = re.compile(r".*[.!?…。！？][\"'”’»)\]]*", re.DOTALL)
_MOST_WORDS = 60
"""In a passage that is put together from words."""


@dataclass(frozen=True, slots=True)
class _Sounding:
    """A par that can be listened to."""

    passage: Passage
    audio: str
    place: tuple[str, str]
    """The seq, and the block of the document that it is in."""

    @property
    def is_word(self) -> bool:
        return len(self.passage.text.split()) == 1

    @property
    def ends_sentence(self) -> bool:
        return bool(_SENTENCE_END.fullmatch(self.passage.text))


def parts(book: Book) -> Iterator[Part]:
    """What is narrated, in reading order; pars of single words are put together to sentences.

    What cannot be read or played is passed over: the audit tells of it.
    """
    for document, overlay in book.narrated:
        texts = Texts(document.root)
        language = texts.language or book.language
        for audio, pars in groupby(_sounding(document, overlay, texts), lambda par: par.audio):
            if audio in book.container:
                yield Part(document.name, audio, language, tuple(_passages(list(pars))))


def _sounding(document: Document, overlay: Overlay, texts: Texts) -> Iterator[_Sounding]:
    for par in overlay.pars:
        name = par.fragment
        if not par.is_played or par.end_ms is None:
            continue
        if par.document == document.name and name in texts:
            times = (par.begin_ms, par.end_ms)
            passage = Passage(name, texts.of(name), *times, texts.is_set_off(name))
            yield _Sounding(passage, par.audio, (par.seq, texts.block_of(name)))


def _passages(pars: Sequence[_Sounding]) -> Iterator[Passage]:
    run: list[_Sounding] = []
    for par in pars:
        if run and not _goes_on(run, par):
            yield _joined(run)
            run = []
        run.append(par)
    if run:
        yield _joined(run)


def _goes_on(run: Sequence[_Sounding], par: _Sounding) -> bool:
    last = run[-1]
    return (
        last.is_word
        and par.is_word
        and last.place == par.place
        and not last.ends_sentence
        and last.passage.begin_ms <= par.passage.begin_ms
        and len(run) < _MOST_WORDS
    )


def _joined(run: Sequence[_Sounding]) -> Passage:
    first, last = run[0].passage, run[-1].passage
    words = " ".join(par.passage.text for par in run)
    return Passage(first.id, words, first.begin_ms, last.end_ms, first.is_set_off)
