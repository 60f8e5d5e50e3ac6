"""Draft -> Reading: what every piece of the source is, and the Document that they make.

Whatever is in doubt is a paragraph, and nothing is left out without saying so.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from oped_audio.errors import EmptyInputError, TooLargeError
from oped_audio.model.document import Document
from oped_audio.model.reading import Decision, Reading
from oped_audio.reading.draft import Draft, Piece
from oped_audio.reading.envelope import without_licence
from oped_audio.reading.fit import fit
from oped_audio.reading.segmentation.body import read_body
from oped_audio.reading.segmentation.debris import drop_debris
from oped_audio.reading.segmentation.front import read_front
from oped_audio.reading.segmentation.notes import tie_notes
from oped_audio.reading.segmentation.overrules import missed_levels, overrule
from oped_audio.reading.segmentation.pull_quotes import find_pull_quotes
from oped_audio.reading.segmentation.sections import sections
from oped_audio.reading.settings import ReadingSettings
from oped_audio.reading.vocabulary import vocabulary
from oped_audio.reading.wording import has_letters, is_prose

LONGEST_PARAGRAPH = 100_000
"""Characters: two hours of speech. No article has one, but a file that lost its lines does."""
_DETECTED_FROM = 20_000
"""Characters."""
_UNKNOWN = "en"
_NARRATED = frozenset({"verse", "quotation", "list", "table"})


def segment(draft: Draft, settings: ReadingSettings, source: str) -> Reading:
    """Understand a draft; ``source`` names it in errors. Raises EmptyInputError, TooLargeError."""
    draft = fit(draft)
    longest = max((len(piece.text) for piece in draft.pieces), default=0)
    if longest > LONGEST_PARAGRAPH:
        raise TooLargeError(source, longest, LONGEST_PARAGRAPH, "characters in one paragraph")
    language = settings.language or draft.facts.language or _detected(draft.pieces)
    words = vocabulary(language)
    pieces, missed = overrule(without_licence(draft.pieces), settings.choices, source)
    pieces = tie_notes(drop_debris(pieces, words), words)
    front = read_front(pieces, draft.facts, words)
    body = read_body(replace(front, pieces=find_pull_quotes(front.pieces)), words)
    if not any(map(_is_narrated, body.pieces)):
        raise EmptyInputError(source, _why_empty(draft.pieces))
    shown = {piece.kind: piece.text for piece in reversed(body.pieces)}
    document = Document(
        title=front.title,
        standfirst=shown.get("standfirst") or draft.facts.standfirst,
        byline=body.author,
        language=language,
        sections=sections(body.pieces, words, settings.choices),
        kicker=front.kicker,
        dateline=front.dateline,
        date=front.date,
        publisher=draft.facts.publisher,
        rights=draft.facts.rights,
        source=draft.facts.source,
        byline_line=shown.get("byline"),
    )
    headings = [section.heading for section in document.sections if section.heading]
    missed = (*missed, *missed_levels(settings.choices, headings, source))
    told = (piece for piece in body.pieces if piece.kind != "break" or piece.text)
    return Reading(document, tuple(map(_decision, told)), (*draft.findings, *missed))


def _detected(pieces: Sequence[Piece]) -> str:
    from oped_audio.reading.detection import detect  # noqa: PLC0415 - it brings a model

    sample = "\n".join(piece.text for piece in pieces if piece.kind != "left out")
    return detect(sample[:_DETECTED_FROM]) or _UNKNOWN


def _is_narrated(piece: Piece) -> bool:
    if piece.kind in {"paragraph", "about-author"}:
        return is_prose(piece.unnoted)
    if piece.image is not None and piece.image.alternative:
        return True
    entries = (span for entry in piece.entries for span in entry.spans)
    cells = (span for row in piece.rows for cell in row for span in cell.spans)
    spans = chain(piece.spans, entries, cells)
    return piece.kind in _NARRATED and any(has_letters(span.text) for span in spans)


def _why_empty(pieces: Sequence[Piece]) -> str:
    if not pieces:
        return "it holds no text"
    if len(pieces) == 1:
        return "there is only a title"
    return "there are only headings and captions, no paragraph"


def _decision(piece: Piece) -> Decision:
    text = piece.text
    if piece.entries:
        text = "\n".join("".join(span.text for span in entry.spans) for entry in piece.entries)
    elif piece.rows:
        rows = ("\t".join("".join(s.text for s in c.spans) for c in row) for row in piece.rows)
        text = "\n".join([*([text] if text else []), *rows])
    kind = "left out" if piece.kind == "break" else piece.kind
    return Decision(piece.place, kind, text, piece.reason)
