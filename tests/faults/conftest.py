"""A build that things are done to, and what must hold after each.

The tests inject one fault of each kind; ``make torture`` many, and prints what came of them.
OPED_AUDIO_TORTURE is how many: 1 for as many as each test says, 0.1 for a tenth of that.
OPED_AUDIO_SEED is where chance begins.
"""

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import imageio_ffmpeg
import pytest

SCALE = float(os.environ.get("OPED_AUDIO_TORTURE", "0"))
SEED = int(os.environ.get("OPED_AUDIO_SEED", "9"))
_MARK = "OPED_AUDIO_BENCH"
"""A variable by which the processes of one bench are found, whoever their parents are."""
_NUMBERS = ("One", "Two", "Three", "Four", "Five", "Six")
_FAULT = "fault"
"""The property of a test's report that says what was injected and how the build ended."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "chance" in metafunc.fixturenames:
        marked = metafunc.definition.get_closest_marker("many")
        many = (marked.args[0] if marked else 12) * SCALE
        metafunc.parametrize("chance", range(max(1, round(many))), indirect=True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What only ``make torture`` injects is no test of others, rather than one that is skipped."""
    rare = [] if SCALE else [item for item in items if item.get_closest_marker("torture")]
    if rare:
        config.hook.pytest_deselected(items=rare)
        items[:] = [item for item in items if item not in rare]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not SCALE:
        return
    counts: Counter[tuple[str, str]] = Counter()
    for outcome in ("passed", "failed"):
        for report in terminalreporter.stats.get(outcome, []):
            told = [value for name, value in report.user_properties if name == _FAULT]
            counts.update((kind, what) for kind, what in told if report.when == "call")
            counts.update({(kind, outcome): 1 for kind, _ in told if report.when == "call"})
    columns = ("went on", "one error", "cut off", "passed", "failed")
    terminalreporter.section("faults: how builds ended; tests")
    terminalreporter.write_line(f"{'':44} {'  '.join(columns)}")
    for kind in sorted({kind for kind, _ in counts}):
        told = "  ".join(f"{counts[kind, column]:{len(column)}}" for column in columns)
        terminalreporter.write_line(f"{kind:44} {told}")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a build ended."""

    code: int
    err: str


@dataclass(slots=True)
class Bench:
    """An article, its folders, and builds of it in processes of their own."""

    folder: Path
    wanted: dict[str, bytes]
    """The files of an undisturbed build."""
    wall_s: float
    """That one took."""
    kind: str
    article: Path
    environment: dict[str, str]
    told: list[tuple[str, object]]
    """Properties of the test's report."""
    chance: random.Random
    started: list[subprocess.Popen] = field(default_factory=list)

    @property
    def out(self) -> Path:
        return self.folder / "out"

    @property
    def cache(self) -> Path:
        return self.folder / "cache"

    def start(self, *options: str, environment: dict[str, str] | None = None, **more: object):
        """Begin a build."""
        folders = ("-o", str(self.out), "--cache", str(self.cache))
        command = [sys.executable, "-c", "from oped_audio.cli import main; main()", "build"]
        process = subprocess.Popen(
            [*command, str(self.article), *folders, *options],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            env=self.environment | (environment or {}),
            **more,
        )
        self.started.append(process)
        return process

    def watch(self, process: subprocess.Popen, least: float, most: float) -> None:
        """Wait between these shares of the time that a build takes, or until this one ends."""
        with suppress(subprocess.TimeoutExpired):
            process.wait(self.chance.uniform(least, most) * self.wall_s)

    def end(self, process: subprocess.Popen, *, is_cut_off: bool = False) -> Outcome:
        """Wait for a build that a fault was injected into; what it says is for its user.

        One that was not killed either makes the book or tells why not, in a line, not in a
        traceback, and not as a bug. What a process says whose parent was killed is Python's.
        """
        err = process.communicate(timeout=300)[1]
        told = [line for line in err.splitlines() if "warning:" not in line]
        assert "error in oped-audio itself" not in err, err
        assert "Traceback" not in err or process.returncode == -signal.SIGKILL, err
        if is_cut_off:
            assert process.returncode in {0, -signal.SIGKILL, 130}, err
            what = "cut off" if process.returncode in {-signal.SIGKILL, 130} else "went on"
        elif process.returncode == 0:
            what = "went on"
            assert not told, err
        else:
            what = "one error"
            assert process.returncode in {2, 3, 4, 5, 6, 7, 8}, err
            assert len(told) == 1, err
        self.told.append((_FAULT, (self.kind, what)))
        return Outcome(process.returncode, err)

    def holds(self) -> None:
        """Whatever happened: nothing half under a final name; and the next build mends all."""
        self.nobody_is_left()
        for name, content in self.files().items():
            if not _is_unfinished(name):
                assert content == self.wanted[name], f"{name} is half-written"
        again = self.start()
        err = again.communicate(timeout=300)[1]
        assert again.returncode == 0, err
        assert self.files() == self.wanted
        self.nobody_is_left()
        left = [path for path in self.cache.rglob("*") if _is_unfinished(path.name)]
        assert left == []
        assert list((self.folder / "tmp").iterdir()) == []

    def files(self) -> dict[str, bytes]:
        """What lies in the output folder."""
        return {
            str(path.relative_to(self.out)): path.read_bytes()
            for path in self.out.rglob("*")
            if path.is_file()
        }

    def processes(self, *, but: int = 0) -> list[int]:
        """Of this bench, but for one."""
        return [pid for pid in _marked(self.environment[_MARK]) if pid != but]

    def helpers(self, build: int) -> list[int]:
        """What a build has started: speaking processes, and ffmpeg."""
        return sorted(pid for pid in self.processes(but=build) if not _is_tracker(pid))

    def nobody_is_left(self) -> None:
        """No process outlives its build by more than a moment."""
        deadline = time.monotonic() + 20
        while (left := self.processes()) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert left == []


