"""Text -> the spans of its sentences, by sentencex, cut inside quotations too. Pure."""

import re
from collections.abc import Iterator

Span = tuple[int, int]

LONGEST = 600
"""Characters; what runs on for longer is cut at a phrase, so that it can be shown and found."""

_QUOTATION = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»|„[^„“”]*[“”]|\([^()]*\)|\[[^\[\]]*\]")
_AFTER_BRACKET = re.compile(r"(?<=[.!?…][)\]])\s+(?=[^\W\d_a-zà-ÿ])")
_BEFORE_QUOTATION = re.compile(
    r"(?<![\w.])(?!(?:vs|etc|al|cf|no)\.)[a-zà-ÿ]{2,}[.!?…]\s+(?=[“\"«„][^\W\d_a-zà-ÿ])"
)
_PHRASE_ENDS = (re.compile(r"[;:](?=\s)"), re.compile(r"[,—–](?=\s)"), re.compile(r"\S(?=\s)"))
_WORD = re.compile(r"\w")
_WHITE = re.compile(r"\s")  # one for one; sentencex panics on some no-break spaces
_UNFINISHED = {"fr": re.compile(r"(?:^|\s)(?:M|MM|Mme|Mlle|Me|Dr|Pr)\.\s*$")}


def sentences(text: str, language: str) -> list[Span]:
    """Where each sentence begins and ends, in order, without the white space around it.

    Together they hold every character but white space. One that has no letter or digit is joined
    to its neighbour, unless it is alone.
    """
    spans: list[Span] = []
    for begin, end in _segments(text, 0, language):
        for cut in _inside(text, begin, end, language):
            spans += _pieces(text, *cut)
    return _joined(text, [span for span in (_stripped(text, *s) for s in spans) if span])


def _segments(text: str, offset: int, language: str) -> Iterator[Span]:
    """What sentencex takes for sentences, but for those that it ends after an abbreviation."""
    import sentencex

    primary = language.split("-")[0].lower()
    unfinished = _UNFINISHED.get(primary)
    begin = end = offset
    parts = sentencex.segment(primary, _WHITE.sub(" ", text))
    for part in parts if sum(map(len, parts)) == len(text) else [text]:
        end += len(part)
        if not (unfinished and unfinished.search(part)):
            yield begin, end
            begin = end
    if begin < offset + len(text):
        yield begin, offset + len(text)


def _inside(text: str, begin: int, end: int, language: str) -> Iterator[Span]:
    """Cut where a sentence ends within a quotation; the closing mark stays with its sentence."""
    cuts = [
        match.end()
        for rule in (_AFTER_BRACKET, _BEFORE_QUOTATION)
        for match in rule.finditer(text, begin, end)
    ]
    for match in _QUOTATION.finditer(text, begin, end):
        first, last = match.start() + 1, match.end() - 1
        ends = [stop for _, stop in _segments(text[first:last], first, language)]
        cuts += ends[:-1]
    for cut in sorted(set(cuts)):
        yield begin, cut
        begin = cut
    yield begin, end


def _pieces(text: str, begin: int, end: int) -> Iterator[Span]:
    """Cut what is too long after the last phrase that fits."""
    while end - begin > LONGEST:
        limit = begin + LONGEST
        cut = next((at for rule in _PHRASE_ENDS if (at := _last(rule, text, begin, limit))), limit)
        yield begin, cut
        begin = cut
    yield begin, end


def _last(rule: re.Pattern[str], text: str, begin: int, limit: int) -> int | None:
    ends = [match.end() for match in rule.finditer(text, begin + LONGEST // 3, limit)]
    return ends[-1] if ends else None


def _stripped(text: str, begin: int, end: int) -> Span | None:
    part = text[begin:end]
    begin += len(part) - len(part.lstrip())
    return (begin, begin + len(part.strip())) if part.strip() else None


def _joined(text: str, spans: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for begin, end in spans:
        if joined and not (_WORD.search(text, begin, end) and _WORD.search(text, *joined[-1])):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((begin, end))
    return joined
