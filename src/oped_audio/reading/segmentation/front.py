"""An article's first pieces and what it says of itself -> title, kicker, byline, date line. Pure.

The standfirst is found later, when headings are known.
"""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from oped_audio.reading.byline import read_byline
from oped_audio.reading.dates import date_of
from oped_audio.reading.draft import Facts, Piece, PieceKind
from oped_audio.reading.frontmatter import BylineLine, is_title, split_byline, split_title
from oped_audio.reading.names import leading_names
from oped_audio.reading.paragraphs import Paragraph
from oped_audio.reading.segmentation.debris import drop_debris
from oped_audio.reading.vocabulary import Vocabulary
from oped_audio.reading.wording import is_prose, plain, word_count

MORE_THAN_NAME = "names the author, and says more"
"""Why a byline is shown with the introduction."""
_AT_THE_TOP = 6
"""Pieces among which a line of the kind may stand."""
_BYLINES_AMONG = 3
"""Paragraphs at the top of which one may be a byline with a date."""
_MOST_DATELINE_WORDS = 16
_MOST_KICKER_WORDS = 6
_PLACE = re.compile(
    r"(?:[A-Z][\w.’'-]*[ ,]+){1,4}(?=[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}$|\d{1,2} [A-Z][a-z]+ \d{4}$)"
)
"""``Gettysburg, Pa., `` before ``Nov. 19, 1863``."""


_HALF = re.compile(r"\b([aApP])\.\s?[mM]\.")
"""``5:00 a.m.``"""


@dataclass(frozen=True, slots=True)
class Front:
    """What stands before the body."""

    title: str
    """Empty where there is none."""
    kicker: str | None
    byline: BylineLine | None
    """Where a line gives one."""
    author: str | None
    dateline: str | None
    date: str | None
    pieces: tuple[Piece, ...]
    """All of the article's: those that are told above have their kinds, others are as before."""


def open_paragraph(piece: Piece) -> bool:
    """Whether what it is has still to be found out."""
    return piece.kind == "paragraph" and not piece.reason


def read_front(pieces: Sequence[Piece], facts: Facts, words: Vocabulary) -> Front:
    """The front matter; what the source says of itself outweighs how lines look."""
    pieces = _lines_apart(pieces, words)
    pieces = _with_title(pieces, facts, words)
    titles = [piece.text.replace("\n", " ") for piece in pieces if piece.kind == "title"]
    pieces = _with_kicker(pieces, words)
    pieces, byline = _with_byline(pieces, words)
    pieces = _with_dateline(pieces, words)
    dateline = _text(pieces, "dateline")
    return Front(
        title=facts.title or " ".join(titles),
        kicker=_text(pieces, "kicker") or facts.kicker,
        byline=byline,
        author=facts.byline or (byline.name if byline else None),
        dateline=dateline,
        date=facts.date or (date_of(dateline) if dateline else None),
        pieces=tuple(pieces),
    )


def _text(pieces: Sequence[Piece], kind: str) -> str | None:
    return next((piece.text for piece in pieces if piece.kind == kind), None)


def _lines_apart(pieces: Sequence[Piece], words: Vocabulary) -> list[Piece]:
    """A byline and a date on lines of their own at the top are pieces of their own."""
    result: list[Piece] = []
    for index, piece in enumerate(pieces):
        lines = piece.text.split("\n")
        apart = len(lines) > 1 and index < _AT_THE_TOP and open_paragraph(piece)
        if apart and any(read_byline(line, words) or _is_dateline(line, words) for line in lines):
            result += drop_debris(tuple(_line_of(piece, line) for line in lines), words)
        else:
            result.append(piece)
    return result


def _line_of(piece: Piece, line: str) -> Piece:
    return replace(piece, spans=(replace(piece.spans[0], text=line),), lines=1)


