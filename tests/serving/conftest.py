"""An article as it is proofed, in a folder of its own, with beeps for a voice."""

from pathlib import Path

import pytest

from oped_audio.pipeline.proofing import rest
from oped_audio.serving.desk import Desk

STORKS = """The Return of the Storks

By Ada Byron

They left when the marsh was drained, and nobody thought that they would ever come back.

What the marsh remembers

Water finds its old way. Whoever lives from it follows after a while, as storks have always done.

Who pays for it

Nobody has paid for it so far, and nobody has been asked to, which will not last for ever.
"""


@pytest.fixture
def folder(tmp_path) -> Path:
    place = tmp_path / "input"
    place.mkdir()
    (place / "storks.txt").write_text(STORKS)
    return place


@pytest.fixture
def desk(folder, tmp_path):
    options = {"cache": {"folder": str(tmp_path / "cache")}, "voice": {"engine": "tone"}}
    yield Desk(folder, tmp_path / "output", options)
    rest()
