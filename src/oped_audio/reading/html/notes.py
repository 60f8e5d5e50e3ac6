"""References to notes and the notes themselves, by their markup and by how links lead. Pure."""

import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag

from oped_audio.model.document import Span
from oped_audio.reading.archive import folded
from oped_audio.reading.draft import Piece
from oped_audio.reading.html.tree import classes_of, name_of, text_of, types_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_NOTE_TYPES = frozenset(("footnote", "endnote", "rearnote"))
_NOTE_NAMES = frozenset(("p", "li", "div", "aside", "dd", "td", "section"))
_LABEL = re.compile(r"[\[(]?\s*(?:\d{1,4}|[a-z]|[ivxl]{1,6}|[*†‡§¶#]{1,4})\s*[\])]?")
_NOTE_ID = re.compile(
    r"(?:^|[-_:])(?:fn|ftn|edn|footnote|endnote|note|cite[-_]?note|sdfootnote)", re.IGNORECASE
)
_BACK = re.compile(r"[↩↑⤴⏎↵^\ufe0e\ufe0f\s]*")
_BACK_CLASSES = frozenset(("footnote-backref", "footnote-back", "backlink", "fn-backref"))
_BACK_WORDS = re.compile(
    r"\W*(?:go )?(?:back|return)(?: to (?:the )?(?:text|reference|top|note \d+))?\W*"
    r"|\W*(?:zurück(?: zum Text)?|retour(?: au texte)?|volver(?: al texto)?|返回(?:正文)?|عودة)\W*",
    re.IGNORECASE,
)
_SUPERSCRIPTS = re.compile(r"[¹²³⁰⁴-⁹]+")
_HIGHEST = 6


def key_of(file: str, href: str, address: str | None) -> str | None:
    """The key of the note that a link within the source may lead to."""
    there, fragment = urldefrag(href.strip())
    if not fragment or re.match(r"[a-zA-Z][\w+.-]*:|//", there):
        same = address and fragment and there == urldefrag(address)[0]
        return _key(file, unquote(fragment)) if same else None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(there)))
    return _key(path if there else file, unquote(fragment))


def _key(file: str, fragment: str | None) -> str:
    return f"{folded(file)}#{fragment}"


def references(
    body: "_Element", file: str, address: str | None, known: frozenset[str] = frozenset()
) -> frozenset[str]:
    """Keys of the notes that a document refers to, with those known from documents before it.

    A link that stands in what has been referred to leads back.
    """
    found = set(known)
    for link in body.iter("{*}a", "a"):
        key = key_of(file, link.get("href") or "", address)
        if key and _looks_like_reference(link) and not _is_in(link, file, found):
            found.add(key)
    return frozenset(found)


def _is_in(link: "_Element", file: str, keys: Iterable[str]) -> bool:
    node: _Element | None = link
    for _ in range(_HIGHEST):
        if node is None:
            return False
        if any(_key(file, node.get(name)) in keys for name in ("id", "name") if node.get(name)):
            return True
        node = node.getparent()
    return False


def is_label(link: "_Element") -> bool:
    """Whether a link to a note shows its number or mark, and not words that are to be read."""
    shown = text_of(link)
    return (
        "noteref" in types_of(link)
        or bool(_SUPERSCRIPTS.fullmatch(shown))
        or bool(_LABEL.fullmatch(shown.lower()))
    )


def _looks_like_reference(link: "_Element") -> bool:
    types = types_of(link)
    if "noteref" in types:
        return True
    shown = text_of(link)
    if not shown or "backlink" in types or classes_of(link) & _BACK_CLASSES:
        return False
    if _SUPERSCRIPTS.fullmatch(shown):
        return True
    parent = link.getparent()
    raised = (parent is not None and name_of(parent) == "sup") or any(
        name_of(child) == "sup" for child in link
    )
    if not _LABEL.fullmatch(shown.lower()):
        return False
    target = (link.get("href") or "").rpartition("#")[2]
    return raised or shown[:1] in "[(" or bool(_NOTE_ID.search(target))


