"""Voices that somebody puts into piper's folder."""

import json

import pytest

from oped_audio.voices.weights.catalogue import content, digest, voices_of


@pytest.mark.parametrize(
    ("facts", "name", "languages"),
    [
        ({"dataset": "thorsten", "language": {"code": "de_DE"}}, "Thorsten", ("de-DE",)),
        ({"dataset": "", "espeak": {"voice": "en-us"}}, "de_x-low", ("en-US",)),
        ({"language": {"code": 3}, "espeak": "de"}, "de_x-low", ()),
    ],
)
def test_a_model_and_its_json_are_a_voice(tmp_path, facts, name, languages):
    folder = tmp_path / "piper"
    folder.mkdir()
    (folder / "de_x-low.onnx").write_bytes(b"model")
    (folder / "de_x-low.onnx.json").write_text(json.dumps(facts))
    *_, voice = voices_of("piper", tmp_path)
    assert (voice.id, voice.name, voice.languages) == ("de_x-low", name, languages)
    assert (voice.installed, voice.licence, voice.speed) == (True, "", None)
    assert content("piper", "de_x-low", "de_x-low.onnx", tmp_path) == b"model"
    before = digest("piper", "de_x-low", tmp_path)
    (folder / "de_x-low.onnx").write_bytes(b"another")
    assert digest("piper", "de_x-low", tmp_path) != before


@pytest.mark.parametrize("described", [None, b"{", b"[]", b"\xff"])
def test_a_model_that_nothing_describes_is_none(tmp_path, described):
    folder = tmp_path / "piper"
    folder.mkdir()
    (folder / "x.onnx").write_bytes(b"model")
    if described is not None:
        (folder / "x.onnx.json").write_bytes(described)
    assert [voice.id for voice in voices_of("piper", tmp_path)] == ["en_US-joe-medium"]


def test_a_voice_of_the_catalogue_is_listed_once(tmp_path):
    folder = tmp_path / "piper"
    folder.mkdir()
    (folder / "en_US-joe-medium.onnx").write_bytes(b"model")
    (folder / "en_US-joe-medium.onnx.json").write_text("{}")
    (voice,) = voices_of("piper", tmp_path)
    assert voice.licence == "CC0-1.0"
