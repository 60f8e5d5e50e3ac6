"""Books narrated on real clusters: schedulers and workers that are processes of their own."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

import distributed
import pytest
from distributed import KilledWorker

import oped_audio
from oped_audio.errors import ClusterError
from oped_audio.model.audio import VoiceSpec
from oped_audio.model.progress import SentencesNarrated, Warned
from oped_audio.narration import cluster as clusters
from oped_audio.narration.away import narrate_away
from oped_audio.narration.engines import close_engines
from oped_audio.narration.handing import Order
from oped_audio.narration.parts import Asked
from oped_audio.narration.shared_clips import shared_clips

NUMBERS = ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
SPEC = VoiceSpec("staged", "sine", 175, 1.0, 50)


@dataclass(slots=True)
class Dask:
    """A scheduler and its workers."""

    port: int
    processes: list[subprocess.Popen] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"tcp://127.0.0.1:{self.port}"

    def scheduler(self) -> subprocess.Popen:
        options = ("--host", "127.0.0.1", "--port", str(self.port), "--no-dashboard")
        return self._start("dask_scheduler", *options)

    def worker(self, *options: str, environment: dict[str, str] | None = None) -> subprocess.Popen:
        plain = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--death-timeout", "60")
        return self._start("dask_worker", self.address, *plain, *options, environment=environment)

    def settle(self) -> None:
        """Wait until the scheduler knows all workers: a build asks it once who has what."""
        with distributed.Client(self.address, timeout=60) as client:
            client.wait_for_workers(len(self.processes) - 1, timeout=60)

    def _start(self, program, *arguments, environment=None) -> subprocess.Popen:
        known = environment or dict(os.environ)
        known = {name: value for name, value in known.items() if "COV" not in name}
        command = [sys.executable, "-W", "ignore", "-m", f"distributed.cli.{program}", *arguments]
        process = subprocess.Popen(command, env=known, stderr=subprocess.DEVNULL)
        self.processes.append(process)
        return process


@contextmanager
def dask():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    made = Dask(port)
    try:
        yield made
    finally:
        for process in made.processes:
            process.kill()
        for process in made.processes:
            process.wait()


@pytest.fixture
def article(tmp_path):
    """Some 45 sentences in three sections, and what the EPUB adds."""
    path = tmp_path / "long.txt"
    parts = ["A long article\n\nBy Jane Doe"]
    for section in NUMBERS[:3]:
        said = (f"{number} is what the {section} of them said." for number in NUMBERS)
        parts += [f"# Part {section}", " ".join(said)]
    path.write_text("\n\n".join(parts))
    return path


@pytest.fixture
def build(article, tmp_path):
    """Build the article; give its files, with what was told."""

    def run(name, listen=lambda _: None, engine="staged", **tables):
        told = []

        def hear(event):
            told.append(event)
            listen(event)

        options = {
            "voice": {"engine": engine},
            "cache": {"folder": str(tmp_path / f"cache-{name}"), **tables.get("cache", {})},
            "build": {"jobs": 2, "formats": ["captions", "epub"], **tables.get("build", {})},
            "audio": {"mastering": "off"},
        }
        report = oped_audio.build([article], tmp_path / name, options, hear)
        for failure in report.failures:
            raise failure.error
        return files(tmp_path / name), [event.message for event in told if type(event) is Warned]

    return run


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def on(made: Dask) -> dict[str, str]:
    return {"cluster": made.address}


def test_a_cluster_gives_the_same_bytes_and_workers_put_their_clips_where_they_are_shared(
    staged, build, tmp_path
):
    share = f"file://{tmp_path}/share"
    plain, _ = build("plain", build={"jobs": 1})
    once = sorted(staged.spoken())
    staged.forget()
    with dask() as made:
        made.scheduler()
        workers = [made.worker(), made.worker("--resources", "staged=1")]
        made.settle()
        clustered, warned = build("clustered", build=on(made), cache={"clips": share})
        assert clustered == plain
        assert warned == []
        assert sorted(staged.spoken()) == once
        assert set(staged.speakers()) == {workers[1].pid}, "who declares the engine speaks"
        assert len(list((tmp_path / "share").rglob("*.clip"))) == len(set(once))
        assert list((tmp_path / "share" / ".unfinished").iterdir()) == []

        staged.forget()
        again, _ = build("again", build=on(made), cache={"clips": share})
        assert again == plain
        assert staged.spoken() == [], "another machine takes what is shared"

        far, _ = build("far", build=on(made), cache={"clips": "memory://clips"})
        assert far == plain, "clips of workers that do not see the store are sent back"


def test_nothing_that_was_finished_is_narrated_twice_when_workers_die_and_one_is_slow(
    staged, build, tmp_path
):
    plain, _ = build("plain", build={"jobs": 1})
    once = sorted(staged.spoken())
    staged.forget()
    staged.tell(sleep_s=0.05)
    with dask() as made:
        made.scheduler()
        victims = [made.worker() for _ in range(2)]

        def kill():
            while len(staged.spoken()) < 12:
                time.sleep(0.01)
            victims[0].send_signal(signal.SIGKILL)
            victims[1].send_signal(signal.SIGSTOP)
            time.sleep(0.3)
            victims[1].send_signal(signal.SIGCONT)

        killer = threading.Thread(target=kill)
        killer.start()
        share = {"clips": f"file://{tmp_path}/share"}
        clustered, _ = build("clustered", build=on(made), cache=share)
        killer.join()
    assert clustered == plain
    assert set(staged.spoken()) == set(once)
    assert len(staged.spoken()) <= len(once) + 1, "but for the one that was being spoken"


def test_a_scheduler_that_comes_back_is_gone_on_with(staged, build):
    plain, _ = build("plain", build={"jobs": 1})
    staged.tell(sleep_s=0.05)
    staged.forget()
    with dask() as made:
        first = made.scheduler()
        made.worker()

        def restart():
            while len(staged.spoken()) < 10:
                time.sleep(0.01)
            first.kill()
            first.wait()
            made.scheduler()
            made.worker()

        killer = threading.Thread(target=restart)
        killer.start()
        clustered, _ = build("clustered", build=on(made))
        killer.join()
    assert clustered == plain


def test_a_scheduler_that_stays_away_is_one_error_and_the_next_run_goes_on(
    staged, build, tmp_path, monkeypatch
):
    plain, _ = build("plain", build={"jobs": 1})
    once = sorted(staged.spoken())
    staged.forget()
    staged.tell(sleep_s=0.05)
    share = {"clips": f"file://{tmp_path}/share"}
    with dask() as made:
        scheduler = made.scheduler()
        worker = made.worker()
        begun = []

        def stop(event):
            if isinstance(event, SentencesNarrated) and not begun:
                begun.append(event)
                monkeypatch.setattr(clusters, "_CONNECT_S", 1)
                worker.kill()
                scheduler.kill()

        with pytest.raises(ClusterError, match=r"scheduler went away; start it and .* is kept"):
            build("clustered", stop, build=on(made), cache=share)
    spoken = staged.spoken()
    staged.tell()
    staged.forget()
    assert build("clustered", build={"jobs": 1}, cache=share)[0] == plain
    assert len(spoken) + len(staged.spoken()) <= len(once) + 1


def test_a_store_that_takes_no_more_costs_a_warning(staged, build, tmp_path):
    share = tmp_path / "share"
    plain, _ = build("plain", build={"jobs": 1})
    shared_clips(f"file://{share}", pytest.fail)
    (share / ".unfinished").rmdir()
    (share / ".unfinished").write_text("in the way, as a full disk is")
    full, warned = build("full", build={"jobs": 1}, cache={"clips": f"file://{share}"})
    assert full == plain
    assert len(warned) == 1
    assert "the build goes on" in warned[0]
    with dask() as made:
        made.scheduler()
        made.worker()
        staged.forget()
        away, warned = build("away", build=on(made), cache={"clips": f"file://{share}"})
        assert staged.spoken()
    assert away == plain
    assert len(warned) == 1


def test_who_cannot_narrate_what_is_asked_for_is_named(staged, build, article, tmp_path):
    with dask() as made:
        made.scheduler()
        other = {**os.environ, "OPED_AUDIO_STAGED_VERSION": "2"}
        worker = made.worker(environment=other)
        with pytest.raises(ClusterError, match=r"tcp://.*staged is staged 2.*install the same"):
            build("other", build=on(made))
        worker.kill()
        without = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        without["PYTHONPATH"] = str(Path(oped_audio.__file__).parents[1])
        made.worker(environment=without)
        with pytest.raises(ClusterError, match=r"cannot speak: engine staged.*install the engine"):
            build("without", build=on(made))


def test_no_scheduler_and_no_workers_are_told(staged, build, monkeypatch):
    monkeypatch.setattr(clusters, "_CONNECT_S", 2)
    monkeypatch.setattr(clusters, "_WORKERS_S", 1)
    with pytest.raises(ClusterError, match=r"no scheduler answers.*dask scheduler") as caught:
        build("none", build={"cluster": "tcp://127.0.0.1:9"})
    assert caught.value.exit_code == 7
    with dask() as made:
        made.scheduler()
        monkeypatch.setattr(clusters, "_CONNECT_S", 30)
        with pytest.raises(ClusterError, match=r"no workers; start some with `dask worker tcp"):
            build("none", build=on(made))


def test_another_version_is_told(staged, machine, utterance, tmp_path):
    order = Order((("ab", (Asked(utterance("Hello."), SPEC),)),), (), tmp_path)
    with pytest.raises(ClusterError, match=r"the build 0\.0\.0; install the same version"):
        narrate_away(order, machine, "0.0.0")


def test_what_another_worker_has_put_there_is_not_spoken_again(
    staged, machine, utterance, tmp_path
):
    shared = shared_clips(f"file://{tmp_path}/share", pytest.fail)
    order = Order((("ab12", (Asked(utterance("Hello."), SPEC),)),), (), tmp_path, shared)
    for _ in range(2):
        assert narrate_away(order, machine, version("oped-audio")) == [None]
    assert staged.spoken() == ["Hello."]
    close_engines()


def test_a_cluster_of_our_own_gives_the_same_bytes_and_leaves_nobody_behind(staged, build):
    plain, _ = build("plain", build={"jobs": 1})
    staged.forget()
    ours, _ = build("ours", build={"cluster": "local"})
    assert ours == plain
    speakers = set(staged.speakers())
    assert os.getpid() not in speakers
    deadline = time.monotonic() + 10
    while any(Path(f"/proc/{pid}").exists() for pid in speakers) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(Path(f"/proc/{pid}").exists() for pid in speakers)


def test_what_dask_says_is_told_in_a_line():
    ended = clusters._told("tcp://head:8786", KilledWorker("narrate", None, 3))
    assert "several workers died, one after the other" in str(ended)
    other = clusters._told("tcp://head:8786", ModuleNotFoundError("No module named 'oped_audio'"))
    assert "(ModuleNotFoundError: No module named 'oped_audio'); install the same" in str(other)
