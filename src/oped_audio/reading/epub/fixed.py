"""Pages whose layout is fixed -> their paragraphs, without what is printed around them. Pure.

Tools that draw pages make an element of each line, and write page numbers and running heads
as text.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from oped_audio.reading.draft import Piece
from oped_audio.reading.epub.joining import as_one, goes_on, joined
from oped_audio.reading.headings import is_numeral
from oped_audio.reading.wording import plain

_LEAST_PAGES = 3
_SHARE = 0.5
"""Of the pages, that a running head stands on."""
_LEAST_LINE = 20
"""Characters of a line that goes on in the next one."""
_HYPHENS = "-\u2010"


def paragraphs(pages: Sequence[Sequence[Piece]]) -> list[Piece]:
    """The text of a book whose pages are given."""
    heads = _running_heads(pages)
    return joined([_whole(_without_furniture(page, heads)) for page in pages])


def _running_heads(pages: Sequence[Sequence[Piece]]) -> frozenset[str]:
    """What is the first or last text of many pages."""
    edges = Counter(text for page in pages for text in {plain(one.text) for one in _edges(page)})
    least = max(_LEAST_PAGES, len(pages) * _SHARE)
    return frozenset(text for text, count in edges.items() if text and count >= least)


def _edges(page: Sequence[Piece]) -> list[Piece]:
    texts = [piece for piece in page if _is_text(piece)]
    return [*texts[:2], *texts[-2:]]


def _is_text(piece: Piece) -> bool:
    return bool(piece.text.strip()) and piece.kind in {"paragraph", "heading"}


def _without_furniture(page: Sequence[Piece], heads: frozenset[str]) -> list[Piece]:
    """Furniture stands above all else that is written on the page, or below."""
    result = list(page)
    texts = [index for index, piece in enumerate(page) if _is_text(piece)]
    for order in (texts, texts[::-1]):
        for index in order:
            reason = _furniture(page[index], heads)
            if reason is None:
                break
            result[index] = replace(page[index], kind="left out", reason=reason)
    return result


def _furniture(piece: Piece, heads: frozenset[str]) -> str | None:
    bare = piece.text.strip(" .-–—")
    if bare.isdecimal() or is_numeral(bare.upper()):
        return "is the number of the page"
    return "stands on many pages" if plain(piece.text) in heads else None


def _whole(page: Sequence[Piece]) -> list[Piece]:
    """A line that ends in mid-sentence is one paragraph with what goes on in lower case."""
    result: list[Piece] = []
    for piece in page:
        above = result[-1] if result else None
        if above is not None and _goes_over(above, piece):
            result[-1] = as_one(above, piece)
        else:
            result.append(piece)
    return result


def _goes_over(above: Piece, piece: Piece) -> bool:
    """Whether a line goes on in the next one."""
    text = above.text.rstrip()
    is_full = len(text) >= _LEAST_LINE or text[-1:] in _HYPHENS
    return is_full and goes_on(above, piece)