def _is_unfinished(name: str) -> bool:
    return name.endswith((".part", ".unfinished"))


def _is_tracker(process: int) -> bool:
    """Python's own, which multiprocessing starts, and complains aloud when it is gone."""
    with suppress(OSError):
        return b"resource_tracker" in Path(f"/proc/{process}/cmdline").read_bytes()
    return True


def _marked(mark: str) -> Iterator[int]:
    wanted = f"{_MARK}={mark}".encode()
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            is_ours = wanted in (folder / "environ").read_bytes().split(b"\0")
            state = (folder / "stat").read_text().rpartition(")")[2].split()[0]
            if is_ours and state != "Z":
                yield int(folder.name)


@pytest.fixture
def chance(request: pytest.FixtureRequest) -> random.Random:
    """Chance that comes out the same each time that this fault is injected."""
    name = f"{SEED} {request.node.originalname} {request.param}"
    return random.Random(hashlib.sha256(name.encode()).digest())


@pytest.fixture(scope="session")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path, dict], tuple]:
    """The files of an undisturbed build, and how long it takes; built once a session."""
    made: list[tuple[dict[str, bytes], float]] = []

    def build(article: Path, environment: dict[str, str]) -> tuple[dict[str, bytes], float]:
        if not made:
            folder = tmp_path_factory.mktemp("undisturbed")
            (folder / "tmp").mkdir()
            bench = Bench(folder, {}, 0.0, "", article, environment, [], random.Random(0))
            begun = time.monotonic()
            process = bench.start()
            assert process.communicate(timeout=300)[1] == ""
            assert process.returncode == 0
            made.append((bench.files(), time.monotonic() - begun))
        return made[0]

    return build


@pytest.fixture
def bench(staged, tmp_path, undisturbed, request, chance) -> Iterator[Bench]:
    """Builds are narrated by two processes with the engine ``staged``."""
    article = tmp_path / "storks.txt"
    parts = ["The storks\n\nBy Jane Doe"]
    for section in _NUMBERS[:2]:
        said = (f"{number} of the {section} came back to the marsh." for number in _NUMBERS)
        parts += [f"# Part {section}", " ".join(said)]
    article.write_text("\n\n".join(parts))
    settings = '[build]\njobs = 2\nformats = ["captions", "epub"]\nreport = false\n'
    settings += '[voice]\nengine = "staged"\n'
    (tmp_path / "oped.toml").write_text(settings)
    (tmp_path / "tmp").mkdir()
    own = {"TMPDIR": str(tmp_path / "tmp"), _MARK: str(tmp_path), "SOURCE_DATE_EPOCH": "1700000000"}
    environment = staged.environment(**own)
    wanted, wall_s = undisturbed(article, environment)
    kind = request.node.originalname.removeprefix("test_").replace("_", " ")
    told = request.node.user_properties
    made = Bench(tmp_path, wanted, wall_s, kind, article, environment, told, chance)
    yield made
    for process in made.started:
        process.kill()
        process.wait()
        process.stderr.close()


@pytest.fixture
def ffmpeg(tmp_path) -> Callable[..., dict[str, str]]:
    """An ffmpeg that goes wrong, some times, and is the real one otherwise; the environment."""

    def make(how: str, times: int) -> dict[str, str]:
        program = tmp_path / "ffmpeg"
        count = tmp_path / "ffmpeg.count"
        count.unlink(missing_ok=True)
        known = json.dumps([imageio_ffmpeg.get_ffmpeg_exe(), str(count), how, times])
        program.write_text(f"#!{sys.executable} -SE\n{_FFMPEG}\nmain(*{known})\n")
        program.chmod(0o755)
        return {"IMAGEIO_FFMPEG_EXE": str(program)}

    return make


_FFMPEG = """
import os, sys, time
def main(real, count, how, times):
    arguments = sys.argv[1:]
    if "-version" not in arguments:
        with open(count, "a+") as log:
            log.write("x")
            is_time = log.tell() <= times
        if is_time and how == "crash":
            sys.stdin.buffer.read(1000)
            os.kill(os.getpid(), 11)
        if is_time and how == "fail":
            sys.exit("Conversion failed!")
        if is_time and how == "short":
            arguments[-1:-1] = ["-t", "0.1"]
        if is_time and how == "nothing":
            if arguments[-1] != "-":
                open(arguments[-1], "wb").close()
            sys.exit(0)
    os.execv(real, [real, *arguments])
"""
