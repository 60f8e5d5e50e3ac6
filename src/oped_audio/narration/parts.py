"""An utterance -> the parts of it that one voice each speaks, and their clips -> one clip. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from oped_audio.model.audio import BYTES_PER_SAMPLE, Clip, Mark, VoiceSpec, least_exact
from oped_audio.model.script import Token, Utterance
from oped_audio.narration.resampling import at_one_rate
from oped_audio.narration.speakers import SpecOf

_BREATH_MS = 200
"""Silence where a token is cut: what espeak-ng keeps behind a colon, less the ends of two clips."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be spoken, and by whom."""

    utterance: Utterance
    spec: VoiceSpec
    goes_on: bool = False
    """Whether its first token is the rest of the last one of the part before."""

    def parts(self, spec_of: SpecOf, language: str) -> tuple["Asked", ...]:
        """Cut where another voice takes over; itself if none does.

        One does for words in another language, and for what the narrator announces in
        ``language``, the article's. What is silent goes with what is said before it.
        """
        announcer = spec_of(None, language)
        pieces: list[_Piece] = []
        for token in self.utterance.tokens:
            own = spec_of(self.utterance.role, token.language or self.utterance.language)
            pieces += _cut(token, own, announcer, language)
        runs = list(_runs(pieces))
        return tuple(_part(self.utterance, run) for run in runs) if len(runs) > 1 else (self,)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A token, or what one voice speaks of it."""

    token: Token
    spec: VoiceSpec
    goes_on: bool = False


def _cut(token: Token, own: VoiceSpec, announcer: VoiceSpec, language: str) -> Iterator[_Piece]:
    """What is announced is cut off if another voice announces."""
    if own == announcer or not (token.announces or token.announces_end):
        yield _Piece(token, own)
        return
    moved = tuple(one.moved(-token.announces) for one in token.pronunciations)
    bare = replace(token, pronunciations=moved, announces=0, announces_end=0)
    said = replace(bare, pronunciations=(), language=language)
    begin, end = token.announces, len(token.spoken) - token.announces_end
    if begin:
        yield _Piece(replace(said, spoken=token.spoken[:begin].strip()), announcer)
    yield _Piece(replace(bare, spoken=token.spoken[begin:end].strip()), own, begin > 0)
    if token.announces_end:
        yield _Piece(replace(said, spoken=token.spoken[end:].strip()), announcer, True)


def _runs(pieces: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    """Pieces that one voice speaks in one go."""
    run: list[_Piece] = []
    heard: VoiceSpec | None = None
    for piece in pieces:
        takes_over = heard is not None and (piece.spec != heard or piece.goes_on)
        if piece.token.spoken and takes_over:
            yield run
            run = []
        run.append(piece)
        heard = piece.spec if piece.token.spoken else heard
    yield run


def _part(utterance: Utterance, run: Sequence[_Piece]) -> Asked:
    said = [piece for piece in run if piece.token.spoken]
    languages = {piece.token.language for piece in said}
    language = (languages.pop() if len(languages) == 1 else None) or utterance.language
    tokens = tuple(piece.token for piece in run)
    part = replace(utterance, tokens=tokens, language=language)
    return Asked(part, said[0].spec, said[0].goes_on)


def joined(parts: Sequence[Asked], clips: Sequence[Clip]) -> Clip:
    """The clips of the parts, one after the other, at the highest of their sample rates.

    Marks count on.
    A token that was cut has one mark, from where its first piece begins to where its last one ends.
    """
    first, *rest = at_one_rate(clips)
    for part, clip in zip(parts[1:], rest, strict=True):
        breath = first.sample_rate * _BREATH_MS // 1000 if part.goes_on else 0
        offset = first.length + breath
        tokens = len(first.marks) - part.goes_on
        marks = [
            Mark(mark.token + tokens, mark.begin + offset, mark.end + offset) for mark in clip.marks
        ]
        before = list(first.marks)
        if part.goes_on:
            marks[0] = replace(marks[0], begin=before.pop().begin)
        first = replace(
            first,
            pcm=first.pcm + bytes(BYTES_PER_SAMPLE * breath) + clip.pcm,
            marks=(*before, *marks),
            marks_from=least_exact((first.marks_from, clip.marks_from)),
        )
    return first
