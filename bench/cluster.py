"""What a cluster costs beyond narrating: processor time a task, and the share that it is.

Run as ``python bench/cluster.py [ENGINE]``. Counts processor seconds, not wall seconds, so that
what else the machine does matters little.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import oped_audio
from measuring import used_s
from oped_audio.model.audio import VoiceSpec
from oped_audio.narration.clip_store import open_store
from oped_audio.narration.cluster import Cluster
from oped_audio.narration.engines import close_engines, engine_of_process, fingerprint_here
from oped_audio.narration.handing import Handed, Order
from oped_audio.narration.parts import Asked
from oped_audio.narration.workers import Home, SerialExecutor
from oped_audio.narration.workload import ON_CLUSTER, calls
from oped_audio.settings import load
from oped_audio.voices.engine import Setup, choose_voice

ROOT = Path(__file__).parent.parent
EMPTY = 300
ROUNDS = 3
PORT = 18_786


def main() -> None:
    engine = sys.argv[1] if len(sys.argv) > 1 else "pyttsx3"
    setup = Setup(load(None, "", {}).settings.build.voices_path)
    article = next(iter((ROOT / "input").glob("*.txt")))
    spoken = oped_audio.script(article, {}).utterances
    voice = choose_voice(engine, engine_of_process(engine, setup).voices(), "", "en-US")
    spec = VoiceSpec(engine, voice.id, 175, 1.0, 50)
    asked = [(f"{at:064x}", (Asked(one, spec),)) for at, one in enumerate(spoken)]
    prints = (((engine, voice.id), fingerprint_here(engine, voice.id, setup)),)

    start = [sys.executable, "-W", "ignore", "-m"]
    address = f"tcp://127.0.0.1:{PORT}"
    host = ("--host", "127.0.0.1", "--port", str(PORT), "--no-dashboard")
    plain = ("--nthreads", "1", "--no-nanny", "--no-dashboard")
    with (
        subprocess.Popen(
            [*start, "distributed.cli.dask_scheduler", *host], stderr=subprocess.DEVNULL
        ) as scheduler,
        subprocess.Popen(
            [*start, "distributed.cli.dask_worker", address, *plain], stderr=subprocess.DEVNULL
        ) as worker,
    ):
        try:
            measure(address, (scheduler.pid, worker.pid), setup, asked, prints, voice)
        finally:
            worker.kill()
            scheduler.kill()


def measure(address, processes, setup, asked, prints, voice) -> None:
    cluster = Cluster(address, 1)
    team = cluster.team(setup)
    empty = Order((), (), Path())
    team.hand_out(empty).result()
    used = [used_s(one) for one in (os.getpid(), *processes)]
    for future in [team.hand_out(empty) for _ in range(EMPTY)]:
        future.result()
    after = [used_s(one) for one in (os.getpid(), *processes)]
    both, scheduler, worker = (1000 * (b - a) / EMPTY for a, b in zip(used, after, strict=True))
    build = both - scheduler - worker  # they are children of this process
    print(f"an empty task: {build:.2f} ms of the build, {scheduler:.2f} of the scheduler,", end=" ")
    print(f"{worker:.2f} of the worker: {both:.2f} in all")

    begun = [used_s(one) for one in processes]
    time.sleep(10)
    idle = [100 * (used_s(one) - b) / 10 for one, b in zip(processes, begun, strict=True)]
    print(f"idle: {idle[0]:.1f} % of a core for the scheduler, {idle[1]:.1f} for a worker")

    here = Home(SerialExecutor(), setup, 1)
    alone, tasks, audio = narrated(here, asked, prints, voice, False)
    print(f"{len(asked)} sentences here: {alone:.2f} s for {audio:.0f} s of sound", end="")
    print(f" ({alone / audio:.4f} a second)")
    for shared in (False, True):
        away, tasks, _ = narrated(team, asked, prints, voice, shared)
        way = "by a shared store" if shared else "sent back"
        print(f"the same on a worker in {tasks} tasks, {way}: {away:.2f} s", end="")
        print(f" ({away - alone:+.2f} s, {away / alone - 1:+.1%})")
    cluster.close()
    close_engines()


def narrated(team, asked, prints, voice, shared) -> tuple[float, int, float]:
    """Processor seconds, how many tasks, and seconds of sound; the least of some rounds."""
    costs = []
    for _ in range(1 + ROUNDS):  # the first one loads what is needed
        with tempfile.TemporaryDirectory() as folder:
            store = open_store(Path(folder), f"file://{folder}/share" if shared else "", print)
            handed_out = [
                Order(tuple(call), prints, Path(folder), store.shared)
                for call in calls(asked, voice, ON_CLUSTER)
            ]
            before = used_s(os.getpid())
            clips = [
                clip
                for one in [Handed(order, team, store, print) for order in handed_out]
                for clip in one.clips().values()
            ]
            costs.append(used_s(os.getpid()) - before)
    return min(costs[1:]), len(handed_out), sum(c.length / c.sample_rate for c in clips)


if __name__ == "__main__":
    main()
