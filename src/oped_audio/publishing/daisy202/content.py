"""Book -> the text document, in XHTML 1.0, in which every sentence has an id. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from oped_audio.model.document import Block, BlockKind, Figure, ItemList, Note, Table
from oped_audio.publishing.daisy202.book import Book
from oped_audio.publishing.daisy202.xhtml import common, xhtml
from oped_audio.publishing.epub.content import heading_element, section_language
from oped_audio.publishing.epub.groups import groups
from oped_audio.publishing.epub.links import note_target
from oped_audio.publishing.epub.lists import list_element
from oped_audio.publishing.epub.markup import Markup, element, lines, text
from oped_audio.publishing.epub.pages import Page
from oped_audio.publishing.epub.tables import table_element
from oped_audio.publishing.epub.text import (
    Reference,
    Setting,
    leaf_text,
    shared_language,
    within,
)
from oped_audio.publishing.epub.xhtml import part_attributes

_STYLED: frozenset[BlockKind] = frozenset(("kicker", "standfirst", "byline", "dateline", "verse"))


def content(book: Book) -> bytes:
    """The file (2.2)."""
    metadata = book.publication.metadata
    body = [
        _section(book, page, rank, first=number == 0)
        for number, (page, rank) in enumerate(zip(book.pages, book.ranks, strict=True))
    ]
    return xhtml(metadata, common(metadata), body)


def _section(book: Book, page: Page, rank: int, *, first: bool) -> Markup:
    section = page.section
    language = book.publication.metadata.language
    own = section_language(section)
    setting = Setting(page.by_block(), "sentence", book.links, own or language, {}, _reference)
    parts = list(_Blocks(book, setting).elements(section.blocks))
    if section.heading:
        style = "title" if first else "section"
        parts.insert(0, heading_element(section, rank, setting, style))
    attributes = {"id": section.id, "class": section.role, **part_attributes(own, language)}
    return element("div", attributes, lines(parts))


def _reference(reference: Reference, content: Markup) -> Markup:
    shown = element("sup", {}, content) if reference.is_raised else content
    link = element("a", {"href": reference.href}, shown)
    return element("span", {"class": "noteref", "id": reference.id}, link)


@dataclass(frozen=True, slots=True)
class _Blocks:
    """Makes the elements of a section's blocks."""

    book: Book
    setting: Setting

    def elements(self, blocks: tuple[Block, ...]) -> Iterator[Markup]:
        for group in groups(blocks):
            first = group[0]
            if isinstance(first, Note):
                yield self._note(first, group)
            elif first.kind == "quotation":
                yield element("blockquote", {}, lines(map(self._block, group)))
            else:
                yield self._block(first)

    def _note(self, first: Note, group: list[Block]) -> Markup:
        """The note with its label, which leads back to its first reference."""
        back = self.setting.links.back.get(first.id)
        label = text(first.label or "↑")
        shown = element("a", {"href": back}, label) if back else label
        marker = [element("p", {"class": "label"}, shown)] if first.label or back else []
        attributes = {"id": note_target(first.id), "class": "notebody"}
        return element("div", attributes, lines([*marker, *map(self._block, group)]))

    def _block(self, block: Block) -> Markup:
        if isinstance(block, ItemList):
            return list_element(block, self.setting)
        if isinstance(block, Table):
            return table_element(block, self.setting)
        language = shared_language(block.leaves)
        inner = within(self.setting, language)
        added = part_attributes(language, self.setting.language)
        if isinstance(block, Figure):
            return self._figure(block, inner, added)
        shown = leaf_text(block, inner)
        if block.kind == "pullquote":
            shown = element("span", {"class": "sidebar"}, shown)
        style = block.kind if block.kind in _STYLED else None
        return element("p", {"id": block.id, "class": style, **added}, shown)

    def _figure(self, block: Figure, inner: Setting, added: dict[str, str | None]) -> Markup:
        """The picture, or where players cannot show it its text alternative; then its caption."""
        parts = []
        if block.image:
            words = block.image.alternative or ""
            name = self.book.images.get(block.image.digest)
            identity = {"id": block.alternative_id}
            if name:
                picture = element("img", {**identity, "src": name, "alt": words})
            else:
                picture = element("span", identity, text(words))
            style = {"class": "optional-prodnote" if words else None}
            parts.append(element("p", {}, element("span", style, picture)))
        if block.spans:
            parts.append(element("p", {"class": "caption"}, leaf_text(block, inner)))
        return element("div", {"id": block.id, "class": "figure", **added}, lines(parts))
