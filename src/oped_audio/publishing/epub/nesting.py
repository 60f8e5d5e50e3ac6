"""The items of a list -> lists within lists, as both the text and the overlay show them. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from oped_audio.model.document import Item, ItemList

_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Listed:
    """A list whose items all have labels, or none."""

    id: str
    """The block's for one that is all of the block."""
    nodes: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Node:
    """An item with the lists in it."""

    item: Item
    inner: tuple[Listed, ...]

    @property
    def id(self) -> str:
        """Of the element that holds the item and the lists in it: ``s03-p02-i1-n``."""
        return f"{self.item.id}-n"


@dataclass(slots=True)
class _Growing:
    item: Item
    inner: list[Item] = field(default_factory=list)


def nested(block: ItemList) -> tuple[Listed, ...]:
    """The list; one that changes between counted and uncounted items becomes several."""
    return _lists(block.items, block.id, 0)


def _lists(items: Sequence[Item], name: str, depth: int) -> tuple[Listed, ...]:
    runs = [list(run) for _, run in groupby(_grown(items, depth), lambda n: bool(n.item.label))]
    names = [name] if len(runs) == 1 else [f"{name}-l{n}" for n in range(1, len(runs) + 1)]
    return tuple(
        Listed(own, tuple(_node(one, depth) for one in run))
        for own, run in zip(names, runs, strict=True)
    )


def _node(one: _Growing, depth: int) -> Node:
    return Node(one.item, _lists(one.inner, f"{one.item.id}-l", depth + 1) if one.inner else ())


def _grown(items: Sequence[Item], depth: int) -> list[_Growing]:
    """Each outermost item with those that are deeper than it."""
    top = min((item.depth for item in items), default=0) if depth < _DEEPEST else None
    nodes: list[_Growing] = []
    for item in items:
        if nodes and top is not None and item.depth > top:
            nodes[-1].inner.append(item)
        else:
            nodes.append(_Growing(item))
    return nodes
