"""What a build costs as articles get longer: 1 to 1,000 sections, with one worker and with two.

Run as ``python bench/growth.py [SECTIONS ...]``. Each section is a heading and two short sentences
that no other has; each build begins with an empty cache and makes everything that is made by
default. A whole run takes some eight minutes of processor time. Writes docs/performance/growth.*
and the table in docs/performance.md; sizes that are not measured stay as they were.
"""

import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

import performance_page
import plots
from measuring import Use, medians, use
from own_build import build

SIZES = (1, 10, 100, 1000)
ENGINES = ("tone", "pyttsx3")
WORKERS = (1, 2)
SHORT = 10
"""Sections up to which the median of three builds is told."""


@dataclass(frozen=True, slots=True)
class Build:
    """A build, and what it used."""

    engine: str
    workers: int
    sections: int
    """Of the article; the title page comes on top of them."""
    audio_s: float
    output_mb: float
    use: Use


def main() -> None:
    sizes = [int(given) for given in sys.argv[1:]] or SIZES
    for sections in sizes:
        for engine in ENGINES:
            for workers in WORKERS:
                publish(measured(engine, workers, sections))


def article(sections: int) -> str:
    """Markdown, each sentence of which is to be narrated anew."""
    parts = [
        f"## Section {number}\n\nThis is passage {number} of {sections}. "
        "It has two short sentences, and no more.\n"
        for number in range(1, sections + 1)
    ]
    return "\n".join(["# A synthetic article\n", *parts])


def measured(engine: str, workers: int, sections: int) -> Build:
    rounds = 3 if sections <= SHORT else 1
    uses = []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch)
            source = folder / "growth.md"
            source.write_text(article(sections), "utf-8")
            options = ["--engine", engine, "--jobs", str(workers)]
            uses.append(use(build(source, folder, *options), told=folder / "told.json"))
            (book,) = json.loads((folder / "told.json").read_text("utf-8"))["books"]
            output_mb = sum(path.stat().st_size for path in folder.glob("out/*/**/*.*")) / 1e6
    done = Build(engine, workers, sections, book["audio_seconds"], output_mb, medians(uses))
    told = f"{done.use.cpu_s:.1f} CPU s, {done.use.wall_s:.1f} s, {done.use.peak_mb:.0f} MB"
    print(f"{engine}, {workers} workers, {sections} sections: {told}", flush=True)
    return done


def publish(new: Build) -> None:
    """Put a build in the place of the one that was measured before."""
    told = performance_page.figures("growth").get("builds", {})
    key = f"{new.engine}, {new.sections} sections, {new.workers} workers"
    told[key] = asdict(new) | performance_page.circumstances()
    told = dict(sorted(told.items(), key=lambda item: (item[1]["engine"], item[1]["sections"])))
    builds = [_build(one) for one in told.values()]
    curves = {
        f"engine {engine}": [
            (b.sections, b.use.cpu_s) for b in builds if (b.engine, b.workers) == (engine, 1)
        ]
        for engine in ENGINES
    }
    picture = plots.lines(
        "What a first build costs, with one worker",
        ("sections of the article", "CPU seconds"),
        {name: points for name, points in curves.items() if points},
    )
    content = f"{performance_page.told_circumstances(list(told.values()))}\n\n{_table(builds)}"
    performance_page.publish("growth", content, {"builds": told}, picture)


def _build(told: Mapping[str, Any]) -> Build:
    values = {field.name: told[field.name] for field in fields(Build)}
    return Build(**values | {"use": Use(**told["use"])})


def _table(builds: Sequence[Build]) -> str:
    head = ["engine", "sections", "workers", "minutes of speech", "output MB", "CPU s"]
    more = ["CPU ms for one section more", "wall s", "peak MB"]
    rows = [
        (
            one.engine,
            one.sections,
            one.workers,
            one.audio_s / 60,
            one.output_mb,
            one.use.cpu_s,
            1000 * _more(builds, one),
            one.use.wall_s,
            one.use.peak_mb,
        )
        for one in builds
    ]
    return performance_page.table([*head, *more], rows)


def _more(builds: Sequence[Build], one: Build) -> float:
    """CPU seconds that a section costs beyond the next shorter article."""
    same = [b for b in builds if (b.engine, b.workers) == (one.engine, one.workers)]
    shorter = [b for b in same if b.sections < one.sections]
    if not shorter:
        return float("nan")
    last = max(shorter, key=lambda b: b.sections)
    return (one.use.cpu_s - last.use.cpu_s) / (one.sections - last.sections)


if __name__ == "__main__":
    main()
