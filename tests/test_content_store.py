import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from oped_audio.content_store import ContentStore, DamagedEntryError, tidy
from oped_audio.errors import OutputError

KEY = "ab" + "0" * 62


@pytest.fixture
def store(tmp_path):
    return ContentStore(tmp_path / "clips", ".clip")


def put(store, key, content=b"content"):
    with store.writing(key) as path:
        path.write_bytes(content)


def test_gives_back_what_was_put(store):
    put(store, KEY)
    assert store.read(KEY) == b"content"
    assert store.find(KEY) == store.path(KEY)


def test_what_was_not_put_is_not_there(store):
    assert store.read(KEY) is None


def test_a_damaged_entry_is_told_once_and_removed(store):
    put(store, KEY)
    store.path(KEY).write_bytes(b"CONTENT")
    with pytest.raises(DamagedEntryError, match=KEY):
        store.read(KEY)
    assert store.read(KEY) is None
    put(store, KEY)
    assert store.read(KEY) == b"content"


def test_an_entry_whose_digest_is_missing_is_not_there(store):
    put(store, KEY)
    store.path(KEY).with_suffix(".sha256").unlink()
    assert store.read(KEY) is None


def test_a_failed_write_leaves_nothing(store):
    def write():
        with store.writing(KEY) as path:
            path.write_bytes(b"half")
            raise ValueError("stop")

    with pytest.raises(ValueError, match="stop"):
        write()
    assert store.read(KEY) is None
    assert [p for p in store.folder.rglob("*") if p.is_file()] == []


def test_a_full_disk_is_told(store):
    with pytest.raises(OutputError, match=r"no space left.*--cache"), store.writing(KEY):
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="Not a directory"):
        put(ContentStore(tmp_path / "file" / "clips", ".clip"), KEY)


def test_an_entry_that_cannot_be_read_is_told(store):
    put(store, KEY)
    store.path(KEY).unlink()
    store.path(KEY).mkdir()
    with pytest.raises(OutputError, match="Is a directory"):
        store.read(KEY)


def test_the_least_recently_used_goes_first(store):
    keys = [f"{number:02}" + "0" * 62 for number in range(4)]
    for age, key in enumerate(keys):
        put(store, key, bytes(100))
        os.utime(store.path(key), (1000 + age, 1000 + age))
    store.read(keys[0])
    tidy(store.folder.parent, 250)
    assert [store.read(key) is not None for key in keys] == [True, False, False, True]
    assert len(list(store.folder.rglob("*.sha256"))) == 2


def test_under_the_cap_everything_stays(store):
    put(store, KEY)
    tidy(store.folder.parent, 1000)
    assert store.read(KEY)


def test_what_a_dead_run_left_is_swept_and_what_a_living_one_writes_is_not(store):
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    folder = store.path(KEY).parent
    folder.mkdir(parents=True)
    left = folder / f".{KEY}.clip.{dead.pid}.thread-7.part"
    scratch = store.folder.parent / f".{KEY}.01-a.{dead.pid}.pcm.part"
    living = folder / f".{KEY}.clip.{os.getpid()}.part"
    init = folder / f".{KEY}.clip.1.part"
    for path in (left, scratch, living, init):
        path.write_bytes(b"half")
    tidy(store.folder.parent, 1000)
    assert not left.exists()
    assert not scratch.exists()
    assert living.exists()
    assert init.exists()


def test_what_is_no_entry_stays_whatever_folder_is_named_as_the_cache(store):
    home = store.folder.parent
    put(store, KEY)
    others = ("will.odt", "photos/ab/will.odt", f"clips/cd/{KEY}.clip", "a/b/download.1.part")
    for name in others:
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_bytes(b"mine")
    tidy(home, 1)
    assert not store.read(KEY)
    assert all((home / name).is_file() for name in others)


def test_an_entry_appears_after_its_digest_so_that_none_is_there_without(tmp_path, monkeypatch):
    replaced = []
    replace = Path.replace

    def record(self, target):
        replaced.append(Path(target).suffix)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", record)
    store = ContentStore(tmp_path, ".clip")
    with store.writing("ab12") as path:
        path.write_bytes(b"sound")
    assert replaced[-1] == ".clip"
    assert len(replaced) == 2
    assert store.read("ab12") == b"sound"
