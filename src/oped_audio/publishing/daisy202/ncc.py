"""Book -> NCC, the navigation control center: the places to go to, and the metadata. Pure."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from oped_audio.model.document import Block, Figure, Note
from oped_audio.model.timecode import whole_seconds
from oped_audio.publishing.daisy202.book import Book, Chapter, Event
from oped_audio.publishing.daisy202.xhtml import Meta, common, xhtml
from oped_audio.publishing.epub.language import labels
from oped_audio.publishing.epub.markup import Markup, element, text

_DATE = "yyyy-mm-dd"
_UNKNOWN = "Unknown"
_WHOLE_DATE = 10
"""Characters of a date that says the day."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A place to go to."""

    tag: str
    """``h1`` to ``h6``, or ``span``."""
    style: str
    """``title``, ``section``, ``noteref``, ``sidebar`` or ``optional-prodnote``."""
    href: str
    label: str


def ncc(book: Book, files: int, kilobytes: int) -> bytes:
    """The file (2.1); ``files`` and ``kilobytes`` are those of the whole book with this file."""
    found = entries(book)
    metas = _metas(book, found, files, kilobytes)
    body = [_element(number, entry) for number, entry in enumerate(found, 1)]
    return xhtml(book.publication.metadata, metas, body)


def entries(book: Book) -> tuple[Entry, ...]:
    """Headings, references to notes, pull quotes, descriptions of pictures: in the order heard."""
    words = labels(book.publication.metadata.language)
    references = _references(book)
    found = []
    for chapter in book.chapters:
        first = chapter is book.chapters[0]
        section = chapter.page.section
        label = book.publication.metadata.title if first else words.of(section)
        href = f"{chapter.smil}#{chapter.events[0].target}"
        found.append(Entry(f"h{chapter.rank}", "title" if first else "section", href, label))
        found += _inside(chapter, references)
    return tuple(found)


def _inside(chapter: Chapter, references: dict[str, list[tuple[int, str]]]) -> Iterator[Entry]:
    """What can be gone to between this chapter's heading and the next one's."""
    blocks = {name: block for block in chapter.page.section.blocks for name in _names(block)}
    begun = set()
    for number, event in enumerate(chapter.events):
        href = f"{chapter.smil}#{event.target}"
        block = blocks.get(event.leaf)
        if event.skippable == "prodnote" and isinstance(block, Figure):
            yield Entry("span", "optional-prodnote", href, block.alternative_block.text)
        elif event.skippable == "sidebar" and block and event.leaf not in begun:
            yield Entry("span", "sidebar", href, block.text)
        begun.add(event.leaf)
        following = chapter.events[number + 1 : number + 2]
        for label in _within(references.get(event.leaf, []), event, following):
            yield Entry("span", "noteref", href, label)


def _within(
    references: list[tuple[int, str]], event: Event, following: tuple[Event, ...]
) -> Iterator[str]:
    """The labels of the references in the event's text, or after it and before the next one's."""
    goes_on = bool(following) and following[0].leaf == event.leaf
    for begin, label in references:
        if begin >= event.begin and not (goes_on and begin >= following[0].begin):
            yield label


def _names(block: Block) -> tuple[str, ...]:
    return (block.id, block.alternative_id) if isinstance(block, Figure) else (block.id,)


def _references(book: Book) -> dict[str, list[tuple[int, str]]]:
    """The first reference to each note, by its leaf: its place in there, and the note's label."""
    notes = {
        block.id: block.label
        for page in book.pages
        for block in page.section.blocks
        if isinstance(block, Note)
    }
    found: dict[str, list[tuple[int, str]]] = {}
    first = {href.removeprefix("#"): note for note, href in book.links.back.items()}
    for (leaf, begin), name in book.links.references.items():
        if name in first:
            label = notes[first[name]] or str(1 + sum(map(len, found.values())))
            found.setdefault(leaf, []).append((begin, label))
    return found


def _element(number: int, entry: Entry) -> Markup:
    label = text(" ".join(entry.label.split()))
    link = element("a", {"href": entry.href}, label)
    return element(entry.tag, {"class": entry.style, "id": f"n{number:04}"}, link)


def _metas(book: Book, found: tuple[Entry, ...], files: int, kilobytes: int) -> Iterator[Meta]:
    """All metadata that is required, and what else is known (appendix 2)."""
    metadata = book.publication.metadata
    counts = Counter(entry.style for entry in found)
    total = sum(chapter.duration_ms for chapter in book.chapters)
    changed = metadata.modified.strftime("%Y-%m-%d")
    yield from common(metadata)
    yield Meta("dc:creator", metadata.author or _UNKNOWN)
    yield Meta("dc:publisher", metadata.publisher or _UNKNOWN)
    yield Meta("dc:date", changed, _DATE)
    yield Meta("dc:language", metadata.language, "ISO 639")
    yield Meta("ncc:charset", "utf-8")
    yield Meta("ncc:multimediaType", "audioFullText")
    yield Meta("ncc:totalTime", whole_seconds(total), "hh:mm:ss")
    yield Meta("ncc:tocItems", str(len(found)))
    yield Meta("ncc:depth", str(max(chapter.rank for chapter in book.chapters)))
    yield Meta("ncc:files", str(files))
    yield Meta("ncc:kByteSize", str(kilobytes))
    yield Meta("ncc:setInfo", "1 of 1")
    for name in ("Front", "Normal", "Special"):
        yield Meta(f"ncc:page{name}", "0")
    yield Meta("ncc:maxPageNormal", "0")
    yield Meta("ncc:footnotes", str(counts["noteref"]))
    yield Meta("ncc:sidebars", str(counts["sidebar"]))
    yield Meta("ncc:prodNotes", str(counts["optional-prodnote"]))
    for voice in (metadata.narrator, *metadata.further_narrators):
        yield Meta("ncc:narrator", f"{voice.name} (synthetic voice, {voice.engine})")
    yield Meta("ncc:producedDate", changed, _DATE)
    yield from _source(book)


def _source(book: Book) -> Iterator[Meta]:
    metadata = book.publication.metadata
    yield Meta("ncc:sourceTitle", metadata.title)
    for name, value in (
        ("dc:source", metadata.source),
        ("dc:rights", metadata.rights),
        ("ncc:sourcePublisher", metadata.publisher),
        ("ncc:sourceRights", metadata.rights),
    ):
        if value:
            yield Meta(name, value)
    if metadata.date and len(metadata.date) == _WHOLE_DATE:
        yield Meta("ncc:sourceDate", metadata.date, _DATE)
