"""Text with references to notes, which are seen and not said -> sentences and tokens. Pure."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from oped_audio.model.document import Span
from oped_audio.scripting.long_sentences import Span as Stretch


def reference_stretches(spans: Sequence[Span]) -> list[Stretch]:
    """Where in the text of the spans references to notes stand."""
    found = []
    at = 0
    for span in spans:
        end = at + len(span.text)
        if span.note and span.text:
            found.append((at, end))
        at = end
    return found


def sentences_around(
    text: str, references: Sequence[Stretch], split: Callable[[str], list[Stretch]]
) -> list[Stretch]:
    """The sentences of a text, found as if the references were not there.

    A reference belongs to the sentence that it stands in or behind.
    """
    if not references:
        return split(text)
    kept = [
        index
        for index in range(len(text))
        if not any(begin <= index < end for begin, end in references)
    ]
    cuts = [
        (kept[begin], kept[end - 1] + 1) for begin, end in split("".join(text[i] for i in kept))
    ]
    for begin, end in references:
        before = [number for number, cut in enumerate(cuts) if cut[0] <= begin]
        if before:
            first, last = cuts[before[-1]]
            cuts[before[-1]] = (first, max(last, end))
        elif cuts:
            cuts[0] = (begin, cuts[0][1])
        else:
            cuts.append((begin, end))
    return cuts


def cut_tokens(tokens: Sequence[Stretch], references: Sequence[Stretch]) -> list[Stretch]:
    """The tokens, cut where a reference begins and ends."""
    if not references:
        return list(tokens)
    result: list[Stretch] = []
    for begin, end in tokens:
        inner = {place for stretch in references for place in stretch if begin < place < end}
        places = [begin, *sorted(inner), end]
        result += pairwise(places)
    return result
