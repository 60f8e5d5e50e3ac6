"""What the user says that pieces are, over what they look like. Pure."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import fields, replace

from oped_audio.model.document import Span
from oped_audio.model.finding import Finding
from oped_audio.reading.draft import Piece, PieceKind
from oped_audio.reading.settings import ReadingChoices

KINDS: Mapping[str, PieceKind] = {
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
"""By setting, what it makes of pieces."""
_TEXT_KINDS = frozenset(
    {"title", "heading", "kicker", "standfirst", "byline", "dateline", "paragraph", "verse",
     "quotation", "pullquote", "about-author", "left out"}
)  # fmt: skip
"""Kinds whose text can be anything else; lists, tables, figures and notes stay what they are."""
_LEVEL = 2
"""Of headings whose level nobody tells."""
SAID = "the settings say so"


_ADDED = "added_headings"
ADDED = "the settings put it here"
OVERRULED = frozenset({SAID, ADDED})
"""Why a piece is of its kind, where the settings have a say."""


def overrule(
    pieces: Sequence[Piece], choices: ReadingChoices, source: str
) -> tuple[tuple[Piece, ...], tuple[Finding, ...]]:
    """The pieces with the kinds that the settings give them, and what the settings fail to hit.

    Headings that the settings add stand before their pieces.
    """
    rules = [
        (begin, field.name)
        for field in fields(choices)
        if field.name in KINDS
        for begin in getattr(choices, field.name)
    ]
    texts = [spaced(piece.text) for piece in pieces]
    whole = frozenset(texts)
    hit: set[tuple[str, str]] = set()
    result: list[Piece] = []
    for piece, text in zip(pieces, texts, strict=True):
        added = _first(((begin, _ADDED) for begin in choices.added_headings), text, whole)
        if added is not None and piece.kind != "break":
            hit.add(added)
            heading = Span(spaced(choices.added_headings[added[0]]))
            result.append(Piece("heading", (heading,), piece.place, ADDED, level=_LEVEL))
        rule = _first(rules, text, whole)
        if rule is None or piece.kind not in _TEXT_KINDS:
            result.append(piece)
            continue
        hit.add(rule)
        result.append(_as(piece, KINDS[rule[1]]))
    missed = [*rules, *((begin, _ADDED) for begin in choices.added_headings)]
    return tuple(result), tuple(
        _missed(begin, name, source) for begin, name in missed if (begin, name) not in hit
    )


def _first(
    rules: Iterable[tuple[str, str]], text: str, whole: Collection[str]
) -> tuple[str, str] | None:
    """The rule that is meant for a piece with this text: ``whole`` are the texts of all pieces."""
    return next((rule for rule in rules if is_meant(rule[0], text, whole)), None)


def first_meant(begins: Iterable[str], text: str, whole: Collection[str]) -> str | None:
    """The first of the beginnings that is meant for a piece with this text."""
    return next((begin for begin in begins if is_meant(begin, text, whole)), None)


def missed_levels(
    choices: ReadingChoices, headings: Sequence[str], source: str
) -> tuple[Finding, ...]:
    """Levels that the settings give to no heading there is."""
    texts = [spaced(heading) for heading in headings]
    return tuple(
        _missed(begin, "levels", source)
        for begin in choices.levels
        if not any(is_meant(begin, text, texts) for text in texts)
    )


def is_meant(begin: str, text: str, whole: Collection[str]) -> bool:
    """Whether a piece with this text is: it begins so, or is just so if any of them all is."""
    wanted = spaced(begin)
    if not wanted:
        return False
    return text == wanted if wanted in whole else text.startswith(wanted)


def spaced(text: str) -> str:
    """The text with one space for all white space, as beginnings and pieces are compared."""
    return " ".join(text.split())


def _as(piece: Piece, kind: PieceKind) -> Piece:
    spans = piece.spans
    if kind != "verse" and piece.kind != "verse":
        spans = tuple(replace(span, text=span.text.replace("\n", " ")) for span in spans)
    level = (piece.level or _LEVEL) if kind == "heading" else 0
    return replace(piece, kind=kind, spans=spans or (Span(""),), reason=SAID, level=level)


def _missed(begin: str, name: str, source: str) -> Finding:
    what = "heading" if name == "levels" else "piece"
    return Finding(
        rule="setting-without-match",
        severity="warning",
        place=f"reading.{name}",
        message=f"no {what} of the article begins with {begin!r}",
        remedy="copy the beginning from the outline",
        source=source,
    )
