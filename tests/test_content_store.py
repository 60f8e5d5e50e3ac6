import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from oped_audio.content_store import ContentStore, DamagedEntryError, SealedStore, tidy
from oped_audio.errors import OutputError

KEY = "ab" + "0" * 62


@pytest.fixture
def files(tmp_path):
    return ContentStore(tmp_path / "tracks", ".mp3")


@pytest.fixture
def sealed(tmp_path):
    return SealedStore(tmp_path / "clips", ".clip")


@pytest.fixture(params=["files", "sealed"])
def store(request):
    """Of either kind; ``read`` tells what is in an entry, or None."""
    return request.getfixturevalue(request.param)


def put(store, key, content=b"content"):
    if isinstance(store, SealedStore):
        store.keep(key, content[:3], content[3:])
        return
    with store.writing(key) as path:
        path.write_bytes(content)


def read(store, key):
    if isinstance(store, SealedStore):
        return store.read(key)
    path = store.find(key)
    return path.read_bytes() if path else None


def test_gives_back_what_was_put(store):
    put(store, KEY)
    assert read(store, KEY) == b"content"


def test_a_file_is_as_it_was_written_and_a_sealed_entry_is_one_file(files, sealed):
    put(files, KEY)
    assert files.find(KEY) == files.path(KEY)
    assert files.path(KEY).read_bytes() == b"content"
    put(sealed, KEY)
    assert [path for path in sealed.folder.rglob("*") if path.is_file()] == [sealed.path(KEY)]


@pytest.mark.parametrize("content", [b"", b"\n", b"0" * 64 + b"\n"])
def test_any_content_can_be_sealed(sealed, content):
    sealed.keep(KEY, content)
    assert sealed.read(KEY) == content


def test_what_was_not_put_is_not_there(store):
    assert read(store, KEY) is None


def test_a_damaged_entry_is_told_once_and_removed(store):
    put(store, KEY)
    store.path(KEY).write_bytes(b"CONTENT")
    with pytest.raises(DamagedEntryError, match=KEY):
        read(store, KEY)
    assert read(store, KEY) is None
    put(store, KEY)
    assert read(store, KEY) == b"content"


def test_a_file_whose_digest_is_missing_is_not_there(files):
    put(files, KEY)
    files.path(KEY).with_suffix(".sha256").unlink()
    assert files.find(KEY) is None


def test_half_a_sealed_entry_is_damaged(sealed):
    for size in (69, 65, 30, 0):
        put(sealed, KEY)
        sealed.path(KEY).write_bytes(sealed.path(KEY).read_bytes()[:size])
        with pytest.raises(DamagedEntryError):
            sealed.read(KEY)


def test_a_failed_write_leaves_nothing(files):
    def write():
        with files.writing(KEY) as path:
            path.write_bytes(b"half")
            raise ValueError("stop")

    with pytest.raises(ValueError, match="stop"):
        write()
    assert files.find(KEY) is None
    assert [p for p in files.folder.rglob("*") if p.is_file()] == []


def test_a_full_disk_is_told_and_nothing_is_left(store, monkeypatch):
    def full(self, target):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OutputError, match=r"no space left.*--cache"):
        put(store, KEY)
    assert [p for p in store.folder.rglob(f"{KEY}*") if p.is_file()] == []


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    for kind in (ContentStore, SealedStore):
        with pytest.raises(OutputError, match="Not a directory"):
            put(kind(tmp_path / "file" / "clips", ".clip"), KEY)


def test_an_entry_that_cannot_be_read_is_told(store):
    put(store, KEY)
    store.path(KEY).unlink()
    store.path(KEY).mkdir()
    with pytest.raises(OutputError, match="Is a directory"):
        read(store, KEY)


def test_the_least_recently_used_goes_first(files):
    keys = [f"{number:02}" + "0" * 62 for number in range(4)]
    for age, key in enumerate(keys):
        put(files, key, bytes(100))
        os.utime(files.path(key), (1000 + age, 1000 + age))
    read(files, keys[0])
    tidy(files.folder.parent, 250)
    assert [read(files, key) is not None for key in keys] == [True, False, False, True]
    assert len(list(files.folder.rglob("*.sha256"))) == 2


def test_under_the_cap_everything_stays(store):
    put(store, KEY)
    tidy(store.folder.parent, 1000)
    assert read(store, KEY)


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
    others = ("will.odt", "photos/ab/will.odt", f"clips/c/{KEY}.clip", "a/b/download.1.part")
    for name in others:
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_bytes(b"mine")
    tidy(home, 1)
    assert not read(store, KEY)
    assert all((home / name).is_file() for name in others)


def test_what_earlier_versions_kept_goes_too(sealed):
    old = sealed.folder / KEY[:2] / f"{KEY}.clip"
    old.parent.mkdir(parents=True)
    for path in (old, old.with_suffix(".sha256")):
        path.write_bytes(b"sound")
    tidy(sealed.folder.parent, 1)
    assert not list(old.parent.iterdir())


def test_a_file_appears_after_its_digest_so_that_none_is_there_without(tmp_path, monkeypatch):
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
    assert store.find("ab12").read_bytes() == b"sound"
