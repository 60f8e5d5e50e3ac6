"""Elements within a paragraph that are more than their text: links, quotes, formulas."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from oped_audio.model.language import primary
from oped_audio.reading.html.formulas import formula
from oped_audio.reading.html.notes import is_label, key_of, leads_back
from oped_audio.reading.html.spans import BREAK, Run
from oped_audio.reading.html.tree import name_of, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

    from oped_audio.model.document import Span
    from oped_audio.reading.html.elements import Walker

_QUOTES = {"de": "„“", "fr": "«»", "es": "«»", "it": "«»", "ru": "«»", "ar": "«»", "zh": "“”"}
_INNER_QUOTES = {"de": "‚‘", "fr": "“”", "es": "“”", "it": "“”", "ru": "„“", "ar": "“”"}
_PERMALINKS = frozenset("¶#§🔗∞")
"""What links to the heading or paragraph that they stand in show."""
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_READ = ("http://www.w3.org/1998/Math/MathML", "http://www.w3.org/1999/xhtml")


def line_break(walker: "Walker", _: "_Element", style: "Span") -> None:
    """``br``."""
    walker.runs.append(Run(BREAK, style))


def link(walker: "Walker", element: "_Element", style: "Span") -> None:
    """A link, a reference to a note, or the way back from one."""
    href = (element.get("href") or "").strip()
    if href.startswith("#") and text_of(element).strip() in _PERMALINKS:
        return
    key = key_of(walker.around.file, href, walker.around.address)
    if walker.mode.kind == "note" and "#" in href and leads_back(element):
        return
    if key and key in walker.around.referred and is_label(element):
        walker.walk(element, replace(style, note=key))
        return
    target = urljoin(walker.around.address or "", href) if href else ""
    outside = re.match(r"(?:https?://|mailto:)[^\s]+$", target)
    walker.walk(element, replace(style, link=target) if outside else style)


def raised(walker: "Walker", element: "_Element", style: "Span") -> None:
    """Digits stay raised: ``10<sup>6</sup>`` is not 106."""
    text = (element.text or "").strip()
    if len(element) == 0 and text and re.fullmatch(r"[0-9+-]+", text):
        walker.add(text.translate(_RAISED), style, element)
    else:
        walker.walk(element, style)


def quoted(walker: "Walker", element: "_Element", style: "Span") -> None:
    """``q``, whose marks are of the article's language; within another the inner ones."""
    language = primary(walker.around.language or "en")
    depth = sum(name_of(above) == "q" for above in element.iterancestors())
    marks = (_INNER_QUOTES if depth % 2 else _QUOTES).get(language, "‘’" if depth % 2 else "“”")
    walker.add(marks[0], style, element)
    walker.walk(element, style)
    walker.add(marks[1], style, element)


def mathematics(walker: "Walker", element: "_Element", style: "Span") -> None:
    """A formula in MathML."""
    walker.add(formula(element), style, element)


def switch(walker: "Walker", element: "_Element", style: "Span") -> None:
    """``epub:switch`` of EPUB 3.0 shows one of its children: the first that can be read."""
    cases = [node for node in element if name_of(node) in {"case", "default"}]
    shown = [node for node in cases if node.get("required-namespace") in {*_READ, None}]
    if shown:
        walker.walk(shown[0], style)
