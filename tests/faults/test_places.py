"""Disks, folders, clocks and what lies in them."""

import os
import resource
import shutil
import subprocess
import time
from pathlib import Path

import pytest

YEAR_S = 365 * 86_400


def limited(limit: int, value: int):
    return lambda: resource.setrlimit(limit, (value, value))


def test_files_cannot_grow(bench, chance):
    largest = int(10 ** chance.uniform(2, 5.5))
    process = bench.start(preexec_fn=limited(resource.RLIMIT_FSIZE, largest))
    bench.end(process)
    bench.holds()


@pytest.fixture
def small_disk(tmp_path):
    """Mounts a file system of so many bytes, where one may."""
    mounted = []

    def mount(place: Path, size: int) -> None:
        place.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            message = "this user may not mount file systems"
            pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
        mounted.append(place)

    yield mount
    for place in mounted:
        subprocess.run(["umount", "-l", str(place)], check=True)


def test_the_disk_is_full(bench, chance, small_disk):
    place = chance.choice([bench.out, bench.cache])
    small_disk(place, chance.randrange(8, 400) * 4096)
    bench.end(bench.start())
    bench.nobody_is_left()
    subprocess.run(["mount", "-o", "remount,size=100m", str(place)], check=True)
    bench.holds()


def test_the_output_cannot_be_written(bench, chance, small_disk):
    small_disk(bench.out, 100 << 20)
    if chance.random() < 0.5:
        bench.end(bench.start())
    subprocess.run(["mount", "-o", "remount,ro", str(bench.out)], check=True)
    if chance.random() < 0.5:
        bench.article.touch()
    bench.end(bench.start("--only", "captions", "--only", "epub"))
    subprocess.run(["mount", "-o", "remount,rw", str(bench.out)], check=True)
    bench.holds()


@pytest.mark.torture
def test_the_clock_jumps(bench, chance):
    """Files seem to be of the future, or of long ago."""
    bench.end(bench.start())
    now = time.time()
    paths = [path for folder in (bench.out, bench.cache) for path in folder.rglob("*")]
    for path in [*paths, bench.article]:
        if chance.random() < 0.7:
            moment = max(1, now + chance.uniform(-60, 60) * YEAR_S)
            os.utime(path, (moment, moment))
    bench.end(bench.start())
    bench.holds()


def test_two_builds_of_one_article_at_once(bench, chance):
    first = bench.start()
    bench.watch(first, 0, 0.5)
    second = bench.start()
    assert bench.end(first).code == 0
    assert bench.end(second).code == 0
    assert bench.files() == bench.wanted
    bench.holds()


def test_two_builds_share_their_clips(bench, chance, staged):
    share = f"file://{bench.folder}/share"
    other = bench.folder / "other"
    first = bench.start("--cache", share, environment={"OPED_AUDIO_CACHE": str(bench.cache)})
    bench.watch(first, 0, 0.5)
    second = bench.start(
        "--cache", share, "-o", str(other), environment={"OPED_AUDIO_CACHE": f"{bench.cache}-2"}
    )
    if chance.random() < 0.5:
        bench.watch(first, 0, 1)
        first.kill()
    bench.end(first, is_cut_off=True)
    assert bench.end(second).code == 0
    made = {str(p.relative_to(other)): p.read_bytes() for p in other.rglob("*") if p.is_file()}
    assert made == bench.wanted
    bench.holds()


def test_files_are_damaged(bench, chance):
    """In the cache, and in the output folder: the manifest and the EPUB too."""
    bench.end(bench.start())
    cached = sorted(path for path in bench.cache.rglob("*") if path.is_file())
    made = sorted(path for path in bench.out.rglob("*") if path.is_file())
    for path in [*chance.sample(cached, 12), *chance.sample(made, 4)]:
        _damage(path, chance)
    assert bench.end(bench.start()).code == 0
    assert bench.files() == bench.wanted
    bench.holds()


def _damage(path: Path, chance) -> None:
    content = bytearray(path.read_bytes())
    how = chance.choice(["flipped", "cut", "emptied", "grown", "gone", "zeroed"])
    if how == "gone":
        path.unlink()
        return
    if content and how == "flipped":
        for _ in range(chance.randrange(1, 9)):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    if how == "zeroed":
        content[len(content) // 2 :] = bytes(len(content) - len(content) // 2)
    if how in {"cut", "emptied"}:
        del content[chance.randrange(len(content) + 1) if how == "cut" else 0 :]
    if how == "grown":
        content += chance.randbytes(chance.randrange(1, 5000))
    path.write_bytes(content)


@pytest.mark.torture
def test_the_cache_goes_while_it_is_used(bench, chance):
    process = bench.start()
    bench.watch(process, 0.3, 1)
    shutil.rmtree(bench.cache, ignore_errors=True)
    bench.end(process)
    bench.holds()
