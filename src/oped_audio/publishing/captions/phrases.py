"""A sentence and its times -> Pieces to set in lines, with what a break before each costs. Pure."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from oped_audio.model.audio import TimedUtterance
from oped_audio.model.script import Utterance
from oped_audio.publishing.captions.phrase_words import PhraseWords, phrase_words

# What a break costs (Netflix Timed Text Style Guide, General Requirements, line treatment).
STRONG = 0
"""After a semicolon, a colon, a dash or the end of a quoted sentence."""
WEAK = 80
"""After a comma or a closing quote."""
PHRASE = 200
"""Before a conjunction or preposition."""
PLAIN = 450
"""Between any other words."""
NAME = 650
"""Inside a name, beside a number, or between the characters of a script without spaces."""
CLING = 1100
"""After an article, a preposition or an abbreviation, and inside a word that fills a line."""
GLUED = 5000
"""Where none should be."""

_PART = re.compile(r"(?:\S|[\u00a0\u2007\u202f])+")
_FORCED_BREAK = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_JOINER = "\u200d"
_DASHES = "—–―⸺"
_STRONG_ENDS = frozenset(";:!?…。；：！？؛؟।" + _DASHES)
_WEAK_ENDS = frozenset(",،、，")
_CLOSERS = "\"”»)]}」』）】》’'"
_CLOSING_FIRST = frozenset("”»)]}」』）】》")
_OPENERS = frozenset("“„«([{「『（【《‘¿¡")
_NEVER_FIRST = frozenset("々ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ")
_LONGEST_ABBREVIATION = 4
_SIGHT = 48
"""Characters either side of a boundary that its cost may depend on."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A word as written, or as much of a long one as fits on a line."""

    text: str
    space: str
    """White space before it, to be written unless it begins a line."""
    begin: int | None
    """Samples from the start of the track; None for what is shown but not said."""
    end: int | None
    break_cost: int
    """Of ending a line before this piece."""


