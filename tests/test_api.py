import subprocess
import sys
from importlib.metadata import version

import pytest

import oped_audio
from oped_audio.version import PROGRAM_VERSION


@pytest.mark.parametrize("name", oped_audio.__all__)
def test_every_public_name_is_there(name):
    assert getattr(oped_audio, name).__module__.startswith("oped_audio.")


def test_its_version_is_what_is_installed():
    assert version("oped-audio") == PROGRAM_VERSION


def test_no_other_name_is():
    with pytest.raises(AttributeError, match="nothing"):
        _ = oped_audio.nothing


def test_importing_it_loads_nothing_heavy():
    code = "import sys, oped_audio; print(*(m for m in sys.modules if m.startswith('oped_audio.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
