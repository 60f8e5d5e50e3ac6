"""The paragraphs of an article's body -> which of them are headings. Pure.

Nothing marks a heading, so each paragraph is taken for prose unless no objection can be raised: to
its own shape, or to the place where it stands. A wrong heading is worse than a missed one.
"""

import re
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet

from oped_audio.reading.paragraphs import Paragraph
from oped_audio.reading.vocabulary import Vocabulary
from oped_audio.reading.wording import (
    ends_with_abbreviation,
    first_word,
    has_inner_sentence_end,
    has_letters,
    in_title_case,
    is_prose,
    plain,
    starts_high,
    terminal,
    word_count,
)

_MOST_WORDS = 12
_LONGEST = 90
_NUMBERED = re.compile(r"(?:\d{1,2}|[IVXL]{1,6})[.)]\s")
_ROMAN = re.compile(r"[IVXL]{1,6}")
_TURN = re.compile(r"[QA]\d{0,2}[:.]\s")
_SPEAKER = re.compile(r"[^\W\d_a-zà-ÿ]{2,4}:\s")
"""The initials of somebody in a conversation."""
_EAST_ASIAN_PART = re.compile(r"第[\d一二三四五六七八九十百]{1,4}[章节節部分回篇]{1,2}")
_MOST_QUESTION_WORDS = 6
_CERTAIN_ENOUGH = 3
"""Headings that an article must have for a question among them to be one too."""
_PROSE_AROUND_QUESTION = 2
_ENOUGH_FOR_LISTS = 2
"""Headings over prose that an article must have for a line over a list to be one; of lines in
capitals one is enough."""

Objection = Callable[[Paragraph, Vocabulary], bool]


def _ends_like_a_sentence(line: Paragraph, words: Vocabulary) -> bool:
    end = terminal(line.text)
    return (
        bool(end)
        and end not in "?!？！؟"
        and not _is_numbered_part(line.text, words)
        and not ends_with_abbreviation(line.text, words.abbreviations)
    )


def is_numeral(text: str) -> bool:
    """``IV.``: a part that has a number for a name."""
    return bool(_ROMAN.fullmatch(text.removesuffix(".")))


def is_number(text: str) -> bool:
    """``4.``, ``IV``: a part that has a number for a name, in whatever figures."""
    bare = text.strip().removesuffix(".")
    return bare.isdecimal() or is_numeral(bare)


def _is_numbered_part(text: str, words: Vocabulary) -> bool:
    """``Part two.``, ``Chapter IV.``, ``第三章``: nobody takes it for a sentence."""
    parts = text.rstrip(".: ").split()
    if len(parts) != 2:
        return bool(_EAST_ASIAN_PART.fullmatch(text)) or is_numeral(text)
    first, second = parts
    numbered = second.isdigit() or second.lower() in words.ordinals or _ROMAN.fullmatch(second)
    return first.lower() in words.parts and bool(numbered)


def _asks_or_exclaims(line: Paragraph, words: Vocabulary) -> bool:
    """Unless capitals, a number or a colon mark it as a heading."""
    end = terminal(line.text)
    if end not in {"?", "!", "？", "！", "؟"}:
        return False
    if end in {"!", "！"} and word_count(line.text) < 3:
        return True
    quoted = line.text[0] in '“"‘' and line.text[-1] in '”"’'
    marked = in_title_case(line.text, words.small_words) or line.text.isupper()
    return quoted or not (marked or _NUMBERED.match(line.text) or ": " in line.text)


def _begins_like_a_list_item(line: Paragraph, _: Vocabulary) -> bool:
    return line.text[0] in "•·‣◦▪■●*-–—+>#" or bool(re.match(r"(?:\(\w\)|[a-z][.)])\s", line.text))


def _is_salutation(line: Paragraph, words: Vocabulary) -> bool:
    return line.text.lower().startswith(words.salutations)


def _is_furniture(line: Paragraph, words: Vocabulary) -> bool:
    lower = line.text.lower()
    starts = any(lower == start or lower.startswith(f"{start} ") for start in words.furniture)
    return starts or bool(re.search(r"://|www\.|@|\||\t", lower))


def _is_date(line: Paragraph, words: Vocabulary) -> bool:
    found = re.findall(r"[^\W\d_]+", line.text.lower().replace("a.m.", "am").replace("p.m.", "pm"))
    return any(word in words.months | words.calendar for word in found) and all(
        word in words.months | words.calendar for word in found
    )


