"""Sentence -> the spans of its tokens. Pure.

A token is what stands between white space, with its punctuation. A dash that joins two words is a
token of its own; scripts written without spaces have a token a character.
"""

import re

_UNSPACED = (
    "\u0e00-\u0e7f\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # kana, han
    "\U00020000-\U0003ffff"
)
_JOINING = (  # vowel signs and tone marks, which belong to the character before them
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd"
    "\u102b-\u103e\u17b4-\u17d3\u30fc"
)
_OPENING = "“‘«（「『《〈(\\["
UNSPACED = re.compile(f"[{_UNSPACED}]")
"""A character of a script written without spaces."""
_CHUNK = re.compile(r"\S+")
_CUT = re.compile(
    rf"(?<=[^{_OPENING}\"'—―-])(?=(?:[—―]+|--+)[\w{_OPENING}])"
    rf"|(?:(?<=[—―])|(?<=--))(?=[\w{_OPENING}])"
    rf"|(?<=[^{_OPENING}])(?=[{_UNSPACED}])(?![{_JOINING}])"
    rf"|(?<=[{_UNSPACED}])(?=[\w{_OPENING}])(?![{_UNSPACED}])"
    rf"|(?<=[，。！？：；、])(?=[{_OPENING}])"
)
_MAY_CUT = re.compile(rf"[—―{_UNSPACED}，。！？：；、]|--")


def token_spans(sentence: str) -> list[tuple[int, int]]:
    """Where each token begins and ends: every character but white space is in one of them."""
    if not _MAY_CUT.search(sentence):
        return [chunk.span() for chunk in _CHUNK.finditer(sentence)]
    spans = []
    for chunk in _CHUNK.finditer(sentence):
        begin, end = chunk.span()
        for cut in _CUT.finditer(sentence, begin, end):
            if cut.start() > begin:
                spans.append((begin, cut.start()))
                begin = cut.start()
        spans.append((begin, end))
    return spans
