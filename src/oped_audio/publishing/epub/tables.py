"""A table -> ``table`` with its caption, header cells and their scopes. Pure."""

from oped_audio.model.document import Cell, Table
from oped_audio.publishing.epub.markup import Markup, element, lines
from oped_audio.publishing.epub.text import Setting, leaf_text, shared_language, within
from oped_audio.publishing.epub.xhtml import part_attributes


def table_element(block: Table, setting: Setting) -> Markup:
    """The table (HTML, 4.9); header rows at its top are its ``thead`` (WCAG 1.3.1, H63)."""
    split = block.header_rows
    parts = []
    if block.spans:
        caption = block.caption_block
        language = shared_language([caption])
        attributes = {"id": caption.id, **part_attributes(language, setting.language)}
        content = leaf_text(caption, within(setting, language))
        parts.append(element("caption", attributes, content))
    for tag, begin, end in (("thead", 0, split), ("tbody", split, len(block.rows))):
        rows = [
            _row(block, number, end - number, setting, in_head=tag == "thead")
            for number in range(begin, end)
        ]
        if rows:
            parts.append(element(tag, {}, lines(rows)))
    return element("table", {"id": block.id}, lines(parts))


def _row(block: Table, number: int, left: int, setting: Setting, *, in_head: bool) -> Markup:
    cells = [_cell(cell, left, setting, in_head=in_head) for cell in block.rows[number]]
    return element("tr", {"id": block.row_id(number)}, lines(cells))


def _cell(cell: Cell, left: int, setting: Setting, *, in_head: bool) -> Markup:
    """The cell; it spans no more than the ``left`` rows of its part of the table."""
    rows = min(cell.rows, left)
    axis, spanned = ("col", cell.columns) if in_head else ("row", rows)
    is_header = cell.is_header and bool(cell.text.strip())
    language = shared_language([cell])
    attributes = {
        "id": cell.id,
        "scope": (f"{axis}group" if spanned > 1 else axis) if is_header else None,
        "colspan": str(cell.columns) if cell.columns > 1 else None,
        "rowspan": str(rows) if rows > 1 else None,
        **part_attributes(language, setting.language),
    }
    content = leaf_text(cell, within(setting, language))
    return element("th" if is_header else "td", attributes, content)
