"""A Draft -> the same without what no book may hold, whatever its format let through. Pure."""

from dataclasses import fields, replace

from oped_audio.model.address import address
from oped_audio.model.document import Image, Span
from oped_audio.model.language import is_tag
from oped_audio.reading.draft import Draft, Facts, Piece
from oped_audio.reading.normalise import normalise


def fit(draft: Draft) -> Draft:
    """Languages that are none and addresses that lead nowhere go; the text they marked stays.

    What was written with escapes, as in YAML and JSON, is normalised as all text is.
    """
    return replace(draft, pieces=tuple(map(_piece, draft.pieces)), facts=_facts(draft.facts))


def _piece(piece: Piece) -> Piece:
    return replace(
        piece.mapped(_span),
        label=normalise(piece.label),
        credit=piece.credit and normalise(piece.credit),
        image=piece.image and _image(piece.image),
    )


def _span(span: Span) -> Span:
    if span.language is None and span.link is None:
        return span
    language = span.language if span.language and is_tag(span.language) else None
    return replace(span, language=language, link=span.link and address(span.link))


def _image(image: Image) -> Image:
    return replace(image, alternative=image.alternative and normalise(image.alternative))


def _facts(facts: Facts) -> Facts:
    said = {field.name: getattr(facts, field.name) for field in fields(facts)}
    plain = {
        name: " ".join(normalise(text).split()) or None if text else None
        for name, text in said.items()
    }
    language = plain["language"]
    return replace(Facts(**plain), language=language if language and is_tag(language) else None)
