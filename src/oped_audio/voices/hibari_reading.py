"""An utterance -> the phoneme letters of its words, by hibari's own rules of reading.

Those are misaki's: dictionaries, parts of speech, and a small network for words in neither.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from oped_audio.model.script import Utterance
from oped_audio.voices.misaki import from_ipa
from oped_audio.voices.timing import Span

_CHUNK = re.compile(r"\S+")
_CUT = "\x00"
"""In place of white space, where two words of ours meet without any."""


class Letter(NamedTuple):
    """A sign of hibari's alphabet: a phoneme, a stress, a punctuation mark or a space."""

    position: int
    """Characters from the start of the spoken text to the word that it belongs to."""
    sign: str


class Reader:
    """Reads American or British English. Making one takes half a second."""

    def __init__(self, *, british: bool) -> None:
        """Raises ImportError."""
        from hibari.g2p import G2P
        from hibari.g2p.token import Tok

        self._british = british
        self._g2p: Any = G2P(british=british)
        self._token: Any = Tok

    def read(self, utterance: Utterance) -> list[Letter]:
        """What is said, with the utterance's own pronunciations where it has some."""
        text = utterance.spoken
        letters: list[Letter] = []
        at = 0
        for token in self._g2p.phonemize_tokens(list(self._tokens(text, utterance))):
            letters += [Letter(at, sign) for sign in token.phonemes or ""]
            at += len(token.text)
            while text[at : at + 1].isspace():
                letters.append(Letter(at, " "))
                at += 1
        return letters

    def _tokens(self, text: str, utterance: Utterance) -> Iterator[Any]:
        """hibari's tokens, cut where a word of ours or a pronunciation begins or ends."""
        pieces = [piece for found in _CHUNK.finditer(text) for piece in self._pieces(found)]
        tags = self._g2p.tagger([text[begin:end] for begin, end in pieces])
        words = {begin for begin, _ in utterance.spoken_spans}
        given = _given(utterance)
        edges = sorted(words | {edge for span in given for edge in span})
        done = 0
        for piece, tag in zip(pieces, tags, strict=True):
            for begin, end in _cut(piece, edges):
                if begin >= done:
                    own = next((span for span in given if span[0] == begin), None)
                    done = own[1] if own else end
                    yield self._token(
                        text[begin:done],
                        tag,
                        " " if text[done : done + 1].isspace() else _CUT if done in words else "",
                        phonemes=from_ipa(given[own], british=self._british) if own else None,
                        rating=0,
                    )

    def _pieces(self, chunk: re.Match[str]) -> Iterator[Span]:
        begin = chunk.start()
        for piece in self._g2p.tokenizer.split(chunk[0]):
            yield begin, begin + len(piece)
            begin += len(piece)


def _given(utterance: Utterance) -> dict[Span, str]:
    """The IPA of the stretches of the spoken text whose pronunciation is known."""
    begins = (begin for begin, _ in utterance.spoken_spans)
    return {
        (begin + one.begin, begin + one.end): one.ipa
        for index, begin in zip(utterance.spoken_tokens, begins, strict=True)
        for one in utterance.tokens[index].pronunciations
        if one.ipa is not None
    }


def _cut(piece: Span, edges: Sequence[int]) -> Iterator[Span]:
    begin, last = piece
    for edge in edges:
        if begin < edge < last:
            yield begin, edge
            begin = edge
    yield begin, last
