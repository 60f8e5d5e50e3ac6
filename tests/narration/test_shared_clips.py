import errno
import json
import os
import threading
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import fsspec
import pytest
from moto.server import ThreadedMotoServer

from oped_audio.errors import OutputError
from oped_audio.model.audio import Clip, Mark, MarksFrom
from oped_audio.narration.clip_format import packed
from oped_audio.narration.clip_store import ClipStore, open_store
from oped_audio.narration.shared_clips import SharedClips, shared_clips

CLIP = Clip(b"\x01\x00\n\x00" * 500, 22_050, (Mark(0, 0, 2),), MarksFrom.ALIGNED)
KEYS = ("ab12", "cd34")
NUMBERS = count()


@pytest.fixture(scope="module")
def buckets():
    """A server that speaks as Amazon's S3 does; gives its address."""
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def s3(buckets, monkeypatch):
    """Have s3:// mean that server, with an empty bucket; gives the bucket's address."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "nobody's")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    monkeypatch.setitem(fsspec.config.conf, "s3", {"endpoint_url": buckets})
    name = f"newsroom-{next(NUMBERS)}"
    fsspec.filesystem("s3").mkdir(name)
    return f"s3://{name}"


@pytest.fixture(params=["file", "memory", "s3"])
def address(request, tmp_path):
    """Of a new store."""
    match request.param:
        case "file":
            return f"file://{tmp_path}/share"
        case "memory":
            return f"memory://{tmp_path.name}/clips"
    return f"{request.getfixturevalue('s3')}/clips"


def read(store: SharedClips, keys=KEYS, on_damage=pytest.fail) -> dict[str, Clip]:
    return {found.key: found.clip for found in store.read(keys, on_damage)}


def path_of(address: str, key: str) -> str:
    return f"{address}/{key[:2]}/{key}.clip"


def test_what_one_has_put_there_another_takes(address):
    ours, theirs = (shared_clips(address, pytest.fail) for _ in range(2))
    assert ours.identity == theirs.identity
    assert (read(theirs), theirs.has("ab12")) == ({}, False)
    ours.write("ab12", packed(CLIP))
    ours.write("ab12", packed(CLIP))
    assert (read(theirs), theirs.has("ab12")) == ({"ab12": CLIP}, True)
    assert ours.is_here()


@pytest.mark.parametrize("cut", [0, 70, -1])
def test_a_damaged_clip_is_told_once_and_removed(address, cut):
    store = shared_clips(address, pytest.fail)
    store.write("ab12", packed(CLIP))
    store.write("cd34", packed(CLIP))
    with fsspec.open(path_of(address, "ab12"), "rb") as file:
        content = file.read()
    with fsspec.open(path_of(address, "ab12"), "wb") as file:
        file.write(content[:cut])
    damaged: list[str] = []
    assert read(store, on_damage=damaged.append) == {"cd34": CLIP}
    assert [Path(path).name for path in damaged] == ["ab12.clip"]
    assert read(store) == {"cd34": CLIP}


def test_many_write_at_once_and_nothing_is_seen_half(address):
    store = shared_clips(address, pytest.fail)
    stop = threading.Event()

    def write():
        while not stop.is_set():
            store.write("ab12", packed(CLIP))

    writers = [threading.Thread(target=write) for _ in range(4)]
    for writer in writers:
        writer.start()
    try:
        for _ in range(60):
            read(store)
    finally:
        stop.set()
        for writer in writers:
            writer.join()
    assert read(store) == {"ab12": CLIP}


def test_a_bucket_that_is_not_there_is_warned_of(s3):
    warnings = []
    assert not shared_clips(f"{s3}-2/clips", warnings.append).is_here()
    assert len(warnings) == 1
    assert "bucket does not exist" in warnings[0]


def test_a_killed_writer_s_leavings_go_after_a_day(tmp_path):
    share = tmp_path / "share"
    address = f"file://{share}"
    shared_clips(address, pytest.fail).write("ab12", packed(CLIP))
    old, new = (share / ".unfinished" / name for name in ("a.1.2.part", "b.1.2.part"))
    old.touch()
    new.touch()
    long_ago = (datetime.now(UTC) - timedelta(days=2)).timestamp()
    os.utime(old, (long_ago, long_ago))
    shared_clips(address, pytest.fail)
    assert [path.name for path in (share / ".unfinished").iterdir()] == [new.name]


def test_a_folder_of_the_same_name_elsewhere_is_not_the_store(tmp_path):
    address = f"file://{tmp_path}/share"
    ours = shared_clips(address, pytest.fail)
    assert not SharedClips(address, "another").is_here()
    assert not SharedClips(f"file://{tmp_path}/none", ours.identity).is_here()
    assert not SharedClips("nowhere://none", ours.identity).is_here()
    assert not SharedClips("nowhere://none", ours.identity).has("ab12")


def test_what_cannot_be_used_is_told(tmp_path, monkeypatch):
    with pytest.raises(OutputError, match=r"nowhere://x.*check the address") as caught:
        shared_clips("nowhere://x", pytest.fail)
    assert caught.value.exit_code == 5
    with pytest.raises(OutputError, match=r"(?i)gs://x.*gcsfs.*; install it with pip"):
        shared_clips("gs://x", pytest.fail)
    (tmp_path / "share").mkdir()
    (tmp_path / "share" / "oped-audio-clips.json").mkdir()
    with pytest.raises(OutputError, match="Is a directory"):
        shared_clips(f"file://{tmp_path}/share", pytest.fail)


def test_one_that_cannot_be_written_is_read(tmp_path):
    (tmp_path / "share").mkdir()
    (tmp_path / "share" / ".unfinished").write_text("in the way")
    warned: list[str] = []
    store = shared_clips(f"file://{tmp_path}/share", warned.append)
    assert (len(warned), store.identity, store.is_here()) == (1, "", False)
    with pytest.raises(OutputError):
        store.write("ab12", packed(CLIP))


@pytest.mark.parametrize("address", ["file", "memory"], indirect=True)
def test_a_store_that_fails_while_it_is_read_is_told(address, monkeypatch):
    store = shared_clips(address, pytest.fail)
    files, _ = fsspec.core.url_to_fs(address)
    denied = OSError(errno.EACCES, "Permission denied")
    monkeypatch.setattr(type(files), "cat", lambda *_, **__: {_of(files, address): denied})
    with pytest.raises(OutputError, match="Permission denied"):
        read(store)


def _of(files, address: str) -> str:
    root = fsspec.core.url_to_fs(address)[1]
    return path_of(root, "ab12")


def test_a_marker_that_is_damaged_is_made_anew(tmp_path):
    address = f"file://{tmp_path}/share"
    shared_clips(address, pytest.fail)
    marker = tmp_path / "share" / "oped-audio-clips.json"
    marker.write_text("{")
    assert shared_clips(address, pytest.fail).identity == json.loads(marker.read_text())["store"]


def test_the_store_takes_shared_clips_into_the_cache_folder_and_shares_its_own(address, tmp_path):
    one = open_store(tmp_path / "one", address, pytest.fail)
    one.keep("ab12", CLIP)
    one.share("ab12", CLIP)
    other = open_store(tmp_path / "other", address, pytest.fail)
    assert other.get("ab12") is None
    other.fetch(KEYS)
    assert other.get("ab12") == CLIP
    assert ClipStore(tmp_path / "other").get("ab12") == CLIP
    assert open_store(tmp_path / "one", "", pytest.fail).shared is None