def notes(body: "_Element", file: str, referred: frozenset[str]) -> Mapping["_Element", str]:
    """The elements that hold notes, with their keys."""
    anchored: dict[_Element, str] = {}
    typed: dict[_Element, str] = {}
    alone: dict[_Element, str] = {}
    for number, element in enumerate(body.iter("*")):
        if types_of(element) & _NOTE_TYPES:
            typed[element] = _key(file, element.get("id") or f"note at {number}")
        name = element.get("id") or (element.get("name") if name_of(element) == "a" else None)
        key = _key(file, name)
        if name and key in referred:
            holder = _holder(element)
            if holder is not None:
                anchored.setdefault(holder, key)
    for holder, key in anchored.items():
        outer = _around(holder, typed)
        if outer is None:
            alone[holder] = key
        elif typed[outer] not in referred:
            typed[outer] = key
    return typed | alone | _beside(alone)


def _beside(alone: Mapping["_Element", str]) -> dict["_Element", str]:
    """Items to which nothing refers, of lists of which at least half are notes."""
    lists = {
        above
        for holder in alone
        if name_of(holder) == "li" and (above := holder.getparent()) is not None
    }
    found: dict[_Element, str] = {}
    for one in lists:
        items = [item for item in one if name_of(item) == "li"]
        others = [(at, item) for at, item in enumerate(items, 1) if item not in alone]
        if len(others) * 2 <= len(items):
            first = next(alone[item] for item in items if item in alone)
            found |= {item: f"{first} beside {at}" for at, item in others}
    return found


def _holder(element: "_Element") -> "_Element | None":
    """The paragraph or item that an anchor stands in."""
    node: _Element | None = element
    for _ in range(_HIGHEST):
        if node is None or name_of(node) in {"body", "article", "main", "h1", "h2", "h3", "h4"}:
            return None
        if name_of(node) in _NOTE_NAMES:
            return node
        node = node.getparent()
    return None


def _around(element: "_Element", others: Mapping["_Element", str]) -> "_Element | None":
    """The element itself or the nearest one around it that is among others."""
    node: _Element | None = element
    while node is not None and node not in others:
        node = node.getparent()
    return node


def leads_back(link: "_Element") -> bool:
    """Whether a link in a note leads to its reference and is nothing to read."""
    shown = text_of(link)
    return (
        "backlink" in types_of(link)
        or bool(classes_of(link) & _BACK_CLASSES)
        or bool(_BACK.fullmatch(shown) or _BACK_WORDS.fullmatch(shown))
        or bool(_LABEL.fullmatch(shown.lower()))
    )


def tied(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces of a whole source, with labels on notes and no reference that leads nowhere."""
    keys = {piece.key for piece in pieces if piece.kind == "note" and piece.key}
    labels: dict[str, str] = {}

    def alive(span: Span) -> Span:
        return span if span.note in keys else replace(span, note=None)

    for piece in pieces:
        for span in piece.all_spans:
            if span.note in keys:
                labels.setdefault(span.note or "", span.text.strip(" []()"))
    seen: set[str] = set()
    result = []
    for piece in pieces:
        made = piece.mapped(alive) if any(s.note for s in piece.all_spans) else piece
        if piece.kind == "note" and piece.key and piece.key not in seen:
            seen.add(piece.key)
            label = piece.label or labels.get(piece.key, "")
            made = replace(made, label=label, spans=_unlabelled(made.spans, label))
        result.append(made)
    return tuple(result)


def _unlabelled(spans: tuple[Span, ...], label: str) -> tuple[Span, ...]:
    """The note without its own number in front."""
    if not label or not spans:
        return spans
    own = rf"\s*[\[(]?{re.escape(label)}[\])]?[.:]?\s+(?=\S)"
    found = re.match(rf"{own}|\s+(?=\S)", spans[0].text)
    if not found:
        return spans
    return (replace(spans[0], text=spans[0].text[found.end() :]), *spans[1:])
