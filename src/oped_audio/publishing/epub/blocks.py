"""Blocks -> their elements, with the semantics that screen readers go by. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from oped_audio.model.document import Block, BlockKind, Figure, ItemList, Note, Table
from oped_audio.publishing.epub.groups import groups, quotation_id
from oped_audio.publishing.epub.links import note_target
from oped_audio.publishing.epub.lists import list_element
from oped_audio.publishing.epub.markup import Markup, element, lines, text
from oped_audio.publishing.epub.pages import image_href
from oped_audio.publishing.epub.tables import table_element
from oped_audio.publishing.epub.text import Setting, leaf_text, shared_language, within
from oped_audio.publishing.epub.xhtml import part_attributes


@dataclass(frozen=True, slots=True)
class _Shape:
    """The elements of a kind of block, outermost first, and the attributes of the outermost."""

    tags: tuple[str, ...] = ("p",)
    style: str | None = None
    type: str | None = None
    role: str | None = None


_SHAPES: dict[BlockKind, _Shape] = {
    "kicker": _Shape(style="kicker"),
    "standfirst": _Shape(style="standfirst", type="subtitle", role="doc-subtitle"),
    "byline": _Shape(style="byline"),
    "dateline": _Shape(style="dateline"),
    "paragraph": _Shape(),
    "quotation": _Shape(),
    "note": _Shape(),
    "verse": _Shape(style="verse"),
    "pullquote": _Shape(("aside", "p"), type="pullquote", role="doc-pullquote"),
    "subheading": _Shape(("h2",)),
}


def block_elements(blocks: Sequence[Block], setting: Setting) -> list[Markup]:
    """The elements of a section's blocks, in order."""
    return [_group(group, setting) for group in groups(blocks)]


def _group(group: Sequence[Block], setting: Setting) -> Markup:
    first = group[0]
    if isinstance(first, Note):
        return _note(first, group, setting)
    if first.kind == "quotation":
        content = lines(_block(block, setting) for block in group)
        return element("blockquote", {"id": quotation_id(group)}, content)
    return _block(first, setting)


def _note(first: Note, group: Sequence[Block], setting: Setting) -> Markup:
    """Not an ``aside``, which some reading systems hide until its reference is followed.

    An endnote is a footnote too: its own type and role are deprecated (DPUB-ARIA 1.1). Its label
    is heard with its first word, and so lights up with it.
    """
    back = setting.links.back.get(first.id)
    counted = bool(first.label or back)
    label = element(
        "a" if back else "span",
        {"class": "label", "href": back, "role": "doc-backlink" if back else None},
        text(first.label or "↑"),
    )
    attributes = {
        "id": note_target(first.id),
        "class": "note",
        "epub:type": "footnote" if counted else None,
        "role": "doc-footnote" if counted else "note",
    }
    further = [_block(block, setting) for block in group[1:]]
    return element(
        "div", attributes, lines([_block(first, setting, label if counted else None), *further])
    )


def _block(block: Block, setting: Setting, label: Markup | None = None) -> Markup:
    if isinstance(block, ItemList):
        return list_element(block, setting)
    if isinstance(block, Table):
        return table_element(block, setting)
    language = shared_language(block.leaves)
    inner = within(setting, language)
    added = part_attributes(language, setting.language)
    if isinstance(block, Figure):
        return _figure(block, inner, added)
    shape = _SHAPES[block.kind]
    outer, *rest = shape.tags
    content = leaf_text(block, inner, label and Markup(f"{label} "))
    for tag in reversed(rest):
        content = element(tag, {}, content)
    attributes = {
        "id": block.id,
        "class": shape.style,
        "epub:type": shape.type,
        "role": shape.role,
        **added,
    }
    return element(outer, attributes, content)


def caption_id(figure: Figure) -> str:
    """The id of the element that holds a figure's caption and credit."""
    return f"{figure.id}-c"


def _figure(block: Figure, setting: Setting, added: dict[str, str | None]) -> Markup:
    """The picture, if it is in the book, and its caption, which alone is the figure otherwise."""
    parts = []
    if block.image:
        alternative = block.image.alternative or ""
        attributes = {
            "id": block.alternative_id,
            "src": f"../{image_href(block.image)}",
            "alt": alternative,
            "role": None if alternative else "presentation",
        }
        parts.append(element("img", attributes))
    if block.spans:
        parts.append(element("figcaption", {"id": caption_id(block)}, leaf_text(block, setting)))
    return element("figure", {"id": block.id, **added}, *parts)
