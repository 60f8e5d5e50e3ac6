"""Article -> the pages that the book adds to it, so that they can be read aloud as well. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from oped_audio.model.document import Block, Document, Item, ItemList, Section, Span
from oped_audio.model.publication import Metadata
from oped_audio.model.roles import VoiceRole
from oped_audio.model.script import Script
from oped_audio.publishing.epub.claims import claims
from oped_audio.publishing.epub.language import Labels, labels
from oped_audio.publishing.epub.pages import Highlight
from oped_audio.publishing.epub.pronunciation import pronunciations
from oped_audio.publishing.epub.statement import statement

ROLES: tuple[VoiceRole, ...] = ("title", "heading", "body")
"""Whose voices read these pages."""
ADDED = 3
"""So many they are."""


def matter(
    document: Document, metadata: Metadata, highlight: Highlight, script: Script
) -> tuple[Section, ...]:
    """Cover, statement of accessibility and contents, in the order of the spine.

    ``script`` is the article's.
    """
    words = labels(metadata.language)
    claimed = claims(document, pronunciations(script))
    said = statement(document, metadata, highlight, claimed)
    return _cover(metadata), said, _contents((*document.pages, said), words, metadata.language)


def _cover(metadata: Metadata) -> Section:
    """Its picture shows title and author, and so its text alternative names them."""
    shown = ", ".join(filter(None, (metadata.title, metadata.author)))
    return Section("cover", "cover", None, (Block("cover-p01", "cover", (Span(shown),)),))


def _contents(pages: Sequence[Section], words: Labels, language: str) -> Section:
    """A list with an entry for each page, nested as their headings are."""
    foreign = None if words.language == language else words.language
    items = tuple(
        Item(f"toc-p01-i{number}", "entry", _entry(page, words, foreign), "", page.level - 1)
        for number, page in enumerate(pages, 1)
    )
    heading = (Span(words.contents, foreign),)
    listed = ItemList("toc-p01", "list", (), items)
    return Section("toc", "contents", words.contents, (listed,), heading_spans=heading)


def _entry(page: Section, words: Labels, foreign: str | None) -> tuple[Span, ...]:
    """The heading without what leads elsewhere, or else what the book calls the page."""
    label = words.of(page)
    if label != page.heading:
        return (Span(label, foreign),)
    spans = page.heading_block.spans
    kept = tuple(replace(span, link=None) for span in spans if span.note is None)
    return kept if any(span.text.strip() for span in kept) else (Span(label),)
