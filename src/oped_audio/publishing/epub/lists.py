"""A list -> nested ``ol`` and ``ul`` whose markers are the labels that the source shows. Pure."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from oped_audio.model.document import ItemList
from oped_audio.publishing.epub.markup import Markup, element, lines, text
from oped_audio.publishing.epub.nesting import Listed, Node, nested
from oped_audio.publishing.epub.text import Setting, leaf_text, shared_language, within
from oped_audio.publishing.epub.xhtml import part_attributes

_LONGEST_LABEL = 9
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def list_element(block: ItemList, setting: Setting) -> Markup:
    """The list; several where it changes between counted and uncounted items."""
    made = [_list(listed, setting) for listed in nested(block)]
    return made[0] if len(made) == 1 else element("div", {"id": block.id}, lines(made))


def _list(listed: Listed, setting: Setting) -> Markup:
    nodes = listed.nodes
    labels = [node.item.label for node in nodes]
    found = numbering(labels) if labels[0] else None
    if found is None:
        style = "labelled" if labels[0] else None
        made = [_item(node, setting, None) for node in nodes]
        return element("ul", {"id": listed.id, "class": style}, lines(made))
    kind, values = found
    expected = [values[0], *(value + 1 for value in values)]
    made = [
        _item(node, setting, None if value == due else value, counted=True)
        for node, value, due in zip(nodes, values, expected, strict=False)
    ]
    attributes = {
        "id": listed.id,
        "type": None if kind == "1" else kind,
        "start": None if values[0] == 1 else str(values[0]),
    }
    return element("ol", attributes, lines(made))


def _item(node: Node, setting: Setting, value: int | None, *, counted: bool = False) -> Markup:
    """A label that no marker shows is heard with the first word, and so lights up with it."""
    item = node.item
    language = shared_language([item])
    label = None if counted or not item.label else _label(item.label)
    content = element(
        "span",
        {"id": item.id, **part_attributes(language, setting.language)},
        leaf_text(item, within(setting, language), label),
    )
    inner = [_list(listed, setting) for listed in node.inner]
    attributes = {"id": node.id, "value": None if value is None else str(value)}
    return element("li", attributes, content, *inner)


def _label(label: str) -> Markup:
    return Markup(element("span", {"class": "label"}, text(label)) + " ")


def numbering(labels: Sequence[str]) -> tuple[str, list[int]] | None:
    """The ``type`` of an ``ol`` (HTML, 4.4.5) and its values; None for labels of other kinds.

    ``i)`` alone is taken for a Roman numeral, after ``h)`` for a letter.
    """
    bare = [label.strip("()[]. \u00a0") for label in labels]
    found = []
    for kind, read in _KINDS:
        values = [read(label) if len(label) <= _LONGEST_LABEL else None for label in bare]
        known = [value for value in values if value is not None]
        if len(known) == len(values):
            counts = all(after == before + 1 for before, after in pairwise(known))
            found.append(((not counts, known[0] != 1), kind, known))
    if not found:
        return None
    _, kind, known = min(found, key=lambda each: each[0])
    return kind, known


def _decimal(label: str) -> int | None:
    is_number = label.isascii() and label.isdecimal() and len(label) < 10
    return int(label) if is_number else None


def _letter(label: str) -> int | None:
    single = len(label) == 1 and "a" <= label <= "z"
    return ord(label) - ord("a") + 1 if single else None


def _roman(label: str) -> int | None:
    if not label or any(sign not in _ROMAN for sign in label):
        return None
    values = [_ROMAN[sign] for sign in label]
    return sum(
        -value if value < max(values[index:]) else value for index, value in enumerate(values)
    )


def _capitals(read: Callable[[str], int | None]) -> Callable[[str], int | None]:
    return lambda label: read(label.lower()) if label.isupper() else None


_KINDS: tuple[tuple[str, Callable[[str], int | None]], ...] = (
    ("1", _decimal),
    ("i", _roman),
    ("a", _letter),
    ("I", _capitals(_roman)),
    ("A", _capitals(_letter)),
)
