"""Elements of HTML or XHTML -> Pieces, in document order and without losing text."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from oped_audio.model.document import Span
from oped_audio.model.finding import Finding
from oped_audio.reading.draft import Piece
from oped_audio.reading.html import figures, headings, inline, listed, tables
from oped_audio.reading.html.notes import notes, references
from oped_audio.reading.html.spans import BREAK, Run, paragraphs, spans, written
from oped_audio.reading.html.surroundings import Surroundings
from oped_audio.reading.html.tree import (
    classes_of,
    hidden_as,
    is_marginal_number,
    language_of,
    name_of,
    number,
    text_of,
    types_of,
    words_of,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

_SILENT = frozenset(
    [
        "script",
        "style",
        "template",
        "head",
        "title",
        "meta",
        "link",
        "base",
        "noscript",
        "iframe",
        "object",
        "embed",
        "audio",
        "video",
        "source",
        "track",
        "canvas",
        "map",
        "area",
        "param",
        "input",
        "textarea",
        "select",
        "datalist",
        "progress",
        "meter",
        "rt",
        "rp",
        "col",
        "colgroup",
        "dialog",
    ]
)
_LEFT_OUT = {"nav": "is navigation", "button": "is a button", "menu": "is a menu"}
_BLOCKS = frozenset(
    [
        "nav",
        "menu",
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "address",
        "center",
        "details",
        "summary",
        "fieldset",
        "form",
        "hgroup",
        "aside",
        "body",
        "html",
        "legend",
        "caption",
        "dt",
        "dd",
        "li",
        "figcaption",
        "tr",
        "td",
        "th",
        "tbody",
        "thead",
    ]
)
_EMPHASIS = frozenset(("em", "i", "cite", "dfn", "var"))
_STRONG = frozenset(("strong", "b"))
_OPEN = Piece("paragraph")


def pieces(body: "_Element", around: Surroundings) -> tuple[list[Piece], list[Finding]]:
    """The pieces of an element's content, and what is amiss with its pictures.

    The tree is not more than a few hundred elements deep.
    """
    referred = references(body, around.file, around.address, around.referred)
    around = replace(around, referred=referred)
    walker = Walker(around, notes(body, around.file, referred))
    walker.walk(body, Span("", language=walker.language(body)))
    walker.flush()
    return walker.pieces, walker.findings


@dataclass(slots=True)
class Walker:
    """Goes through a tree and keeps what it has found so far."""

    around: Surroundings
    notes: Mapping["_Element", str]
    mode: Piece = _OPEN
    """What the next paragraph will be; its spans and place are empty."""
    as_it_is: bool = False
    """Whether white space is shown as it stands, as in ``pre``."""
    pieces: list[Piece] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    begun: "_Element | None" = None
    """Where the runs begin."""
    waiting: list[Piece] = field(default_factory=list)
    """Pictures, and what is left out, within the paragraph of the runs."""

    def inner(self) -> "Walker":
        """One for the content of a cell, item or caption."""
        return Walker(self.around, self.notes)

    def walk(self, element: "_Element", style: Span) -> None:
        """Take in the content of an element."""
        self.add(element.text, style, element)
        for child in element:
            if name_of(child):
                self.take(child, style)
            self.add(child.tail, style, child)

    def add(self, text: str | None, style: Span, element: "_Element") -> None:
        """Take in character data."""
        if text:
            shown = written(text, as_it_is=self.as_it_is)
            if self.begun is None and shown.strip(f" {BREAK}"):
                self.begun = element
            self.runs.append(Run(shown, style))

    def flush(self) -> None:
        """End the paragraph, if there is one."""
        place = self.around.place(self.begun) if self.begun is not None else ""
        parts = paragraphs(self.runs) if self.mode.kind == "paragraph" else [self.runs]
        for found in map(spans, parts):
            shown = "".join(span.text for span in found)
            is_note = self.mode.kind == "note"  # of which ``[]`` is left, without the link back
            if any(map(str.isalnum, shown)) if is_note else not shown.isspace() and shown:
                self.pieces.append(replace(self.mode, spans=found, place=place))
        self.pieces += self.waiting
        self.runs, self.begun, self.waiting = [], None, []

    def take(self, element: "_Element", style: Span) -> None:
        """Take in an element."""
        name = name_of(element)
        if name in _SILENT or is_marginal_number(element):
            return
        is_referred = self.notes.get(element) in self.around.referred  # and shown when asked for
        hidden = None if is_referred else hidden_as(element)
        reason = hidden or _LEFT_OUT.get(name) or self.around.reason_out(element)
        if reason:
            self.leave_out(element, reason)
        elif element in self.notes:
            self.note(element, style)
        else:
            handler = _HANDLERS.get(name)
            if handler is not None:
                handler(self, element, self.styled(element, style))
            elif name in _BLOCKS or "heading" in types_of(element):
                self.block(element, self.styled(element, style))
            else:
                self.inline(element, self.styled(element, style))

    def captions(self, element: "_Element", style: Span) -> bool:
        """Give the paragraph to the picture right before it, if that has no caption yet."""
        self.flush()
        figure = self.pieces[-1] if self.pieces else None
        if figure is None or figure.kind != "figure" or figure.spans:
            return False
        inner, others = tables.content(self, element, style)
        self.pieces[-1] = replace(figure, spans=inner, reason="is a figure")
        self.pieces += others
        return True

    def lines(self, element: "_Element", style: Span) -> None:
        """A stanza: each block in it is a line."""
        self.add(element.text, style, element)
        for child in element:
            if (
                name_of(child) in _BLOCKS
                and child not in self.notes
                and not is_marginal_number(child)
            ):
                self.runs.append(Run(BREAK, style))
                self.walk(child, self.styled(child, style))
            elif name_of(child):
                self.take(child, style)
            self.add(child.tail, style, child)

    def inline(self, element: "_Element", style: Span) -> None:
        """Part of a paragraph, unless it is the byline or date in a row of such things."""
        kind = self.around.kind_of(element)
        parent = element.getparent()
        in_row = parent is not None and name_of(parent) != "p" and self.mode.kind == "paragraph"
        if kind and in_row:
            with self.as_kind(Piece(kind, reason="is marked so on the page")):
                self.walk(element, style)
        else:
            self.walk(element, style)

    def styled(self, element: "_Element", style: Span) -> Span:
        """The style within an element."""
        name = name_of(element)
        if element.get("lang") or element.keys():
            said = language_of(element)
            if said:
                same = said.casefold() == (self.around.language or "").casefold()
                style = replace(style, language=None if same else said)
        if name in _STRONG:
            return replace(style, emphasis="strong")
        if name in _EMPHASIS and style.emphasis == "none":
            return replace(style, emphasis="emphasis")
        return style

    def language(self, element: "_Element") -> str | None:
        """That an element gives, if it is another one than the document's."""
        return self.styled(element, Span("")).language

    @contextmanager
    def as_kind(self, mode: Piece) -> Iterator[None]:
        """Paragraphs in here are of this kind."""
        self.flush()
        before, self.mode = self.mode, mode
        yield
        self.flush()
        self.mode = before

    def leave_out(self, element: "_Element", reason: str) -> None:
        """What is seen of it, in one piece; it does not part the paragraph that it stands in."""
        text = text_of(element)
        if text:
            if name_of(element) in _BLOCKS or name_of(element) in _HANDLERS:
                self.flush()
            place = self.around.place(element)
            shown = " ".join(written(text).split())
            self.waiting.append(Piece("left out", (Span(shown),), place, reason))

    def note(self, element: "_Element", style: Span) -> None:
        """A note, whose paragraphs have one key."""
        mode = Piece("note", reason="is marked as a note", key=self.notes[element])
        with self.as_kind(mode):
            self.walk(element, self.styled(element, style))

    def block(self, element: "_Element", style: Span) -> None:
        """A paragraph, or what holds some."""
        types = types_of(element)
        if figures.is_figure(element):
            figures.take(self, element, style)
            return
        kind = self.around.kind_of(element)
        if "heading" in types and self.mode.kind == "paragraph":
            mode = Piece("heading", reason="has the role of a heading")
            level = number(element.get("aria-level")) or 2
            with self.as_kind(replace(mode, level=min(level, 6))):
                self.walk(element, style)
        elif "pullquote" in types or classes_of(element) & {"pullquote", "pull-quote"}:
            with self.as_kind(Piece("pullquote", reason="is marked as a pull quote")):
                self.walk(element, style)
        elif classes_of(element) & {"stanza", "lg", "linegroup"}:
            with self.as_kind(Piece("verse", reason="is marked as verse")):
                self.lines(element, style)
        elif classes_of(element) & {"verse", "poem", "poetry"}:
            with self.as_kind(Piece("verse", reason="is marked as verse")):
                self.walk(element, style)
        elif "caption" in words_of(element) and self.captions(element, style):
            pass
        elif kind and self.mode.kind == "paragraph":
            with self.as_kind(Piece(kind, reason="is marked so on the page")):
                self.walk(element, style)
        else:
            with self.as_kind(self.mode):
                self.walk(element, style)


