"""How long an archive takes on 1 to 1,000 workers, and what keeps it from being faster: simulated.

A task is a run of sentences. It goes through the scheduler, which is one process on one core; it
waits for a worker; its clips go through the store, to which all workers share one line; and the
machines that build mix and encode what is there. Workers differ in speed, and die. Run as
``python bench/archive_simulation.py``; with ``--check`` the small end is compared with real runs of
1 and 2 workers, which takes a minute; ``--help`` lists what can be assumed otherwise.
"""

import argparse
import heapq
import json
import os
import random
import subprocess
import sys
import tempfile
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from itertools import count
from pathlib import Path

ROOT = Path(__file__).parent.parent
PCM_BYTES_S = 2 * 24_000
"""A second of sound in a clip of kokoro."""


@dataclass(frozen=True)
class World:
    """What is assumed; docs/scale.md says where each figure comes from."""

    workers: int = 1
    """One core each."""
    tasks: int = 4_000
    """As many as are simulated; an archive is more of the same."""
    audio_s: float = 11.0
    """Seconds of sound that a task makes: of kokoro two sentences."""
    work_ratio: float = 0.8
    """Seconds of work on an average worker, a second of sound."""
    spread: float = 0.4
    """Of the work of tasks about their mean, as a share of it: sentences are long and short."""
    worker_spread: float = 0.1
    """Of the speed of workers, the same."""
    slow_share: float = 0.02
    """Workers that are stragglers,"""
    slow_by: float = 4.0
    """by this much."""
    deaths_h: float = 0.01
    """A worker an hour."""
    back_s: float = 60.0
    """Until one that died is replaced."""
    scheduler_s: float = 0.0016
    """Of the scheduler's core a task."""
    worker_s: float = 0.0021
    """Of the worker's a task, besides narrating."""
    build_s: float = 0.0016
    """Of a building machine's core a task, besides mixing."""
    store_bytes_s: float = 1.25e9
    """To and from the store, for all together; ten gigabits."""
    store_wait_s: float = 0.03
    """Until the store has answered."""
    mix_ratio: float = 0.006
    """Seconds of a building machine's core to master and encode a second of sound."""
    builder_cores: int = 16
    window: int = 8
    """Tasks a worker that are handed out before any comes back: articles that are open."""
    seed: int = 9
    works_s: tuple[float, ...] = ()
    """Of each task, instead of what chance makes of them."""


@dataclass(frozen=True)
class Run:
    """What came of it."""

    seconds: float
    busy: dict[str, float]
    """Share of the time that each was busy."""
    deaths: int

    @property
    def saturated(self) -> str:
        """What is busiest, which is what keeps it from being faster."""
        return max(self.busy, key=self.busy.__getitem__)


class Line:
    """Serves one after the other, in the order in which they come."""

    def __init__(self, servers: int = 1) -> None:
        self._free = [0.0] * servers
        self.busy_s = 0.0
        self.servers = servers

    def serve(self, now: float, seconds: float) -> float:
        """When it is done that comes now."""
        begin = max(now, heapq.heappop(self._free))
        heapq.heappush(self._free, begin + seconds)
        self.busy_s += seconds
        return begin + seconds


