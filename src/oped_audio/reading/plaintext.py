"""A plain-text article, as an editor pastes it -> Draft.

Here only what is marked by hand gets a kind; all else is a paragraph, open to segmentation. Nothing
that can be seen is left out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from oped_audio.model.document import Span
from oped_audio.reading.draft import Draft, Piece
from oped_audio.reading.encoding import decode
from oped_audio.reading.envelope import split_envelope
from oped_audio.reading.inline import inline
from oped_audio.reading.marks import Mark, item, join_lists, mark_of
from oped_audio.reading.normalise import normalise
from oped_audio.reading.paragraphs import (
    Chunk,
    breaks_are_meant,
    chunks,
    indentation,
    is_filled,
    paragraphs,
    squeeze,
    wrap_width,
)
from oped_audio.reading.pictures import Pictures
from oped_audio.reading.settings import ReadingSettings
from oped_audio.reading.source import Source

_QUOTE_INDENTATION = 2
"""Characters of white space before each line of a quotation or verse."""
_LEAST_FLUSH = 0.5
"""Of a text's chunks, those that must not be indented for the others to mean something."""
_WIDEST_ITEM = 120
"""Characters of a line that is wrapped."""
_PUNCTUATION = frozenset(",.;:!?—…，。；：！？،؛؟")
_CLOSERS = "”’\"'»)"


def read(source: Source, settings: ReadingSettings, pictures: Pictures) -> Draft:
    """The article. Raises NotTextError."""
    return draft(normalise(decode(source.content, source.name)))


def draft(text: str) -> Draft:
    """The pieces of a normalised text."""
    facts, found, dropped = split_envelope(chunks(text))
    flush = sum(indentation(chunk.lines[0]) == 0 for chunk in found)
    indented = bool(found) and flush >= _LEAST_FLUSH * len(found)
    wrap = wrap_width(found)
    alone = len(found) == 1
    pieces = [
        piece for chunk in found for piece in _pieces(chunk, wrap, alone=alone, indented=indented)
    ]
    pieces = list(join_lists(pieces))
    pieces += [_left_out(chunk, reason) for chunk, reason in dropped]
    return Draft(tuple(sorted(pieces, key=_line)), facts)


def _line(piece: Piece) -> int:
    return int(piece.place.removeprefix("line "))


def _left_out(chunk: Chunk, reason: str) -> Piece:
    text = squeeze("\n".join(line.strip() for line in chunk.lines))
    return Piece("left out", (Span(text),), f"line {chunk.line}", reason, lines=len(chunk.lines))


def _pieces(chunk: Chunk, wrap: int, *, alone: bool, indented: bool) -> Iterator[Piece]:
    if indented and _is_set_off(chunk):
        yield from _set_off(chunk, wrap)
        return
    plain = 0
    at = 0
    while at < len(chunk.lines):
        mark = mark_of(chunk.lines, at)
        if mark is None:
            at += 1
            continue
        yield from _unmarked(_part(chunk, plain, at), wrap, alone=alone)
        end = _end_of(mark, chunk.lines, at)
        yield from _marked(mark, _part(chunk, at, end))
        plain = at = end
    yield from _unmarked(_part(chunk, plain, at), wrap, alone=alone)


def _part(chunk: Chunk, begin: int, end: int) -> Chunk:
    return Chunk(chunk.line + begin, chunk.lines[begin:end])


def _end_of(mark: Mark, lines: Sequence[str], at: int) -> int:
    """Where what begins with this mark ends."""
    end = at + mark.lines
    if mark.kind == "quotation":
        while end < len(lines) and lines[end].lstrip().startswith(">"):
            end += 1
    elif mark.kind in {"bullet", "number"}:
        while end < len(lines) and mark_of(lines, end) is None and _goes_on(lines, at, end):
            end += 1
    return end


def _goes_on(lines: Sequence[str], item_at: int, at: int) -> bool:
    """Whether a line belongs to the item above it: it is indented, or the one before is full."""
    if len(lines[at]) > _WIDEST_ITEM:
        return False
    width = min(max(map(len, lines)), _WIDEST_ITEM)
    wrapped = is_filled(lines[at - 1], lines[at].lstrip(), width)
    return wrapped or indentation(lines[at]) > indentation(lines[item_at])


def _marked(mark: Mark, part: Chunk) -> Iterator[Piece]:
    place = f"line {part.line}"
    if mark.kind == "rule":
        reason = "parts the text"
        yield Piece("break", (Span(mark.text),), place, reason)
    elif mark.kind == "heading":
        reason = (
            f"underlined with {mark.marker}" if mark.lines > 1 else f"begins with {mark.marker}"
        )
        yield Piece("heading", inline(squeeze(mark.text)), place, reason, level=mark.level)
    elif mark.kind == "quotation":
        bare = tuple(line.lstrip().lstrip(">").removeprefix(" ") for line in part.lines)
        for inner in chunks("\n".join(bare)):
            for paragraph in paragraphs(replace(inner, line=max(2, inner.line)), alone=False):
                line = part.line + paragraph.line - 1
                yield Piece("quotation", inline(paragraph.text), f"line {line}", "begins with >")
    else:
        text = " ".join([mark.text, *(line.strip() for line in part.lines[1:])])
        yield item(mark, inline(squeeze(text)), place, len(part.lines))


def _unmarked(part: Chunk, wrap: int, *, alone: bool) -> Iterator[Piece]:
    if not part.lines:
        return
    for paragraph in paragraphs(part, alone=alone, wrap=wrap):
        verse = _is_verse(paragraph.text)
        yield Piece(
            "verse" if verse else "paragraph",
            inline(paragraph.text),
            f"line {paragraph.line}",
            "its lines are short and end with punctuation" if verse else "",
            lines=paragraph.lines,
        )


def _is_verse(text: str) -> bool:
    ends = [line.rstrip(_CLOSERS)[-1:] for line in text.split("\n")]
    return len(ends) > 2 and sum(end in _PUNCTUATION for end in ends) >= len(ends) / 2


def _is_set_off(chunk: Chunk) -> bool:
    """Whether all its lines are indented, and there are several."""
    deep = all(indentation(line) >= _QUOTE_INDENTATION for line in chunk.lines)
    return deep and len(chunk.lines) > 1 and mark_of(chunk.lines, 0) is None


def _set_off(chunk: Chunk, wrap: int) -> Iterator[Piece]:
    lines = [line.strip() for line in chunk.lines]
    if breaks_are_meant(lines, wrap):
        spans = inline(squeeze("\n".join(lines)))
        place = f"line {chunk.line}"
        yield Piece("verse", spans, place, "its lines are indented and short", lines=len(lines))
        return
    for paragraph in paragraphs(Chunk(max(2, chunk.line), tuple(lines)), alone=False, wrap=wrap):
        line = f"line {paragraph.line}"
        yield Piece("quotation", inline(paragraph.text), line, "its lines are indented")
