"""``styles.xml`` -> what a paragraph of each style is, and how its runs look. Pure."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from oped_audio.reading.docx.ooxml import child, children, is_on, said, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEEPEST = 20
_HEADING = re.compile(r"heading ([1-9])")


@dataclass(frozen=True, slots=True)
class Style:
    """With what it takes from the styles that it is based on."""

    name: str = ""
    """In lower case; Word keeps its own styles' names in English in every language."""
    level: int = 0
    """Of a heading: 1 to 9; 0 for none."""
    strong: bool = False
    emphasis: bool = False
    language: str | None = None
    hidden: bool = False
    numbering: tuple[str, int] | None = None
    """The list that its paragraphs belong to, and their depth in it."""


@dataclass(frozen=True, slots=True)
class Styles:
    """All styles of a document by their ids."""

    by_id: dict[str, Style] = field(default_factory=dict)
    default: str = ""
    """Id of the paragraphs that name none."""
    language: str | None = None

    def of(self, name: str | None) -> Style:
        """The style of this id, or the default one."""
        return self.by_id.get(name or self.default, Style())


def read_styles(root: "_Element | None") -> Styles:
    """The styles; one that is based on itself is based on nothing."""
    if root is None:
        return Styles()
    found = {said(node, "styleId") or "": node for node in children(root, "style")}
    default = ""
    for name, node in found.items():
        if said(node, "type") == "paragraph" and said(node, "default") in {"1", "true", "on"}:
            default = name
    properties = child(root, "docDefaults", "rPrDefault", "rPr")
    return Styles(
        {name: _style(name, found) for name in found},
        default,
        said(child(properties, "lang")),
    )


def _style(name: str, found: dict[str, "_Element"]) -> Style:
    chain: list[_Element] = []
    seen: set[str] = set()
    while name in found and name not in seen and len(chain) < _DEEPEST:
        seen.add(name)
        chain.append(found[name])
        name = said(child(found[name], "basedOn")) or ""
    style = Style()
    for node in reversed(chain):
        style = _over(style, node)
    return style


def _over(base: Style, node: "_Element") -> Style:
    """The style that an element makes of the one it is based on."""
    name = (said(child(node, "name")) or "").lower()
    runs, paragraph = child(node, "rPr"), child(node, "pPr")
    is_paragraph = said(node, "type") != "character"
    return Style(
        name=name,
        level=_level(name, paragraph, base.level) if is_paragraph else 0,
        strong=_switched(child(runs, "b"), was=base.strong),
        emphasis=_switched(child(runs, "i"), was=base.emphasis),
        language=said(child(runs, "lang")) or base.language,
        hidden=_switched(child(runs, "vanish"), was=base.hidden),
        numbering=list_of(paragraph) or base.numbering,
    )


def _switched(element: "_Element | None", *, was: bool) -> bool:
    return was if element is None else is_on(element)


def _level(name: str, paragraph: "_Element | None", base: int) -> int:
    found = _HEADING.fullmatch(name)
    if found:
        return int(found[1])
    outline = whole(said(child(paragraph, "outlineLvl")))
    if outline is not None:
        return outline + 1 if outline < 9 else 0
    return base


def list_of(properties: "_Element | None") -> tuple[str, int] | None:
    """The list and the depth that a ``w:pPr`` names; an empty name for none."""
    numbering = child(properties, "numPr")
    if numbering is None:
        return None
    depth = whole(said(child(numbering, "ilvl")))
    return said(child(numbering, "numId")) or "", depth or 0


def is_style(style: Style, *names: str) -> bool:
    """Whether it is called so, as ``intense quote`` is a ``quote``."""
    return any(re.search(rf"\b{name}\b", style.name) for name in names)