class Simulation:
    """Events in the order of time, from the first task to the last that is encoded."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.chance = random.Random(world.seed)
        self.scheduler, self.store, self.builders = Line(), Line(), Line(world.builder_cores)
        self.speeds = [_speed(world, self.chance) for _ in range(world.workers)]
        mean_s = world.work_ratio * world.audio_s
        self.works = world.works_s or tuple(
            _about(self.chance, mean_s, world.spread) for _ in range(world.tasks)
        )
        self.idle = list(range(world.workers))
        self.waiting: deque[int] = deque()
        self.events: list[tuple[float, int, Callable[..., None], tuple[int, ...]]] = []
        self.numbers = count()
        self.handed_out = self.done = self.deaths = 0
        self.busy_s = self.now = 0.0

    def run(self) -> Run:
        self._hand_out()
        while self.events:
            self.now, _, happens, given = heapq.heappop(self.events)
            happens(*given)
            self._begin()
        end = self.now
        busy = {
            "workers": self.busy_s / end / self.world.workers,
            "scheduler": self.scheduler.busy_s / end,
            "store": self.store.busy_s / end,
            "builder": self.builders.busy_s / end / self.builders.servers,
        }
        return Run(end, busy, self.deaths)

    def _at(self, moment: float, happens: Callable[..., None], *given: int) -> None:
        heapq.heappush(self.events, (moment, next(self.numbers), happens, given))

    def _hand_out(self) -> None:
        world = self.world
        open_ = world.window * world.workers
        while self.handed_out < world.tasks and self.handed_out - self.done < open_:
            ready = self.builders.serve(self.now, world.build_s)
            known = self.scheduler.serve(ready, world.scheduler_s)
            self._at(known, self.waiting.append, self.handed_out)
            self.handed_out += 1

    def _begin(self) -> None:
        while self.waiting and self.idle:
            task, worker = self.waiting.popleft(), self.idle.pop()
            seconds = self.works[task] / self.speeds[worker] + self.world.worker_s
            if self.chance.random() < seconds / 3600 * self.world.deaths_h:
                self.deaths += 1
                lost = self.now + self.chance.uniform(0, seconds)
                self._at(lost, self.waiting.append, task)
                self._at(lost + self.world.back_s, self.idle.append, worker)
            else:
                self.busy_s += seconds
                self._at(self.now + seconds, self._spoken, worker)

    def _spoken(self, worker: int) -> None:
        put = self.store.serve(self.now, self._on_the_line_s) + self.world.store_wait_s
        self._at(put, self._put, worker)

    def _put(self, worker: int) -> None:
        self.idle.append(worker)
        got = self.store.serve(self.now, self._on_the_line_s) + self.world.store_wait_s
        self._at(got, self._mix)

    def _mix(self) -> None:
        mixed = self.builders.serve(self.now, self.world.mix_ratio * self.world.audio_s)
        self._at(mixed, self._built)

    def _built(self) -> None:
        self.done += 1
        self._hand_out()

    @property
    def _on_the_line_s(self) -> float:
        return self.world.audio_s * PCM_BYTES_S / self.world.store_bytes_s


def _about(chance: random.Random, middle: float, spread: float) -> float:
    """Never below a tenth of the middle."""
    return max(middle / 10, chance.gauss(middle, spread * middle))


def _speed(world: World, chance: random.Random) -> float:
    speed = _about(chance, 1.0, world.worker_spread)
    return speed / world.slow_by if chance.random() < world.slow_share else speed


def table(world: World, sizes: Sequence[int]) -> None:
    print("workers   seconds of sound a second   of ideal   saturated first     busy: ", end="")
    print("workers  scheduler  store  builder   deaths")
    for size in sizes:
        sized = replace(world, workers=size, tasks=max(world.tasks, 40 * size))
        run = Simulation(sized).run()
        rate = sized.tasks * sized.audio_s / run.seconds
        ideal = size / world.work_ratio
        shares = "  ".join(f"{100 * share:6.0f} %" for share in run.busy.values())
        told = f"{size:7}   {rate:27.1f}   {100 * rate / ideal:6.0f} %"
        print(f"{told}   {run.saturated:15}           {shares}   {run.deaths:6}", flush=True)


def check(sleep_s: float = 0.5) -> None:
    """Compare with an archive narrated in fact, by 1 and 2 workers whose engine sleeps."""
    for workers in (1, 2):
        sizes, seconds, audio_s = really(workers, sleep_s)
        tasks = len(sizes)
        world = World(
            workers=workers,
            tasks=tasks,
            audio_s=audio_s / tasks,
            works_s=tuple(sleep_s * size for size in sizes),
            worker_spread=0.0,
            slow_share=0.0,
            deaths_h=0.0,
            builder_cores=os.cpu_count() or 1,
            window=tasks,
        )
        simulated = Simulation(world).run().seconds
        print(f"{workers} workers: {sum(sizes)} sentences in {tasks} tasks:", end="")
        print(f" {seconds:.1f} s in fact, {simulated:.1f} s simulated", end="")
        print(f" ({simulated / seconds - 1:+.1%})", flush=True)


def really(workers: int, sleep_s: float) -> tuple[list[int], float, float]:
    """Sentences of each task, seconds from the first to the last sentence, seconds of sound."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        environment = _with_sleeper(folder, sleep_s)
        parts = ["An archive"]
        for section in range(16):
            parts += [f"# Part {section}", *(f"Sentence {section} {n} is said." for n in range(10))]
        (folder / "archive.txt").write_text("\n\n".join(parts))
        code = f"import sys; sys.path[:0] = [{str(ROOT / 'bench')!r}, {str(folder)!r}]; "
        code += f"import archive_simulation as a; a.build_here({workers}, {str(folder)!r})"
        command = [sys.executable, "-W", "ignore", "-c", code]
        told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        sizes, audio_s = json.loads(told.stdout.splitlines()[-1])
        moments = [
            float(line.split()[0]) for line in (folder / "spoken.log").read_text().splitlines()
        ]
        return sizes, max(moments) - min(moments) + sleep_s, audio_s


