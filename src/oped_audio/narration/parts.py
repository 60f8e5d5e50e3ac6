"""An utterance -> the parts of it that one voice each speaks, and their clips -> one clip. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from oped_audio.model.audio import Clip, VoiceSpec, least_exact
from oped_audio.model.script import Token, Utterance


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be spoken, and by whom."""

    utterance: Utterance
    spec: VoiceSpec

    def parts(self, spec_of: Callable[[str], VoiceSpec]) -> tuple["Asked", ...]:
        """Cut where another voice takes over, for words in another language; itself if none does.

        What is silent goes with what is said before it.
        """
        own = self.utterance.language
        speakers: list[VoiceSpec] = []
        for token in self.utterance.tokens:
            if token.spoken or not speakers:
                speakers.append(spec_of(token.language or own))
            else:
                speakers.append(speakers[-1])
        tokens = list(zip(speakers, self.utterance.tokens, strict=True))
        if len(set(speakers)) < 2:
            return (self,)
        return tuple(
            _part(self.utterance, [token for _, token in run], spec)
            for spec, run in groupby(tokens, lambda pair: pair[0])
        )


def _part(utterance: Utterance, tokens: Sequence[Token], spec: VoiceSpec) -> Asked:
    languages = {token.language for token in tokens if token.spoken}
    language = (languages.pop() if len(languages) == 1 else None) or utterance.language
    return Asked(replace(utterance, tokens=tuple(tokens), language=language), spec)


def joined(clips: Sequence[Clip]) -> Clip:
    """The clips, of one sample rate, one after the other; marks count on."""
    first, *rest = clips
    for clip in rest:
        offset, tokens = first.length, len(first.marks)
        marks = tuple(
            replace(
                mark, token=mark.token + tokens, begin=mark.begin + offset, end=mark.end + offset
            )
            for mark in clip.marks
        )
        first = replace(
            first,
            pcm=first.pcm + clip.pcm,
            marks=first.marks + marks,
            marks_from=least_exact((first.marks_from, clip.marks_from)),
        )
    return first
