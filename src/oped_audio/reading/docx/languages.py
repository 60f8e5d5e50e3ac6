"""The language that most of a document is in, which Word only notes a run at a time. Pure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from oped_audio.model.document import Span
from oped_audio.model.language import primary
from oped_audio.reading.detection import detect
from oped_audio.reading.draft import Piece

_SAMPLE = 20_000
"""Characters."""


def in_main_language(
    pieces: Sequence[Piece], given: str | None
) -> tuple[tuple[Piece, ...], str | None]:
    """The pieces with only other languages marked, and the main one.

    ``given`` is what spans are in that say nothing. Word marks text as what the keyboard was set
    to: where the words are plainly of another language, none is believed, and None returned.
    """
    sizes: Counter[str | None] = Counter()
    for piece in pieces:
        for span in piece.all_spans:
            sizes[span.language or given] += sum(map(str.isalpha, span.text))
    main = max(sizes, key=lambda language: sizes[language], default=given)
    text = "\n".join(span.text for piece in pieces for span in piece.all_spans)[:_SAMPLE]
    found = detect(text)
    if main is None or (found and primary(found) != primary(main)):
        return tuple(piece.mapped(_unmarked) for piece in pieces), None
    if main == given:
        return tuple(pieces), main

    def settled(span: Span) -> Span:
        language = span.language or given
        return replace(span, language=None if language == main else language)

    return tuple(piece.mapped(settled) for piece in pieces), main


def _unmarked(span: Span) -> Span:
    return replace(span, language=None)
