"""An utterance -> the phoneme letters of its words, by hibari's own rules of reading.

Those are misaki's: dictionaries, parts of speech, and a small network for words in neither. What
they leave unread, such as words in other alphabets, espeak-ng reads.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, NamedTuple

from oped_audio.errors import UnsayableError
from oped_audio.model.audio import VoiceSpec
from oped_audio.model.ipa import LONG, STRESSES, symbols
from oped_audio.model.script import Pronunciation, Token, Utterance
from oped_audio.voices.espeak.reading import EspeakReader
from oped_audio.voices.neural.misaki import from_ipa, spell
from oped_audio.voices.timing import Span

_CHUNK = re.compile(r"\S+")
_CUT = "\x00"
"""In place of white space, where two words of ours meet without any."""
_NETWORK_STOPS_AT = 24
"""Letters of a word that the network for unknown ones reads."""
_TOO_LONG = re.compile(rf"[^\W\d_]{{{_NETWORK_STOPS_AT + 1}}}")
_FOREIGN = re.compile(r"[^\W\d_\u0000-\u017f]")
"""Letters that the network leaves out, but for a few."""
_SILENT_SIGNS = (*STRESSES, LONG, " ")


class Letter(NamedTuple):
    """A sign of hibari's alphabet: a phoneme, a stress, a punctuation mark or a space."""

    position: int
    """Characters from the start of the spoken text to the word that it belongs to."""
    sign: str


class Reader:
    """Reads American or British English. Making one takes a quarter of a second."""

    def __init__(self, *, british: bool) -> None:
        """Raises ImportError."""
        from hibari.g2p import G2P
        from hibari.g2p.token import Tok

        self._british = british
        self._g2p: Any = G2P(british=british)
        self._token: Any = Tok

    def read(self, utterance: Utterance, spec: VoiceSpec) -> list[Letter]:
        """What is said, with the utterance's own pronunciations where it has some.

        ``spec`` is who is named in errors. Raises NarrationError, UnsayableError, and
        EngineUnavailableError where espeak-ng is needed and missing.
        """
        text = utterance.spoken
        given = {
            span: self._written(one, utterance, spec) for span, one in _given(utterance).items()
        }
        known = {begin for begin, _ in given}
        letters: list[Letter] = []
        at = 0
        for token in self._g2p.phonemize_tokens(list(self._tokens(text, utterance, given))):
            phonemes = token.phonemes or ""
            if at not in known and _is_unread(token.text, phonemes):
                phonemes = self._spelled(token.text, utterance, spec)
            letters += [Letter(at, sign) for sign in phonemes]
            at += len(token.text)
            if text[at : at + 1].isspace():
                letters.append(Letter(at, " "))
                at += 1
        return letters

    def close(self) -> None:
        """End the process of espeak-ng, if there is one."""
        if "_espeak" in vars(self):
            self._espeak.close()

    def _tokens(self, text: str, utterance: Utterance, given: Mapping[Span, str]) -> Iterator[Any]:
        """hibari's tokens, cut where a word of ours or a pronunciation begins or ends."""
        pieces = [piece for found in _CHUNK.finditer(text) for piece in self._pieces(found)]
        tags = self._g2p.tagger([text[begin:end] for begin, end in pieces])
        words = {begin for begin, _ in utterance.spoken_spans}
        edges = sorted(words | {edge for span in given for edge in span})
        done = 0
        for piece, tag in zip(pieces, tags, strict=True):
            for begin, end in _cut(piece, edges):
                if begin < done:
                    continue
                own = next((span for span in given if span[0] == begin), None)
                done = own[1] if own else end
                yield self._token(
                    text[begin:done],
                    tag,
                    " " if text[done : done + 1].isspace() else _CUT if done in words else "",
                    phonemes=given[own] if own else None,
                    rating=0,
                )

    def _pieces(self, chunk: re.Match[str]) -> Iterator[Span]:
        begin = chunk.start()
        for piece in self._g2p.tokenizer.split(chunk[0]):
            yield begin, begin + len(piece)
            begin += len(piece)

    def _written(self, one: Pronunciation, utterance: Utterance, spec: VoiceSpec) -> str:
        ipa = one.ipa or ""
        for sound in symbols(ipa):
            if sound not in _SILENT_SIGNS and not from_ipa(sound, british=self._british):
                written = utterance.written[one.written_begin : one.written_end]
                raise UnsayableError(spec.engine, spec.voice, written, ipa, sound)
        return from_ipa(ipa, british=self._british)

    @cached_property
    def _espeak(self) -> EspeakReader:
        return EspeakReader("hibari")

    def _spelled(self, word: str, utterance: Utterance, spec: VoiceSpec) -> str:
        """What espeak-ng makes of a word."""
        alone = replace(utterance, written=word, tokens=(Token(0, len(word), word),))
        how = VoiceSpec(spec.engine, spec.voice, 175, 1.0, 50)
        speech, _ = self._espeak.read(alone, how, "en" if self._british else "en-us", "en")
        sounds = [sound.ipa for sound in speech.sounds if sound.ipa]
        return spell(sounds, "en-GB" if self._british else "en-US")


def _given(utterance: Utterance) -> dict[Span, Pronunciation]:
    """The stretches of the spoken text whose pronunciation is known."""
    begins = (begin for begin, _ in utterance.spoken_spans)
    return {
        (begin + one.begin, begin + one.end): one
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


def _is_unread(text: str, phonemes: str) -> bool:
    """Whether letters or digits of a word are not in what hibari made of it."""
    if phonemes and text.isascii() and len(text) <= _NETWORK_STOPS_AT:
        return False
    is_skipped = not phonemes and any(map(str.isalnum, text))
    return is_skipped or bool(_FOREIGN.search(text) or _TOO_LONG.search(text))