def columns(text: str) -> int:
    """Room that a text takes: a character is one column, an East Asian wide one two (UAX #11)."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def pieces(utterance: Utterance, entry: TimedUtterance, line_length: int) -> tuple[Piece, ...]:
    """The sentence in order and complete; no piece is wider than ``line_length`` columns.

    The number of a note behind a word is raised, as the page has it: in 2032³.
    """
    written = utterance.written
    words = phrase_words(utterance.language)
    times = _token_times(utterance, entry)
    parts = list(_parts(utterance, line_length))
    result: list[Piece] = []
    for (last_token, _, last_end), (token, begin, end) in pairwise([(-1, 0, 0), *parts]):
        space = written[last_end:begin] if result else ""
        if token == last_token and not space:
            cost = CLING
        else:
            cost = _break_cost(written, last_end, begin, words) if result else STRONG
        shown = " " if _FORCED_BREAK.search(space) else space
        heard = _share(utterance, token, begin, times), _share(utterance, token, end, times)
        text = written[begin:end]
        if not space and _is_note(utterance, token):
            text = text.translate(_RAISED)
        result.append(Piece(text, shown, *heard, cost))
    return tuple(result)


def _is_note(utterance: Utterance, index: int) -> bool:
    """Whether it is shown and not said, though it is a number."""
    if index < 1:
        return False
    token = utterance.tokens[index]
    return not token.spoken and utterance.written[token.begin : token.end].isdecimal()


_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def _token_times(utterance: Utterance, entry: TimedUtterance) -> dict[int, tuple[int, int]]:
    """Begin and end of each token that is heard; of all, evenly, where none is."""
    if entry.words:
        return {word.token: (word.begin, word.end) for word in entry.words}
    length, whole = entry.speech_end - entry.begin, max(len(utterance.written), 1)
    places = [entry.begin + length * place // whole for place in range(whole + 1)]
    return {
        index: (places[token.begin], places[token.end])
        for index, token in enumerate(utterance.tokens)
    }


def _share(
    utterance: Utterance, index: int, place: int, times: dict[int, tuple[int, int]]
) -> int | None:
    """When the voice is at this character of a token, as if each took equally long."""
    if index not in times:
        return None
    begin, end = times[index]
    token = utterance.tokens[index]
    return begin + (end - begin) * (place - token.begin) // (token.end - token.begin)


def _parts(utterance: Utterance, line_length: int) -> Iterator[tuple[int, int, int]]:
    """Index of a token, and begin and end of a part of it without white space."""
    for index, token in enumerate(utterance.tokens):
        for part in _PART.finditer(utterance.written, token.begin, token.end):
            begin = part.start()
            for text in _cut(part[0], line_length):
                yield index, begin, begin + len(text)
                begin += len(text)


def _cut(text: str, line_length: int) -> Iterator[str]:
    """Full lines and a rest; a letter keeps its marks, unless they alone fill a line."""
    begin = width = 0
    for place, character in enumerate(text):
        width += columns(character)
        while width > line_length:
            end = _letter_begin(text, begin, place)
            yield text[begin:end]
            begin, width = end, columns(text[end : place + 1])
    yield text[begin:]


def _letter_begin(text: str, begin: int, place: int) -> int:
    """The begin of the letter with marks that this place is in; the place if that fills all."""
    end = place
    while end > begin and (_joins(text[end]) or text[end - 1] == _JOINER):
        end -= 1
    return end if end > begin else place


def _joins(character: str) -> bool:
    return character == _JOINER or unicodedata.category(character).startswith("M")


def _break_cost(written: str, end: int, begin: int, words: PhraseWords) -> int:
    """Cost of a line that ends at ``end`` before one that begins at ``begin``."""
    before = written[max(end - _SIGHT, 0) : end]
    after = written[begin : begin + _SIGHT]
    space = written[end:begin]
    if not space:
        return _cost_without_space(before, after)
    if all(character in "\u00a0\u2007\u202f" for character in space):
        return GLUED
    if before[-1] in _OPENERS or after[0] in _DASHES or _closes(after):
        return GLUED
    cost = _cost_after(before)
    return _cost_between(before, after, words) if cost is None else cost


def _cost_without_space(before: str, after: str) -> int:
    """Where a script writes words together, lines break between them; elsewhere only at dashes."""
    last, first = unicodedata.category(before[-1]), unicodedata.category(after[0])
    if first in ("Pe", "Pf", "Po", "Pd", "Lm") or first.startswith("M") or after[0] in _NEVER_FIRST:
        return GLUED
    if last in ("Ps", "Pi"):
        return GLUED
    if last == "Pd":
        return STRONG if before[-1] in _DASHES else PLAIN
    if "Lo" not in (last, first) and columns(before[-1]) == 1:
        return GLUED
    cost = _cost_after(before)
    return NAME if cost is None else cost


def _cost_after(before: str) -> int | None:
    """Cost of a break after punctuation; None where the text ends without."""
    core = before.rstrip(_CLOSERS)
    last = core[-1:]
    if last in _STRONG_ENDS or core.endswith((" -", "--", "..")):
        return STRONG
    if last == ".":
        word = core.rsplit(maxsplit=1)[-1]
        abbreviation = core == before and len(word) <= _LONGEST_ABBREVIATION + 1
        return CLING if abbreviation else STRONG
    if last in _WEAK_ENDS or before.rstrip("’'") != core:
        return WEAK
    return None


def _cost_between(before: str, after: str, words: PhraseWords) -> int:
    last, first = before.rsplit(maxsplit=1)[-1], after.split(maxsplit=1)[0]
    if last.casefold().lstrip("“„«([‘'\"") in words.clinging:
        return CLING
    if after[0] in _OPENERS:
        return WEAK
    if first.casefold().rstrip(",;:") in words.opening:
        return PHRASE
    if last[-1].isdigit() or first[0].isdigit() or (last[0].isupper() and first[0].isupper()):
        return NAME
    return PLAIN


def _closes(after: str) -> bool:
    """Whether a text begins with punctuation that belongs to what stands before it."""
    return after[0] in _CLOSING_FIRST or not after.split(maxsplit=1)[0].strip(";:!?,.…%")
