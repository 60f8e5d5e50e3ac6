"""Figures -> pictures for docs/performance.md, drawn by leather.

Their colours have a contrast of 4 to 1 and more to white and to the darkest page alike, since a
picture in a page of Markdown does not know which it is on; each has its figures in words too.
"""

import re
from collections.abc import Mapping, Sequence
from math import log10
from xml.sax.saxutils import quoteattr

import leather

INK = "#757575"
COLOURS = ("#2f78c8", "#c2571a")
_GRID = f'stroke="{INK}" stroke-opacity="0.3"'
_WIDTH = 700

Points = Sequence[tuple[float, float]]


def bars(title: str, unit: str, values: Mapping[str, float], ours: Sequence[str]) -> str:
    """A bar for each name, those that are ours in a colour of their own; the value beside it."""
    chart = leather.Chart(title)
    named = [(f"{name}: {value:.3g}", value) for name, value in values.items()]
    colours = {f"{name}: {values[name]:.3g}": COLOURS[name not in ours] for name in values}
    pairs = [(value, name) for name, value in named]
    chart.add_bars(pairs, fill_color=lambda datum: colours[datum.y])
    chart.add_x_axis(name=unit)
    told = "; ".join(name for name, _ in named)
    return _whole(chart, 90 + 34 * len(pairs), f"{title}. {unit}: {told}.")


def lines(title: str, axes: tuple[str, str], curves: Mapping[str, Points]) -> str:
    """A line for each name over two logarithmic scales; the values must be above 0."""
    chart = leather.Chart(title)
    for index, (name, points) in enumerate(curves.items()):
        where = [(log10(x), log10(y)) for x, y in points]
        chart.add_line(where, name=name, stroke_color=COLOURS[index], width=2 + 2 * index)
    xs = [log10(x) for points in curves.values() for x, _ in points]
    ys = [log10(y) for points in curves.values() for _, y in points]
    low, high = int(min(ys) // 1), int(-(-max(ys) // 1))
    chart.set_x_scale(leather.Linear(min(xs), max(xs)))
    chart.set_y_scale(leather.Linear(low, high))
    chart.add_x_axis(ticks=sorted(set(xs)), tick_formatter=_power, name=axes[0])
    chart.add_y_axis(ticks=list(range(low, high + 1)), tick_formatter=_power, name=axes[1])
    told = "; ".join(
        f"{name}: " + ", ".join(f"{y:.3g} at {x:,.0f}" for x, y in points)
        for name, points in curves.items()
    )
    return _whole(chart, 380, f"{title}. {axes[1]} over {axes[0]}, both logarithmic: {told}.")


def _power(exponent: float, _index: int, _count: int) -> str:
    return f"{10**exponent:,.4g}"


def _whole(chart: leather.Chart, height: int, told: str) -> str:
    """The picture without the background, fonts and greys that leather puts on."""
    drawn = chart.to_svg(width=_WIDTH, height=height)
    drawn = re.sub(r'<rect x="0" y="0" [^>]*fill="#f9f9f9" />', "", drawn, count=1)
    drawn = re.sub(r"\d+\.\d{9,}", lambda found: f"{float(found[0]):.2f}", drawn)
    drawn = drawn.replace("Monaco", "sans-serif").replace('stroke="#eee"', _GRID)
    for grey in ("#333", "#666", "#9c9c9c", "#a8a8a8"):
        drawn = drawn.replace(f'"{grey}"', f'"{INK}"')
    start = f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-label={quoteattr(told)} '
    return drawn.replace("<svg ", start, 1) + "\n"
