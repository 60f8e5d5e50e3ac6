"""Curves -> a picture, drawn by leather and coloured by the page's style.

This is the one user of leather. What it puts on for pages of its own goes: fonts, colours,
the background and the legend.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any
from xml.etree.ElementTree import Element, tostring

import leather  # noqa: TID253 - this module is itself imported lazily

from oped_audio.publishing.epub.markup import Markup, element
from oped_audio.publishing.report.figures import clock, number

_WIDTH, _HEIGHT = 700, 270
_VIEW = "14 46 676 200"
"""What is left of it without margins and legend."""
_MIDDLE, _REACH = 75.0, 24.0
"""Of the waveform, on a scale from 0 at the bottom of the picture to 100 at its top."""
_BAND = 42.0
"""The height of the loudness curve's part of the picture, on the same scale."""
_QUIETEST, _LOUDEST = -40, -10
"""LUFS at the bottom and at the top of that part."""
_STEPS_S = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600)
_TIMES = 6

_LOOKS = ("fill", "stroke", "stroke-width", "font-family", "font-size", "text-anchor")

_Points = Sequence[tuple[float | None, float | None]]


@dataclass(frozen=True, slots=True)
class Picture:
    """What a picture shows of a section."""

    seconds: float
    """Its length, more than 0."""
    amplitudes: Sequence[tuple[float, float]]
    """Seconds and 0 to 1; at least one."""
    loudness: Sequence[tuple[float, float | None]]
    """Seconds and LUFS; None where there is silence."""
    boundaries: Sequence[float]
    """Seconds at which sentences begin."""
    target: tuple[float, float] | None
    """LUFS between which the preset wants the whole of it."""
    alternative: str
    """What it shows, in words and figures."""


@dataclass(frozen=True, slots=True)
class _Scale:
    """A scale of leather's that ends where the data do, and not at the next round number."""

    end: float

    def contains(self, _: float) -> bool:
        """Whether a value is drawn: one beyond the end is drawn at the end."""
        return True

    def project(self, value: float, low: float, high: float) -> float:
        """Where the value lies, to a tenth, if the scale runs from ``low`` to ``high``."""
        return round(low + (high - low) * min(max(value / self.end, 0.0), 1.0), 1)


def draw(picture: Picture) -> Markup:
    """An ``svg`` element: waveform above, loudness below, a line at each boundary."""
    chart = leather.Chart()
    chart.set_x_scale(_Scale(picture.seconds))
    chart.set_y_scale(_Scale(100))
    times = _times(picture.seconds)
    chart.add_x_axis(list(times), lambda at, _, __: clock(at))
    heights = {_height(level): number(level, 0) for level in range(_QUIETEST, _LOUDEST + 1, 10)}
    chart.add_y_axis(list(heights), lambda height, _, __: heights[height])
    series = {name: points for name, points in _series(picture).items() if points}
    for name, points in series.items():
        chart.add_line(points, name=name)
    axes = _plain(chart.to_svg_group(_WIDTH, _HEIGHT), list(series))
    attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        "class": "picture",
        "viewBox": _VIEW,
        "role": "img",
        "aria-label": picture.alternative,
    }
    return element("svg", attributes, Markup(tostring(axes, encoding="unicode")))


def _series(picture: Picture) -> dict[str, _Points]:
    """By name, in the order in which they are drawn, on the picture's scale."""
    upper = [(at, _MIDDLE + _REACH * share) for at, share in picture.amplitudes]
    lower = [(at, 2 * _MIDDLE - height) for at, height in reversed(upper)]
    curve = [(at, None if level is None else _height(level)) for at, level in picture.loudness]
    return {
        "target": _frame(picture.target, picture.seconds),
        "boundaries": [
            point for at in picture.boundaries for point in ((at, 0), (at, 100), (None, None))
        ],
        "waveform": [*upper, *lower],
        "loudness": curve if any(height is not None for _, height in curve) else [],
    }


def _frame(target: tuple[float, float] | None, end: float) -> _Points:
    if target is None:
        return []
    low, high = map(_height, target)
    return [(0, low), (end, low), (end, high), (0, high), (0, low)]


def _height(level: float) -> float:
    """Of a loudness in the picture; what is out of reach lies at the edge."""
    share = (level - _QUIETEST) / (_LOUDEST - _QUIETEST)
    return _BAND * min(max(share, 0.0), 1.0)


def _times(seconds: float) -> range:
    """Whole seconds that stand beneath the picture."""
    least = seconds / _TIMES
    step = next((step for step in _STEPS_S if step >= least), 3600 * ceil(least / 3600))
    return range(0, int(seconds) + 1, step)


def _plain(root: Any, names: Sequence[str]) -> Element:
    """The group of axes and curves alone, each curve as one path with its name as its class."""
    axes: Element = root[1][1][0]
    for part in axes.iter():
        for look in _LOOKS:
            part.attrib.pop(look, None)
    for curve, name in zip(axes[-1], names, strict=True):
        whole = " ".join(path.get("d", "") for path in curve)
        curve[:] = [Element("path", {"d": whole})]
        curve.set("class", name)
    around = Element("g", {"transform": root[1].get("transform", "")})
    body = Element("g", {"transform": root[1][1].get("transform", "")})
    body.append(axes)
    around.append(body)
    return around
