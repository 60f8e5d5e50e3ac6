"""Text -> the spans of its sentences, by sentencex, cut inside quotations too. Pure."""

import re
from collections.abc import Iterator
from itertools import accumulate

from oped_audio.model.language import primary
from oped_audio.scripting.long_sentences import LONGEST, Span, pieces

_WINDOW = 4000
"""Characters that sentencex sees at once: on unclosed quotes its work grows with their square."""

_QUOTATION = re.compile(
    r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»|„[^„“”]*[“”]|\([^()]*\)|\[[^\[\]]*\]|「[^「」]*」|『[^『』]*』"
    r"|(?<!\w)‘(?:[^‘’]|(?<=\w)’(?=\w))*’(?!\w)"
)
_AFTER_BRACKET = re.compile(r"(?<=[.!?…][)\]])\s+(?=[^\W\d_a-zà-ÿ])")
_BEFORE_QUOTATION = re.compile(
    r"(?<![\w.])(?!(?:vs|etc|al|cf|no)\.)[a-zà-ÿ]{2,}[.!?…]\s+(?=[“\"«„][^\W\d_a-zà-ÿ])"
)
_WORD = re.compile(r"\w")
_WHITE = re.compile(r"\s")  # one for one; sentencex panics on some no-break spaces
_ENUMERATOR = re.compile(r"(?:\d{1,2}|[ivx]{1,4}|[IVX]{1,4})[.)]")
_UNFINISHED = {
    "en": re.compile(
        r"(?<!\w)(?:M(?:rs?|s|x|essrs)|Drs?|Profs?|Govs?|Sens?|Reps?|Gens?|Lt|Sgt|Capt|Col|Maj|Adm"
        r"|Cmdr|Amb|Atty|Hon|Rev|Ret)\.\n\w"
        r"|(?<!\w)(?:[Vv]ols?|[Ff]igs?|[Aa]pprox|est|ca|pp?)\.\n\d"
        r"|[ap]\.m\.\n(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[ECMP][SD]?T|GMT|UTC)\b"
    ),
    "fr": re.compile(r"(?<!\w)(?:MM?|Mme|Mlle|Me|Dr|Pr)\.\n\w"),
}
"""Where no sentence ends, though sentencex says so; the line feed is where it does."""


def sentences(text: str, language: str) -> list[Span]:
    """Where each sentence begins and ends, in order, without the white space around it.

    Together they hold every character but white space, and none is longer than LONGEST. One that
    has no letter or digit is joined to its neighbour, unless it is alone or there is no room; the
    number of a list's item is joined to what it counts.
    """
    language = primary(language)
    plain = _WHITE.sub(" ", text)
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
    """Where sentencex ends sentences, but for those that it ends after an abbreviation."""
    import sentencex

    parts = sentencex.segment(language, text[begin:limit])
    if sum(map(len, parts)) != limit - begin:
        return [limit]
    unfinished = _UNFINISHED.get(language)
    ends = accumulate(map(len, parts), initial=begin)
    next(ends)
    return [
        end
        for part, end in zip(parts, ends, strict=True)
        if end == limit
        or not (unfinished and unfinished.search(f"{part.rstrip()[-9:]}\n{text[end : end + 10]}"))
    ]


def _inside(text: str, begin: int, end: int, language: str) -> Iterator[Span]:
    """Cut where a sentence ends within a quotation; the closing mark stays with its sentence."""
    cuts = {
        match.end()
        for rule in (_AFTER_BRACKET, _BEFORE_QUOTATION)
        for match in rule.finditer(text, begin, end)
    }
    for match in _QUOTATION.finditer(text, begin, end):
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
            stands_alone = has_word and not _ENUMERATOR.fullmatch(text, begin, end)
    return joined
