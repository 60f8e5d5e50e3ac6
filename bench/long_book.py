"""Memory and time of long books: the op-ed repeated with changed numbers, 1, 3 and 10 hours.

Run as ``python bench/long_book.py [HOURS ...]``. Prints for each book the peak memory of all our
processes together, the time of a first build, of a second one with nothing changed and of one with
a sentence changed, and how many sections that one encoded; and R² of processor time over length,
which other work on the machine disturbs less than it does the time by the clock.
"""

import json
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from measuring import resident

ROOT = Path(__file__).parent.parent
MINUTES = 7.2
"""Of the op-ed, as it is spoken by default."""
COMMAND = "import oped_audio.cli; oped_audio.cli.main()"


def main() -> None:
    hours = [float(given) for given in sys.argv[1:]] or [1.0, 3.0, 10.0]
    first_builds = []
    with tempfile.TemporaryDirectory() as scratch:
        for length in hours:
            folder = Path(scratch) / f"{length:g}h"
            folder.mkdir()
            first_builds.append(_measure(folder, length))
            shutil.rmtree(folder)
    if len(hours) > 2:
        fit = _r_squared(*zip(*first_builds, strict=True))
        print(f"processor time over length: R² {fit:.4f} (goal 0.99)")


def _measure(folder: Path, hours: float) -> tuple[float, float]:
    article = folder / "long.txt"
    text = long_text(next((ROOT / "input").glob("*.txt")).read_text("utf-8"), hours)
    article.write_text(text, "utf-8")
    first = _build(folder)
    times = f"{first.seconds:7.1f} s, {first.cpu_seconds:7.1f} CPU s"
    peak = f"peak {first.peak / 1e6:.0f} MB (goal 400)"
    print(f"{first.audio / 3600:5.2f} h: {times}, {peak}", flush=True)
    again = _build(folder)
    cpu = f"{again.cpu_seconds:.1f} CPU s"
    print(f"         unchanged: {again.seconds:.1f} s (goal 5), {cpu}", flush=True)
    before = {path.name for path in folder.glob("cache/tracks/*/*.mp3")}
    middle = text.index(". ", len(text) // 2)
    article.write_text(f"{text[:middle]} or so{text[middle:]}", "utf-8")
    edit = _build(folder)
    new = {path.name for path in folder.glob("cache/tracks/*/*.mp3")} - before
    took = f"{edit.seconds:.1f} s, {edit.cpu_seconds:.1f} CPU s"
    print(f"         one sentence changed: {took}, {len(new)} encoded (goal 1)", flush=True)
    return first.audio, first.cpu_seconds


def long_text(op_ed: str, hours: float) -> str:
    """The op-ed with its body again and again, each time with other numbers and headings."""
    title, *body = op_ed.strip().split("\n\n")
    times = max(1, round(hours * 60 / MINUTES))
    parts = [title]
    for number in range(times):
        for paragraph in body:
            changed = _with_numbers(paragraph, number)
            is_heading = len(paragraph) < 60 and not paragraph.rstrip().endswith((".", "?", "!"))
            parts.append(f"# {changed} {number + 1}" if is_heading else changed)
    return "\n\n".join(parts) + "\n"


def _with_numbers(paragraph: str, more: int) -> str:
    return re.sub(r"\d+", lambda found: str(int(found[0]) + more), paragraph)


@dataclass(frozen=True, slots=True)
class _Built:
    audio: float
    """Seconds."""
    seconds: float
    """By the clock."""
    cpu_seconds: float
    """Of all our processes."""
    peak: int
    """Bytes."""


def _build(folder: Path) -> _Built:
    command = [sys.executable, "-c", COMMAND, "build", str(folder / "long.txt")]
    options = ["-o", str(folder / "out"), "--cache", str(folder / "cache"), "--json"]
    started, cpu = time.perf_counter(), _cpu_seconds()
    with subprocess.Popen([*command, *options], stdout=subprocess.PIPE) as process:
        peaks = [0]
        watcher = threading.Thread(target=_watch, args=(process, peaks))
        watcher.start()
        told = process.stdout.read()
        process.wait()
    seconds = time.perf_counter() - started
    watcher.join()
    (book,) = json.loads(told)["books"]
    return _Built(book["audio_seconds"], seconds, _cpu_seconds() - cpu, peaks[0])


def _cpu_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _watch(process: subprocess.Popen, peaks: list[int]) -> None:
    while process.poll() is None:
        peaks[0] = max(peaks[0], resident(process.pid))
        time.sleep(0.1)


def _r_squared(lengths: tuple[float, ...], times: tuple[float, ...]) -> float:
    import numpy as np

    return float(np.corrcoef(lengths, times)[0, 1] ** 2)


if __name__ == "__main__":
    main()
