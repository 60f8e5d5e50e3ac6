"""Voices by name into the folder that is set, from the mirrors that are set."""

import hashlib

import pytest

import oped_audio
from oped_audio.errors import SettingsError, UninstallableError
from oped_audio.model.audio import Voice
from oped_audio.model.installation import Fetching, ModulesMissing, VoiceReady
from oped_audio.pipeline import installing
from oped_audio.voices.weights import wanted
from oped_audio.voices.weights.catalogue import Entry, Shelf
from oped_audio.voices.weights.files import Archive, Part, WeightsFile


@pytest.fixture
def shelves(site, monkeypatch):
    """An engine with one voice of one file, which the publisher has."""
    site.files["/p/ada.bin"] = b"style"
    sha256 = hashlib.sha256(b"style").hexdigest()
    part = Part(Archive("ada", "1", "ada.tgz", 1, "0", "npm"), "ada.bin")
    file = WeightsFile("ada.bin", 5, sha256, (part,), f"{site.address}/p/ada.bin")
    entry = Entry(Voice("e", "ada", "Ada", ("en",)), (file,))
    monkeypatch.setattr(wanted, "catalogue", lambda: {"e": Shelf((), (entry,))})


@pytest.fixture
def options(site, tmp_path):
    voices_dir = str(tmp_path / "voices")
    mirror = {"package_index": site.address, "npm_registry": f"{site.address}/npm"}
    return {"build": {"voices_dir": voices_dir, **mirror}}


def test_named_twice_it_is_installed_once(shelves, options, tmp_path, site):
    events = []
    (voice,) = oped_audio.install_voices(["ada", "e"], options, events.append)
    assert (voice.engine, voice.id) == ("e", "ada")
    assert (tmp_path / "voices" / "e" / "ada.bin").read_bytes() == b"style"
    assert [event.new for event in events if isinstance(event, VoiceReady)] == [True]
    assert isinstance(events[0], Fetching)
    assert site.asked[0] == ("/npm/ada/-/ada.tgz", "")


def test_what_the_engine_still_needs_is_told(shelves, options, monkeypatch):
    monkeypatch.setattr(installing, "missing_modules", lambda engine: ("onnxruntime",))
    events = []
    oped_audio.install_voices(["ada"], options, events.append)
    assert events[-1] == ModulesMissing("e", ("onnxruntime",), 'pip install "oped-audio[e]"')


def test_nothing_is_brought_if_one_name_is_wrong(shelves, options, site):
    with pytest.raises(UninstallableError):
        oped_audio.install_voices(["ada", "nobody"], options)
    assert site.asked == []
    oped_audio.install_voices(["ada"], options)


def test_a_mirror_has_a_web_address(options):
    options["build"]["npm_registry"] = "/srv/npm"
    with pytest.raises(SettingsError, match="npm_registry must be an address"):
        oped_audio.install_voices(["ada"], options)
