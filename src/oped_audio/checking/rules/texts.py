"""Text and overlay: that all of it is heard, once, in order, and can be passed over."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from oped_audio.checking.document import Document, Unit, block_of, types
from oped_audio.checking.elements import local, text
from oped_audio.checking.overlays import Par
from oped_audio.checking.rules.rule import Amiss, Evidence, rule, short

if TYPE_CHECKING:
    from lxml.etree import _Element

_NOTES = frozenset((
    "footnote", "endnote", "rearnote", "note", "doc-footnote", "doc-endnote", "footnotes",
    "endnotes", "rearnotes", "doc-endnotes",
))  # fmt: skip
_PAGES = frozenset(("pagebreak", "doc-pagebreak"))
_ESCAPES = {
    "table": frozenset(("table",)),
    "figure": frozenset(("figure",)),
    "ul": frozenset(("list",)),
    "ol": frozenset(("list", "toc", "landmarks", "page-list")),
    "aside": frozenset((
        "aside", "pullquote", "sidebar", "footnote", "endnote", "note", "notice", "warning", "tip",
    )),
}  # fmt: skip


@rule(
    "text-not-narrated",
    "error",
    "MO-9; EPUB Accessibility Techniques, completeness of synchronised text and audio",
    "narrate it, or hide it from readers too",
)
def not_narrated(evidence: Evidence) -> Iterator[Amiss]:
    """All visible text, and the alternative of each picture, is played."""
    for document, overlay in evidence.book.narrated:
        units = document.units(overlay.targets(document.name))
        for (_, kind), run in groupby(units, lambda unit: (block_of(unit.node), _kind(unit))):
            first, *more = run
            if kind == "text":
                words = " ".join(" ".join(unit.text for unit in (first, *more)).split())
                yield Amiss(document.at(first.node), f"{short(words)} is not narrated")
            for unit in (first, *more) if kind == "picture" else ():
                yield Amiss(
                    document.at(unit.node), f"the picture {short(unit.text)} is not narrated"
                )


def _kind(unit: Unit) -> str:
    """Of what is not narrated; empty for what is."""
    return "" if unit.targets else "picture" if unit.is_alternative else "text"


@rule(
    "document-not-narrated",
    "error",
    "MO-9; EPUB Accessibility Techniques, completeness of synchronised text and audio",
    "give the document an overlay",
)
def document_not_narrated(evidence: Evidence) -> Iterator[Amiss]:
    """Every document of the linear spine that has text has an overlay."""
    book = evidence.book
    for item, is_linear in book.spine:
        document = book.document(item.name)
        if not book.narrated or not is_linear or item.overlay or document is None:
            continue
        if "nav" not in item.properties and any(document.units()):
            yield Amiss(item.name, "has text and no overlay")


@rule(
    "contents-not-narrated",
    "warning",
    "MO-11; EPUB Accessibility Techniques, navigation document",
    "give the navigation document an overlay",
)
def contents_not_narrated(evidence: Evidence) -> Iterator[Amiss]:
    """The navigation document is narrated too."""
    book = evidence.book
    for item in book.items:
        if "nav" in item.properties and not item.overlay and book.narrated:
            yield Amiss(item.name, "the table of contents is not narrated")


@rule(
    "text-narrated-twice",
    "error",
    "MO-9; EPUB Accessibility Techniques, completeness of synchronised text and audio",
    "play each text once",
)
def narrated_twice(evidence: Evidence) -> Iterator[Amiss]:
    """No text is played twice, by itself or as part of a larger element."""
    for document, overlay in evidence.book.narrated:
        first: dict[str, Par] = {}
        repeated: set[str] = set()
        before: Par | None = None
        for par in overlay.of(document.name):
            goes_on = before and before.fragment == par.fragment and before.audio != par.audio
            if par.fragment in first and not goes_on:
                repeated.add(par.fragment)
                words = short(_words(document, par))
                yield Amiss(par.place, f"{words} was played by {first[par.fragment].place}")
            first.setdefault(par.fragment, par)
            before = par
        told: Counter[tuple[str, ...]] = Counter()
        for unit in document.units(overlay.targets(document.name)):
            if len(unit.targets) > 1 and not repeated.intersection(unit.targets):
                told[unit.targets[:2]] += 1
                if told[unit.targets[:2]] == 1:
                    outer = first[unit.targets[0]].place
                    place = first[unit.targets[1]].place
                    yield Amiss(place, f"{short(unit.text)} is also played by {outer}")


@rule(
    "text-order",
    "error",
    "MO-5; EPUB Accessibility Techniques, reading order of overlays",
    "play the elements in the order of the document",
)
def order(evidence: Evidence) -> Iterator[Amiss]:
    """Elements are played in the order in which they stand in the document."""
    for document, overlay in evidence.book.narrated:
        furthest = -1
        before = ""
        for par in overlay.of(document.name):
            at = document.order.get(par.fragment)
            if at is None:
                continue
            if at < furthest:
                words = short(_words(document, par))
                yield Amiss(par.place, f"{words} stands before #{before}, and is played after it")
            else:
                furthest, before = at, par.fragment


@rule(
    "note-not-skippable",
    "error",
    "MO-10; EPUB Accessibility Techniques, skippability; EPUB 3.3, 9.3.6",
    "give its par, or the seq around it, the epub:type of the note or page break",
)
def note_not_skippable(evidence: Evidence) -> Iterator[Amiss]:
    """Notes and page breaks are typed as such in the overlay, so that they can be skipped."""
    for document, overlay in evidence.book.narrated:
        for par in overlay.of(document.name):
            node = document.ids.get(par.fragment)
            if node is None:
                continue
            for what, kinds in (("note", _NOTES), ("page break", _PAGES)):
                if _within(node, kinds) and par.types.isdisjoint(kinds):
                    words = short(_words(document, par))
                    yield Amiss(par.place, f"{words} is a {what} in the text, and not here")


@rule(
    "group-not-escapable",
    "warning",
    "MO-10; EPUB Accessibility Techniques, escapability; EPUB 3.3, 9.3.6",
    "put its pars into a seq with epub:type",
)
def group_not_escapable(evidence: Evidence) -> Iterator[Amiss]:
    """Tables, lists, figures and asides are typed on a seq, so that they can be left."""
    for document, overlay in evidence.book.narrated:
        told = set()
        for par in overlay.of(document.name):
            node = document.ids.get(par.fragment)
            if node is None:
                continue
            for around in (node, *node.iterancestors()):
                kinds = _ESCAPES.get(local(around))
                if kinds and par.types.isdisjoint(kinds | types(around)) and around not in told:
                    told.add(around)
                    yield Amiss(par.place, f"is in a {local(around)} that cannot be left")


def _within(node: "_Element", kinds: frozenset[str]) -> bool:
    return any(not types(one).isdisjoint(kinds) for one in (node, *node.iterancestors()))


def _words(document: Document, par: Par) -> str:
    node = document.ids.get(par.fragment)
    if node is None:
        return par.fragment or document.title or document.name
    return text(node) or par.fragment


RULES = (
    not_narrated,
    document_not_narrated,
    contents_not_narrated,
    narrated_twice,
    order,
    note_not_skippable,
    group_not_escapable,
)
