"""Document and settings -> what is said about the book. Pure."""

import hashlib
import json
import uuid
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime

from oped_audio.model.audio import Voice
from oped_audio.model.document import Document
from oped_audio.model.publication import Metadata
from oped_audio.publishing.settings import BookSettings

UNDATED = datetime(2026, 11, 24, tzinfo=UTC)
"""Stands as the date of change where nothing tells one, so that equal builds give equal bytes."""

_NAMESPACE = uuid.UUID("6f6d8a1e-6c7a-5d0e-9d1c-7a3f0f5b2c41")


def settle(document: Document, book: BookSettings) -> Document:
    """The document with what the settings say of it in place of what it says of itself."""
    return replace(
        document,
        title=book.title or document.title,
        byline=book.author or document.byline,
        byline_line=None if book.author else document.byline_line,
        date=book.date or document.date,
        source=book.source or document.source,
        rights=book.rights or document.rights,
        publisher=book.publisher or document.publisher,
    )


def describe(
    document: Document, book: BookSettings, voice: Voice, heard: Sequence[Voice] = ()
) -> Metadata:
    """The metadata of the book; the identifier is made from all that is written in it.

    ``voice`` is the narrator's; ``heard`` are all voices that speak some of the text.
    """
    written = json.dumps(asdict(document), sort_keys=True, ensure_ascii=True, default=_placeless)
    digest = hashlib.sha256(written.encode()).hexdigest()
    return Metadata(
        title=document.title,
        author=document.byline,
        language=document.language,
        identifier=uuid.uuid5(_NAMESPACE, digest).urn,
        modified=book.modified.astimezone(UTC) if book.modified else UNDATED,
        narrator=voice,
        date=document.date,
        source=document.source,
        rights=document.rights,
        publisher=document.publisher,
        certified_by=book.certified_by or None,
        certifier_credential=book.certifier_credential or None,
        certifier_report=book.certifier_report or None,
        further_narrators=tuple(other for other in dict.fromkeys(heard) if other != voice),
    )


def _placeless(_: object) -> str:
    """Where a picture lies says nothing of the article."""
    return ""
