"""Blocks -> the groups that are one thing for a reader: a quotation, a note. Pure."""

from collections.abc import Iterator, Sequence

from oped_audio.model.document import Block, Note


def groups(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Quotations in a row belong together, and a note with its further paragraphs."""
    group: list[Block] = []
    for block in blocks:
        if group and not _goes_on(group[-1], block):
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def quotation_id(group: Sequence[Block]) -> str:
    """The id of the element that holds a quotation's paragraphs."""
    return f"{group[0].id}-q"


def _goes_on(before: Block, block: Block) -> bool:
    if isinstance(block, Note):
        return isinstance(before, Note) and not block.label
    return before.kind == block.kind == "quotation"
