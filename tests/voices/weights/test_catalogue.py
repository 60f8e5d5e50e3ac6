"""What is listed, what of it is here, and what it is made of now."""

import hashlib
import os
import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from oped_audio.errors import EngineUnavailableError, VoiceNotInstalledError
from oped_audio.voices.engine import choose_voice
from oped_audio.voices.weights import catalogue as catalogues
from oped_audio.voices.weights import files as weights
from oped_audio.voices.weights.catalogue import (
    catalogue,
    content,
    digest,
    missing_modules,
    voices_of,
)
from oped_audio.voices.weights.files import WeightsFile, located, sha256_of

ENTRIES = [entry for shelf in catalogue().values() for entry in shelf.entries]
FILES = list({file: None for entry in ENTRIES for file in entry.files})
ARCHIVES = list({part.archive: None for file in FILES for part in file.parts})


def test_all_voices_are_listed():
    assert {engine: len(shelf.entries) for engine, shelf in catalogue().items()} == {
        "hibari": 5,
        "piper": 1,
        "kokoro": 54,
    }
    assert len({(e.voice.engine, e.voice.id) for e in ENTRIES}) == len(ENTRIES)
    assert all(e.voice.licence and e.voice.speed and e.voice.gender for e in ENTRIES)


@pytest.mark.parametrize("file", [*FILES, *ARCHIVES])
def test_every_file_can_be_verified(file):
    assert re.fullmatch("[0-9a-f]{64}", file.sha256)
    assert file.size > 0


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_file_comes_from_a_package_or_a_protected_address(file):
    assert file.parts or file.address
    assert not file.address or file.address.startswith("https://")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_what_installed_packages_have_is_what_was_published(file, tmp_path):
    if all(part.archive.registry == "pypi" for part in file.parts) and file.parts:
        paths = located(file, tmp_path)
        assert sum(path.stat().st_size for path in paths) == file.size
        assert sha256_of(paths) == file.sha256


@pytest.mark.parametrize(
    ("engine", "language", "voice"),
    [
        ("hibari", "en", "heart"),
        ("hibari", "en-GB", "emma"),
        ("piper", "en", "en_US-joe-medium"),
        ("kokoro", "en", "af_heart"),
        ("kokoro", "en-GB", "bf_emma"),
        ("kokoro", "pt", "pf_dora"),
        ("kokoro", "fr-CA", "ff_siwis"),
        ("kokoro", "hi-IN", "hf_alpha"),
    ],
)
def test_the_best_voice_of_a_language(engine, language, voice):
    voices = tuple(entry.voice for entry in catalogue()[engine].entries)
    assert choose_voice(engine, voices, "", language).id == voice


def test_a_voice_is_installed_when_all_its_files_are(tmp_path):
    assert not _installed("kokoro", "af_heart", tmp_path)
    (tmp_path / "kokoro").mkdir()
    (tmp_path / "kokoro" / "af_heart.bin").write_bytes(b"style")
    assert _installed("kokoro", "af_heart", tmp_path)
    assert not _installed("kokoro", "af_bella", tmp_path)


def test_what_lies_in_packages_is_installed(tmp_path):
    assert _installed("hibari", "heart", tmp_path)
    assert _installed("piper", "en_US-joe-medium", tmp_path)
    assert not _installed("hibari", "kore", tmp_path)


def test_parts_in_packages_are_joined(tmp_path):
    (tmp_path / "kokoro").mkdir()
    (tmp_path / "kokoro" / "af_heart.bin").write_bytes(b"style")
    model = content("kokoro", "af_heart", "model.onnx", tmp_path)
    assert (len(model), hashlib.sha256(model).hexdigest()[:8]) == (92_361_271, "6e742170")


def test_without_its_packages_a_voice_is_not_here(tmp_path, monkeypatch):
    monkeypatch.setattr(weights, "find_spec", lambda _: None)
    assert not _installed("hibari", "heart", tmp_path)
    with pytest.raises(VoiceNotInstalledError, match="voices install heart"):
        content("hibari", "heart", "heart.onnx", tmp_path)
    with pytest.raises(VoiceNotInstalledError):
        digest("hibari", "heart", tmp_path)


def test_a_file_in_the_folder_goes_before_the_package_and_changes_the_digest(tmp_path):
    before = digest("hibari", "heart", tmp_path)
    own = tmp_path / "hibari" / "heart.onnx"
    own.parent.mkdir()
    own.write_bytes(b"one")
    assert content("hibari", "heart", "heart.onnx", tmp_path) == b"one"
    one = digest("hibari", "heart", tmp_path)
    own.write_bytes(b"two")
    os.utime(own, ns=(1, 1))
    assert len({before, one, digest("hibari", "heart", tmp_path)}) == 3
    own.unlink()
    assert digest("hibari", "heart", tmp_path) == before


@pytest.mark.parametrize("voice", ["nobody", "../heart"])
def test_an_unknown_voice_or_file_is_not_installed(voice, tmp_path):
    with pytest.raises(VoiceNotInstalledError):
        digest("hibari", voice, tmp_path)
    with pytest.raises(VoiceNotInstalledError):
        content("hibari", "heart", "../heart.onnx", tmp_path)


def test_a_file_that_cannot_be_read(tmp_path, monkeypatch):
    def fail(_):
        raise PermissionError(13, "Permission denied", "heart.onnx")

    monkeypatch.setattr(catalogues, "joined", fail)
    with pytest.raises(EngineUnavailableError, match="cannot be read: Permission"):
        content("hibari", "heart", "heart.onnx", tmp_path)
    monkeypatch.setattr(catalogues, "sha256_of", fail)
    with pytest.raises(EngineUnavailableError, match="install the voice again"):
        digest("hibari", "heart", tmp_path)


def test_a_folder_that_may_not_be_looked_into_holds_nothing(tmp_path, monkeypatch):
    def fail(_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_file", fail)
    assert located(WeightsFile("x", 1, ""), tmp_path) == ()


def test_an_engine_that_is_not_listed_has_no_voices(tmp_path):
    assert voices_of("tone", tmp_path) == ()
    assert missing_modules("tone") == ()


def test_modules_that_an_engine_lacks_are_named(monkeypatch):
    assert missing_modules("kokoro") == ()
    monkeypatch.setattr(
        catalogues, "find_spec", lambda name: None if name == "onnxruntime" else find_spec(name)
    )
    assert missing_modules("kokoro") == ("onnxruntime",)


def _installed(engine, voice, folder):
    return next(v.installed for v in voices_of(engine, folder) if v.id == voice)