def _with_title(pieces: list[Piece], facts: Facts, words: Vocabulary) -> list[Piece]:
    if any(piece.kind == "title" for piece in pieces):
        return pieces
    headings = [index for index, piece in enumerate(pieces) if piece.kind == "heading"]
    same = [i for i in headings[:2] if facts.title and plain(pieces[i].text) == plain(facts.title)]
    if same:
        return _marked(pieces, same[0], "title", "is the title that the source gives")
    if facts.title:
        first = _first_open(pieces, 0)
        if first is not None and plain(pieces[first].text) == plain(facts.title):
            return _marked(pieces, first, "title", "is the title that the source gives")
        return pieces
    if headings and _opens(pieces, headings):
        return _marked(pieces, headings[0], "title", "is the first heading")
    return _with_open_title(pieces, words)


def _opens(pieces: Sequence[Piece], headings: Sequence[int]) -> bool:
    """Whether the first heading stands over the whole article."""
    first = headings[0]
    before = [piece for piece in pieces[:first] if piece.kind not in {"left out", "break"}]
    if any(is_prose(piece.text) and piece.kind != "figure" for piece in before):
        return False
    higher = [pieces[index].level for index in headings[1:]]
    alone = all(level > pieces[first].level for level in higher)
    return alone or not any(map(open_paragraph, before))


def _with_open_title(pieces: list[Piece], words: Vocabulary) -> list[Piece]:
    first = _first_open(pieces, 0)
    if first is None or any(
        piece.kind in {"heading", "figure", "list", "quotation"} for piece in pieces[:first]
    ):
        return pieces
    if read_byline(pieces[first].text, words):
        return pieces
    second = _first_open(pieces, first + 1)
    kicker = _is_kicker(pieces[first].text, words)
    if kicker and second is not None and is_title(_paragraph(pieces[second]), words):
        first, second = second, _first_open(pieces, second + 1)
    lines = [_paragraph(pieces[index]) for index in (first, second) if index is not None]
    title, rest = split_title(lines, words)
    if title is None:
        return pieces
    reason = "is the first line, short and not punctuated as prose"
    pieces = _marked(pieces, first, "title", reason)
    if second is not None and not rest:
        number = pieces[first].text.rstrip(".")
        joined = replace(pieces[first].spans[0], text=f"{number}.")
        pieces[first] = replace(pieces[first], spans=(joined,))
        return _marked(pieces, second, "title", "is the title that belongs to the number")
    return pieces


def _with_kicker(pieces: list[Piece], words: Vocabulary) -> list[Piece]:
    for index, piece in enumerate(pieces[:_AT_THE_TOP]):
        shaped = open_paragraph(piece) or piece.kind == "heading"
        if shaped and _is_kicker(piece.text, words):
            return _marked(pieces, index, "kicker", "names the kind of article")
        if is_prose(piece.text) and piece.kind != "title":
            break
    return pieces


def _is_kicker(text: str, words: Vocabulary) -> bool:
    first = plain(text.replace("|", "\n").replace(":", "\n").split("\n")[0])
    return word_count(text) <= _MOST_KICKER_WORDS and first in words.kickers


def _with_byline(pieces: list[Piece], words: Vocabulary) -> tuple[list[Piece], BylineLine | None]:
    said = next((index for index, piece in enumerate(pieces) if piece.kind == "byline"), None)
    if said is not None:
        pieces = _date_apart(pieces, said, words)
        text = pieces[said].text
        found = read_byline(text, words)
        return pieces, BylineLine(found.name if found else text, 0, ())
    top = [index for index, piece in enumerate(pieces) if open_paragraph(piece)][:_AT_THE_TOP]
    for index in top[:_BYLINES_AMONG]:
        found = read_byline(pieces[index].text, words)
        if found and not found.whole:
            pieces = _date_apart(pieces, index, words)
            break
    top = [index for index, piece in enumerate(pieces) if open_paragraph(piece)][:_AT_THE_TOP]
    dates = {index for index in top if _is_dateline(pieces[index].text, words)}
    top = [index for index in top if index not in dates]
    line, _ = split_byline([_paragraph(pieces[index]) for index in top], words)
    if line is None:
        return _with_name_at_date(pieces, dates, words)
    if line.kept:
        return _marked(pieces, top[line.index], "paragraph", MORE_THAN_NAME), line
    return _marked(pieces, top[line.index], "byline", "names the author"), line


