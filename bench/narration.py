"""What narrating costs beyond the bare engine, and what a second worker brings: ratios.

Every run is a process of its own, with all of its children counted. Loading is what one sentence
costs; narrating is what the others cost beyond that.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import oped_audio

ROOT = Path(__file__).parent.parent
ENGINES = {"pyttsx3": 60, "hibari": 60, "piper": 30, "kokoro": 10}
"""And how many sentences each is given."""
ROUNDS = 3


@dataclass(frozen=True)
class Run:
    """What one process used."""

    cpu_s: float
    wall_s: float
    peak_mb: float


def main() -> None:
    article = Path(sys.argv[1]) if len(sys.argv) > 1 else next(iter((ROOT / "input").glob("*.txt")))
    spoken = [utterance.spoken for utterance in oped_audio.script(article, {}).utterances]
    print(f"{article.name}: medians of {ROUNDS} rounds, CPU time; the same sentences for both")
    print("            ms a sentence         loading, s      peak MB      wall, 2 workers")
    print("  engine    bare    ours  ratio   bare   ours   bare   ours    to 1 (goal 0.55)")
    for engine, number in ENGINES.items():
        rows = [measured(engine, spoken[:number]) for _ in range(ROUNDS)]
        print(f"  {engine:8}", *(f"{median(column):7.3f}" for column in zip(*rows, strict=True)))


def measured(engine: str, sentences: list[str]) -> tuple[float, ...]:
    bare = [run("bare_engine.py", engine, part) for part in (sentences[:1], sentences)]
    ours = [run("own_engine.py", engine, part) for part in (sentences[:1], sentences)]
    two = run("own_engine.py", engine, sentences, "2")
    more = len(sentences) - 1
    costs = [1000 * (all_.cpu_s - one.cpu_s) / more for one, all_ in (bare, ours)]
    loads = [one.cpu_s for one, _ in (bare, ours)]
    peaks = [all_.peak_mb for _, all_ in (bare, ours)]
    return (*costs, costs[1] / costs[0], *loads, *peaks, two.wall_s / ours[1].wall_s)


def run(program: str, engine: str, sentences: list[str], *arguments: str) -> Run:
    with tempfile.TemporaryFile("w+") as given:
        json.dump(sentences, given)
        given.seek(0)
        command = [sys.executable, str(ROOT / "bench" / program), engine, *arguments]
        started = time.perf_counter()
        process = subprocess.Popen(command, stdin=given, stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        wall_s = time.perf_counter() - started
        if status:
            raise SystemExit(f"{program} {engine} failed")
    return Run(used.ru_utime + used.ru_stime, wall_s, used.ru_maxrss / 1024)


if __name__ == "__main__":
    main()
