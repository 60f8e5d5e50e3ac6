"""The content of a Word paragraph -> spans, and the pictures, text boxes and notes in it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from oped_audio.model.document import Span
from oped_audio.reading.docx.numbering import numeral
from oped_audio.reading.docx.ooxml import child, is_on, name_of, said
from oped_audio.reading.docx.styles import Style, Styles
from oped_audio.reading.normalise import normalise

if TYPE_CHECKING:
    from lxml.etree import _Element

_DROPPED = frozenset(
    ("del", "moveFrom", "rPr", "pPr", "sdtPr", "instrText", "delText", "delInstrText", "Fallback")
)
_CHARACTERS = {
    "tab": " ",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "",
    "ptab": " ",
}
_OUTSIDE = re.compile(r"(?:https?://|mailto:)\S+$")
_FIELD_LINK = re.compile(r'\bHYPERLINK\s+(?:\\[a-z]\s+)?"([^"]+)"')
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_PICTURES = frozenset(("drawing", "pict"))


@dataclass(slots=True)
class Paragraph:
    """What is in a paragraph."""

    spans: list[Span] = field(default_factory=list)
    pictures: list["_Element"] = field(default_factory=list)
    """``w:drawing`` and ``w:pict``."""
    boxes: list["_Element"] = field(default_factory=list)
    """``w:txbxContent``."""


@dataclass(slots=True)
class RunReader:
    """Reads the runs of a document."""

    styles: Styles
    links: Mapping[str, str]
    """Addresses by relationship id."""
    language: str | None
    """BCP 47 tag of the document."""
    notes: dict[str, str] = field(default_factory=dict)
    """The labels of the notes that have been referred to, by their keys."""
    field_depth: int = 0
    in_instruction: bool = False
    instruction: str = ""
    field_link: str | None = None

    def paragraph(self, element: "_Element", style: Style) -> Paragraph:
        """Everything in a ``w:p``."""
        found = Paragraph()
        base = _span(style, self._foreign(style.language))
        self._walk(element, base, style, found)
        found.spans = joined(found.spans)
        return found

    def _foreign(self, language: str | None) -> str | None:
        same = (language or "").casefold() == (self.language or "").casefold()
        return None if same or language in {None, "x-none"} else language

    def _walk(self, element: "_Element", base: Span, style: Style, found: Paragraph) -> None:
        for node in element:
            name = name_of(node)
            if name == "r":
                self._run(node, base, style, found)
            elif name == "hyperlink":
                target = self.links.get(said(node, "id") or "", "")
                link = target if _OUTSIDE.match(target) else base.link
                self._walk(node, replace(base, link=link), style, found)
            elif name in {"t", "oMath", "oMathPara"}:
                text = "".join(part.text or "" for part in node.iter() if name_of(part) == "t")
                found.spans.append(replace(base, text=normalise(text)))
            elif name not in _DROPPED:
                self._walk(node, base, style, found)

    def _run(self, element: "_Element", base: Span, style: Style, found: Paragraph) -> None:
        properties = child(element, "rPr")
        own = self.styles.by_id.get(said(child(properties, "rStyle")) or "", Style())
        hidden = child(properties, "vanish")
        if is_on(hidden) or (hidden is None and (own.hidden or style.hidden)):
            return
        span = self._styled(properties, own, base)
        for node in element:
            self._content(node, span, found)

    def _styled(self, properties: "_Element | None", own: Style, base: Span) -> Span:
        bold, italic = child(properties, "b"), child(properties, "i")
        strong = is_on(bold) if bold is not None else own.strong or base.emphasis == "strong"
        emphasis = (
            is_on(italic) if italic is not None else own.emphasis or base.emphasis == "emphasis"
        )
        lang = child(properties, "lang")
        kind = "bidi" if is_on(child(properties, "rtl")) else "val"
        language = said(lang, kind) or own.language
        return replace(
            base,
            emphasis="strong" if strong else "emphasis" if emphasis else "none",
            language=self._foreign(language) if language else base.language,
        )

    def _content(self, node: "_Element", span: Span, found: Paragraph) -> None:
        name = name_of(node)
        if name == "fldChar":
            self._field(said(node, "fldCharType") or "")
        elif name == "instrText":
            self.instruction += node.text or ""
        elif name in _NOTES:
            self._reference(node, _NOTES[name], span, found)
        elif name in _PICTURES:
            found.boxes += [box for box in node.iter() if name_of(box) == "txbxContent"]
            found.pictures.append(node)
        elif name == "AlternateContent":
            self._alternate(node, span, found)
        elif not self.in_instruction:
            text = self._text(node, name)
            if text:
                link = self.field_link or span.link
                found.spans.append(replace(span, text=normalise(text), link=link))

    def _text(self, node: "_Element", name: str) -> str:
        if name == "t":
            return node.text or ""
        if name == "br" and said(node, "type") in {"page", "column"}:
            return " "
        if name == "sym":
            code = said(node, "char") or ""
            return chr(int(code, 16)) if re.fullmatch(r"[0-9A-Fa-f]{1,4}", code) else ""
        return _CHARACTERS.get(name, "")

    def _alternate(self, node: "_Element", span: Span, found: Paragraph) -> None:
        """``mc:AlternateContent``: the choice, or what stands for it, never both."""
        chosen = child(node, "Choice")
        for inner in chosen if chosen is not None else child(node, "Fallback") or ():
            self._content(inner, span, found)

    def _reference(self, node: "_Element", kind: str, span: Span, found: Paragraph) -> None:
        key = f"{kind} {said(node, 'id')}"
        if said(node, "customMarkFollows") in {"1", "true", "on"}:
            return
        count = sum(known.startswith(kind) for known in self.notes) + 1
        shown = str(count) if kind == "footnote" else numeral(count, "lowerRoman")
        label = self.notes.setdefault(key, shown)
        found.spans.append(replace(span, text=label, note=key))

    def _field(self, kind: str) -> None:
        """ECMA-376, 17.16.18: what a field does is not shown, its result is."""
        if kind == "begin":
            self.field_depth += 1
            self.in_instruction, self.instruction = True, ""
        elif kind == "separate":
            self.in_instruction = False
            found = _FIELD_LINK.search(self.instruction)
            if found and _OUTSIDE.match(found[1]):
                self.field_link = found[1]
        elif kind == "end":
            self.field_depth = max(self.field_depth - 1, 0)
            self.in_instruction = False
            self.field_link = None


def _span(style: Style, language: str | None) -> Span:
    """How the style's own text looks; what a heading or quotation looks like is no emphasis."""
    plain = style.level or style.name not in {"", "normal", "strong", "emphasis"}
    if plain:
        return Span("", language)
    return Span(
        "", language, "strong" if style.strong else "emphasis" if style.emphasis else "none"
    )


def joined(spans: list[Span]) -> list[Span]:
    """Runs of one style in one span, without white space twice or at the ends."""
    merged: list[Span] = []
    for span in spans:
        text = re.sub(r"[ \t]+", " ", span.text)
        if merged and merged[-1].text[-1:] in {" ", "\n"}:
            text = text.lstrip(" ")
        elif not merged:
            text = text.lstrip()
        if not text:
            continue
        same = merged and replace(merged[-1], text="") == replace(span, text="")
        if merged and (same or (text.isspace() and not span.note)):
            merged[-1] = replace(merged[-1], text=re.sub(r" \n", "\n", merged[-1].text + text))
        else:
            merged.append(replace(span, text=text))
    while merged and not merged[-1].text.rstrip():
        merged.pop()
    if merged:
        merged[-1] = replace(merged[-1], text=merged[-1].text.rstrip())
    return merged
