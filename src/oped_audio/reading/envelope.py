"""What stands around an article in its file: e-mail headers, Project Gutenberg's licence. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from oped_audio.reading.dates import date_of
from oped_audio.reading.draft import Facts, Piece
from oped_audio.reading.paragraphs import Chunk

_GUTENBERG_START = re.compile(
    r"\*\*\* ?START OF TH(?:E|IS) PROJECT GUTENBERG EBOOK.*", re.IGNORECASE
)
_GUTENBERG_END = re.compile(r"\*\*\* ?END OF TH(?:E|IS) PROJECT GUTENBERG EBOOK.*", re.IGNORECASE)
_LICENCE = "is Project Gutenberg's own text"
_HEADER = re.compile(r"(?P<name>[A-Z][A-Za-z-]{1,30}):[ \t]+(?P<value>.*)")
_MAIL_HEADERS = frozenset({"subject", "from", "to", "date", "cc", "reply-to", "sent"})
_LEAST_HEADERS = 2
_SIGNATURE = re.compile(r"--\s?")


def split_envelope(
    found: Sequence[Chunk],
) -> tuple[Facts, tuple[Chunk, ...], tuple[tuple[Chunk, str], ...]]:
    """What the envelope says, the article's chunks, and those left out with the reason for each."""
    kept, dropped = _without_licence(found)
    facts = Facts()
    if kept and (headers := _mail_headers(kept[0])):
        facts = _facts(headers)
        dropped.append((kept[0], "is the head of an e-mail"))
        kept = kept[1:]
        signature = next((i for i, c in enumerate(kept) if _SIGNATURE.fullmatch(c.lines[0])), None)
        if signature:
            dropped.extend((chunk, "is the signature of an e-mail") for chunk in kept[signature:])
            kept = kept[:signature]
    return facts, tuple(kept), tuple(sorted(dropped, key=lambda pair: pair[0].line))


def without_licence(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces of any format, Project Gutenberg's own left out."""
    begin, end = _work([piece.text.splitlines() for piece in pieces])
    return tuple(
        piece
        if begin <= index < end or piece.kind == "left out"
        else replace(piece, kind="left out", reason=_LICENCE)
        for index, piece in enumerate(pieces)
    )


def _without_licence(found: Sequence[Chunk]) -> tuple[list[Chunk], list[tuple[Chunk, str]]]:
    begin, end = _work([chunk.lines for chunk in found])
    outside = [*found[:begin], *found[end:]]
    return list(found[begin:end]), [(chunk, _LICENCE) for chunk in outside]


def _work(texts: Sequence[Sequence[str]]) -> tuple[int, int]:
    """Where the work itself begins and ends among texts of so many lines."""
    begin = next((at + 1 for at in _lines_like(texts, _GUTENBERG_START)), 0)
    end = next((at for at in _lines_like(texts, _GUTENBERG_END) if at >= begin), len(texts))
    return begin, end


def _lines_like(texts: Sequence[Sequence[str]], pattern: re.Pattern[str]) -> Iterator[int]:
    return (at for at, lines in enumerate(texts) if any(map(pattern.fullmatch, lines)))


def _mail_headers(chunk: Chunk) -> dict[str, str]:
    matches = [_HEADER.fullmatch(line) for line in chunk.lines]
    headers = {m["name"].lower(): m["value"].strip() for m in takewhile(bool, matches) if m}
    known = len(_MAIL_HEADERS & headers.keys())
    whole = all(m or line.startswith(" ") for m, line in zip(matches, chunk.lines, strict=True))
    return headers if known >= _LEAST_HEADERS and whole else {}


def _facts(headers: dict[str, str]) -> Facts:
    sender = re.sub(r"\s*<[^>]*>|\"", "", headers.get("from", "")).strip()
    subject = re.sub(
        r"^(?:(?:re|fwd?|aw|wg|tr|rv)\s*:\s*)+", "", headers.get("subject", ""), flags=re.IGNORECASE
    )
    return Facts(
        title=subject or None,
        byline=sender if sender and "@" not in sender else None,
        date=date_of(headers.get("date", "") or headers.get("sent", "")),
    )
