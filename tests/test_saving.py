import errno
import json
import os
from dataclasses import replace

import pytest

from oped_audio.errors import OutputError
from oped_audio.model.publication import OutputFile
from oped_audio.saving import MANIFEST, remove, save, save_linked, save_manifest, state_now


def files(**contents):
    for name, content in contents.items():
        yield "audio", OutputFile(name, content)


def test_writes_bytes_files_and_what_is_poured(tmp_path):
    source = tmp_path / "source"
    source.write_bytes(b"file")
    given = {"a/b": b"bytes", "c": source, "d": lambda stream: stream.write(b"poured")}
    saved = save(tmp_path / "out", files(**given))
    assert (tmp_path / "out/a/b").read_bytes() == b"bytes"
    assert (tmp_path / "out/c").read_bytes() == b"file"
    assert (tmp_path / "out/d").read_bytes() == b"poured"
    assert [(file.path, file.size) for file in saved] == [("a/b", 5), ("c", 4), ("d", 6)]


def test_an_unchanged_file_is_left_alone(tmp_path):
    save(tmp_path, files(a=b"one", b=b"two"))
    os.utime(tmp_path / "a", (1, 1))
    os.utime(tmp_path / "b", (1, 1))
    save(tmp_path, files(a=b"one", b=b"TWO"))
    assert (tmp_path / "a").stat().st_mtime == 1
    assert (tmp_path / "b").stat().st_mtime > 1


def test_a_failure_while_pouring_leaves_the_old_file_and_nothing_else(tmp_path):
    save(tmp_path, files(a=b"old"))

    def fail(stream):
        stream.write(b"new but ha")
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OutputError, match="no space left") as caught:
        save(tmp_path, files(a=fail))
    assert caught.value.exit_code == 5
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a").read_bytes() == b"old"


def test_what_a_killed_build_left_unfinished_is_removed(tmp_path):
    (tmp_path / "audio").mkdir()
    left = tmp_path / "audio" / ".01.mp3.4242.unfinished"
    left.write_bytes(b"half")
    save(tmp_path, files())
    assert not left.exists()


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="Not a directory"):
        save(tmp_path / "file" / "out", files(a=b""))


def test_the_manifest_lists_files_and_what_is_made_no_more_goes(tmp_path):
    saved = save(tmp_path, files(old=b"1", same=b"2"))
    save_manifest(tmp_path, {"title": "T"}, saved, ["audio"], {"same": 1.2345})
    saved = save(tmp_path, files(same=b"2", new=b"3"))
    save_manifest(tmp_path, {"title": "T"}, saved, ["audio"], {"same": 1.2345})
    assert {path.name for path in tmp_path.iterdir()} == {"same", "new", MANIFEST}
    listed = json.loads((tmp_path / MANIFEST).read_text())["files"]
    assert [entry["path"] for entry in listed] == ["new", "same"]
    assert listed[0]["bytes"] == 1
    assert "duration" not in listed[0]
    assert listed[1]["duration"] == 1.234


def test_files_of_formats_that_were_not_built_stay_and_stay_listed(tmp_path):
    book = [("epub", OutputFile("x.epub", b"book"))]
    save_manifest(tmp_path, {}, save(tmp_path, [*book, *files(a=b"1")]), ["epub", "audio"], {})
    save_manifest(tmp_path, {}, save(tmp_path, files(b=b"2")), ["audio"], {})
    listed = json.loads((tmp_path / MANIFEST).read_text())["files"]
    assert [entry["path"] for entry in listed] == ["b", "x.epub"]
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{}", '{"files": 1}', '{"files": [{"path": "../victim", "format": "audio"}]}'],
)
def test_a_damaged_or_hostile_manifest_does_no_harm(tmp_path, content):
    victim = tmp_path / "victim"
    victim.write_text("precious")
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / MANIFEST).write_text(content)
    save_manifest(folder, {}, save(folder, files(a=b"1")), ["audio"], {})
    assert victim.read_text() == "precious"
    assert len(json.loads((folder / MANIFEST).read_text())["files"]) == 1


def linked(source, *names):
    return [OutputFile(name, source / name) for name in names]


@pytest.fixture
def source(tmp_path):
    (tmp_path / "source/audio").mkdir(parents=True)
    (tmp_path / "source/audio/a.mp3").write_bytes(b"sound")
    return tmp_path / "source"


def test_files_are_put_elsewhere_without_a_copy(tmp_path, source):
    save_linked(tmp_path / "site", linked(source, "audio/a.mp3"))
    there = tmp_path / "site/audio/a.mp3"
    assert there.samefile(source / "audio/a.mp3")
    save(source, [("audio", OutputFile("audio/a.mp3", b"other"))])
    assert there.read_bytes() == b"sound"  # whoever replaces the one leaves the other
    save_linked(tmp_path / "site", linked(source, "audio/a.mp3"))
    assert there.read_bytes() == b"other"
    assert [path.name for path in there.parent.iterdir()] == ["a.mp3"]


def test_or_with_one_where_that_is_not_possible(tmp_path, source, monkeypatch):
    def refuse(*_):
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", refuse)
    save_linked(tmp_path / "site", linked(source, "audio/a.mp3"))
    there = tmp_path / "site/audio/a.mp3"
    assert there.read_bytes() == b"sound"
    before = there.stat()
    assert before.st_ino != (source / "audio/a.mp3").stat().st_ino
    save_linked(tmp_path / "site", linked(source, "audio/a.mp3"))
    assert there.stat().st_ino == before.st_ino  # nothing was copied again


def test_what_cannot_be_linked_is_told(tmp_path, source):
    with pytest.raises(OutputError, match=r"gone\.mp3"):
        save_linked(tmp_path / "site", linked(source, "gone.mp3"))
    with pytest.raises(TypeError, match="only files"):
        save_linked(tmp_path / "site", [OutputFile("a", b"bytes")])


def test_files_are_removed_with_the_folders_that_they_leave_empty(tmp_path):
    save(tmp_path / "site", files(**{"a/b/c": b"1", "a/mine": b"2", "d": b"3"}))
    remove(tmp_path / "site", ["a/b/c", "gone", "../victim"])
    assert not (tmp_path / "site/a/b").exists()
    assert (tmp_path / "site/a/mine").exists()
    remove(tmp_path / "site", ["d"])
    assert (tmp_path / "site").is_dir()


def test_nothing_outside_the_folder_is_removed(tmp_path):
    (tmp_path / "victim").write_text("precious")
    remove(tmp_path / "site", ["../victim", str(tmp_path / "victim")])
    assert (tmp_path / "victim").exists()


def test_the_state_of_a_saved_file_tells_whether_it_is_what_was_saved(tmp_path):
    (file,) = save(tmp_path, files(a=b"one"))
    assert file.state is not None
    assert state_now(tmp_path, file) == file.state
    (again,) = save(tmp_path, files(a=b"one"))
    assert again.state == file.state
    save(tmp_path, files(a=b"two"))
    assert state_now(tmp_path, file) is None


def test_what_was_touched_has_another_state_though_it_is_the_same(tmp_path):
    (file,) = save(tmp_path, files(a=b"one"))
    os.utime(tmp_path / "a", ns=(10**9 + 1, 10**9 + 1))
    found = state_now(tmp_path, file)
    assert found is not None
    assert found != file.state


@pytest.mark.parametrize("path", ["missing", "a/b", "a\0b"])
def test_what_is_not_there_has_no_state(tmp_path, path):
    (file,) = save(tmp_path, files(a=b"one"))
    assert state_now(tmp_path, replace(file, path=path)) is None
