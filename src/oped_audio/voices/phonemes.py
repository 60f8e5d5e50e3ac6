"""An utterance -> what an engine is given: its text, with phonemes where it would misread. Pure."""

from collections.abc import Callable

from oped_audio.model.script import Pronunciation, Utterance
from oped_audio.voices.timing import Span


def with_phonemes(
    utterance: Utterance,
    write: Callable[[str, Pronunciation], str],
    escape: Callable[[str], str] = str,
) -> tuple[str, list[Span]]:
    """The spoken text with what ``write`` makes of the IPA of each pronunciation in its place.

    And where in it each spoken token lies, as ``Utterance.spoken_spans`` tells of the plain text.
    ``escape`` takes from the plain text what the engine would obey, and leaves its length.
    """
    plain = escape(utterance.spoken)
    pieces: list[str] = []
    spans: list[Span] = []
    length = done = 0

    def add(piece: str) -> None:
        nonlocal length
        pieces.append(piece)
        length += len(piece)

    for index, (begin, end) in zip(utterance.spoken_tokens, utterance.spoken_spans, strict=True):
        add(plain[done:begin])
        first, done = length, begin
        for one in utterance.tokens[index].pronunciations:
            if one.ipa is not None:
                add(plain[done : begin + one.begin])
                add(write(one.ipa, one))
                done = begin + one.end
        add(plain[done:end])
        spans.append((first, length))
        done = end
    return "".join(pieces), spans
