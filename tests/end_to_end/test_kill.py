"""A build killed in the middle, and the one after it."""

import json
import signal
import subprocess
import time
import zipfile

import pytest


@pytest.mark.parametrize("clips_before", [1, 12, 30])
def test_kill_9_leaves_nothing_half_and_the_next_build_goes_on(
    clips_before, built, command, oped_audio_run, unmeasured, tmp_path
):
    out, cache = tmp_path / "out", tmp_path / "cache"
    arguments = ["build", str(built.article), "-o", str(out), "--cache", str(cache)]
    killed = [command, *arguments]
    with subprocess.Popen(killed, stdout=subprocess.DEVNULL, env=unmeasured) as process:
        while len(list(cache.rglob("*.clip"))) < clips_before and process.poll() is None:
            time.sleep(0.002)
        process.kill()
    assert process.returncode == -signal.SIGKILL
    finished = len(list(cache.rglob("*.clip")))
    assert finished >= clips_before

    for path in out.rglob("*.epub"):
        assert zipfile.ZipFile(path).testzip() is None
    for path in out.rglob("*.mp3"):
        assert path.read_bytes() == (built.folder / "audio" / path.name).read_bytes()

    done = oped_audio_run(*arguments, "--json")
    assert done.code == 0
    (book,) = json.loads(done.out)["books"]
    assert book["new_clips"] == len(list(cache.rglob("*.clip"))) - finished
    ours = {p.relative_to(out / built.folder.name): p for p in out.rglob("*") if p.is_file()}
    theirs = {p.relative_to(built.folder): p for p in built.folder.rglob("*") if p.is_file()}
    assert ours.keys() == theirs.keys()
    assert all(path.read_bytes() == theirs[name].read_bytes() for name, path in ours.items())


def test_no_speaking_process_outlives_a_killed_build(command, unmeasured, tmp_path):
    article = tmp_path / "long.txt"
    paragraphs = (f"Paragraph {number} has a sentence of its own." for number in range(3000))
    article.write_text("A long article\n\n" + "\n\n".join(paragraphs))
    folders = ["-o", str(tmp_path / "out"), "--cache", str(tmp_path / "cache")]
    arguments = [command, "build", str(article), *folders]
    with subprocess.Popen(arguments, stdout=subprocess.DEVNULL, env=unmeasured) as process:
        while not (speakers := children(process.pid, "espeak.process")) and process.poll() is None:
            time.sleep(0.01)
        process.kill()
    assert speakers
    assert not left_of(speakers)


def test_a_run_of_many_that_was_killed_goes_on_where_it_was(
    command, oped_audio_run, unmeasured, tmp_path
):
    (tmp_path / "in").mkdir()
    for number in range(8):
        body = "\n\n".join(f"In {number}, the {part}th stork came back." for part in range(60))
        (tmp_path / f"in/a{number}.txt").write_text(f"The storks of {number}\n\n{body}\n")
    quick = ["--engine", "tone", "--mastering", "off", "--only", "captions", "--no-report"]
    folders = ["-o", str(tmp_path / "out"), "--cache", str(tmp_path / "cache"), "--jobs", "2"]
    arguments = ["build", str(tmp_path / "in"), *folders, *quick]
    killed = [command, *arguments]
    with subprocess.Popen(killed, stdout=subprocess.DEVNULL, env=unmeasured) as process:
        while not list((tmp_path / "cache").glob("books/*/*.json")):
            assert process.poll() is None
            time.sleep(0.002)
        workers = children(process.pid, "multiprocessing")
        process.kill()
    assert len(workers) >= 2
    assert not left_of(workers)
    done = set((tmp_path / "cache").glob("books/*/*.json"))
    again = oped_audio_run(*arguments, "--json")
    assert again.code == 0
    books = json.loads(again.out)["books"]
    assert len(books) == 8
    assert sum(book["is_up_to_date"] for book in books) == len(done) < 8
    left = [path.name for path in tmp_path.rglob(".*")]
    assert not left


def left_of(processes: set[str]) -> set[str]:
    """Which of them are still running some seconds later."""
    deadline = time.monotonic() + 10
    while (left := processes & running()) and time.monotonic() < deadline:
        time.sleep(0.05)
    return left


def children(parent: int, what: str) -> set[str]:
    listed = subprocess.run(
        ["ps", "-ww", "-o", "pid=,args=", "--ppid", str(parent)],
        capture_output=True,
        text=True,
        check=False,
    )
    return {line.split()[0] for line in listed.stdout.splitlines() if what in line}


def running() -> set[str]:
    listed = subprocess.run(["ps", "-eo", "pid="], capture_output=True, text=True, check=True)
    return set(listed.stdout.split())