def build_here(workers: int, scratch: str) -> None:
    """Runs in a process of its own; prints the sizes of the tasks and how long the sound is."""
    import oped_audio
    from oped_audio.narration import cluster

    submitted = []
    submit = cluster.Cluster.submit
    cluster.Cluster.submit = lambda self, order, *more: (
        submitted.append(len(order.asked)) or submit(self, order, *more)
    )
    options = {
        "voice": {"engine": "sleeper"},
        "cache": {"folder": f"{scratch}/cache", "clips": f"file://{scratch}/share"},
        "build": {"jobs": workers, "cluster": "local", "formats": ["captions"]},
    }
    archive = Path(scratch) / "archive.txt"
    (book,) = oped_audio.build([archive], Path(scratch) / "out", options).books
    print(json.dumps([submitted, book.audio_seconds]))


def _with_sleeper(folder: Path, sleep_s: float) -> dict[str, str]:
    """The environment of a process that knows an engine which works by sleeping."""
    info = folder / "oped_audio_sleeper-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: oped-audio-sleeper\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[oped_audio.engines]\nsleeper = sleeper:Sleeper\n")
    (folder / "sleeper.py").write_text(_SLEEPER)
    paths = os.pathsep.join(filter(None, [str(folder), os.environ.get("PYTHONPATH", "")]))
    more = {"PYTHONPATH": paths, "SLEEPER": str(folder), "SLEEP_S": str(sleep_s)}
    return os.environ | more


_SLEEPER = """
import os, time
from dataclasses import replace
from oped_audio.voices.tone import ToneEngine

class Sleeper(ToneEngine):
    def voices(self):
        return tuple(replace(v, engine="sleeper", speed=4.0) for v in super().voices())
    def speak(self, utterance, spec):
        with open(os.environ["SLEEPER"] + "/spoken.log", "a") as log:
            log.write(f"{time.time()}\\n")
        time.sleep(float(os.environ["SLEEP_S"]))
        return super().speak(utterance, spec)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare with real runs")
    for one in fields(World):
        if one.name not in {"workers", "works_s"}:
            name = "--" + one.name.replace("_", "-")
            parser.add_argument(name, type=type(one.default), default=one.default)
    given = vars(parser.parse_args())
    is_check = given.pop("check")
    if is_check:
        check()
    else:
        table(World(**given), (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000))


if __name__ == "__main__":
    main()
