"""What narrating costs beyond the bare engine, and what a second worker brings: ratios.

Every run is a process of its own, with all of its children counted. Loading is what there is up to
the end of the first sentence; narrating is what the others cost, as often as makes some seconds, in
rounds of the one and the other by turns. What a second worker brings is told for a
book: the article, as often as one worker needs some 20 seconds for. espeak is the C library that
pyttsx3 speaks with, without pyttsx3 and without the times of words.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from statistics import median

import oped_audio

ROOT = Path(__file__).parent.parent
ENGINES = {
    "espeak": ("pyttsx3", 500, 4000),
    "pyttsx3": ("pyttsx3", 500, 4000),
    "hibari": ("hibari", 60, 600),
    "piper": ("piper", 30, 150),
    "kokoro": ("kokoro", 10, 20),
}
"""What it is in ours, and how many sentences each is given, for itself and for a book."""
ROUNDS = 5


@dataclass(frozen=True)
class Run:
    """What one process used."""

    loading_s: float
    """Of the processor, until the first sentence is spoken."""
    cpu_s: float
    wall_s: float
    peak_mb: float


def main() -> None:
    article = Path(sys.argv[1]) if len(sys.argv) > 1 else next(iter((ROOT / "input").glob("*.txt")))
    spoken = [utterance.spoken for utterance in oped_audio.script(article, {}).utterances]
    print(f"{article.name}: medians of {ROUNDS} rounds, CPU time; the same sentences for both")
    print("            ms a sentence         loading, s      peak MB")
    print("  engine    bare    ours  ratio   bare   ours   bare   ours")
    for bare, (engine, number, _) in ENGINES.items():
        rows = [measured(bare, engine, list(islice(cycle(spoken), number))) for _ in range(ROUNDS)]
        columns = [median(column) for column in zip(*rows, strict=True)]
        print(f"  {bare:8}", *(f"{column:7.3f}" for column in columns), flush=True)
    print("two workers to one, a book     wall (goal 0.55)   CPU")
    for engine, number in {engine: number for engine, _, number in ENGINES.values()}.items():
        book = list(islice(cycle(spoken), number))
        one, two = (run("own_engine.py", engine, book, jobs) for jobs in ("1", "2"))
        wall, cpu = two.wall_s / one.wall_s, two.cpu_s / one.cpu_s
        print(f"  {engine:8} {number:5} sentences {one.wall_s:5.1f} s  {wall:7.3f} {cpu:13.3f}")


def measured(bare_engine: str, engine: str, sentences: list[str]) -> tuple[float, ...]:
    both = run("bare_engine.py", bare_engine, sentences), run("own_engine.py", engine, sentences)
    more = len(sentences) - 1
    costs = [1000 * (one.cpu_s - one.loading_s) / more for one in both]
    loads = [one.loading_s for one in both]
    peaks = [one.peak_mb for one in both]
    return (*costs, costs[1] / costs[0], *loads, *peaks)


def run(program: str, engine: str, sentences: list[str], *arguments: str) -> Run:
    with tempfile.TemporaryFile("w+") as given, tempfile.TemporaryFile("w+") as told:
        json.dump(sentences, given)
        given.seek(0)
        command = [sys.executable, str(ROOT / "bench" / program), engine, *arguments]
        started = time.perf_counter()
        process = subprocess.Popen(command, stdin=given, stdout=told)
        _, status, used = os.wait4(process.pid, 0)
        wall_s = time.perf_counter() - started
        if status:
            raise SystemExit(f"{program} {engine} failed")
        told.seek(0)
        loading_s, cpu_s = json.load(told)
    return Run(loading_s, cpu_s, wall_s, used.ru_maxrss / 1024)


if __name__ == "__main__":
    main()
