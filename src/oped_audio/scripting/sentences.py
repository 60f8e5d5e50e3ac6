"""Text -> the spans of its sentences, by sentencex, cut inside quotations too. Pure."""

import re
from collections.abc import Iterator

from oped_audio.model.language import primary
from oped_audio.scripting.long_sentences import LONGEST, Span, pieces
from oped_audio.scripting.run_in_lists import is_enumerator
from oped_audio.scripting.sentence_ends import exceptions, goes_on, moved

_WINDOW = 4000
"""Characters that sentencex sees at once: on unclosed quotes its work grows with their square."""

_QUOTATION = re.compile(
    r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»|„[^„“”]*[“”]|\([^()]*\)|\[[^\[\]]*\]|「[^「」]*」|『[^『』]*』"
    r"|(?<!\w)‘(?:[^‘’]|(?<=\w)’(?=\w))*’(?!\w)"
)
_AFTER_BRACKET = re.compile(
    r"(?<=[.!?…][)\]])(?<!\((?:Mrs|[Rr]et)\.\))(?<!\((?:Ms|Mr|Dr)\.\))(?<!\([Rr]etd\.\))\s+(?=[^\W\d_a-zà-ÿ])"
)
_BEFORE_QUOTATION = re.compile(
    r"(?<![\w.])(?!(?:vs|etc|al|cf|no)\.)[a-zà-ÿ]{2,}[.!?…]\s+(?=[“\"«„](?:…\s?)?[^\W\d_a-zà-ÿ])"
)
_MARK_WITHIN = re.compile(r"[.!?…][)\]”\"]?\s+\S")
"""Without such a mark, no sentence ends within another."""
_WORD = re.compile(r"\w")
_WHITE = re.compile(r"\s")  # one for one; sentencex panics on some no-break spaces
_COMPARED = re.compile(r"[<>](?=\s?[\d.])")
"""Signs that sentencex takes for quotation marks."""
_REMARK = re.compile(r"[(\[](?![^)\]]*[.!?…][”\"’']?[)\]])")
"""A bracket that ends without a full stop: the dots in it are those of abbreviations."""


def sentences(text: str, language: str) -> list[Span]:
    """Where each sentence begins and ends, in order, without the white space around it.

    Together they hold every character but white space, and none is longer than LONGEST. One that
    has no letter or digit is joined to its neighbour, unless it is alone or there is no room; the
    number of a list's item is joined to what it counts.
    """
    language = primary(language)
    plain = _COMPARED.sub("~", _WHITE.sub(" ", text))
    spans = (
        _stripped(plain, *piece)
        for segment in _segments(plain, 0, len(plain), language)
        for cut in _inside(plain, *segment, language)
        for piece in pieces(plain, *cut, language)
    )
    return _joined(plain, (span for span in spans if span))


def _segments(text: str, begin: int, stop: int, language: str) -> Iterator[Span]:
    """What sentencex takes for sentences between two places, a window at a time.

    The last one of a window may go on behind it, so that the next window begins with it.
    """
    while begin < stop:
        limit = min(begin + _WINDOW, stop)
        ends = _ends(text, begin, limit, language)
        if limit < stop:
            ends = ends[:-1] if len(ends) > 1 else [text.rfind(" ", begin, limit) + 1 or limit]
        for end in ends:
            yield begin, end
            begin = end


def _ends(text: str, begin: int, limit: int, language: str) -> list[int]:
    """Where sentencex ends sentences, but for what it does not know about the language."""
    import sentencex

    parts = sentencex.segment(language, text[begin:limit])
    if sum(map(len, parts)) != limit - begin:
        return [limit]
    known = exceptions(language)
    ends: list[int] = []
    at = begin
    for part in parts:
        at += len(part)
        first = ends[-1] if ends else begin
        end = moved(text, first, at, limit)
        if first < end < limit and not goes_on(text, first, end, known):
            ends.append(end)
    return [*ends, limit]


def _inside(text: str, begin: int, end: int, language: str) -> Iterator[Span]:
    """Cut where a sentence ends within a quotation; the closing mark stays with its sentence."""
    cuts: set[int] = set()
    if _MARK_WITHIN.search(text, begin, end):
        rules = (_AFTER_BRACKET, _BEFORE_QUOTATION, exceptions(language).finished)
        cuts.update(found.end() for rule in rules for found in rule.finditer(text, begin, end))
    for match in _QUOTATION.finditer(text, begin, end):
        if _REMARK.match(match[0]):
            continue
        first, last = match.start() + 1, match.end() - 1
        cuts.update(stop for _, stop in _segments(text, first, last, language) if stop < last)
    for cut in sorted(cuts):
        yield begin, cut
        begin = cut
    yield begin, end


def _stripped(text: str, begin: int, end: int) -> Span | None:
    part = text[begin:end]
    begin += len(part) - len(part.lstrip())
    return (begin, begin + len(part.strip())) if part.strip() else None


def _joined(text: str, spans: Iterator[Span]) -> list[Span]:
    joined: list[Span] = []
    stands_alone = True
    for begin, end in spans:
        has_word = bool(_WORD.search(text, begin, end))
        first = joined[-1][0] if joined else begin
        if joined and not (stands_alone and has_word) and end - first <= LONGEST:
            joined[-1] = (first, end)
            stands_alone = bool(_WORD.search(text, first, end))
        else:
            joined.append((begin, end))
            stands_alone = has_word and not is_enumerator(text[begin:end])
    return joined
