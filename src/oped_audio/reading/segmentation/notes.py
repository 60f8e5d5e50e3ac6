"""Footnotes of a text without markup: ``[1]`` or ``¹`` in a sentence, and its note. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import zip_longest

from oped_audio.model.document import Span
from oped_audio.reading.draft import Piece
from oped_audio.reading.vocabulary import Vocabulary
from oped_audio.reading.wording import plain

_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_DIGITS = str.maketrans(_SUPERSCRIPTS, "0123456789")
_REFERENCE = re.compile(
    rf"\[(\d{{1,3}}|[*†‡])\]|([{_SUPERSCRIPTS}]{{1,3}})|(?<=[\w.,;:!?”’\"')])([*†‡])(?!\w)"
)
_NOTE = re.compile(
    rf"(?:\[(?P<bracketed>\d{{1,3}}|[*†‡])\]:?|(?P<raised>[{_SUPERSCRIPTS}]{{1,3}})|(?P<star>[*†‡])"
    r"|\(?(?P<numbered>\d{1,3})[.)])\s*(?P<text>\S.*)",
    re.DOTALL,
)
_TEXT_KINDS = frozenset({"paragraph", "quotation", "verse", "heading", "standfirst", "pullquote"})


def tie_notes(pieces: Sequence[Piece], words: Vocabulary) -> tuple[Piece, ...]:
    """The pieces, in which paragraphs that are notes are said to be, and references point to them.

    A note begins with its mark, and an earlier piece refers to that mark; or it stands under a
    heading such as ``Notes``. An editor's note is one too, and keeps its place.
    """
    found = list(_headed(list(_found(_unlisted(pieces, words), words)), words))
    labels = {piece.key for piece in found if piece.kind == "note" and piece.key}
    return tuple(_referring(piece, labels) for piece in found)


def _unlisted(pieces: Sequence[Piece], words: Vocabulary) -> Iterator[Piece]:
    """The pieces, with numbered items under a heading for notes as paragraphs."""
    under = False
    for piece in pieces:
        if piece.kind == "list" and under and all(entry.label for entry in piece.entries):
            for entry in piece.entries:
                yield Piece("paragraph", (Span(f"{entry.label} "), *entry.spans), piece.place)
            continue
        if piece.text.strip():
            under = plain(piece.text) in words.notes_headings
        yield piece


def _found(pieces: Iterable[Piece], words: Vocabulary) -> Iterator[Piece]:
    """The pieces, with those that are notes as such."""
    referred: set[str] = set()
    headed = False
    for piece in pieces:
        is_open = piece.kind == "paragraph" and not piece.reason
        note = _as_note(piece, referred, headed=headed) if is_open else None
        if note is None and is_open and _is_by_editor(piece, words):
            note = replace(piece, kind="note", reason="is by the editor")
        headed = headed or _names_notes(piece.text, words)
        if note is None and piece.kind in _TEXT_KINDS:
            referred |= _labels(piece.text)
        yield note or piece


def _headed(pieces: Sequence[Piece], words: Vocabulary) -> Iterator[Piece]:
    """The pieces, with ``FOOTNOTES:`` over the first of the notes as their heading."""
    for piece, following in zip_longest(pieces, pieces[1:]):
        is_open = piece is not pieces[0] and piece.kind == "paragraph" and not piece.reason
        is_over = following is not None and following.kind == "note" and bool(following.key)
        if is_open and is_over and piece.text.endswith(":") and _names_notes(piece.text, words):
            yield replace(piece, kind="heading", reason="announces the notes", level=2)
        else:
            yield piece


def _names_notes(text: str, words: Vocabulary) -> bool:
    return plain(text[:100]) in words.notes_headings


def _as_note(piece: Piece, referred: AbstractSet[str], *, headed: bool) -> Piece | None:
    found = _NOTE.fullmatch(piece.text)
    if found is None or (found["numbered"] and not headed):
        return None
    written = found["bracketed"] or found["raised"] or found["star"] or found["numbered"]
    label = written.translate(_DIGITS)
    if label not in referred:
        return None
    spans = _from(piece.spans, found.start("text"))
    reason = f"begins with the mark {label} of a reference"
    return replace(piece, kind="note", key=label, label=label, spans=spans, reason=reason)


def _labels(text: str) -> set[str]:
    """What the text refers to; a mark at its very beginning is a note's own."""
    return {_label(found) for found in _REFERENCE.finditer(text) if found.start() > 0}


def _label(found: re.Match[str]) -> str:
    return (found[1] or found[2] or found[3]).translate(_DIGITS)


def _from(spans: Sequence[Span], begin: int) -> tuple[Span, ...]:
    result = []
    for span in spans:
        if begin < len(span.text):
            result.append(replace(span, text=span.text[max(begin, 0) :]))
        begin -= len(span.text)
    return tuple(result)


def _is_by_editor(piece: Piece, words: Vocabulary) -> bool:
    text = piece.text.lstrip("([*_ ").lower()
    start = next((start for start in words.editors_notes if text.startswith(start)), None)
    return start is not None and text[len(start) :].lstrip(" )*_")[:1] in {*":：.—–-|", ""}


def _referring(piece: Piece, notes: AbstractSet[str]) -> Piece:
    if not notes or piece.kind not in _TEXT_KINDS:
        return piece
    spans = [part for span in piece.spans for part in _split(span, notes)]
    return replace(piece, spans=tuple(spans)) if len(spans) > len(piece.spans) else piece


def _split(span: Span, notes: AbstractSet[str]) -> list[Span]:
    if span.note:
        return [span]
    parts = []
    at = 0
    for found in _REFERENCE.finditer(span.text):
        if _label(found) in notes:
            parts += [
                replace(span, text=span.text[at : found.start()]),
                replace(span, text=found[0], note=_label(found)),
            ]
            at = found.end()
    parts.append(replace(span, text=span.text[at:]))
    return [part for part in parts if part.text]