def _quotation(walker: Walker, element: "_Element", style: Span) -> None:
    pulled = any("pull" in name for name in classes_of(element)) or "pullquote" in types_of(element)
    kind, reason = (
        ("pullquote", "is marked as a pull quote") if pulled else ("quotation", "is a block quote")
    )
    inside = walker.mode.kind in {"note", "pullquote"}
    mode = walker.mode if inside else Piece(kind, reason=reason)  # type: ignore[arg-type]
    with walker.as_kind(mode):
        walker.walk(element, style)


def _preformatted(walker: Walker, element: "_Element", style: Span) -> None:
    inside = walker.mode.kind != "paragraph"
    with walker.as_kind(walker.mode if inside else Piece("verse", reason="is preformatted")):
        walker.as_it_is = True
        walker.walk(element, style)
        walker.flush()
        walker.as_it_is = False


def _rule(walker: Walker, element: "_Element", style: Span) -> None:
    walker.flush()
    walker.pieces.append(Piece("break", place=walker.around.place(element)))


_HANDLERS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), headings.take),
    "hgroup": headings.take_group,
    "header": headings.take_group,
    "blockquote": _quotation,
    "pre": _preformatted,
    "br": inline.line_break,
    "hr": _rule,
    "a": inline.link,
    "sup": inline.raised,
    "q": inline.quoted,
    "math": inline.mathematics,
    "switch": inline.switch,
    "ul": listed.take,
    "ol": listed.take,
    "dl": listed.take,
    "table": tables.take,
    "figure": figures.take,
    "img": figures.take_image,
    "picture": figures.take_image,
    "svg": figures.take_image,
}
