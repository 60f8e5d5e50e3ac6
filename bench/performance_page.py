"""Figures -> docs/performance.md: tables between its markers, and the JSON beside its pictures."""

import json
import os
import platform
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from math import floor, isnan, log10
from pathlib import Path
from typing import Any

DOCS = Path(__file__).parent.parent / "docs"
PAGE = DOCS / "performance.md"
FOLDER = DOCS / "performance"
"""Of the figures and the pictures."""


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table whose columns after the first are numbers, but for those of words alone."""
    body = [[_cell(value) for value in row] for row in rows]
    numeric = [
        column > 0 and any(_is_number(row[column]) for row in body) for column in range(len(head))
    ]
    rules = ["---:" if right else "---" for right in numeric]
    return "\n".join(f"| {' | '.join(line)} |" for line in [list(head), rules, *body])


def inserted(page: str, name: str, content: str) -> str:
    """The page with the content between ``<!-- name -->`` and ``<!-- /name -->``.

    Raises ValueError if the markers are not there once.
    """
    begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    if page.count(begin) != 1 or page.count(end) != 1:
        raise ValueError(f"{PAGE.name} needs {begin} and {end}, once each")
    before, rest = page.split(begin)
    _, after = rest.split(end)
    return f"{before}{begin}\n{content.strip()}\n{end}{after}"


def publish(name: str, content: str, figures_: Mapping[str, object], picture: str) -> None:
    """Write the figures and their picture, and put the content into the page."""
    FOLDER.mkdir(exist_ok=True)
    told = json.dumps(figures_, ensure_ascii=False, indent=1)
    (FOLDER / f"{name}.json").write_text(told + "\n", "utf-8")
    (FOLDER / f"{name}.svg").write_text(picture, "utf-8")
    PAGE.write_text(inserted(PAGE.read_text("utf-8"), name, content), "utf-8")


def figures(name: str) -> dict[str, Any]:
    """What was published under the name; empty if nothing was."""
    path = FOLDER / f"{name}.json"
    return json.loads(path.read_text("utf-8")) if path.exists() else {}


def circumstances() -> dict[str, Any]:
    """When and on what a benchmark is run; the load is that of the last 15 minutes."""
    models = re.findall(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    return {
        "day": datetime.now(UTC).date().isoformat(),
        "processor": models[0] if models else platform.machine(),
        "cores": len(os.sched_getaffinity(0)),
        "load": round(os.getloadavg()[2], 1),
        "python": platform.python_version(),
    }


def told_circumstances(measured: Sequence[Mapping[str, Any]]) -> str:
    """The same as a sentence, of one or more."""
    days = sorted({str(one["day"]) for one in measured})
    loads = sorted({f"{one['load']:.0f}" for one in measured}, key=int)
    load = " to ".join(dict.fromkeys((loads[0], loads[-1])))
    return (
        f"Measured on {' and '.join(days)} with Python {measured[-1]['python']} on "
        f"{measured[-1]['cores']} cores, whose load was {load}: "
        "CPU seconds can be compared, wall seconds only tell how long one waited."
    )


def _cell(value: object) -> str:
    """A number with three figures, more only before the point."""
    if not isinstance(value, float):
        return "" if value is None else str(value)
    if isnan(value):
        return "—"
    return f"{value:,.{max(0, 2 - floor(log10(max(abs(value), 0.001))))}f}"


def _is_number(cell: str) -> bool:
    return bool(re.match(r"-?[\d,.]+($| )", cell))
