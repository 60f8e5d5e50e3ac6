"""Runs of characters in styles -> spans whose white space is as a browser shows it. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from oped_audio.model.document import Span
from oped_audio.reading.normalise import normalise

BREAK = "\0"
"""Stands for a line break that is seen; no normalised text holds it."""
_COLLAPSED = re.compile(r"[ \t\n\f\r]+")


@dataclass(slots=True)
class Run:
    """A stretch of characters and its style; the span's own text is empty."""

    text: str
    style: Span


def written(text: str, *, as_it_is: bool = False) -> str:
    """Character data as it is shown; white space is kept for ``spans``, or as it is."""
    text = normalise(text)
    if not as_it_is:
        return _COLLAPSED.sub(" ", text)
    return text.expandtabs(4).replace("\n", BREAK)


def paragraphs(runs: Sequence[Run]) -> list[list[Run]]:
    """The runs between empty lines: what old pages part by ``<br><br>`` in place of ``<p>``.

    The blanks that indent one are left out.
    """
    if sum(run.text.count(BREAK) for run in runs) < 2:
        return [[*runs]]
    parts: list[list[Run]] = [[]]
    after_break = at_begin = False
    for run in runs:
        kept: list[str] = []
        for sign in run.text:
            if sign == BREAK and after_break:
                parts[-1].append(Run("".join(kept), run.style))
                parts.append([])
                kept, at_begin = [], True
            elif not (at_begin and sign == "\N{NO-BREAK SPACE}"):
                kept.append(sign)
            after_break = sign == BREAK or (after_break and sign.isspace())
            at_begin = at_begin and (sign == BREAK or sign.isspace())
        parts[-1].append(Run("".join(kept), run.style))
    return parts


def spans(runs: Iterable[Run]) -> tuple[Span, ...]:
    """The runs without white space at the ends, twice in a row or around line breaks."""
    merged: list[Run] = []
    for run in runs:
        if merged and merged[-1].style == run.style:
            merged[-1] = Run(merged[-1].text + run.text, run.style)
        elif run.text:
            merged.append(Run(run.text, run.style))
    whole = "".join(run.text for run in merged)
    kept = _kept(whole)
    found = []
    at = 0
    for run in merged:
        end = at + len(run.text)
        text = run.text
        if 0 in kept[at:end]:
            text = "".join(whole[index] for index in range(at, end) if kept[index])
        text = text.replace(BREAK, "\n")
        at = end
        if text:
            found.append(replace(run.style, text=text))
    return tuple(_joined(found))


def _kept(whole: str) -> bytearray:
    """Which characters are seen."""
    kept = bytearray(b"\1" * len(whole))
    for found in re.finditer(rf"[ {BREAK}]{{2,}}|^[ {BREAK}]+|[ {BREAK}]+$", whole):
        begin, end = found.span()
        kept[begin:end] = bytes(end - begin)
        if begin > 0 and end < len(whole):
            breaks = [index for index in range(begin, end) if whole[index] == BREAK]
            for index in breaks or [begin]:
                kept[index] = 1
    return kept


def _joined(found: list[Span]) -> list[Span]:
    """White space takes the style of what is before it, so that no span is white space alone."""
    joined: list[Span] = []
    for span in found:
        same = joined and replace(joined[-1], text="") == replace(span, text="")
        if joined and (same or (span.text.isspace() and not span.note)):
            joined[-1] = replace(joined[-1], text=joined[-1].text + span.text)
        else:
            joined.append(span)
    return joined
