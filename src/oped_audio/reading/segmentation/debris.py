"""Paragraphs that belong to the page and not to the article: share buttons, ``Read more``. Pure."""

import re
from dataclasses import replace

from oped_audio.reading.draft import Piece
from oped_audio.reading.vocabulary import Vocabulary
from oped_audio.reading.wording import plain, word_count

_MOST_WORDS = 25
"""A longer paragraph is the author's, however it begins."""
_BUTTON = "is a button of the page"
_COUNT = "is a count on a button"
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|@\w[\w.]+(?:@[\w.-]+\w)?")


def drop_debris(pieces: tuple[Piece, ...], words: Vocabulary) -> tuple[Piece, ...]:
    """The pieces, debris among the open paragraphs and the headings left out with its reason."""
    kept = _without_counts([_without(piece, words) for piece in pieces])
    alone = kept[:1] != pieces[:1] and kept[1:2] == pieces[1:2]  # a title such as "Comments"
    return (*pieces[:1], *kept[1:]) if alone else kept


def _without_counts(pieces: list[Piece]) -> tuple[Piece, ...]:
    """The numbers that buttons show above each other, of which the last stands at a word."""
    for index in range(len(pieces) - 2, 0, -1):
        piece, following = pieces[index], pieces[index + 1]
        is_open = piece.kind == "paragraph" and not piece.reason
        if is_open and piece.text.strip().isdecimal() and following.reason in (_BUTTON, _COUNT):
            pieces[index] = replace(piece, kind="left out", reason=_COUNT)
    return tuple(pieces)


def _is_button(part: str, words: Vocabulary) -> bool:
    """``Share``, and ``3 Restacks``."""
    word = part.split(maxsplit=1)[-1] if part[:1].isdecimal() else part
    return word in words.debris or word.isdecimal()


def _without(piece: Piece, words: Vocabulary) -> Piece:
    is_open = piece.kind == "paragraph" and not piece.reason
    reason = _debris(piece.text, words) if is_open or piece.kind == "heading" else None
    return replace(piece, kind="left out", reason=reason) if reason else piece


def _debris(text: str, words: Vocabulary) -> str | None:
    """Why the text is debris; None for one that is the author's."""
    if not text.strip() or word_count(text) > _MOST_WORDS:
        return None
    lower = text.strip().lower()
    parts = {plain(part) for part in re.split(r"\s*[|•·∙/\n]\s*|\s{2,}", lower)} - {""}
    reasons = (
        ("has no words", not any(map(str.isalnum, text))),
        (
            _BUTTON,
            not all(map(str.isdecimal, parts)) and all(_is_button(part, words) for part in parts),
        ),
        ("is a row of buttons", set(plain(lower).split()) <= words.debris),
        (
            "says how long reading takes",
            any(re.fullmatch(pattern, lower) for pattern in words.reading_time),
        ),
        (
            "leads away from the article",
            lower.lstrip("[(→»▸►>* ").startswith(words.left_out) and not _ends_like_prose(lower),
        ),
        ("is a bare address", bool(_ADDRESS.fullmatch(lower))),
    )
    return next((reason for reason, holds in reasons if holds), None)


def _ends_like_prose(text: str) -> bool:
    """Whether it is a longer sentence with a full stop: ``See also how …`` may be the author's."""
    return text.endswith(".") and word_count(text) > _MOST_WORDS // 2
