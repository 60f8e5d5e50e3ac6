"""Paths that give bytes, and paths that cannot."""

from pathlib import Path

import pytest

from oped_audio.errors import InputMissingError, TooLargeError
from oped_audio.reading.source import load


def test_load_gives_all_bytes(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(b"A\r\nB")
    assert load(path) == b"A\r\nB"


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputMissingError, match=r"absent\.txt.*no such file"):
        load(tmp_path / "absent.txt")


def test_folder_is_no_input(tmp_path: Path) -> None:
    with pytest.raises(InputMissingError, match="it is a folder"):
        load(tmp_path)


def test_file_used_as_a_folder_is_missing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    with pytest.raises(InputMissingError):
        load(tmp_path / "a.txt" / "b.txt")


def test_impossible_name_is_missing() -> None:
    with pytest.raises(InputMissingError, match="null byte"):
        load(Path("a\0b.txt"))


def test_forbidden_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "a.txt"
    path.write_text("a")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputMissingError, match="you may not read it"):
        load(path)


def test_limit_is_the_last_size_that_is_read(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(b"x" * 10)
    assert len(load(path, limit=10)) == 10
    with pytest.raises(TooLargeError, match="10 bytes, the limit is 9"):
        load(path, limit=9)
