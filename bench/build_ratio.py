"""Build time against the bare tools, side by side, as ratios: `make bench`.

A build makes MP3s, captions, an EPUB and the report. Cold is one with an empty cache, warm one
with the clips and tracks of an earlier build; both write a new output folder. The bare tools make
WAV and MP3 of the same sections, nothing else.
"""

import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import oped_audio

ROUNDS = 9
ROOT = Path(__file__).parent.parent


def main() -> None:
    article = Path(sys.argv[1]) if len(sys.argv) > 1 else next(iter((ROOT / "input").glob("*.txt")))
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        write_sections(article, folder / "sections")
        bare = [sys.executable, str(ROOT / "bench" / "bare_tools.py"), str(folder / "sections")]
        rows = []
        for number in range(ROUNDS + 1):
            # Nothing is removed meanwhile: ext4 is slow to make files where some just went.
            own = folder / str(number)
            commands = {"bare": bare, "cold": _build(article, own, "cold")}
            taken = {name: _seconds(commands[name]) for name in random.sample([*commands], 2)}
            warm = _seconds(_build(article, own, "warm"))
            rows.append((taken["bare"], taken["cold"], warm))
    _print(article, rows[1:])


def write_sections(article: Path, folder: Path) -> None:
    """The sentences of each section in a text file of its own."""
    folder.mkdir(exist_ok=True)
    texts: dict[str, list[str]] = {}
    for utterance in oped_audio.script(article, {}).utterances:
        texts.setdefault(utterance.section, []).append(utterance.written)
    for section, sentences in texts.items():
        (folder / f"{section}.txt").write_text("\n".join(sentences))


def _build(article: Path, folder: Path, output: str) -> list[str]:
    command = str(Path(sys.executable).parent / "oped-audio")
    options = ["-o", str(folder / output), "--cache", str(folder / "cache")]
    made = [option for name in ("audio", "captions", "epub") for option in ("--only", name)]
    return [command, "build", str(article), *options, *made]


def _seconds(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def _print(article: Path, rows: list[tuple[float, float, float]]) -> None:
    bare, cold, warm = (statistics.median(column) for column in zip(*rows, strict=True))
    tool = "espeak-ng" if shutil.which("espeak-ng") else "libespeak-ng"
    print(f"{article.name}: medians of {len(rows)} rounds, bare tools: {tool}, then ffmpeg")
    print(f"  bare tools  {bare:6.2f} s   1.00")
    for name, seconds, column, goal in (("cold", cold, 1, "1.0"), ("warm", warm, 2, "0.3")):
        ratios = [row[column] / row[0] for row in rows]
        spread = f"{min(ratios):.2f} to {max(ratios):.2f}"
        ratio = statistics.median(ratios)
        print(f"  build, {name} {seconds:5.2f} s   {ratio:.2f}  ({spread}; goal {goal} or below)")


if __name__ == "__main__":
    main()
