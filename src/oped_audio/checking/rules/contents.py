"""A book -> what accessibility metadata may truly say of it."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from oped_audio.checking.book import Book
from oped_audio.checking.document import OPS, alternative, types
from oped_audio.checking.elements import local, resolved

if TYPE_CHECKING:
    from lxml.etree import _Element

_SSML = "{http://www.w3.org/2001/10/synthesis}"
_LEXICON = "application/pls+xml"
_PAGES = frozenset(("pagebreak", "doc-pagebreak"))
_HEADING = re.compile("h[1-6]")
_EXCUSE = re.compile(
    r"without (?:a )?description|ohne Beschreibung|sans description|sin descripción"
    r"|没有说明|بلا وصف",
    re.IGNORECASE,
)
"""What is said in place of a description (WCAG 2.2, failure F30)."""
_LACKS = {
    "synchronizedAudioText": "no document has an overlay",
    "tableOfContents": "there is no table of contents",
    "alternativeText": "there is no picture, or one without alternative",
    "pageNavigation": "there is no list of pages",
    "pageBreakMarkers": "there are no page breaks",
    "printPageNumbers": "there are no page breaks",
    "ttsMarkup": "there is no lexicon and no ssml:ph",
    "structuralNavigation": "there are no headings",
    "MathML": "there is no MathML",
    "captions": "there are no captions",
    "index": "there is no index",
    "longDescription": "no picture has a description",
}


class Contents:
    """What is in a book; asked for once, from all of its documents."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._tags: set[str] = set()
        self._kinds: set[str] = set()
        self._attributes: set[str] = set()
        self._described = 0
        self._excused = 0
        self.undescribed = 0
        """Pictures of which it is not said what they show."""
        self.has_text = False
        covers = {item.name for item in book.items if "cover-image" in item.properties}
        for document in book.documents:
            folder = document.name.rpartition("/")[0]
            for node in document.root.iter("*"):
                self._see(node)
                if local(node) == "img" and resolved(folder, node.get("src") or "")[0] in covers:
                    self._tags.add("cover")
            for node in document.pictures:
                self._look_at(node, resolved(folder, node.get("src") or "")[0] in covers)
            self.has_text = self.has_text or any(document.units())

    @property
    def features(self) -> dict[str, bool]:
        """What can be told of each feature; others are taken on trust."""
        media = {item.media_type for item in self.book.items}
        has_pages = not self._kinds.isdisjoint(_PAGES)
        return {
            "synchronizedAudioText": self.is_narrated,
            "tableOfContents": "nav:toc" in self._kinds,
            "alternativeText": bool(self._described) and not self.undescribed + self._excused,
            "pageNavigation": "nav:page-list" in self._kinds,
            "pageBreakMarkers": has_pages,
            "printPageNumbers": has_pages,
            "ttsMarkup": _LEXICON in media or f"{_SSML}ph" in self._attributes,
            "structuralNavigation": any(map(_HEADING.fullmatch, self._tags)),
            "MathML": "math" in self._tags,
            "captions": "track" in self._tags,
            "index": not self._kinds.isdisjoint(("index", "doc-index")),
            "longDescription": not self._attributes.isdisjoint(("aria-details", "longdesc"))
            or "details" in self._tags,
        }

    @property
    def is_narrated(self) -> bool:
        """Whether it is, or would be if its overlays could be read."""
        return any(item.overlay for item in self.book.items)

    worth_claiming = frozenset((
        "synchronizedAudioText", "tableOfContents", "alternativeText", "pageNavigation",
        "pageBreakMarkers", "ttsMarkup",
    ))  # fmt: skip

    def lacks(self, feature: str) -> str:
        """Why a feature is not there."""
        return _LACKS[feature]

    @property
    def has_video(self) -> bool:
        """Whether something may flash or move."""
        is_scripted = any("scripted" in item.properties for item in self.book.items)
        return is_scripted or "video" in self._tags

    @property
    def has_visuals(self) -> bool:
        """Whether there is anything to see, be it the cover."""
        is_page = any(item.media_type.startswith("image/") for item, _ in self.book.spine)
        is_shown = self._described or self.undescribed or self._tags & {"svg", "video", "cover"}
        return is_page or bool(is_shown)

    @property
    def meaningful_pictures(self) -> int:
        """Pictures beside the cover with, or without, an alternative."""
        return self._described

    @property
    def is_narration_only(self) -> bool:
        """Whether the only sound is that of the text."""
        return bool(self.book.narrated) and not self._tags & {"audio", "video"}

    def _look_at(self, node: "_Element", is_cover: bool) -> None:
        if node.get("alt") is None and not node.get("aria-label"):
            self.undescribed += 1
        elif (words := alternative(node)) and not is_cover:
            self._described += 1
            self._excused += bool(_EXCUSE.search(words))

    def _see(self, node: "_Element") -> None:
        tag = local(node)
        self._tags.add(tag)
        self._kinds.update(types(node))
        self._attributes.update(map(str, node.attrib))
        if tag == "nav":
            self._kinds.update(f"nav:{kind}" for kind in _nav_kinds(node))


def _nav_kinds(node: "_Element") -> Iterator[str]:
    yield from (node.get(f"{OPS}type") or "").split()
