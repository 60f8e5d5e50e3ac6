"""What a plain text marks inside its lines: ``_emphasis_`` and ``*emphasis*`` -> Spans. Pure."""

import re
from typing import Literal

from oped_audio.model.document import Span

_EMPHASIS = re.compile(
    r"(?<![\w*_])(?P<mark>\*\*|__|\*|_)(?P<text>[^\s*_](?:[^*_]{0,300}?[^\s*_])?)(?P=mark)(?![\w*_])"
)
_STYLES: dict[str, Literal["emphasis", "strong"]] = {
    "**": "strong",
    "__": "strong",
    "*": "emphasis",
    "_": "emphasis",
}


def inline(text: str) -> tuple[Span, ...]:
    """The text in spans; the marks around emphasised words are left out."""
    spans = []
    at = 0
    for found in _EMPHASIS.finditer(text):
        if found.start() > at:
            spans.append(Span(text[at : found.start()]))
        spans.append(Span(found["text"], emphasis=_STYLES[found["mark"]]))
        at = found.end()
    if at < len(text) or not spans:
        spans.append(Span(text[at:]))
    return tuple(spans)