OBJECTIONS: tuple[tuple[str, Objection], ...] = (
    ("has no words", lambda line, _: not has_letters(line.text)),
    ("runs over several lines", lambda line, _: line.lines > 1),
    ("is long", lambda line, _: len(line.text) > _LONGEST or word_count(line.text) > _MOST_WORDS),
    ("begins small", lambda line, _: not starts_high(line.text)),
    ("breaks off", lambda line, _: line.text[-1] in ",;:-–—…" or line.text.endswith("...")),
    ("ends like a sentence", _ends_like_a_sentence),
    ("asks or exclaims", _asks_or_exclaims),
    (
        "holds the end of a sentence",
        lambda line, words: has_inner_sentence_end(line.text, words.abbreviations),
    ),
    ("leaves a quotation open", lambda line, _: line.text.count("“") > line.text.count("”")),
    ("begins like a list item", _begins_like_a_list_item),
    ("addresses somebody", _is_salutation),
    ("is a question or an answer of a conversation", lambda line, _: bool(_TURN.match(line.text))),
    ("belongs to a page or table", _is_furniture),
    ("is a date", _is_date),
)
"""Why a line cannot be a heading, whatever stands around it."""


def objection(line: Paragraph, words: Vocabulary) -> str | None:
    """The first reason why the line's own shape is no heading's."""
    return next((reason for reason, raised in OBJECTIONS if raised(line, words)), None)


def find_headings(body: Sequence[Paragraph], words: Vocabulary) -> frozenset[int]:
    """Indexes of the headings among paragraphs from which captions were taken out before."""
    shaped = [objection(line, words) is None for line in body]
    certain = {
        index
        for index, is_shaped in enumerate(shaped)
        if is_shaped and _stands_like_a_heading(index, body, shaped)
    }
    if len(certain) < _CERTAIN_ENOUGH:
        return frozenset(certain)
    return frozenset(certain | _questions(body, certain, words))


def asks_somebody(line: str) -> bool:
    """``Q: Why now?``, of a conversation."""
    return bool(_TURN.match(line))


def is_turn(line: str, after: str) -> bool:
    """Whether initials say it, and others answer: ``TÓS: Which?`` over ``WM: This.``"""
    return bool(_SPEAKER.match(line) and _SPEAKER.match(after))


def over_lists(
    body: Sequence[Paragraph],
    headings: AbstractSet[int],
    lists: AbstractSet[int],
    words: Vocabulary,
) -> frozenset[int]:
    """Indexes of lines that stand over a list as the article's headings do over prose."""
    return frozenset(
        number - 1
        for number in lists
        if number > 1
        and len(headings) >= (1 if body[number - 1].text.isupper() else _ENOUGH_FOR_LISTS)
        and objection(body[number - 1], words) is None
        and terminal(body[number - 2].text)
    )


def _stands_like_a_heading(index: int, body: Sequence[Paragraph], shaped: Sequence[bool]) -> bool:
    """Between a paragraph that has ended and one that begins: not in a list, verse or address."""
    if index + 1 == len(body) or shaped[index + 1] or not is_prose(body[index + 1].text):
        return False
    if is_turn(body[index].text, body[index + 1].text):
        return False
    if index == 0 or is_numeral(body[index].text):
        return True
    return bool(terminal(body[index - 1].text))


def _questions(body: Sequence[Paragraph], certain: set[int], words: Vocabulary) -> set[int]:
    """Short questions that stand where a heading is due, need no context and get no answer."""
    ordered = sorted(certain)
    starts = [-1, *ordered]
    ends = [*ordered, len(body)]
    return {
        index
        for begin, end in zip(starts, ends, strict=True)
        for index in range(begin + 1 + _PROSE_AROUND_QUESTION, end - _PROSE_AROUND_QUESTION)
        if _is_question_heading(body[index], body[index + 1], words)
    }


def _is_question_heading(line: Paragraph, after: Paragraph, words: Vocabulary) -> bool:
    return (
        objection(line, words) == "asks or exclaims"
        and line.text.endswith(("?", "؟"))
        and 2 <= word_count(line.text) <= _MOST_QUESTION_WORDS
        and first_word(line.text) in words.questions
        and words.pointing.isdisjoint(plain(line.text).split())
        and first_word(after.text) not in words.answers
    )
