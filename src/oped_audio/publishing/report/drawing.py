"""Curves -> a picture, drawn by pygal and freed of all that is no drawing. The one user of pygal.

What pygal adds for pages of its own goes: scripts, styles, links, tool tips, random identifiers
and the day's date. What stays has classes that the page's style gives colours to.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from oped_audio.publishing.epub.markup import Markup, allowed
from oped_audio.publishing.report.figures import clock, number

WIDTH = 640
HEIGHT = 200
_FONT_SIZE = 14
_MIDDLE, _REACH = 75.0, 24.0
"""Of the waveform, on a scale from 0 at the bottom of the picture to 100 at its top."""
_BAND = 42.0
"""The height of the loudness curve's part of the picture, on the same scale."""
_QUIETEST, _LOUDEST = -40, -10
"""LUFS at the bottom and at the top of that part."""
_STEPS_S = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600)
_TIMES = 6

_DECIMALS = re.compile(r"-?\d+\.\d+")
_NOT_DRAWN = "titles", "plot overlay", "plot text-overlay", "plot tooltip-overlay"

_Points = Sequence[tuple[float, float | None]]


@dataclass(frozen=True, slots=True)
class Picture:
    """What a picture shows of a section."""

    seconds: float
    """Its length."""
    amplitudes: Sequence[tuple[float, float]]
    """Seconds and 0 to 1."""
    loudness: _Points
    """Seconds and LUFS; None where there is silence."""
    boundaries: Sequence[float]
    """Seconds at which sentences begin."""
    target: tuple[float, float] | None
    """LUFS between which the preset wants the whole of it."""
    alternative: str
    """What it shows, in words and figures."""


def draw(picture: Picture) -> Markup:
    """An ``svg`` element: waveform above, loudness below, a line at each boundary."""
    from lxml import etree

    chart = _chart(picture)
    named = _series(picture)
    for name, points in named.items():
        chart.add(name, points, allow_interruptions=True)
    root = chart.render_tree()
    _strip(root, list(named))
    for name in list(root.attrib):
        del root.attrib[name]
    root.set("class", "picture")
    root.set("viewBox", f"0 0 {WIDTH} {HEIGHT}")
    root.set("role", "img")
    root.set("aria-label", allowed(picture.alternative))
    etree.cleanup_namespaces(root)
    return Markup(etree.tostring(root, encoding="unicode"))


def _chart(picture: Picture) -> Any:
    import pygal
    from pygal.style import Style

    step = _step(picture.seconds)
    times = [step * at for at in range(int(picture.seconds // step) + 1)]
    levels = range(_QUIETEST, _LOUDEST + 1, 10)
    style = Style(label_font_size=_FONT_SIZE, major_label_font_size=_FONT_SIZE)
    return pygal.XY(
        style=style,
        css=[],
        js=[],
        no_prefix=True,
        strict=True,
        width=WIDTH,
        height=HEIGHT,
        margin=6,
        margin_right=16,
        spacing=4,
        show_legend=False,
        show_dots=False,
        show_x_guides=False,
        range=(0, 100),
        xrange=(0, picture.seconds),
        x_labels=[{"value": at, "label": clock(at)} for at in times],
        y_labels=[{"value": _height(level), "label": number(level, 0)} for level in levels],
        truncate_label=-1,
    )


def _series(picture: Picture) -> dict[str, list[tuple[float, float | None]]]:
    upper: list[tuple[float, float | None]] = [
        (at, _MIDDLE + _REACH * share) for at, share in picture.amplitudes
    ]
    lower: list[tuple[float, float | None]] = [
        (at, _MIDDLE - _REACH * share) for at, share in reversed(picture.amplitudes)
    ]
    curve: list[tuple[float, float | None]] = [
        (at, None if level is None else _height(level)) for at, level in picture.loudness
    ]
    series = {
        "boundaries": _upright(picture.boundaries),
        "waveform": upper + lower,
        "loudness": curve,
    }
    if picture.target:
        low, high = map(_height, picture.target)
        end = picture.seconds
        target = [(0, low), (end, low), (end, high), (0, high), (0, low)]
        return {"target": target, **series}
    return series


def _upright(boundaries: Sequence[float]) -> list[tuple[float, float | None]]:
    """Lines from edge to edge with a hole after each."""
    points: list[tuple[float, float | None]] = []
    for at in boundaries:
        points += [(at, 0), (at, 100), (at, None)]
    return points


def _height(level: float) -> float:
    """Of a loudness in the picture; what is out of reach lies at the edge."""
    share = (level - _QUIETEST) / (_LOUDEST - _QUIETEST)
    return _BAND * min(max(share, 0.0), 1.0)


def _step(seconds: float) -> int:
    """Between the times beneath the picture."""
    least = seconds / _TIMES
    return next((step for step in _STEPS_S if step >= least), 3600 * ceil(least / 3600))


def _strip(root: Any, names: Sequence[str]) -> None:
    """Leave the axes and the curves, each curve with its name as its class."""
    graph = next(root.iterchildren("{*}g"))
    for child in list(root):
        if child is not graph:
            root.remove(child)
    for child in list(graph):
        if child.get("class") in _NOT_DRAWN:
            graph.remove(child)
    for element in list(graph.iter()):
        tag = str(element.tag).rpartition("}")[2]
        if tag == "title" or (tag == "rect" and element.get("class") == "background"):
            element.getparent().remove(element)
            continue
        for name, value in element.attrib.items():
            element.set(name, _DECIMALS.sub(_shorter, value))
        first, _, _ = element.get("class", "").partition(" ")
        if first == "series":
            position = int(re.findall(r"serie-(\d+)", element.get("class"))[0])
            element.set("class", names[position])
            _join(element)
        elif not element.get("class", "x"):
            del element.attrib["class"]


def _join(series: Any) -> None:
    """Make one path of the pieces of a curve."""
    if len(series):
        whole = " ".join(path.get("d") for path in series)
        for path in list(series)[1:]:
            series.remove(path)
        series[0].set("d", _DECIMALS.sub(_shorter, whole))


def _shorter(found: re.Match[str]) -> str:
    return f"{float(found[0]):.1f}".removesuffix(".0")