def _date_apart(pieces: list[Piece], index: int, words: Vocabulary) -> list[Piece]:
    """A page's byline without the date and the reading time that it holds too."""
    piece = pieces[index]
    times = "|".join(words.reading_time)
    time = re.search(rf"\W*(?<!\w)(?:{times})$", piece.text, re.IGNORECASE) if times else None
    before = piece.text[: time.start()] if time else piece.text
    places = [found.end() for found in re.finditer(r"\w[,.]?\s+\W*", before)]
    dates = [at for at in places if _is_dateline(before[at:], words)]
    bylines = ((at, read_byline(_trimmed(before[:at]), words)) for at in dates)
    whole = [at for at, byline in bylines if byline and byline.whole]
    date = max(whole or dates, default=None)
    name = _trimmed(before[:date])
    if name == piece.text or read_byline(name, words) is None:
        return pieces
    apart = [_line_of(piece, name)]
    if date is not None:
        said = any(other.kind == "dateline" for other in pieces)
        kind: PieceKind = "left out" if said else "dateline"
        dated = _line_of(piece, before[date:])
        apart.append(replace(dated, kind=kind, reason="says when it was published"))
    if time:
        rest = replace(_line_of(piece, time[0].strip()), kind="left out")
        apart.append(replace(rest, reason="says how long reading takes"))
    return [*pieces[:index], *apart, *pieces[index + 1 :]]


def _trimmed(text: str) -> str:
    return text.rstrip(" ,;|·•–—-")


def _with_name_at_date(
    pieces: list[Piece], dates: AbstractSet[int], words: Vocabulary
) -> tuple[list[Piece], BylineLine | None]:
    """Names on a line of their own right over the date, as pages have them, without a ``By``."""
    for index in sorted(date - 1 for date in dates if date > 0):
        if not open_paragraph(pieces[index]):
            continue
        found = leading_names(pieces[index].text, words)
        if found and not found.rest:
            line = BylineLine(found.written, 0, ())
            return _marked(pieces, index, "byline", "is a name over the date"), line
    return pieces, None


def _with_dateline(pieces: list[Piece], words: Vocabulary) -> list[Piece]:
    if any(piece.kind == "dateline" for piece in pieces):
        return pieces
    for index, piece in enumerate(pieces[:_AT_THE_TOP]):
        if open_paragraph(piece) and _is_dateline(piece.text, words):
            return _marked(pieces, index, "dateline", "says when it was published")
    return pieces


def _is_dateline(text: str, words: Vocabulary) -> bool:
    lower = text.lower()
    if word_count(text) > _MOST_DATELINE_WORDS or not any(map(str.isdigit, text)):
        return False
    if lower.startswith(words.dateline_words):
        return True
    if date_of(text) is None:
        return False
    known = words.months | words.calendar
    found = plain(_PLACE.sub("", _HALF.sub(r"\1m", text))).split()
    return all(word in known for word in found if not any(map(str.isdigit, word)))


def _first_open(pieces: Sequence[Piece], begin: int) -> int | None:
    return next((i for i in range(begin, len(pieces)) if open_paragraph(pieces[i])), None)


def _paragraph(piece: Piece) -> Paragraph:
    return Paragraph(piece.unnoted, piece.lines)


def _marked(pieces: Sequence[Piece], index: int, kind: str, reason: str) -> list[Piece]:
    result = list(pieces)
    result[index] = replace(result[index], kind=kind, reason=reason)  # type: ignore[arg-type]
    return result
