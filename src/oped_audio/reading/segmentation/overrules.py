"""What the user says that pieces are, over what they look like. Pure."""

from collections.abc import Sequence
from dataclasses import fields, replace

from oped_audio.model.document import Span
from oped_audio.model.finding import Finding
from oped_audio.reading.draft import Piece, PieceKind
from oped_audio.reading.settings import ReadingChoices

_KINDS: dict[str, PieceKind] = {
    "title": "title",
    "kicker": "kicker",
    "standfirst": "standfirst",
    "byline": "byline",
    "headings": "heading",
    "paragraphs": "paragraph",
    "captions": "figure",
    "quotations": "quotation",
    "pull_quotes": "pullquote",
    "about_author": "about-author",
    "left_out": "left out",
}
_TEXT_KINDS = frozenset(
    {"title", "heading", "kicker", "standfirst", "byline", "dateline", "paragraph", "verse",
     "quotation", "pullquote", "about-author", "left out"}
)  # fmt: skip
"""Kinds whose text can be anything else; lists, tables, figures and notes stay what they are."""
SAID = "the settings say so"


def overrule(
    pieces: Sequence[Piece], choices: ReadingChoices, source: str
) -> tuple[tuple[Piece, ...], tuple[Finding, ...]]:
    """The pieces with the kinds that the settings give them, and what the settings fail to hit."""
    rules = [
        (begin, field.name)
        for field in fields(choices)
        if field.name in _KINDS
        for begin in getattr(choices, field.name)
    ]
    hit: set[tuple[str, str]] = set()
    result = []
    for piece in pieces:
        rule = next((rule for rule in rules if rule[0] and piece.text.startswith(rule[0])), None)
        if rule is None or piece.kind not in _TEXT_KINDS:
            result.append(piece)
            continue
        hit.add(rule)
        result.append(_as(piece, _KINDS[rule[1]]))
    missed = [rule for rule in rules if rule not in hit]
    return tuple(result), tuple(_missed(begin, name, source) for begin, name in missed)


def _as(piece: Piece, kind: PieceKind) -> Piece:
    spans = piece.spans
    if kind != "verse" and piece.kind != "verse":
        spans = tuple(replace(span, text=span.text.replace("\n", " ")) for span in spans)
    level = (piece.level or 2) if kind == "heading" else 0
    return replace(piece, kind=kind, spans=spans or (Span(""),), reason=SAID, level=level)


def _missed(begin: str, name: str, source: str) -> Finding:
    return Finding(
        rule="setting-without-match",
        severity="warning",
        place=f"reading.{name}",
        message=f"no piece of the article begins with {begin!r}",
        remedy="copy the beginning from the outline",
        source=source,
    )
