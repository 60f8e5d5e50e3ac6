"""Sentence -> the spans of its tokens. Pure.

A token is what stands between white space, with its punctuation. A dash that joins two words is a
token of its own; scripts written without spaces have a token a character.
"""

import re
from functools import cache

from oped_audio.model.unspaced import UNSPACED, may_be_unspaced

_JOINING = (  # vowel signs and tone marks, which belong to the character before them
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd"
    "\u102b-\u103e\u17b4-\u17d3\u30fc"
)
_OPENING = "“‘«（「『《〈(\\["
_CHUNK = re.compile(r"\S+")
_AT_DASHES = re.compile(
    rf"(?<=[^{_OPENING}\"'—―-])(?=(?:[—―]+|--+)[\w{_OPENING}])"
    rf"|(?:(?<=[—―])|(?<=--))(?=[\w{_OPENING}])"
)
_DASH = re.compile("[—―]|--")


def token_spans(sentence: str) -> list[tuple[int, int]]:
    """Where each token begins and ends: every character but white space is in one of them."""
    if may_be_unspaced(sentence):
        cuts = _everywhere()
    elif _DASH.search(sentence):
        cuts = _AT_DASHES
    else:
        return [chunk.span() for chunk in _CHUNK.finditer(sentence)]
    spans = []
    for chunk in _CHUNK.finditer(sentence):
        begin, end = chunk.span()
        for cut in cuts.finditer(sentence, begin, end):
            if cut.start() > begin:
                spans.append((begin, cut.start()))
                begin = cut.start()
        spans.append((begin, end))
    return spans


@cache
def _everywhere() -> re.Pattern[str]:
    return re.compile(
        rf"{_AT_DASHES.pattern}"
        rf"|(?<=[^{_OPENING}])(?=[{UNSPACED}])(?![{_JOINING}])"
        rf"|(?<=[{UNSPACED}])(?=[\w{_OPENING}])(?![{UNSPACED}])"
        rf"|(?<=[，。！？：；、])(?=[{_OPENING}])"
    )
